/** Signals of the duties on notice and consent (who, what, why, how long; consent; one-sided clauses). */
export const NOTICE_SIGNALS = [
  'handler-name', // full registered name of the operator
  'contact-offer', // tells how the operator can be reached
  'officer', // a data protection officer or team
  'purpose', // "用于…", "为了…": what something is for
  'purpose-of-data', // a purpose tied to a kind of data or a function
  'automatic', // collected by itself while the service is used
  'user-gives', // given by the user
  'retention-term', // a period or an event that ends keeping
  'retention-vague', // "as long as necessary"
  'end-of-retention', // the period is over, or the service stops
  'dispose-vague', // "handle properly"
  'domestic', // inside mainland China
  'storage-place', // says where data lies
  'date-full', 'date-vague', // a day or month; only a year or a version number
  'effective', // update, publication, effect
] as const;

export type NoticeSignal = (typeof NOTICE_SIGNALS)[number];
