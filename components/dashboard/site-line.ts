/** A line of the list of sites, and which lines a filter leaves. Pure: ten thousand lines go through it at every key stroke. */
import type { Decision } from '../../analyzers/decision';
import type { Overview } from '../../analyzers/overview';
import type { CategoryCode } from '../../analyzers/report';
import type { Tally } from '../site/tally';

export interface SiteLine {
  overview: Overview;
  tags: readonly string[];
  /** Rules that count: neither dismissed nor set to report only. */
  suspected: readonly string[];
  doubtful: readonly string[];
  mood: Tally['mood'];
  /** Findings that were confirmed or dismissed. */
  decided: number;
  /** What a search looks through, in small letters. */
  words: string;
}

const NONE: readonly string[] = [];

/** Lines of all sites. */
export function linesOf(
  overviews: readonly Overview[],
  { tags, decisions, reportOnly }: { tags: ReadonlyMap<string, readonly string[]>; decisions: readonly Decision[]; reportOnly: readonly string[] },
): SiteLine[] {
  const silent = new Set(reportOnly);
  const bySite = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const list = bySite.get(decision.site);
    if (list) list.push(decision);
    else bySite.set(decision.site, [decision]);
  }
  return overviews.map((overview) => {
    const own = bySite.get(overview.site);
    const dismissed = own && new Set(own.filter(({ choice }) => choice === 'dismissed').map(({ rule }) => rule));
    const counts = (rule: string): boolean => !silent.has(rule) && !dismissed?.has(rule);
    const all = silent.size === 0 && !dismissed;
    const suspected = all ? overview.suspected : overview.suspected.filter(counts);
    const doubtful = all ? overview.doubtful : overview.doubtful.filter(counts);
    const siteTags = tags.get(overview.site) ?? NONE;
    return {
      overview,
      tags: siteTags,
      suspected,
      doubtful,
      mood: suspected.length > 0 ? 'bad' : doubtful.length > 0 ? 'doubt' : overview.policy !== 'read' || overview.unseen > 0 || overview.passed === 0 ? 'unseen' : 'clean',
      decided: own ? own.filter(({ choice }) => choice !== 'open').length : 0,
      words: `${overview.site} ${overview.operator} ${siteTags.join(' ')}`.toLowerCase(),
    };
  });
}

export const SORTS = ['last', 'site', 'suspected', 'doubtful', 'recipients'] as const;
export type Sort = (typeof SORTS)[number];
export const OUTCOMES = ['bad', 'doubt', 'unseen', 'clean', 'no-policy', 'undecided'] as const;

/** What the person looks for; empty words leave everything. */
export interface SiteFilter {
  text: string;
  category: string;
  rule: string;
  outcome: string;
  owner: string;
  tag: string;
  /** Days in the reader's zone, YYYY-MM-DD, both included. */
  since: string;
  until: string;
  sort: Sort;
  /** Smallest first. */
  ascending: boolean;
}

export const NO_FILTER: SiteFilter = { text: '', category: '', rule: '', outcome: '', owner: '', tag: '', since: '', until: '', sort: 'last', ascending: false };

/** The filter that an address's query stands for. */
export function filterFrom(query: URLSearchParams): SiteFilter {
  const word = (name: keyof SiteFilter): string => (query.get(name) ?? '').slice(0, 200);
  const day = (name: 'since' | 'until'): string => (/^\d{4}-\d{2}-\d{2}$/.test(word(name)) ? word(name) : '');
  return {
    text: word('text'), category: word('category'), rule: word('rule'), outcome: OUTCOMES.find((one) => one === word('outcome')) ?? '', owner: word('owner'), tag: word('tag'),
    since: day('since'), until: day('until'), sort: SORTS.find((one) => one === word('sort')) ?? 'last', ascending: query.get('ascending') === '1',
  };
}

/** The query of a filter, only what differs from nothing. */
export function queryOf(filter: SiteFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (name === 'ascending') {
      if (value) query.set(name, '1');
    } else if (value && value !== NO_FILTER[name as keyof SiteFilter]) query.set(name, String(value));
  }
  return query;
}

/** The lines a filter leaves, sorted. */
export function applyFilter(lines: readonly SiteLine[], filter: SiteFilter, categoryOf: (rule: string) => CategoryCode | undefined): SiteLine[] {
  const words = filter.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const since = filter.since ? new Date(`${filter.since}T00:00:00`).getTime() : -Infinity;
  const until = filter.until ? new Date(`${filter.until}T23:59:59.999`).getTime() : Infinity;
  const inCategory = (rule: string): boolean => categoryOf(rule) === filter.category;
  const left = lines.filter(
    ({ overview, suspected, doubtful, tags, mood, words: own, decided }) =>
      words.every((word) => own.includes(word)) &&
      (!filter.category || suspected.some(inCategory) || doubtful.some(inCategory)) &&
      (!filter.rule || suspected.includes(filter.rule) || doubtful.includes(filter.rule)) &&
      (!filter.owner || overview.recipients.some(({ owner }) => owner === filter.owner)) &&
      (!filter.tag || tags.includes(filter.tag)) &&
      overview.at >= since && overview.at <= until &&
      (!filter.outcome ||
        (filter.outcome === 'no-policy' ? overview.policy !== 'read' : filter.outcome === 'undecided' ? suspected.length + doubtful.length > 0 && decided === 0 : mood === filter.outcome)),
  );
  const compare = COMPARE[filter.sort];
  const sign = filter.ascending ? 1 : -1;
  return left.sort((a, b) => sign * compare(a, b) || b.overview.at - a.overview.at || BY_NAME.compare(a.overview.site, b.overview.site));
}

const BY_NAME = new Intl.Collator('en');
const COMPARE: Record<Sort, (a: SiteLine, b: SiteLine) => number> = {
  last: (a, b) => a.overview.at - b.overview.at,
  site: (a, b) => BY_NAME.compare(a.overview.site, b.overview.site),
  suspected: (a, b) => a.suspected.length - b.suspected.length || a.doubtful.length - b.doubtful.length,
  doubtful: (a, b) => a.doubtful.length - b.doubtful.length,
  recipients: (a, b) => a.overview.recipients.length - b.overview.recipients.length,
};

/** What can be chosen in the filters: everything that occurs, the most frequent first. */
export function choicesIn(lines: readonly SiteLine[]): { rules: string[]; owners: string[]; tags: string[] } {
  const [rules, owners, tags] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const count = (map: Map<string, number>, word: string): void => void map.set(word, (map.get(word) ?? 0) + 1);
  for (const { overview, suspected, doubtful, tags: own } of lines) {
    for (const rule of suspected) count(rules, rule);
    for (const rule of doubtful) count(rules, rule);
    for (const { owner } of overview.recipients) count(owners, owner);
    for (const tag of own) count(tags, tag);
  }
  const often = (map: Map<string, number>): string[] => [...map].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  return { rules: often(rules), owners: often(owners).slice(0, 400), tags: often(tags) };
}
