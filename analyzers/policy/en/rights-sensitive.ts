/** Sensitive personal information and minors. */
import type { SignalPattern, Terms } from '../signals';

const SENSITIVE = '(?:sensitive (?:categories of )?(?:personal )?(?:information|data|details)|special categor(?:y|ies) of (?:personal )?(?:data|information)|sensitive)';
/** Kinds in PIPL 28(1) and GB/T 35273 annex B, in the words policies use for what they collect. */
const OTHER_KIND =
  "(?:\\bid (?:number|card|document)s?|\\bidentity (?:card|document|number)s?|\\b(?:national |government[- ]issued |personal )?identification (?:number|document|card)s?|\\bgovernment[- ]issued|\\bpassports?(?: number)?|\\bdriver'?s?'? licen[cs]es?|\\bsocial security numbers?|\\btax(?:payer)? (?:id|identification) numbers?|\\bfacial|\\bface (?:data|image|recognition|scan|id)|\\bfingerprints?|\\bbiometric|\\bvoice ?prints?|\\biris\\b|\\bprecise (?:geo-?)?location|\\bprecise geographic|\\bhealth\\b|\\bmedical (?:record|histor|condition|information|data)|\\bgenetic|\\breligio(?:n|us)|\\bracial|\\bethnic|\\bsexual orientation|\\bpolitical opinion|\\bcriminal record|\\bproof of (?:identity|age)|\\bidentity verification document|\\bchildren's (?:personal )?(?:information|data)|\\bincome\\b|\\bsalary\\b)";
/** Means of paying, which many services leave to those who take the payment. */
const PAYMENT_KIND = '(?:\\bbank (?:account|card)s?|\\b(?:credit|debit|payment) card|\\bcard (?:numbers?|details|data|information)|\\bpayment (?:method )?(?:details|information|data)|\\bfinancial account)';
export const SENSITIVE_KIND = `(?:${OTHER_KIND}|${PAYMENT_KIND})`;

export const SENSITIVE_TERMS: Terms = {
  'minor-guidance': ['guidance of a parent', 'guidance of your parent', 'guidance of their parent', 'guidance of a guardian', 'guidance of parents', 'guidance of your guardian', 'supervision of a parent', 'supervision of their parent', 'supervision of parents', 'with your parent', 'with your parents', 'accompanied by a parent', 'together with a parent', 'presence of a parent', 'guidance of their guardians', 'guidance of guardians'],
};

