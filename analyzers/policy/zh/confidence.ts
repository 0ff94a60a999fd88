import type { MeasuredConfidence } from '../language-reader';
import fitted from './confidence.json';

/**
 * Most confidence of each answer on Chinese policies: written by `scripts/fit-confidence.ts` from answers that were given before
 * anybody who writes the rules had seen the labels. A duty may be less sure of one answer than of its others, never surer than this.
 */
export const MEASURED: MeasuredConfidence = fitted;
