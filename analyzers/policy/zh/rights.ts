/** Chinese words and wordings of the signals in `signals/rights.ts`. */
import type { SignalSource } from '../signals';

export const RIGHTS: SignalSource = { terms: {}, patterns: [] };
