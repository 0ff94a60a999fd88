/** Rights of the person, answering requests, complaints, remedies outside. */
import type { SignalPattern, Terms } from '../signals';
import { all, DATA, UNINSTALLING } from './wording';

const USER = "(?:you|users?|customers?|members?|data subjects?|individuals?|parents?|guardians?|(?:the |a )?(?:consumer|student|person)s?)";
const MAY = "(?:can|may|could|(?:the |a )?rights?|entitled|able to|request|ask|wish|want|would like|choose|require|need to)";
/** Words between "you may" and what may be done; the operator must not become the actor on the way. */
const ON = "(?:(?!\\bwe (?:will|may|can|shall|might|also|collect|use|share)\\b)[^;.:]){0,70}?";
/** Pages and services are visited, data are accessed. */
const NOT_SITE = '(?! (?:to |or use |and use |and using |or using |the use of )?(?:our|the|this|these|any|certain|all|some|other|third|a|an|that)? ?(?:or part of the )?(?:[a-z]{1,12} )?(?:platforms?|services?|sites?|websites?|apps?|products?|features?|applications?|internet|pages?|community|store|functions?)\\b)';

/** "you may … DO … your data", "ask us to DO", "the right to DO", "DO, correct or delete", and headings such as "DO your data". */
function may(verbs: string): string[] {
  return [
    `\\b${USER}\\b[^;.:]{0,24}\\b${MAY}\\b${ON}\\b(?:${verbs})\\b${NOT_SITE}[^;.]{0,50}\\b${DATA}\\b`,
    `\\b(?:ask|asking|request|requesting|require|contact|contacting|write to|e-?mail|call) (?:that )?(?:us|[a-z0-9._-]{1,30}@[a-z0-9.-]{1,30}|the operator|our team)\\b[^;.]{0,50}\\b(?:${verbs})\\b${NOT_SITE}`,
    `\\bright (?:of|to) (?:request |obtain |have |ask for |the )?(?:[a-z,]{2,12} ){0,3}?(?:${verbs})\\b${NOT_SITE}`,
    `\\b(?:${verbs}),? (?:or |and )?(?:access|copy|correct|rectify|update|amend|edit|change|manage|delete|erase|remove|export|transfer|restrict|withdraw)\\b|\\b(?:access|copy|correct|rectify|update|amend|edit|delete|view|review|download),? (?:[a-z]{3,10}, ){0,2}(?:or |and )?(?:${verbs})\\b`,
    `^(?:\\W|\\d){0,8}(?:(?:[a-z]|[ivx]{2,4})[.)] ?)?(?:how (?:to|do i|can i) |right (?:to|of) |to )?(?:[a-z]{3,10} and )?(?:${verbs})(?: (?:to |of )?(?:your|my|personal|the|their|his|any|inaccurate|incorrect|incomplete|it|data|information)\\b(?![a-z ]{0,24} (?:is|are) (?:[a-z]{4,10} )?(?:restricted|limited|granted|controlled|logged|given|available|provided)\\b)|: | - |\\W{0,3}$)`,
    `\\b(?:let us know|(?:tell|inform|notify|contact) us|write to us)\\b[^;]{0,90}\\bwe (?:will|shall|can|may) (?:[a-z]{4,12} )?(?:${verbs})\\b`,
    // Entries of a list of controls: "Delete records: …", "View your history".
    `^(?:\\W|\\d){0,8}(?:${verbs}) (?:or [a-z]{4,8} )?(?:[a-z-]{3,12} ){0,2}(?:records?|history|entries|data|information|database|files?|content|recordings)\\b(?! (?:is|are|will|may|by us|from)\\b)`,
    `\\b(?:requests? (?:for|to)|request(?: the| a| an)?) (?:[a-z,]{2,12} ){0,3}?(?:${verbs})\\b${NOT_SITE}`,
    `\\b(?:tools?|features?|controls?|functions?|settings?|options?)\\b[^;.]{0,40}\\b(?:to|that let you|which let you) (?:[a-z, ]{0,24})?\\b(?:${verbs})\\b${NOT_SITE}[^;.]{0,50}\\b${DATA}\\b`,
  ];
}

