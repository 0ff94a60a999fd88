/**
 * How English policies offer a right, put together from concepts: who may act, that they may, the act in each of its forms,
 * the data it is done to, and a request that is answered by the act. The duties of the rights differ in the act alone.
 */
import type { SignalPattern, SignalSource, Terms } from '../signals';
import { all, DATA } from './wording';

const PERSON = '(?:you|users?|customers?|clients?|members?|subscribers?|visitors?|players?|data subjects?|the person concerned|individuals?|persons?|residents?|patients?|parents?|guardians?|employees|applicants?|guests?|(?:any|every)one(?: concerned)?|the (?:consumer|student|pupil|owner|holder))';
/** That somebody may do a thing, or ask for it; with forms as "entitled to have", "the right that we". */
const MAY = "(?:can|may|could|might|free|entitled?|entitlements?|at liberty|able|allowed|welcome|option|possible|opportunity|rights?|request(?:s|ing)?|ask(?:ing)?|demand(?:s|ing)?|require|insist|want(?:s|ing)?|wish(?:es|ing)?|(?:would|'d) (?:like|prefer)|choose)";
/** On the way from the permission to the act; the operator must not become the actor, nor anything be denied. */
const ON = "(?:(?!\\bwe (?:may|can|might|also|collect|use|share|receive)\\b|\\b(?:not|never|cannot)\\b|n't\\b)[^;.?]){0,90}?";
/** A request or a press of a button, at the beginning of a statement. */
const DO_THIS = "(?:^|[,:;?!.)-] |\\b(?:please|simply|just|also|should|may|can|must|could|to|and|then|or) )(?:please |simply |just |may |can )?(?:send|write|e-?mail|mail|tell|message|text|call|ring|phone|ask|contact|press|tap|click|hit|choose|select|open|go to|drop|let|fill|use|enter|log|visit|submit|get in touch)\\b";
/** What such a request leads to. */
const THEN = "\\b(?:and|then|so|we'll|we will|we shall|we'd|we|to have|will|if you|so that|in order to)\\b";
/** Where the person does it alone, or is helped. */
const BY_A_WAY = '\\b(?:in|from|under|via|through|within|using|on|at|by) (?:(?:the|your|my|our|this|their|his|its|an?) |sending|writing|e-?mail|mail|message|contacting|letter|phone|tapping|clicking|pressing|going|logging|visiting|request|"|settings|account|profile|menu|[a-z ]{2,20} ?>)';

interface Act {
  /** Base forms: "delete". */
  base: string;
  /** Participles: "deleted". */
  done: string;
  /** Nouns and gerunds: "deletion", "deleting". */
  noun: string;
  /** What the right is about. */
  object: string;
  /** What a request leads to: "we erase it", "is gone". */
  outcome: string;
}

/** What is deleted or corrected; not the site, nor what stands on it for all to see. */
const THINGS = `(?:(?:your|his|her|their|his or her|my|the|any|all|saved|stored|personal|that|this|such|inaccurate|incorrect|incomplete|wrong|these|those|voice|chat|search)\\b[^;.]{0,40}\\b${DATA}|personal (?:data|information|details)|${DATA} (?:that|which)|recordings?|searches|mistakes?|errors?|everything)`;
const ACCOUNT = "(?:(?:user |customer |member |member's |your |his |her |their |the |my |an? |online ){0,2}(?:accounts?|membership))";
/** What is seen where a right of access is used: data, and news of them. */
const KNOWN = `(?:${DATA}|what (?:personal |data |information |details ){0,2}(?:we|is|are|has|the)\\b|which (?:of )?(?:your )?(?:personal )?(?:data|information|details)|(?:whether|if) (?:or not )?(?:we|your|personal|data)\\b|everything)`;

