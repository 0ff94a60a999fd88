/** After the person has taken a consent back, identifiers or personal data still go to recipients the service does not need. */
import type { Rule } from '../rule';
import { judgeAfter } from '../traffic/after-decision';

export const collectionAfterWithdrawal: Rule = {
  id: 'collection-after-withdrawal',
  category: 'no-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '15' }, { instrument: 'PIPL', article: '47' }],
  judge: (context) => judgeAfter(context, 'withdraw', 'after-withdraw'),
};
