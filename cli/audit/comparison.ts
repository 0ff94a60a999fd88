/** What other companies get before any choice, after acceptance and after refusal, side by side. */
import type { DataKind } from '../../analyzers/artifacts';
import type { Flow, SiteReport, Stage } from '../../analyzers/report';
import type { ConsentMode } from './record';

/** What one recipient got in one sitting. */
export interface Got {
  kinds: DataKind[];
  requests: number;
}

export interface ComparedRecipient {
  domain: string;
  owner: string;
  country: string;
  party: Flow['recipient']['party'];
  /** Absent where it got nothing, or where that sitting could not be had (`seen` says which). */
  beforeChoice?: Got;
  afterAccept?: Got;
  afterRefuse?: Got;
}

export interface Comparison {
  /** Sittings that could be had, with the answer given in them. */
  seen: ('beforeChoice' | 'afterAccept' | 'afterRefuse')[];
  recipients: ComparedRecipient[];
}

/** Which column a sitting fills, and by which stages. */
const COLUMNS: Record<ConsentMode, { column: Comparison['seen'][number]; stages: readonly Stage[] }> = {
  ignore: { column: 'beforeChoice', stages: ['before-choice'] },
  accept: { column: 'afterAccept', stages: ['after-accept'] },
  refuse: { column: 'afterRefuse', stages: ['after-refuse', 'after-withdraw'] },
};

/** Compares the sittings of one site; recipients that got something after a refusal come first. */
export function comparisonOf(sittings: { mode: ConsentMode; report: SiteReport; isSeen: boolean }[]): Comparison {
  const recipients = new Map<string, ComparedRecipient>();
  const seen: Comparison['seen'] = [];
  for (const { mode, report, isSeen } of sittings) {
    if (!isSeen) continue;
    const { column, stages } = COLUMNS[mode];
    if (mode === 'ignore' || report.acts.some(({ kind }) => (mode === 'accept' ? kind === 'accept' || kind === 'tick-and-submit' : kind === 'refuse' || kind === 'withdraw'))) seen.push(column);
    for (const flow of report.flows) {
      if (!stages.includes(flow.stage) || flow.recipient.party === 'first') continue;
      const { domain, owner, country, party } = flow.recipient;
      const row = recipients.get(domain) ?? { domain, owner, country, party };
      recipients.set(domain, row);
      const got = row[column] ?? { kinds: [], requests: 0 };
      row[column] = { kinds: [...new Set([...got.kinds, ...flow.kinds])].sort(), requests: got.requests + flow.count };
    }
  }
  const rank = (row: ComparedRecipient) => (row.afterRefuse ? 0 : row.beforeChoice ? 1 : 2);
  return { seen, recipients: [...recipients.values()].sort((a, b) => rank(a) - rank(b) || (a.domain < b.domain ? -1 : 1)) };
}
