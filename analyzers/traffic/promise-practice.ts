/** Promise beside practice: what each recipient was seen to get, and what the policy says of it. */
import type { DataItem, DataKind, Visit } from '../artifacts';
import type { Denial, Promises, Said } from '../policy/promises';
import type { FlowRecipient, PracticeRow, PromisePractice } from '../report';
import type { RuleContext } from '../rule';
import { isAbroad } from './abroad';
import { certaintyOf, cookieItem, indexIdentifiers, isIdentifier, isKeptCookie, isNavigation } from './certainty';
import { isThirdParty } from './judging';
import { namesOfRecipient } from './recipients';

/** Rows of one report, and things declared but not seen: enough for the busiest page. */
const MOST_ROWS = 200;
const MOST_UNSEEN = 60;

/** Kinds every request shows or that are what the service is used with: no row of their own. */
const LEFT_OUT: ReadonlySet<DataKind> = new Set(['ip']);

/** Kinds of policies that traffic can show under the same name. */
const SHOWN_BY_TRAFFIC: ReadonlySet<string> = new Set([
  'name', 'phone', 'id-number', 'email', 'bank-card', 'address', 'birthday', 'gender', 'precise-location', 'coarse-location', 'device-id', 'cookie-id', 'account-id', 'face-image', 'audio', 'contacts',
  'health', 'search-or-page-content',
] satisfies DataKind[]);

/** The table of one visit. Without a policy that could be read every row says `unread`, never `omits`. */
export function promisePractice(context: RuleContext): PromisePractice {
  const { visit, policy } = context;
  const promises = policy?.promises.understood ? policy.promises : undefined;
  const rows = [...seenBy(context).values()].slice(0, MOST_ROWS).map((seen): PracticeRow => {
    const { recipient, kind, count, stages, certain } = seen;
    const head = { recipient, kind, count, stages: [...stages], certain };
    if (!policy || !promises) return { ...head, says: 'unread' };
    const denial = promises.denials.find((one) => denies(one, kind, recipient));
    if (denial) return { ...head, says: 'denies', said: plain(denial) };
    const declared = promises.declares(kind);
    // The site itself and those who serve it need not be named to get what the policy says is collected.
    const named = !isThirdParty(recipient) || policy.names(recipient);
    const where = declared ?? sentenceNaming(visit, recipient);
    if (declared && named) return { ...head, says: 'allows', said: plain(where ?? declared) };
    return { ...head, says: 'omits', missing: declared ? 'recipient' : named ? 'kind' : 'both', ...(where ? { said: plain(where) } : {}) };
  });
  return { rows, unseen: policy && promises ? unseen(promises, rows, policy.result.facts.recipients.map(({ name }) => name)) : { kinds: [], recipients: [] } };
}

interface Seen {
  recipient: FlowRecipient;
  kind: DataKind;
  count: number;
  stages: Set<PracticeRow['stages'][number]>;
  certain: boolean;
}

function seenBy(context: RuleContext): Map<string, Seen> {
  const { visit } = context;
  const index = indexIdentifiers(visit);
  const all = new Map<string, Seen>();
  for (const exchange of visit.exchanges) {
    const recipient = context.recipientOf(exchange);
    if (isNavigation(exchange) && recipient.party !== 'first') continue;
    const items: DataItem[] = [...exchange.items, ...exchange.setCookies.filter(isKeptCookie).map(cookieItem)];
    for (const kind of new Set(items.map((item) => item.kind))) {
      // What keeps a site's own session is no matter of promises.
      if (LEFT_OUT.has(kind) || (recipient.party === 'first' && (kind === 'cookie-id' || kind === 'device-id' || kind === 'account-id'))) continue;
      const key = `${recipient.domain} ${recipient.role} ${kind}`;
      const seen = all.get(key) ?? { recipient, kind, count: 0, stages: new Set(), certain: false };
      all.set(key, seen);
      seen.count++;
      seen.stages.add(context.stageAt(exchange.at));
      seen.certain ||= items.some((item) => item.kind === kind && (item.path.startsWith('set-cookie') || certaintyOf(item, visit, index) === 'sure'));
    }
  }
  return all;
}

function denies(denial: Denial, kind: DataKind, recipient: FlowRecipient): boolean {
  const identifier = isIdentifier({ kind } as DataItem);
  switch (denial.of) {
    case 'kinds':
      return denial.kinds?.includes(kind) === true;
    case 'nothing':
      return !identifier && kind !== 'typed-text' && kind !== 'search-or-page-content';
    case 'cookies':
      return kind === 'cookie-id';
    case 'sharing':
      return isThirdParty(recipient) && (!denial.kinds || denial.kinds.includes(kind)) && denial.contradicted !== true;
    case 'abroad':
      return isAbroad(recipient);
  }
}

/** The sentence of the policy or a linked document in which a recipient is named. */
function sentenceNaming({ policy }: Visit, recipient: FlowRecipient): Said | undefined {
  if (policy.status !== 'read' || !isThirdParty(recipient)) return undefined;
  const names = [recipient.domain, ...namesOfRecipient(recipient)].filter((name) => name.length >= 2);
  for (const { text, finalUrl, source } of [policy.document, ...policy.linked]) {
    for (const name of names) {
      const at = text.indexOf(name);
      if (at < 0) continue;
      const before = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('\n', at)) + 1;
      const start = Math.max(before, at - 60);
      const ends = ['。', '\n'].map((mark) => text.indexOf(mark, at)).filter((end) => end >= 0);
      const end = Math.min(text.length, start + 120, ...ends.map((one) => Math.max(one, at + name.length)));
      return { url: finalUrl, sha256: source.sha256, quote: text.slice(start, end), start, end };
    }
  }
  return undefined;
}

function unseen(promises: Promises, rows: readonly PracticeRow[], declared: readonly string[]): PromisePractice['unseen'] {
  const kinds = [...promises.declared].filter(([kind]) => SHOWN_BY_TRAFFIC.has(kind) && !rows.some((row) => row.kind === kind));
  const names = rows.flatMap(({ recipient }) => [recipient.domain, recipient.owner, ...namesOfRecipient(recipient)]);
  return {
    kinds: kinds.slice(0, MOST_UNSEEN).map(([kind, said]) => ({ kind: kind as DataKind, said: plain(said) })),
    recipients: declared.filter((name) => !names.some((other) => other.length >= 2 && (name.includes(other) || other.includes(name)))).slice(0, MOST_UNSEEN),
  };
}

function plain({ url, sha256, quote, start, end }: Said): Said {
  return { url, sha256, quote, start, end };
}