const ERASE_BASE = '(?:delete|erase|remove|wipe|purge|destroy|expunge|scrub|clear|discard|get rid of|take down|forget)';
const ERASED = '(?:deleted|erased|removed|wiped|purged|destroyed|expunged|scrubbed|cleared|discarded|gone|taken down|forgotten)';
const ERASE: Act = {
  base: ERASE_BASE,
  done: ERASED,
  noun: '(?:deletion|erasure|removal|destruction|deleting|erasing|removing|wiping|clearing)',
  object: THINGS,
  outcome: `(?:${ERASE_BASE}|${ERASED})\\b(?! (?:the app|cookies))`,
};
const MEND_BASE = '(?:correct|rectify|update|amend|edit|modify|change|fix|adjust|complete|put (?:it|them|things|that|this) right|keep up to date)';
const MENDED = '(?:corrected|rectified|updated|amended|edited|modified|changed|fixed|adjusted|completed|put right|brought up to date)';
const MEND: Act = {
  base: MEND_BASE,
  done: MENDED,
  noun: '(?:correction|rectification|amendment|modification|updating|correcting|amending|editing|completion)',
  object: THINGS,
  outcome: `(?:(?:correct|rectify|amend|fix) |put it right|put them right|${MEND_BASE} (?:your|the|any|it|them)\\b[^;.]{0,30}\\b(?:${DATA}|entry|note)|(?:corrected|rectified|amended|put right))`,
};
const SEE_BASE = '(?:access|see|view|look (?:up|at|into|through)|inspect|review|consult|check|learn|find out|know|obtain|receive|get|download|be (?:told|informed|shown|given|furnished with|provided with)|(?:send|give|show|tell|mail|e-?mail|provide) you)';
const SEE: Act = {
  base: SEE_BASE,
  done: '(?:accessed|seen|viewed|looked up|inspected|reviewed|consulted|downloaded|disclosed to you|handed over)',
  noun: '(?:access|inspection|viewing|accessing|downloading)',
  object: KNOWN,
  outcome: `(?:send|give|show|tell|mail|e-?mail|provide|let) you (?:[a-z]{2,6} ){0,3}(?:cop(?:y|ies)|everything|your|what we|which|see|all (?:the )?(?:data|information))`,
};
const CLOSE_BASE = '(?:close|cancel|delete|deactivate|deregister|terminate|remove|erase|shut|shut down|end|quit)';
const CLOSED = '(?:closed|cancell?ed|deleted|deactivated|deregistered|terminated|removed|erased|shut(?: down)?|ended)';
const CLOSE: Act = {
  base: CLOSE_BASE,
  done: CLOSED,
  noun: '(?:closure|closing|cancellation|cancelling|canceling|deletion|deleting|deactivation|deactivating|termination|removal) (?:of )?(?:your |the |an? |user ){0,2}accounts?',
  object: ACCOUNT,
  outcome: `(?:${CLOSE_BASE} (?:[a-z]{2,8} )?${ACCOUNT}|${ACCOUNT} (?:[a-z]{2,6} )?${CLOSED})`,
};