export const SENSITIVE_PATTERNS: SignalPattern[] = [
  { signal: 'minor-guidance', pattern: /\b(?:guidance|supervision|presence|company|help|assistance|involvement) of (?:an? |your |their |the |his or her )?(?:parents?|(?:legal )?guardians?)\b/ },
  { signal: 'sensitive-denied', needs: ['personal-data'], unless: ['explicit-consent', 'separate-consent'], pattern: new RegExp(`(?:\\bnot\\b|\\bnever\\b|n't\\b|\\bno\\b)[^;.]{0,50}\\b(?:collect|process|ask|store|request|seek|obtain|extract|provide|submit|send|require|retain|designed|intended|mine|share|need)[a-z]{0,3}\\b[^;.]{0,110}(?:${SENSITIVE_KIND}|\\bsensitive|\\bspecial categor|\\b(?:precise |exact )?location)`) },
  {
    signal: 'sensitive-named',
    needs: ['sensitive-term'],
    unless: ['definition', 'sensitive-denied'],
    pattern: new RegExp(
      `\\b(?:is|are|constitutes?|as|be|belongs? to|falls? (?:under|within|into)|which is|namely|counts? as|means|treated as) (?:your |a |the |also |considered |deemed |regarded as |classified as |particularly |highly ){0,3}${SENSITIVE}\\b|\\b${SENSITIVE}\\b[^;]{0,24}(?:\\b(?:includ|such as|namely|like|for example|e\\.g|consist)|[:(])[^;]{0,90}(?:${SENSITIVE_KIND}|\\bpassword|\\bphone)|${SENSITIVE_KIND}[^;]{0,60}(?:\\(|, |and other |or other )(?:other )?${SENSITIVE}\\b`,
    ),
  },
  { signal: 'goes-on-listing', pattern: /^(?:these |this |such (?:data|information) |they )?(?:includ(?:e|es|ing)|for example|such as|namely|e\.g)\b/ },
  { signal: 'sensitive-marked', needs: ['sensitive-term'], pattern: /\b(?:bold|marked|highlight(?:ed)?|asterisk|italics?|underlined)\b/ },
  // Proof of who asks, shown to exercise a right, is looked at and no more.
  { signal: 'sensitive-kind', unless: ['exercise'], pattern: new RegExp(SENSITIVE_KIND) },
  { signal: 'sensitive-other', needs: ['sensitive-kind'], pattern: new RegExp(OTHER_KIND) },
  { signal: 'payment-kind', needs: ['sensitive-kind'], unless: ['sensitive-other'], pattern: new RegExp(PAYMENT_KIND) },
  // "Card details are handled by Stripe; we never see or store them."
  { signal: 'payment-elsewhere', needs: ['sensitive-kind'], pattern: new RegExp(`${PAYMENT_KIND}[^;]{0,60}\\b(?:handled|processed|collected|managed|stored|passed|sent|transmitted|submitted|provided|entered)\\b[^;]{0,40}\\b(?:entirely|solely|directly|exclusively|only)\\b|${PAYMENT_KIND}[^;]{0,120}\\b(?:never|not|n't)\\b[^;.]{0,40}\\b(?:reach|touch|hit|pass through|go through|stored? (?:on|by|in|your)|store|see|have access|our servers?)\\b|\\b(?:never|not|n't)\\b[^;.]{0,50}\\b(?:collect|see|store|access|process|keep|receive|hold|retain|save)[a-z]{0,3}\\b[^;.]{0,50}${PAYMENT_KIND}`) },
  { signal: 'payment-need', pattern: /\b(?:process|handle|complete|take|accept|fulfil|collect|charg|manag)[a-z]{0,3} (?:(?:your|the|any|orders?|and|purchases?) ){0,3}(?:payments?|orders?|transactions?|purchases?|billing)\b/ },
  { signal: 'sensitive-kind', unless: ['sensitive-denied'], pattern: new RegExp(`\\bwe\\b[^;.]{0,30}\\b(?:collect|process|use|store|receive|obtain)[a-z]{0,3}\\b[^;.]{0,40}${SENSITIVE} (?:personal )?(?:information|data)\\b|\\bwe\\b[^;.]{0,30}\\b(?:collect|process)\\b[^;.]{0,50}\\bspecial categor(?:y|ies)`) },
  { signal: 'sensitive-place', pattern: /\bgps\b|\b(?:precise |exact |device |your )?(?:geo)?location (?:data|information)\b|\bgeo-?location\b|\blatitude\b/ },
  { signal: 'exact-place', needs: ['sensitive-place'], pattern: /\bgps\b|\blatitude\b|\bcoordinates\b|\b(?:precise|exact)\b/ },
  // What unlocks the app on the device is a guard, not a collection.
  { signal: 'sensitive-denied', pattern: /\b(?:face id|touch id|fingerprints?|biometrics?|biometric (?:authentication|login|unlock(?:ing)?))\b[^;.]{0,60}\b(?:on-device|(?:on|by|of) (?:your|the|their) (?:own )?device|unlock(?:ing)?|locally|never leaves?)\b/ },
  { signal: 'coarse-place', pattern: /\b(?:approximate|coarse|rough|general|imprecise|inaccurate) (?:geographic(?:al)? |geo-?)?location\b|\b(?:city|country|region)-?(?: or (?:city|country|region))?[- ]level\b|\b(?:geo-?)?location\b[^;.]{0,90}\b(?:from|based on|inferred from|derived from) (?:your |the )?ip\b/ },
  {
    signal: 'refusal-effect',
    pattern: /\b(?:if|without|unless|refus(?:e|es|al|ing)|declin(?:e|es|ing)|not (?:provide|give|share|allow)|choose not|withhold|deactivate|disable|turn off|otherwise)\b[^;]{0,90}\b(?:cannot|can't|unable|not be able|may not|will not|won't|affect[a-z]{0,3}|can still|still|limited|only|not available|impossible|unavailable|not work|instead)\b|\b(?:cannot|can't|unable|not able|impossible)\b[^;.]{0,60}\bwithout (?:it|this|them|these|that|your)\b|\b(?:could|may|might|can)\b[^;.]{0,20}\b(?:harm|affect|damage|infringe|endanger|impact)\b[^;.]{0,40}\b(?:your|personal|the)\b|\bnot affect\b/,
  },
  { signal: 'need-told', pattern: /\b(?:necessary|required|needed|need|essential)\b[^;]{0,50}\b(?:to|for|because|by|in order)\b|\bin order to\b|\bso (?:that|you can|users can|the (?:owner|user|app|member) can)\b|\bbecause\b|\bfor (?:the )?(?:following )?purposes?\b|\bused? (?:[a-z]{1,12} ){0,4}(?:to|for)\b|\bto (?:verify|confirm|provide|process|complete|pay|deliver|identify|authenticate|comply|protect|enable|help|improve|issue|send|measure|analy[sz]e|support|facilitate|offer|respond|fulfil|show|prevent)[a-z]{0,3}\b|\b(?:law|regulations?|authorit(?:y|ies)) (?:require|demand)s?\b|\bif you ask for a refund\b/ },

  { signal: 'minor-document', pattern: /\b(?:(?:children|kid|minor|teen|youth)(?:'s|s'|s)?|juvenile|young people(?:'s)?)(?: personal information| privacy| data| personal data)?(?: protection)? (?:policy|notice|statement|rules)\b|\bprivacy for (?:young people|children|kids)\b|\b(?:policy|notice|statement|rules) (?:for|on) (?:children|minors)\b/ },
  { signal: 'minor-barred', pattern: /\b(?:not|never)\b[^;.]{0,24}\b(?:intended|directed|aimed|designed|meant|targeted|offered|available|marketed)\b[^;.]{0,30}\b(?:children|minors?|kids|individuals|persons?|anyone|users|people|under)\b|\bmust be (?:at least |over |older than )?\d{1,2}\b|\b(?:minors|a minor|children|under (?:the age of )?\d{1,2})\b[^;.]{0,50}\b(?:may|must|should|can|do|are)(?: not|n't)\b|\b(?:not|n't|never) (?:knowingly|intentionally) (?:collect|process|solicit|obtain|sell)|\bunder (?:the age of )?\d{1,2}\b[^;.]{0,30}\b(?:prohibited|not permitted|not allowed)/ },
  { signal: 'minor-heading', pattern: /\b(?:child(?:ren)?(?:'s)?|minors'?|minor(?:'s)? (?:users?|protection|privacy)|teens?|kids'?|younger users|young people|youth|under (?:the age of )?\d{1,2}|underage)\b/ },
];
