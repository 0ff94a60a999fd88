/** Signals of the duties on rights, recipients, sensitive data, minors and safety that are not common to all. */
export const RIGHTS_SIGNALS = [] as const;

export type RightsSignal = (typeof RIGHTS_SIGNALS)[number];