/** The wordings of a right, with what may not follow the act itself. */
function offered({ base, done, noun, object, outcome }: Act, not = ''): string[] {
  return [
    // "You are free to …, look up and download the records …": the object follows the act.
    `\\b${PERSON}\\b[^;.?]{0,30}\\b${MAY}\\b${ON}\\b${base}\\b${not}[^;.]{0,60}\\b${object}\\b`,
    // "You may demand that the data be rectified", "wishing to have their records expunged": it stands before the act.
    `\\b${PERSON}\\b[^;.?]{0,30}\\b${MAY}\\b${ON}\\b${object}\\b[^;.]{0,50}\\b(?:be|being|is|are|get|gets) (?:[a-z]{4,12} (?:or |and )?){0,2}${done}\\b`,
    `\\b(?:${PERSON}\\b[^;.?]{0,30}|to )(?:\\bhave|\\bhaving|\\bget|\\bgetting)\\b[^;.]{0,10}\\b${object}\\b[^;.]{0,30}\\b${done}\\b`,
    // "Erasure may be demanded", "the right of inspection", "entitled to erasure".
    `\\b${noun}\\b[^;.]{0,50}\\b(?:can|may|shall|will|must) be (?:requested|demanded|obtained|claimed|required|sought|asked for|applied for)\\b`,
    `\\b(?:demand|claim|seek|entitled to|entitlement to|apply for|insist on|rights? (?:of|to)) (?:the |an? |any )?(?:[a-z]{4,12},? (?:and |or )?){0,2}${noun}\\b(?! to (?:our|the) (?:site|service|website|app))`,
    // "Recordings can be deleted in the app", "can be changed by the user under …".
    `\\b${object}\\b[^;.]{0,40}\\bcan (?:also |always |then )?be (?:[a-z]{4,12} (?:or |and )?)?${done}\\b[^;.]{0,60}?(?:${BY_A_WAY}|\\bby (?:you|the user))`,
    // "Write to us and we erase it", "send DELETE and your history is gone".
    `${DO_THIS}[^;]{0,110}${THEN}[^;]{0,40}\\b${outcome}`,
    // "To find out what we hold, ring …".
    `\\bto ${base}\\b${not}[^;.?]{0,40}\\b${object}\\b[^;.?]{0,60}${DO_THIS}`,
    // "Want to see what we hold on you?"
    `^[^;.?]{0,20}\\b(?:want|wish|like|need|how (?:can|do) (?:i|you)|can i|may i)\\b[^;.?]{0,12}\\b${base}\\b[^;.?]{0,40}\\b${object}\\b[^;.?]{0,40}\\?`,
    // "… the right to obtain: a) …; b) the erasure of data": an entry of such a list.
    `^\\W{0,3}(?:[a-z]|\\d{1,2}|[ivx]{2,4})[.)] (?:the )(?:[a-z]{4,14},? (?:or |and )?){0,2}${noun}\\b[^;.]{0,60}\\b(?:of|or)\\b[^;.]{0,40}\\b(?:data|information)\\b`,
    // "You have the right of access (Art. 15), rectification (Art. 16), erasure (Art. 17)": a list of rights.
    `\\b${PERSON} (?:also )?(?:have|has|enjoy|enjoys)\\b[^;.]{0,20}\\brights? (?:of|to)\\b[^;]{0,160}(?:, |\\band |\\bor )${noun} ?(?:\\(|,|\\bor\\b|\\band\\b|of\\b|$)`,
    // "On request we erase all data".
    `\\b(?:on|upon|at) (?:your |the user's |written |a |simple ){0,2}(?:request|demand|application)\\b[^;]{0,60}\\b(?:we|is|are|be)\\b[^;.]{0,30}\\b${outcome}`,
    // "Removing your data: open …", "Correction: My Account > …".
    `^(?:\\W|\\d){0,8}(?:${noun})(?: of)?(?: (?:your|my|personal|user|stored)[a-z ]{0,24})?(?: \\([^()]{2,24}\\))?(?:: ?| - )[a-z"(]`,
  ];
}

const CORRECT_NOT = '(?! (?:your |the |our )?(?:mind|consent|cookie|privacy settings))';
/** Pages and services are visited, data are seen. */
const SEE_NOT = '(?! (?:and [a-z]{4,8} )?(?:the|this|our) (?:[a-z]{5,8} )?(?:data protection|privacy|policy|statement|notice)\\b)(?! (?:to )?(?:our|the|this|these|any|certain|all|some|other|a|an|that)? ?(?:[a-z]{1,12} )?(?:platforms?|services?|sites?|websites?|apps?|products?|features?|functions?|applications?|internet|pages?|community|store)\\b)';
const SHARED_ASIDE: SignalPattern['unless'] = ['cookie'];