const ACCESS = 'export|exporting|export of|query|querying|access|accessing|view|viewing|review|inspect|consult|see|obtain a copy|receive a copy|get a copy|copy|know|download|a copy|copies|confirm what';
const CORRECT = 'correct|corrects|correcting|corrected|correction|rectify|rectified|rectification|update|updating|updated|amend|amended|amendment|edit|editing|modify|modification|change(?! (?:your |the )?(?:consent|cookie|privacy|notification|communication|marketing|e-?mail|advertising|ad|permission) (?:preferences|settings|choices))|changing|complete(?! (?:your |the )?(?:transactions?|orders?|purchases?|payments?|registration))|supplement';
const DELETE = 'delete|deleting|deleted|deletion|erase|erased|erasing|erasure|remove|removed|removal|clear';

const SHORT_DAYS = '(?:\\b(?:[1-9]|1[0-5])|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen))(?: ?\\(\\d{1,2}\\))?[ -](?:business |working |calendar )?days?\\b';
const SHORT_OTHER = '(?:\\b\\d{1,2}|\\b(?:one|two|three|twelve|twenty-four|forty-eight|seventy-two))(?: ?\\(\\d{1,2}\\))?[ -]hours?\\b|(?:\\b[12]|\\b(?:a|one|two))[ -]weeks?\\b';
const LONG = '(?:\\b(?:1[6-9]|[2-9]\\d|1[0-8]\\d)|\\b(?:sixteen|twenty|twenty-one|thirty|forty-five|forty five|sixty|ninety))(?: ?\\(\\d{1,3}\\))?[ -](?:business |working |calendar )?days?\\b|(?:\\b[3-8]|\\b(?:three|four|five|six|eight))[ -]weeks?\\b|(?:\\b[123]|\\b(?:a|one|two|three))(?: ?\\(\\d\\))?[ -](?:calendar )?months?\\b';
const REPLY = '(?:(?<!please |you must |you should |you need to |you have to )respond(?:s|ing|ed)?|(?:reaction|response|reply|answering) times?|repl(?:y|ies|ied|ying)|answers?|answered|response|act(?:ion)? (?:on|upon)|process(?:ed)? (?:your|the|such) (?:request|complaint|application|enquiry|inquiry|query)|(?:handle|address|resolve|complete|deal with|fulfil|fulfill|honou?r|verify)[a-z]{0,3}\\b[^;.]{0,30}\\b(?:request|complaint|inquir|enquir|question|concern|it\\b|them\\b)|get back to (?:you|me|everyone|all|each|users?|customers?)|hear (?:back )?from us|(?:requests?|complaints?|inquir(?:y|ies)|enquir(?:y|ies)|quer(?:y|ies)|questions?)\\b[^;.]{0,30}\\b(?:is|are|will be|be|gets?) (?:[a-z]{4,10} )?(?:handled|processed|answered|completed|fulfilled|resolved|dealt with|addressed|actioned|looked into|attended to)|feedback)';
const WAYS = '(?:contact|e-?mail|write|writing|call|send|submit|reach|via|through|form|hotline|phone|dial|@|https?:|address|lodge|file|report to us|raise|tell us|let us know)';
const OUTSIDE = '(?:supervisory authorit(?:y|ies)|data protection (?:authorit(?:y|ies)|commission(?:er)?|board|agency|regulators?)|regulators?|regulatory (?:authorit(?:y|ies)|body|bodies|departments?)|information commissioner(?:\'s office)?|ico|cyberspace (?:administration|affairs)|competent (?:authorit(?:y|ies)|departments?)|relevant (?:authorit(?:y|ies)|departments?)|(?:local|public|government|national|state|privacy|protection|your|the|an) (?:[a-z]{2,12} )?authorit(?:y|ies)|attorney general|ftc|federal trade commission|cnil|(?:data|information|privacy|personal)(?: [a-z]{4,12}){0,3} (?:commission|commissioner|board|agency)|ombudsman|(?:the )?(?:[a-z]{4,12} )?(?:dpc|dpa)\\b|consumer (?:protection )?(?:association|agency)|public security|authorit(?:y|ies))';

export const REQUEST_TERMS: Terms = {
  'no-account': ['no accounts', 'no user accounts', 'do not offer accounts', 'does not offer accounts', 'do not have accounts', 'does not require registration', 'no registration', 'no account system', 'need no account', 'needs no account', 'do not need an account', 'does not require an account'],
  'has-account': ['your account', 'an account', 'user account', 'register', 'sign up', 'sign in', 'account information', 'account settings', 'member account'],
};

