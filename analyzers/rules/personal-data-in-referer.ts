/** Personal data that stands in the page's address reaches a third party by Referer or as a parameter that holds that address. */
import type { DataItem, DataKind } from '../artifacts';
import type { Rule, RuleContext, Verdict } from '../rule';
import { dataCertainty, isIdentifier, isNavigation } from '../traffic/certainty';
import { wordsOf } from '../traffic/key-class';
import { evidenceOf, isThirdParty, kindNames, kindsOf, mayBeOwn, nameAll, nothingFound, violation, type Sighting } from '../traffic/judging';

export const personalDataInReferer: Rule = {
  id: 'personal-data-in-referer',
  category: 'shared-without-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '23' }, { instrument: 'PIPL', article: '51' }],
  judge,
};

/** Search words of the address are no secret of the person's; an address shows in every request. */
const LEFT_OUT: ReadonlySet<DataKind> = new Set(['ip', 'search-or-page-content', 'typed-text', 'coarse-location']);

/** Parameters in which trackers send the page's address: their public documentation (dl, dr, $current_url, su, lt …) and plain words. */
const PAGE_PARAMETER = /^(?:dl|dr|su|url|u|uri|href|loc|ref|rf|src_url|page|from|origin)$|(?:^|_)(?:url|uri|href|referr?er|location|page_url|landing|current_url|document_location)(?:_|$)/;

function judge(context: RuleContext): Verdict {
  const { visit } = context;
  const third = visit.exchanges.filter((exchange) => isThirdParty(context.recipientOf(exchange)) && !isNavigation(exchange));
  const sure: Sighting[] = [];
  const doubtful: Sighting[] = [];
  for (const exchange of third) {
    const recipient = context.recipientOf(exchange);
    const items = exchange.items.filter((item) => !isIdentifier(item) && !LEFT_OUT.has(item.kind) && isOfPageAddress(item));
    const certain = mayBeOwn(recipient, visit.site) ? [] : items.filter((item) => dataCertainty(item, visit) === 'sure');
    const rest = items.filter((item) => !certain.includes(item));
    if (certain.length > 0) sure.push({ exchange, recipient, items: certain });
    if (rest.length > 0) doubtful.push({ exchange, recipient, items: rest });
  }
  const facts = (list: readonly Sighting[]) => ({ recipients: nameAll(list.map(({ recipient }) => recipient)), kinds: kindNames(kindsOf(list)), count: list.length });
  const found = violation(evidenceOf(sure), facts(sure));
  if (found) return found;
  if (doubtful.length > 0) return { outcome: 'review', say: 'doubtful', evidence: evidenceOf(doubtful), facts: facts(doubtful) };
  const hasDataInAddress = visit.exchanges.some(({ type, items }) => type === 'document' && items.some((item) => item.where === 'url' && !isIdentifier(item) && !LEFT_OUT.has(item.kind)));
  const answer = nothingFound(context, third);
  return answer.outcome === 'pass' && !hasDataInAddress ? { outcome: 'not-applicable' } : answer;
}

/** From the Referer, or out of an address inside a parameter that holds the page's own: `url > dl > url > phone`. */
function isOfPageAddress(item: DataItem): boolean {
  if (item.where === 'referer') return true;
  const steps = item.path.split(' > ');
  const nested = steps.indexOf('url', 1);
  if (nested < 1) return false;
  return steps.slice(0, nested).some((step) => PAGE_PARAMETER.test(wordsOf((step.split('.').pop() ?? '').replace(/\[\d+\]|^\$/g, ''))));
}
