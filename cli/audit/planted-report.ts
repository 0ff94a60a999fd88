/** What became of values that were planted into forms which nobody sent. */
import type { EpochMs, Exchange, FieldKind } from '../../analyzers/artifacts';
import { siteOf } from './unseen';
import type { PlantedField, Sitting } from './record';

export interface PlantedReport {
  /** Fields that were filled, with the made-up values. */
  fields: Pick<PlantedField, 'kind' | 'label' | 'selector' | 'pageUrl' | 'value' | 'problem'>[];
  /** Requests that carried one of them, though no form was sent. */
  sent: { kind: FieldKind; recipient: string; url: string; at: EpochMs; requestId: string; form: 'plain' | 'encoded' | 'hashed'; afterMs: number }[];
}

/** Where planted values went: by the digests under which the extension recognises what was typed. */
export function plantedReport(sittings: readonly Sitting[]): PlantedReport {
  const fields = sittings.flatMap(({ planted = [] }) => planted);
  const sent = sittings.flatMap(({ planted = [], visit }) => {
    const typed = visit?.typed ?? [];
    if (!visit || planted.length === 0) return [];
    return visit.exchanges.flatMap((exchange: Exchange) =>
      exchange.items.flatMap((item) => {
        const entry = typed.find((one) => one.digest === item.digest && one.at <= exchange.at + 1_000);
        return entry ? [{ kind: entry.fieldKind, recipient: siteOf(exchange.url), url: exchange.url, at: exchange.at, requestId: exchange.id, form: item.form, afterMs: exchange.at - entry.at }] : [];
      }),
    );
  });
  return {
    fields: fields.map(({ kind, label, selector, pageUrl, value, problem }) => ({ kind, label, selector, pageUrl, value, ...(problem ? { problem } : {}) })),
    // A value that stands twice in one request went out once.
    sent: sent.filter((one, index) => sent.findIndex((other) => other.requestId === one.requestId && other.kind === one.kind) === index),
  };
}