export const REQUEST_PATTERNS: SignalPattern[] = [
  { signal: 'has-account', pattern: /(?<!\bat[- ])\blog ?in\b(?! (?:state|status)\b)/ },
  { signal: 'own-account', needs: ['account'], pattern: /\b(?:register|sign up|creat(?:e|ing) (?:an?|your) (?:[a-z]{3,12} )?account|your account with us|our account)\b/ },
  { signal: 'no-account', pattern: /\bno (?:[a-z-]{2,14},? (?:or |and )?){0,3}(?:registration|sign-?in|login|log-?in|sign-?up|account creation)\b/ },
  { signal: 'no-account', pattern: /\b(?:do|does)(?: not|n't) (?:operate|have|offer|provide|support|maintain) (?:an? |any )?(?:[a-z]{3,12} ){0,2}(?:log-?ins?|accounts?|registration|sign-?ups?|sign-?ins?)\b/ },
  ...all('right-access', [...may(ACCESS), '\\b(?:subject access|access request)s?\\b'], { needs: ['personal-data'] }),
  ...all('right-access', ['\\b(?:confirm|check|know|inquire|enquire|learn|ask|ascertain|find out|verify) (?:us )?(?:whether|if) (?:or not )?(?:we (?:hold|process|have|store|keep)|your (?:personal )?(?:data|information) (?:is|are))\\b', '\\bconfirmation (?:of|as to|that|about)? ?whether\\b', '\\bright (?:to|of) information (?:in accordance|under|pursuant|according|about (?:the |your )?(?:data|personal|processing)|\\(|$)', '\\brights? of access\\b', '\\bsubject access requests?\\b', '\\bdownload (?:your|my) data\\b', '\\bexports? of (?:the |your |all )?(?:personal )?(?:data|information)\\b', '\\b(?:obtain|receive|request|get) a copy of (?:your|the|their)\\b']),
  ...all('right-correct', may(CORRECT), { needs: ['correct'] }),
  { signal: 'right-correct', needs: ['correct'], pattern: /\bright to\b[^.;]{0,240}\bto (?:rectify|correct|update|amend)\b|\bopportunity to (?:update|correct|amend|edit)\b/ },
  { signal: 'right-delete', needs: ['delete'], pattern: /\bright to\b[^.;]{0,240}\bto (?:erase|delete)\b/ },
  { signal: 'right-correct', pattern: /\bhave (?:any |the |your |their )?(?:incorrect |inaccurate |wrong )?[^;.]{0,40}\b(?:corrected|rectified)\b|\bright (?:to|of) (?:rectification|correction)\b|\b(?:keep|let) [^;.]{0,40}\b(?:up to date|up-to-date)\b|\b(?:can|may) be (?:[a-z]{4,12} )?(?:corrected|updated|changed|edited|modified|amended) (?:[a-z]{4,12} )?(?:by (?:you\b|e-?mailing|contacting|sending|writing|visiting|going|logging)|at any time|in (?:the|your)|on request|upon request)/ },
  ...all('right-delete', may(DELETE), { needs: ['delete'] }),
  { signal: 'right-delete', pattern: new RegExp(UNINSTALLING) },
  // "… is kept until you delete it in the app"
  { signal: 'right-delete', needs: ['store', 'delete'], pattern: /\b(?:until|unless) (?:you|users?|the user|the owner|they) (?:manually |explicitly |choose to |decide to |yourself )?(?:delete|remove|clear|erase)s?\b(?! (?:your |the |their )?accounts?\b)/ },
  { signal: 'right-delete', pattern: /\b(?:delet|eras|remov|purg)[a-z]{0,3}\b[^;.]{0,60}\b(?:on|upon|at|by) (?:your )?(?:written |e-?mail )?request\b|\b(?:data )?(?:deletion|erasure) requests?\b|\b(?:delete|erase|remove) my (?:[a-z]{4,10} )?(?:data|information|account)\b|\bright to be forgotten\b|\bhave (?:it|them|your [a-z ]{2,24}) (?:deleted|erased|removed)\b|\bclear your (?:history|cache|records)\b|\bremove (?:yourself|you|(?:your|their) (?:name|details|data|information)) from (?:our|the|[a-z' ]{3,40}) (?:database|records|systems|mailing list|list)\b|\b(?:can|may) be (?:[a-z]{4,12} )?(?:deleted|erased|removed) (?:[a-z]{4,12} )?(?:by (?:you\b|e-?mailing|contacting|sending|writing|request|visiting|going|logging)|at any time|in (?:the|your)|on request|upon request)/ },
  { signal: 'right-cancel', needs: ['cancel-account'], pattern: /\b(?:you|users?|customers?|members?|how to|request|right|wish|want|option|function|may|can)\b[^;]{0,120}\b(?:cancel|clos|delet|deactivat|deregister|terminat|remov|eras)[a-z]{0,6} (?:[a-z']{1,14} ){0,3}(?:(?:and|or) (?:your |the |their |my )?)?accounts?\b|^(?:\W|\d){0,8}(?:to |for )?(?:cancel|clos|delet|deactivat|deregister)[a-z]{0,6} (?:[a-z']{1,12} ){0,3}accounts?\b|\baccounts? (?:deletion|cancellation|closure|deregistration)\b|\baccounts? (?:can|may) be (?:[a-z]{4,10} )?(?:deleted|closed|cancell?ed|terminated|removed)\b|\b(?:settings?|menu|page|click|tap)[^;]{0,40}\b(?:cancel|clos|delet|deactivat|deregister)[a-z]{0,6} (?:[a-z']{1,14} ){0,3}account\b/ },
  { signal: 'cancel-mention', needs: ['cancel-account'], pattern: /\b(?:cancel|clos|delet|deactivat|deregister|terminat|remov|eras)[a-z]{0,6} (?:[a-z']{1,14} ){0,3}(?:(?:and|or) (?:your |the |their |my )?)?accounts?\b|\baccounts? (?:deletion|cancellation|closure|termination|deregistration|is deleted|is closed)/ },
  { signal: 'no-right', pattern: /\b(?:unauthori[sz]ed|unlawful|illegal|improper|accidental)\b[^;]{0,40}\b(?:access|copying|modification|alteration|deletion|disclosure|destruction|erasure|use)\b|\b(?:we|the developers?|nobody|no ?one|our (?:staff|employees)) (?:cannot|can't|do not|don't|have no|are unable to|never|can) (?:[a-z]{2,10} ){0,2}(?:access|view|see|read)\b/ },
  { signal: 'right-port', pattern: /\b(?:data )?portability\b|\bdownload (?:all )?(?:of )?(?:your|their) (?:personal |account )?(?:data|information)\b|\bmachine[- ]readable\b|\bstructured,? commonly[- ]used\b|\bportable (?:copy|format)|\b(?:obtain|receive|get|request|ask (?:us )?for|download|export|provide you with)\b[^;]{0,30}\bcop(?:y|ies)\b|\bcopy of (?:your|the|their|his) (?:[a-z]{2,12} ){0,3}(?:information|data|records)|\bexport(?:ing)? (?:your|their|personal)|\bexports? of (?:the |your |all )?(?:personal )?(?:data|information)|\b(?:transfer|transmit|transmitted|move|transferred|port)\b[^;]{0,60}\bto (?:another|other|a (?:different|third)|the) (?:[a-z]{3,12} )?(?:controller|handler|company|service|provider|organi[sz]ation|party|processor|platform|entity)\b[^;]{0,30}(?:you|where|if|,|\.|$)|\baccess or copy\b|\bcopy your\b|\bport (?:your|the)? ?(?:[a-z]{2,12} )?(?:data|information)/ },
  { signal: 'right-explain', pattern: /\b(?:ask|request|require|demand|obtain|(?<!\breserve the )right|entitled|have|want|receive|seek|(?:you|to) (?:be )?(?:get|given))\b(?:(?!\bhelp us\b|\bwe explain\b)[^;]){0,80}\b(?:explain(?:ed)?|explanations?|clarif(?:y|ication))\b/ },
  { signal: 'right-kin', pattern: /\b(?:relatives|next of kin|heirs|family members|spouse)\b[^;]{0,80}\b(?:exercise|access|copy|request|may|can|right|correct|delete|contact)|\b(?:deceased|died|dies|(?:your|his|her|their|user's|users'|owner's|person's|subject's|holder's|event of|after|upon) death|passed away|passes away)\b[^;]{0,80}\b(?:relatives|next of kin|heirs|family|legacy|information|account)/ },
  { signal: 'way-step', pattern: /^(?:\W{0,4}|\d{1,2}[.)] |step \d\W{0,2})(?:click|tap|go to|log in|sign in|select|open|visit|press)\b|\b(?:log|logging|sign|signing)(?: in)?(?:to| in to) (?:your|the|their) (?:[a-z]{2,12} )?account\b|\bin-app (?:tools?|controls?|settings?|feature)|\bin (?:the|your) (?:app|mini program|account|profile)\b|\b(?:within|inside) the (?:app|application|extension|game|program)\b|\bby (?:swip|tapp|click|press|long-press|hold|select|choos)ing\b|\bprivacy dashboard\b|\bdeveloper tools\b|\buninstall(?:ing|ed)?\b|\bby clearing (?:your|the) (?:[a-z']{3,12} ){0,2}(?:data|cache|storage|history)\b|\bby (?:uninstall|remov|delet)ing (?:the |this )?(?:app|application|extension|add-on|plug-?in|program|game)\b|\bon (?:the|your) (?:main|home|settings|profile|history) (?:screen|page)\b/ },
  { signal: 'exercise', pattern: /\bexercis(?:e|es|ing)\b[^;]{0,50}\b(?:rights?|choices|requests?|them|it)\b|\b(?:use|invoke|assert|enforce|make use of|avail yourself of) (?:any |one )?(?:of )?(?:the|your|these|those|such) (?:[a-z]{3,12} )?rights\b|\b(?:submit|make|send|file|lodge|raise)(?:ting|ing)? (?:a |an |your |such |any |the |us )?(?:[a-z]{2,12} ){0,3}requests?\b|\bmanage your (?:personal )?(?:information|data|account)\b|\b(?:questions|inquiries|comments),? (?:comments,? )?(?:and|or) requests\b|\b(?:data(?: subject)?|deletion|access|rights|privacy) requests?\b|\bprivacy(?:[- ]related)? (?:inquir(?:y|ies)|enquir(?:y|ies)|requests?|matters)\b|\b(?:these|those|the above|any of your|such) rights\b|\brequests? (?:under|relating|concerning|regarding|about)\b/ },
  { signal: 'rights-heading', pattern: /^(?:\W|\d){0,8}[^;.]{0,30}\b(?:your|user|users'|data subject|individual|privacy|you have|legal) (?:[a-z]{2,12} ){0,3}(?:rights|choices|controls)\b|^(?:\W|\d){0,8}[^;.]{0,24}\b(?:rights of|manag(?:e|ing) your|exercis(?:e|ing)|how to (?:access|exercise|manage|control))\b/ },
  { signal: 'cancel-burden', needs: ['cancel-account'], pattern: /\b(?:photo|picture|selfie)[^;]{0,30}\b(?:holding|hand-held|handheld)|\b(?:hand-?held|notari[sz]ed|in person|by (?:registered )?(?:post|mail))\b/ },

  ...all('reply-short', [
    `(?:${SHORT_DAYS}|${SHORT_OTHER})[^;.]{0,60}?\\b${REPLY}`,
    `\\b${REPLY}[^;.\\d]{0,90}?(?:${SHORT_DAYS}|${SHORT_OTHER})`,
    `\\brequests?\\b[^;.\\d]{0,90}\\b(?:deleted?|removed?|erased?|corrected?|updated?|completed?|complied)\\b[^;.\\d]{0,30}(?:${SHORT_DAYS}|${SHORT_OTHER})`,
  ], { unless: ['incident'] }),
  ...all('reply-long', [
    `(?:${LONG})[^;.]{0,60}?\\b${REPLY}`,
    `\\b${REPLY}[^;.\\d]{0,100}?(?:${LONG})`,
    `\\b(?:requests?|complaints?|concerns?|claims?)\\b[^;.\\d]{0,40}\\b(?:within|no (?:later|longer) than)[^;.\\d]{0,12}(?:${LONG})`,
  ], { unless: ['incident'] }),
  { signal: 'reply-vague', pattern: new RegExp(`\\b(?:promptly|timely|in due course|shortly|without (?:undue |culpable |unreasonable )?delay|swiftly|speedily|quickly|as soon as|reasonabl[ey] (?:time|period|timeframe|timescale|soon)|relevant periods?|time (?:limits?|periods?|frames?) (?:required|provided|set|prescribed)|in accordance with (?:applicable|relevant) laws?)\\b[^;.]{0,60}\\b${REPLY}|\\b${REPLY}[^;.]{0,80}\\b(?:promptly|timely|in due course|shortly|without (?:undue |culpable |unreasonable )?delay|swiftly|speedily|quickly|as soon as|(?:a )?reasonabl[ey] (?:time|period|timeframe|timescale)|relevant periods?|time (?:limits?|periods?|frames?) (?:required|provided|set|prescribed)|within the (?:time|period))`) },

  { signal: 'reply-vague', unless: ['child', 'minor', 'incident'], pattern: /\b(?:delete|remove|erase|correct|comply with|consider|handle|take steps to)\b[^;.]{0,70}\b(?:as soon as (?:possible|practicable|reasonably)|promptly|without undue delay|within a reasonable (?:time|period))/ },

  { signal: 'complaint-contact', needs: ['complain'], pattern: /\b(?:complain(?:t|ts)?|grievances?|allegations?)\b[^;]{0,70}\b(?:contact(?:ing)?|write to|e-?mail|call|let|tell|reach) us\b/ },
  { signal: 'complaint-offer', needs: ['complain'], pattern: new RegExp(`\\b(?:complain(?:t|ts|s|ing)?|grievances?|allegations?)\\b[^;]{0,130}${WAYS}|\\b${WAYS}[^;]{0,90}\\b(?:complain(?:t|ts|s|ing)?|grievances?|allegations?)\\b|^(?:\\W|\\d){0,8}(?:questions|inquiries|enquiries|feedback|comments)?(?:,| and| or)? ?(?:complaints?|grievances?|allegations)`) },
  { signal: 'question-offer', pattern: /\b(?:questions?|concerns?|comments?|suggestions?|requests?|feedback|inquir(?:y|ies)|enquir(?:y|ies)|quer(?:y|ies)|opinions?)\b[^;]{0,90}\b(?:contact|e-?mail|write|call|send|submit|open|raise|reach|via|through|addressed to|get in touch|form)\b|\b(?:contact|e-?mail|write to|call|reach) us\b/ },
  { signal: 'contact-anyhow', pattern: /\b(?:contact(?:ing)?|reach(?:ing)?|write to|e-?mail) us (?:by|via|through|at|using|on|in|with)\b|\bfollowing (?:ways|channels|methods|means|contact|address|postal)/ },
  ...all('external-remedy', [
    `\\b(?:complain(?:t|ts|s|ing)?|claims?|concerns?|appeal|(?<!\\bwe |\\bwill |\\bshall |\\bmust )report|grievances?|contact|lodge|file)\\b[^;]{0,80}\\b(?:to|with|before|at|by) (?:[a-z'’-]{1,14} ){0,4}${OUTSIDE}\\b`,
    '\\bright to (?:lodge|file|make) a complaint (?:in accordance|under|pursuant|according|\\()',
    '\\bcontact (?:the |your )?(?:[a-z]{2,14} ){0,6}?(?:commissioner|ombudsman|supervisory authority|data protection authority|data protection commission)\\b',
    `\\b${OUTSIDE}\\b[^;]{0,60}\\b(?:complain|complaint|lodge|report)`,
    `\\b${OUTSIDE}\\b[^;]{0,140}\\b(?:open to (?:you|your)|(?:can|may|will|could) (?:also )?(?:look into|listen|hear you|investigate|help you))\\b`,
    `\\b(?:you|residents?|data subjects?|users?|customers?|everyone|anyone|consumers?)\\b[^;]{0,20}\\b(?:can|may|rights?|free|entitled|able|welcome)\\b[^;]{0,60}\\b(?:turn|go|approach|recourse|appeal|escalate|take|contact|apply|address|refer)\\b[^;]{0,50}\\b${OUTSIDE}`,
    '\\b(?:recourse|resort|access|apply|appeal|go) to (?:the |a )?(?:competent |civil )?courts?\\b|\\bcourts?\\b[^;]{0,40}\\bopen to you\\b',
    "\\b(?:bring|file|start|take|initiate|institute|commence|seek)[a-z]{0,3}\\b[^;]{0,30}\\b(?:lawsuit|legal action|legal proceedings|proceedings|a suit|an action|judicial remed(?:y|ies)|action in court|litigation|arbitration)\\b",
    '\\b(?:sue|suing) (?:us|the operator|in)\\b|\\b(?:disputes?|controvers(?:y|ies))\\b[^;]{0,90}\\b(?:courts?|arbitration|jurisdiction|arbitral)\\b',
  ], { unless: ['share'] }),
];
