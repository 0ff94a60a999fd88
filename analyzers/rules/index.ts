/** All conduct rules. A test proves that every file of this folder is listed, documented, translated and has fixtures. */
import type { Rule } from '../rule';

export const RULES: readonly Rule[] = [];
