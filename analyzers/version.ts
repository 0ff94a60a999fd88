/** Version of the rules: the day they last changed. Stands in every result, so that an old result can be told from a new one. */
export const RULES_VERSION = '2026.11.30';
