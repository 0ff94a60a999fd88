/** Passwords, id numbers, cards, phones or faces leave unencrypted, or stand in an address. */
import type { DataItem, DataKind, Exchange } from '../artifacts';
import type { Rule, RuleContext, Verdict } from '../rule';
import { dataCertainty, type Certainty } from '../traffic/certainty';
import { evidenceOf, isIncomplete, nameAll, violation, type Sighting } from '../traffic/judging';

export const cleartextSensitiveData: Rule = {
  id: 'cleartext-sensitive-data',
  category: 'incidental',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '51' }, { instrument: 'NDSR', article: '9' }],
  judge,
};

const KINDS: ReadonlySet<DataKind> = new Set(['password', 'id-number', 'bank-card', 'phone', 'face-image']);

function judge(context: RuleContext): Verdict {
  const { visit } = context;
  const sensitive = (exchange: Exchange) => exchange.items.filter((item) => KINDS.has(item.kind) && item.form !== 'hashed');
  const exposed = (certainty: Certainty) => visit.exchanges.flatMap((exchange): Sighting[] => {
    const items = sensitive(exchange).filter((item) => isExposed(item, exchange) && dataCertainty(item, visit) === certainty);
    return items.length > 0 ? [{ exchange, recipient: context.recipientOf(exchange), items }] : [];
  });
  const facts = (list: Sighting[]) => ({ recipients: nameAll(list.map(({ recipient }) => recipient)), count: list.length });
  const sure = exposed('sure');
  const found = violation(evidenceOf(sure), facts(sure));
  if (found) return found;
  const doubtful = exposed('doubtful');
  if (doubtful.length > 0) return { outcome: 'review', say: 'doubtful', evidence: evidenceOf(doubtful), facts: facts(doubtful) };
  if (isIncomplete(visit)) return { outcome: 'error', say: 'incomplete' };
  return { outcome: visit.exchanges.some((exchange) => sensitive(exchange).length > 0) ? 'pass' : 'not-applicable' };
}

/** Over http or ws to another machine, or in the address itself, which logs and histories keep. */
function isExposed(item: DataItem, exchange: Exchange): boolean {
  if (/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(exchange.host)) return false;
  return /^(http|ws):/i.test(exchange.url) || item.where === 'url';
}
