/** Values a policy states: who, how to reach them, what is collected, who receives it, how long, where, since when. */
import type { PolicyDocument } from '../../artifacts';
import type { PolicyFacts } from '../../report';
import type { Reading } from '../reading';

/** Empty lists mean that nothing was found, never that nothing is there. */
export function readFacts(_document: PolicyDocument, _reading: Reading): PolicyFacts {
  return { handler: [], contacts: [], dataKinds: [], recipients: [], retention: [], regions: [], date: '' };
}
