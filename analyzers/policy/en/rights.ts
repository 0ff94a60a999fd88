/** English words and wordings of the signals in `signals/rights.ts`, by area. */
import type { SignalSource } from '../signals';
import { RECIPIENT_PATTERNS, RECIPIENT_TERMS } from './rights-recipients';
import { REQUEST_PATTERNS, REQUEST_TERMS } from './rights-requests';
import { SAFETY_PATTERNS, SAFETY_TERMS } from './rights-safety';
import { SENSITIVE_PATTERNS, SENSITIVE_TERMS } from './rights-sensitive';

export const RIGHTS: SignalSource = {
  terms: { ...REQUEST_TERMS, ...RECIPIENT_TERMS, ...SENSITIVE_TERMS, ...SAFETY_TERMS },
  patterns: [...REQUEST_PATTERNS, ...RECIPIENT_PATTERNS, ...SENSITIVE_PATTERNS, ...SAFETY_PATTERNS],
};
