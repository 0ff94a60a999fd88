/**
 * The loosest wording in which an English policy may speak of a duty: words of its matter in one sentence, in any order and
 * form. What is caught says something, be it less than the duty asks, and is for a person to read; only what is not even
 * caught is silence. Simple on purpose: each list is a concept, not a phrase.
 */
import type { LooseNet } from '../language-reader';

const DELETE = /\b(?:delet|eras(?:e|ed|es|ing|ure)|remov|purg|destr(?:oy|uct)|dispos|shred|wip(?:e|ed|es|ing)\b|anonymi[sz]|de-?identif|discard|expung|overwrit)/;
const END = /\b(?:once|after|when|until|upon|at the end|end of|no longer|expir|elaps|laps(?:e|ed|es)\b|run out|closing|closure|discontinu|shut|ceas|terminat|at the latest|out of date|then\b|any ?more)/;
const KEEP = /\b(?:keep|kept|stor(?:e|es|ed|ing|age)\b|retain|retention|preserv|hold|held|archiv|sav(?:e|es|ed|ing)\b|remain)/;
const HOW_LONG = /\b(?:as long as|until|for the (?:time|period|duration|term|life)|necessary|needed|justified|required by law|periods?|years?|months?|days?|hours?|indefinitely|temporar)/;
const DATA = /\b(?:data|information|details|records?|files?|profile|accounts?|history|recordings?|content|notes|everything|e-?mail address)\b/;
const PERSON = /\b(?:you|your|users?|data subjects?|individuals?|customers?|members?|parents?|residents?)\b/;
const ASKING = /\b(?:may|can|could|right|rights|request|ask|demand|wish|want|contact|e-?mail|send|write|able|entitled|open|press|tap|log)\b/;
const REFUSE = /\b(?:refus|declin|withh|deny|denied|disallow|block|opt(?:ing)? out|turn(?:ing)? off|disabl|optional|voluntar|not (?:to )?(?:provide|supply|give|share|allow|grant)|n't (?:provide|supply|give|share|allow|grant)|without (?:providing|giving|an account|registering)|up to you|mandatory|required fields)/;
const SERVICE = /\b(?:services?|features?|functions?|functionality|parts?|apps?|website|site|use|work|works|available|unavailable|access|experience|fields?|possible)\b/;
const ANSWER = /\b(?:enquir|inquir|requests?|respon[ds]|repl(?:y|ies)|answer|get back|react|complaints?)/;
const SOON = /\b(?:hours?|days?|weeks?|months?|promptly|swiftly|soon|quickly|timely|without (?:undue )?delay|same day)\b/;
const OUTSIDE = /\b(?:authorit(?:y|ies)|commissioner|commission|regulators?|ombuds|courts?|attorney general|tribunal|arbitrat|dpc|ico|cnil|cac|dpa)\b/;
const TURN_TO = /\b(?:complain|complaint|contact|appeal|disputes?|concerns?|lodge|turn to|refer|listen|approach)/;
const TAKE_BACK = /\b(?:withdraw|revok|revoc|rescind|retract|opt(?:ing)?[- ]out|unsubscribe|take back|change your mind|modify|disallow)/;
const AGREEMENT = /\b(?:consent|permissions?|authori[sz]ations?|agreed?|marketing|newsletters?|collection)\b/;
const PLACE = /\b(?:servers?|cloud|databases?|data cent(?:er|re)s?|countr(?:y|ies)|regions?|facilit(?:y|ies)|wherever|anywhere|abroad|overseas|jurisdictions?|premises|office)\b/;
const UNHAPPY = /\b(?:complain|unhappy|(?:not|n't) (?:happy|satisfied)|dissatisf|concerns?|questions?|unclear|feedback|suggestions?|enquir|inquir)/;
const TELL = /\b(?:contact|tell|write|e-?mail|call|reach|letter|let us know|send|message|open an issue|get in touch|forum|support)\b/;
const CORRECT = /\b(?:correct|rectif|amend|updat(?:e|es|ed|ing)\b|fix|edit|inaccura|incorrect|mistakes?|up[- ]to[- ]date)/;
const SEE = /\b(?:access|cop(?:y|ies)|look up|everything we have|information about|export|download)\b/;
/** What the operator or others do is no right of the person. */
const NOT_OURS = /^(?!.{0,700}\b(?:collect(?:s|ed|ing)?|receives?|third|partners?|unauthori[sz]ed|we (?:may |will |can |also )?(?:use|access|share|update|receive|send))\b)/;
const OFFICER = /\b(?:responsible for|in charge of|department|officer|dpo|coordinator|representative|team)\b/;
const PROTECTION = /\b(?:data protection|privacy|protection of (?:your |the |users' )?(?:personal )?(?:data|information))\b/;

/** Each list of concepts must stand in one sentence; any of the lists will do. */
export const LOOSE: LooseNet = {
  'retention-period': [[KEEP, HOW_LONG, DATA]],
  'disposal-after-retention': [[DELETE, END, DATA], [/\b(?:dealt with|handled|treated|disposed|steps|measures|action)\b/, /\b(?:appropriate|suitable|reasonable|proper)/, /\b(?:retention (?:term|period|time)|end of|out of date|no longer|expir)/]],
  'storage-location': [[KEEP, PLACE]],
  'officer-contact': [[/\b(?:in charge of|department|office for)\b/, PROTECTION, NOT_OURS], [OFFICER, PROTECTION, TELL, NOT_OURS]],
  'consent-withdrawal': [[TAKE_BACK, AGREEMENT]],
  'refusal-without-penalty': [[REFUSE, SERVICE, PERSON], [REFUSE, SERVICE, /\bpermissions?\b/]],
  'right-access-copy': [[/^(?:\W|\d){0,8}(?:[a-z]\) )?(?:right (?:of|to) )?(?:access|obtain|request|receive)\b/, DATA, NOT_OURS], [SEE, PERSON, ASKING, DATA, NOT_OURS]],
  'right-correction': [[CORRECT, PERSON, ASKING, DATA, NOT_OURS]],
  'right-deletion': [[DELETE, PERSON, ASKING, DATA, NOT_OURS]],
  'response-time': [[ANSWER, SOON]],
  'complaint-channel': [[UNHAPPY, TELL]],
  'external-remedy': [[OUTSIDE, TURN_TO, PERSON]],
  'right-portability': [[/\b(?:take|move|transfer|export|pack)[a-z]{0,3}\b/, DATA, /\b(?:with you|elsewhere|another (?:service|provider|app)|competitors?|open format|json|csv)\b/]],
  'right-explanation': [[/\bexpla(?:in|nation)/, /\b(?:algorithm|automated|decisions?|rules|outcome|how the)\b/, ASKING, NOT_OURS]],
  'right-of-kin': [[/\b(?:died|deceased|passed away|bereave|estate|legacy contact|next of kin|after (?:your|the user's) death)/, /\b(?:data|information|accounts?|photos|content)\b/]],
  'cookies-disclosed': [[/\b(?:text files?|local ?storage|session ?storage|pixels?|beacons?)\b/, /\b(?:use|uses|used|place|places|set|sets|store|stores)\b/]],
  'change-notice': [[/\b(?:chang|updat|amend|adapt|revis|modif)/, /\b(?:this|our|the) (?:privacy |data protection |cookie )?(?:policy|notice|statement|declaration|page|version)\b/]],
};
