/**
 * How English policies offer a choice: taking consent back, leaving out what is not needed, managing cookies, complaining,
 * being told of changes. Put together from concepts, as the rights are (`rights-offered.ts`).
 */
import type { SignalPattern, SignalSource, Terms } from '../signals';
import { all } from './wording';

const TAKE_BACK = '(?:withdraw|revoke|rescind|retract|cancel|take back)';
const TAKEN_BACK = '(?:withdrawn|revoked|rescinded|retracted|cancelled|canceled|taken back)';
const AGREEMENT = '(?:consents?|authori[sz]ations?|permissions?|declarations? of consent)';
/** What users need not give, and what is said of it. */
const PIECES = '(?:fields?|boxes|data|information|details|questions|items|entries)';
const POLICY = '(?:polic(?:y|ies)|notice|statement|declaration|terms|document|page)';
const SERVICE = '(?:apps?|sites?|websites?|services?|shop|game|program|features?|functions?|functionality|platform)';
const UNEASY = "(?:complain(?:ts?|ing)?|unhappy|dissatisfied|not (?:happy|satisfied)|grievances?|misuse|objections?)";
const TELL = '(?:contact|e-?mail|mail|write|tell|call|ring|phone|send|use|talk|speak|reach|raise|turn|address)';

const PATTERNS: SignalPattern[] = [
  // taking consent back
  ...all('withdraw-consent', [
    `\\b${AGREEMENT}\\b[^;.]{0,90}\\b(?:can|may|could|to|be) (?:[a-z]{4,12} )?(?:be )?${TAKEN_BACK}\\b`,
    `\\bconsent\\b[^;]{0,140}\\byou (?:may|can|are free to|are entitled to) (?:[a-z]{2,10} )?${TAKE_BACK} (?:it|them|this|that)\\b`,
    '\\bchang(?:e|ed|ing) your mind about (?:the |your |any |giving ){0,2}consent\\b',
    `\\b(?:modify|adjust|narrow|limit|vary)(?:ing)? (?:the )?(?:scope|extent) of (?:your|the|any) ${AGREEMENT}\\b`,
  ]),

  // what need not be given
  ...all('optional-function', [
    `\\b${PIECES}\\b[^;.]{0,50}\\b(?:may|can) be (?:left (?:blank|empty|out)|skipped|omitted)\\b`,
    '\\b(?:everything else|all else|all others?|the (?:rest|others?|remainder)|(?:all |the )?other (?:fields|data|details|information|entries)) (?:is|are) (?:[a-z]{4,12} )?(?:optional|voluntary|up to you|not (?:needed|required|mandatory)|your choice)\\b',
    '\\b(?:you|users?) (?:are|is) (?:not|under no) (?:legally |contractually )?(?:obliged|obligated|required|bound|obligation) to (?:provide|give|disclose|supply|share)\\b',
    '\\b(?:you|users?) have no (?:[a-z]{5,12} (?:or [a-z]{5,12} )?)?(?:obligation|duty) to (?:provide|give|disclose|supply|share)\\b',
    `\\b(?:you|users?) need not (?:give|provide|grant|enter|supply|share|allow|fill|register)\\b`,
  ]),
  { signal: 'unaffected', pattern: new RegExp(`\\b(?:the )?(?:rest|remainder) of (?:the |our )?${SERVICE} (?:still |will |can |stays?|remains?|works?|goes on|continues?)|\\bworks? (?:just |exactly )?as (?:usual|well|before|normal)\\b|\\b(?:does|do|will)(?: not|n't) (?:result in|lead to|cause|bring|entail) (?:any )?(?:disadvantages?|detriment|penalt(?:y|ies))`) },
  { signal: 'impaired', pattern: new RegExp(`\\b(?:degraded|reduced|diminished|restricted|poorer|worse|loss of|less (?:comfortable|convenient)) (?:the )?(?:user )?(?:experience|functionality|functions?|features?|service|use)\\b|\\b(?:influence|effect|impact|bearing) on (?:the |our )?(?:functionality|functions?|use|service|experience|operation)\\b`) },
  { signal: 'refuse', pattern: new RegExp(`^without (?:these|this|such|your|the|those) (?:[a-z]{3,12} )?(?:data|information|details|permissions?|consent)\\b`) },

  // cookies
  { signal: 'manage', pattern: /\b(?:switched off|turned off|got rid of|get rid of|prohibit(?:ed)?|forbid|forbidden|stop (?:them|cookies)|say no)\b/ },
  { signal: 'browser-settings', needs: ['cookie'], pattern: /\b(?:options|preferences|settings|menu) of (?:your|the|their) (?:web )?browser\b|\bctrl ?\+|\bcookie (?:banner|dialogue?|bar|window|tool|preferences)\b/ },

  // complaints
  { signal: 'complaint-offer', needs: ['complain'], pattern: new RegExp(`^[^;.?]{0,60}\\b${UNEASY}\\b[^;.?]{0,60}\\?`) },
  { signal: 'complaint-offer', needs: ['complain'], pattern: new RegExp(`\\b${UNEASY}\\b[^;]{0,120}\\b${TELL}\\b|\\bgrievance (?:officer|redressal)\\b`) },
  { signal: 'complaint-offer', unless: ['incident'], pattern: new RegExp(`\\bto report\\b[^;.]{0,20}\\b(?:misuse|abuse|violations?|infringements?)\\b[^;]{0,60}\\b${TELL}\\b`) },

  // changes
  { signal: 'policy-change', pattern: new RegExp(`\\b(?:alter|adapt|adjust)(?:s|ed|ing|ations?)?\\b[^;.]{0,40}\\b${POLICY}\\b|\\b${POLICY}\\b[^;.]{0,40}\\b(?:alter|adapt|adjust)(?:s|ed|ing|ations?)?\\b|\\b(?:newest|latest|most recent|current) version of (?:this|the|our) (?:[a-z]{4,12} )?${POLICY}\\b|\\b(?:updat|chang|amend|revis|modif)[a-z]{0,8}\\b[^;.]{0,40}\\bdeclaration\\b|\\bdeclaration\\b[^;.]{0,40}\\b(?:updat|chang|amend|revis|modif)[a-z]{0,8}\\b|^(?:\\W|\\d){0,6}(?:all |any )?(?:material |major |substantial |important )?(?:revisions|amendments|alterations) (?:are|will be|shall be)\\b`) },
  { signal: 'posts-version', needs: ['policy-change'], pattern: /\b(?:version|text|policy|notice|statement|declaration)\b[^;.]{0,40}\b(?:found|available|accessible|kept|shown)\b[^;.]{0,40}\b(?:here|page|website|site|app)\b/ },
  { signal: 'consent-again', pattern: /\b(?:only|not until|until|unless) (?:(?:after|once|when|if) )?you (?:have |'ve )?(?:press|click|tap|tick|agree|accept|confirm)(?:e?d)?\b/ },
];

const TERMS: Terms = {
  refuse: ['refusing', 'blocking', 'denying', 'deny', 'say no', 'saying no', 'left blank', 'left empty'],
  cookie: ['text file', 'text files'],
  complain: ['unhappy', 'dissatisfied', 'not satisfied', 'not happy', 'grievance officer', 'misuse of your data', 'objections'],
};

export const CHOICES: SignalSource = { terms: TERMS, patterns: PATTERNS };
