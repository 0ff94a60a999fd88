/**
 * The contract between what is observed and what is judged.
 *
 * Entrypoints (and the command line) fill these types; analyzers read nothing else. Everything in here is bounded
 * (see `LIMITS`), may be stored, and never holds what the user typed: personal values appear as a mask and a digest only.
 * Pages are hostile: every string that comes from a page or the network is data, never markup and never code.
 */
export * from './basics';
export * from './policy';
export * from './consent';
export * from './form';
export * from './permission';
export * from './page';
export * from './traffic';
export * from './visit';
