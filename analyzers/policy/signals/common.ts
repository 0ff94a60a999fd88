/**
 * Signals that several duties share. A signal says "this sentence speaks of X"; whether it affirms, denies or only asks is
 * told by the modality signals and by `Reading.negated`. Every language gives the same names.
 */
export const COMMON_SIGNALS = [
  // who
  'we', // the operator speaks of itself
  'user', // the person addressed
  'affiliate', // companies of the same group
  'third-party', // others: partners, suppliers, advertisers
  'provider', // service providers and suppliers who process for the operator
  'guardian', // parents and guardians
  'minor', // under 18
  'child', // under 14, children
  'authority', // public bodies: regulators, police
  'court',
  'kin', // close relatives
  // what is done
  'collect', 'use', 'store', 'share', 'entrust', 'transfer', 'disclose', 'abroad', 'delete', 'anonymise', 'access', 'copy', 'correct',
  'cancel-account', 'withdraw', 'refuse', 'switch-off', 'notify', 'respond', 'complain', 'sue', 'explain', 'port', 'encrypt',
  // what it is about
  'personal-data', // 个人信息, personal information, in general
  'sensitive-term', // the term "sensitive personal information"
  'data-concrete', // a concrete kind of data: phone number, device model, IP address
  'data-sensitive-kind', // a kind the law treats as sensitive: id number, face, bank account, track, health
  'account', 'policy', 'cookie', 'sdk', 'permission', 'security', 'incident', 'personalise', 'advertising', 'automated-decision', 'merger',
  // consent, weakest first
  'consent', // 同意, 授权
  'explicit-consent', // 明示同意
  'separate-consent', // 单独同意
  'guardian-consent', // consent of a parent or guardian
  // modality of the sentence
  'negation', 'condition', 'exception',
  'law-quote', // repeats what a law says
  'law-name', // names a law
  'definition', // says what a word means
  // a way to act
  'way-menu', 'way-email', 'way-phone', 'way-address', 'way-service', 'way-form', 'way-section',
  'service-named', 'service-bare', // tells which service of the operator it is; only that there is one
  // marks that other wordings need: an organisation's ending, an arrow between menu entries
  'org-suffix', 'arrow',
  // a separate document that is named by its title
  'named-document',
  // refers for a matter to another privacy document by its title
  'points-elsewhere',
] as const;

export type CommonSignal = (typeof COMMON_SIGNALS)[number];
