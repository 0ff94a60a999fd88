/**
 * Whether a value is the one behind a digest in a pack: what the person later proves to an office, without the pack ever
 * having held the value. The key (the visit's salt) stays with the person; whoever has it can try values out.
 */
import { digestOf } from '../traffic/mask';
import type { DataItem } from '../artifacts';
import type { SiteReport } from '../report';

/** The items of a report whose digest is that of the value under the key. */
export function itemsOf(report: SiteReport, key: string, value: string): { rule: string; requestId: string; item: DataItem }[] {
  const digests = new Set(normalForms(value).map((form) => digestOf(key, form)));
  return report.findings.flatMap(({ rule, evidence }) =>
    evidence.flatMap((one) => (one.kind === 'request' ? one.items.filter(({ digest }) => digests.has(digest)).map((item) => ({ rule, requestId: one.requestId, item })) : [])),
  );
}

/** The writings under which a value is looked for: as it is, without spaces and dashes, in lower and upper case. */
function normalForms(value: string): string[] {
  const trimmed = value.normalize('NFKC').trim();
  const bare = trimmed.replace(/[\s-]/g, '');
  return [...new Set([trimmed, bare, trimmed.toLowerCase(), bare.toUpperCase(), bare.replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')])].filter((form) => form !== '' && form.length <= 500);
}
