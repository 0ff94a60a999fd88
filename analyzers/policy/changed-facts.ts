/** Facts that one version of a policy states otherwise than the other: 保存期限：3年 → 实现目的所需时间. */
import type { PolicyFacts } from '../report';

export type FactName = 'handler' | 'contacts' | 'dataKinds' | 'recipients' | 'retention' | 'regions' | 'date';

export interface FactChange {
  fact: FactName;
  /** Values that only the older version states, and those that only the newer one does. */
  gone: string[];
  come: string[];
}

/** Values shown of one fact on each side. */
const MOST = 30;

/** The facts that differ, in the order in which a person asks for them. Spelling, spaces and order do not count. */
export function changedFacts(before: PolicyFacts, after: PolicyFacts): FactChange[] {
  const values: Record<FactName, (facts: PolicyFacts) => string[]> = {
    retention: ({ retention }) => retention,
    recipients: ({ recipients }) => recipients.map(({ name }) => name),
    dataKinds: ({ dataKinds }) => dataKinds.map(({ name }) => name),
    regions: ({ regions }) => regions,
    handler: ({ handler }) => handler,
    contacts: ({ contacts }) => contacts.map(({ value }) => value),
    date: ({ date }) => (date ? [date] : []),
  };
  return (Object.keys(values) as FactName[]).flatMap((fact) => {
    const [old, now] = [unique(values[fact](before)), unique(values[fact](after))];
    const gone = [...old].filter(([key]) => !now.has(key)).map(([, value]) => value);
    const come = [...now].filter(([key]) => !old.has(key)).map(([, value]) => value);
    return gone.length + come.length > 0 ? [{ fact, gone: gone.slice(0, MOST), come: come.slice(0, MOST) }] : [];
  });
}

function unique(values: readonly string[]): Map<string, string> {
  return new Map(values.map((value) => [value.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase(), value]));
}
