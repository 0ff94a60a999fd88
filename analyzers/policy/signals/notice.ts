/** Signals of the duties on notice and consent (who, what, why, how long; consent; one-sided clauses). */
export const NOTICE_SIGNALS = [
  // who and how to reach
  'handler-name', // full registered name of a legal person
  'handler-role', // words that make a name the operator's: "operated by", "hereinafter we"
  'brand', // what the service or operator is called
  'handler-self', // a name that the sentence itself gives to "we"
  'contact-word', // "contact us", without a way yet
  'placeholder', // a form that nobody filled in
  'contact-offer', // tells that, and how, the operator can be reached
  'officer', // a data protection officer or team
  'officer-weak', // a team for something narrower, or an organisation without anybody in charge
  // what and why
  'purpose', // "用于…", "为了…": what something is for
  'use-heading', // wording of a heading over what data are used for
  'purpose-sole', // one concrete purpose, and none besides
  'purpose-of-these', // "we collect these data in order to …", right after they were named
  'purpose-told', // says outright what data are for: "these are used to …"
  'automatic', // collected by itself while the service is used
  'by-itself', // says outright that it is collected by itself
  'user-gives', // given by the user
  'from-others', // received from third parties
  'means-told', // tells in one sentence what is given and what comes by itself or from others
  'denies-list', // "we will not:", with a list below of what is not done
  'denies-collecting', // something is not collected, or nothing is
  'collects-nothing', // states that no personal information is collected
  // how long and where
  'retention-term', // a period or an event that ends keeping
  'kept-thing', // records of some kind, followed at once by a length of time
  'time-length', // a length of time
  'cancel-clears', // cancelling the account clears its data
  'while-active', // as long as an account is in use
  'retention-vague', // "as long as necessary"
  'end-of-retention', // the period is over, or the service stops
  'cleared-in-turn', // cleared regularly, nothing kept longer than a stated time
  'dispose-vague', // "handle properly", "take measures"
  'server', // computers where data may lie
  'domestic', // inside mainland China
  'storage-place', // says where data lies
  'storage-device', // says that it lies on the person's own device
  'storage-server', // says that it lies on a server or in a cloud, not where
  'storage-place-vague', // says that it may lie anywhere
  'date-full', 'date-vague', // a day or month; only a year or a version number
  'effective', // update, publication, effect
  // cookies
  'cookie-none', // states that none are used
  'cookie-purpose', // says what cookies do
  'cookie-document', // a cookie policy of its own
  'browser-settings', // settings of the browser or device
  'manage', // manage, clear, refuse, opt out
  // consent
  'stop-marketing', // may ask that data be no longer used for marketing
  'withdraw-consent', // consent or authorisation can be taken back
  'permission-off', // a permission or authorisation can be switched off in settings
  'sanction', // what the operator does to users who break its rules
  'optional', // marked as optional, or by free choice
  'optional-function', // a function that the user may switch on or leave off
  'may-add', // what the user may add by choice, or beyond what was listed
  'earlier-processing', // what was done before stays lawful
  'unaffected', // refusing leaves (other, basic) functions usable
  'impaired', // refusing makes something unusable
  // changes
  'policy-change', // the policy is or may be changed
  'active-notice', // tells by pop-up, push, message, mail, notice
  'fewer-rights', // no fewer rights without consent
  'posts-version', // only puts the new version up
  'consent-again', // takes consent again
  'change-without-notice', // need not tell of changes
  'change-any-time', // may change at any time, without a word on telling
  // one-sided clauses
  'use-is-consent', // using, visiting, registering counts as consent
  'use-or-continue', // "use or go on using": the first alone is enough
  'active-consent', // consent by a tick or a click of its own
  'after-change', // after a change or its effect
  'continued-use', // goes on using
  'disagree-stop', // who disagrees must stop or cannot use
  'disagree-whole', // the disagreement is with the policy or its terms, not with one permission
  'guardian-refuses', // only the guardian's disagreement has that effect
  'partly-usable', // some of the service stays usable
  'may-stop', // may choose to stop, need not
  'open-ended-data', // the list of data is left open
  'open-ended-denied', // none of an open list is collected
  'open-ended-other', // an open list of something other than data: purposes, services, measures
  'combined-data', // speaks of combining data, not of which data
  'access-reply', // what the user gets on asking
  'exception-list', // no consent is needed in these cases
  'exception-beyond-law', // a case that the law does not know
  'protects-itself', // an entry of a list: "to protect our rights"
  'breach-found', // discloses where the operator itself finds its rules broken
  'exception-at-will', // whatever the operator thinks fit
  'shares-anonymous', // what is shared names nobody any more
  'exception-research', // the same, for research and statistics
  'no-warranty', // gives no warranty for content, which is no matter of personal information
  'no-liability', // denies responsibility
  'own-fault', // force majeure, the user's own fault
] as const;

export type NoticeSignal = (typeof NOTICE_SIGNALS)[number];