const PATTERNS: SignalPattern[] = [
  ...all('right-delete', offered(ERASE), { needs: ['delete'], unless: SHARED_ASIDE }),
  ...all('right-correct', offered(MEND, CORRECT_NOT), { needs: ['correct'], unless: SHARED_ASIDE }),
  ...all('right-correct', [
    '^[^;.?]{0,40}\\b(?:mistakes?|errors?|typos?|wrong|incorrect|inaccura[a-z]{2,4}|out of date)\\b[^;.?]{0,60}\\?',
    '\\b(?:tell|inform|notify|let|keep)\\b[^;.]{0,40}\\b(?:if|when|of|about|informed)\\b[^;.]{0,40}\\b(?:(?:data|information|details|address(?:es)?|name|circumstances) (?:[a-z]{2,8} )?chang(?:es?|ed)|incorrect|inaccurate|wrong|mistakes?|out of date)\\b',
  ], { needs: ['correct'], unless: SHARED_ASIDE }),
  ...all('right-access', offered(SEE, SEE_NOT), { needs: ['user'], unless: SHARED_ASIDE }),
  ...all('right-access', [
    '\\bright of information\\b',
    '\\b(?:shall|will|must) be (?:given|told|furnished with|provided with|informed)\\b[^;]{0,40}\\b(?:application|request|demand)\\b[^;]{0,60}\\b(?:data|information|details)\\b',
  ]),
  ...all('right-cancel', offered(CLOSE), { needs: ['account'] }),
  ...all('cancel-mention', [`\\b${CLOSE.base} (?:down )?${ACCOUNT}\\b`, `\\b${ACCOUNT} (?:[a-z]{2,6} )?${CLOSE.done}\\b`], { needs: ['right-cancel'] }),
  { signal: 'right-port', pattern: /\b(?:take|move|carry|bring)\b[^;.]{0,40}\b(?:with you|elsewhere|to (?:another|a new|a different|the competition))\b|\bhand(?:ed)? (?:it |them )?over to you\b[^;.]{0,50}\b(?:format|third)|\b(?:pass|hand|send)(?:ed|s)? (?:on )?(?:your|the|all) (?:[a-z]{4,12} )?data (?:[a-z]{4,12} )?to (?:a|another) (?:new |different )?(?:provider|service|company|controller)|\bexport\b[^;.]{0,40}\b(?:csv|json|xml)\b|\b(?:open|common|standard) format\b/ },
  { signal: 'right-explain', pattern: /\b(?:ask|demand|request|rights?|entitled)\b[^;]{0,60}\b(?:how|why)\b[^;]{0,60}\b(?:scores?|decisions?|results?|outcomes?|came about|was reached|were reached)\b|\b(?:ask|demand|rights?|entitled)\b[^;]{0,60}\breasons?\b[^;]{0,40}\b(?:set out|given|stated|laid open|decisions?)\b|\b(?:go|walk|talk|take) (?:you )?through the (?:factors|reasons|logic|criteria)\b|\blogic (?:involved|applied|used|behind|underlying)\b/ },
  { signal: 'right-kin', pattern: /\b(?:pass(?:es|ed)? away|die[sd]?|deceased|death|bereave[a-z]{1,5}|(?:once|when|after) you are gone)\b[^;]{0,140}\b(?:relatives|next of kin|heirs?|family|left behind|executors?|estate|legacy|widow(?:er)?|spouse|survivors?)\b|\b(?:widow(?:er)?|heirs?|executors?|legacy contact)\b[^;]{0,80}\b(?:died|dead|gone|late|deceased|data|photos|account)\b/ },
  { signal: 'contact-word', pattern: /\bcontact(?:ing)? (?:the |our )?(?:data )?(?:controller|privacy (?:team|office|officer)|protection officer|dpo)\b/ },
  // A way of doing it that names a button, a page or a desk.
  { signal: 'way-step', pattern: /\b(?:press|tap|click|hit|choose|select|push|use|send)(?:ing)? (?:on )?(?:the |our )?"|\b(?:options|profile|account|history|activity|preferences) (?:page|screen|section|tab)\b|\b(?:in writing|(?:by )?(?:letter|post)) to [a-z0-9]|\bat (?:the |our )?(?:reception|front desk|counter|branch)\b|\b(?:by|after) logging in\b/ },
];

const TERMS: Terms = {
  delete: ['removing', 'wiping', 'scrub', 'scrubbed', 'expunge', 'expunged', 'get rid of', 'taken down', 'be forgotten', 'destruction'],
  correct: ['fix', 'fixed', 'put right', 'put it right', 'mistake', 'mistakes', 'typo', 'typos', 'errors', 'accurate', 'out of date', 'inaccurate', 'incorrect', 'wrong'],
};

export const OFFERED: SignalSource = { terms: TERMS, patterns: PATTERNS };
