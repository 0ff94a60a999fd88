/** After the person has refused, identifiers or personal data still go to recipients the service does not need. */
import type { Rule } from '../rule';
import { judgeAfter } from '../traffic/after-decision';

export const collectionAfterRefusal: Rule = {
  id: 'collection-after-refusal',
  category: 'no-consent',
  severity: 'high',
  basis: [{ instrument: 'NDSR', article: '22' }, { instrument: 'CRITERIA', article: '三-2' }],
  judge: (context) => judgeAfter(context, 'refuse', 'after-refuse'),
};
