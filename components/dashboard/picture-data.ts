/** Numbers behind the pictures. Pure. */
import { CATEGORY_ORDER, type SiteReport, type Stage } from '../../analyzers/report';
import type { DataKind } from '../../analyzers/artifacts';
import type { SiteLine } from './site-line';

export interface OwnerCount {
  owner: string;
  country: string;
  sites: number;
  /** Of these, how many sent it data before the person chose. */
  early: number;
}

/** Recipients by the number of sites that send them data, the most first. */
export function ownersOf(lines: readonly SiteLine[]): OwnerCount[] {
  const owners = new Map<string, OwnerCount>();
  for (const { overview } of lines)
    for (const { owner, country, early } of overview.recipients) {
      const known = owners.get(owner) ?? { owner, country, sites: 0, early: 0 };
      owners.set(owner, known);
      known.sites += 1;
      if (early) known.early += 1;
    }
  return [...owners.values()].sort((a, b) => b.sites - a.sites || b.early - a.early || (a.owner < b.owner ? -1 : 1));
}

/** Countries by the number of sites that send data to a recipient there; '' stands for recipients whose country is not known. */
export function countriesOf(lines: readonly SiteLine[]): { country: string; sites: number; early: number }[] {
  const countries = new Map<string, { country: string; sites: number; early: number }>();
  for (const { overview } of lines)
    for (const country of new Set(overview.recipients.map((one) => one.country))) {
      const known = countries.get(country) ?? { country, sites: 0, early: 0 };
      countries.set(country, known);
      known.sites += 1;
      if (overview.recipients.some((one) => one.country === country && one.early)) known.early += 1;
    }
  return [...countries.values()].sort((a, b) => b.sites - a.sites);
}

export interface MonthCount {
  /** YYYY-MM. */
  month: string;
  /** In the order of `CATEGORY_ORDER`. */
  counts: number[];
}

/** Months shown. */
const MONTHS = 18;

/** Suspected violations by month and category; a site looked at several times in a month counts with its last look. */
export function monthsOf(lines: readonly SiteLine[]): MonthCount[] {
  const months = new Map<string, number[]>();
  for (const { overview } of lines) {
    const last = new Map(overview.history.map((one) => [monthOf(one.at), one.counts]));
    for (const [month, counts] of last) {
      const sum = months.get(month) ?? CATEGORY_ORDER.map(() => 0);
      counts.forEach((count, index) => (sum[index] = (sum[index] ?? 0) + count));
      months.set(month, sum);
    }
  }
  return [...months].map(([month, counts]) => ({ month, counts })).sort((a, b) => (a.month < b.month ? -1 : 1)).slice(-MONTHS);
}

function monthOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}

/** How many others got each kind of data before, and after, the person chose. */
export function beforeAfter(report: SiteReport): { kind: DataKind; before: number; after: number }[] {
  const kinds = new Map<DataKind, { before: Set<string>; after: Set<string> }>();
  const isBefore = (stage: Stage): boolean => stage === 'before-choice';
  for (const { recipient, stage, kinds: own } of report.flows) {
    if (recipient.party === 'first') continue;
    for (const kind of own) {
      const known = kinds.get(kind) ?? { before: new Set(), after: new Set() };
      kinds.set(kind, known);
      known[isBefore(stage) ? 'before' : 'after'].add(recipient.owner || recipient.domain);
    }
  }
  return [...kinds].map(([kind, { before, after }]) => ({ kind, before: before.size, after: after.size })).sort((a, b) => b.before - a.before || b.after - a.after);
}
