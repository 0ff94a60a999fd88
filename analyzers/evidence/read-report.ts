/**
 * Whether data from outside (a file of the command line, a record of an older version, a pack from a stranger) has the form
 * of a report. What views and exports read is checked; anything added by a later version passes.
 */
import * as v from 'valibot';
import type { DataKind } from '../artifacts';
import { CATEGORY_ORDER, type DutyLabel, type InstrumentId, type Outcome, type Party, type RecipientRole, type SiteReport, type Stage } from '../report';

/** Longest texts and lists that are taken: beyond any real report. */
const MAX_TEXT = 20_000;
const MAX_LIST = 5_000;
const MAX_FINDINGS = 400;

/** One of a closed set; a member that is left out here does not type-check. */
const oneOf = <Member extends string>() => <const List extends readonly Member[]>(list: [Member] extends [List[number]] ? List : never) => v.picklist(list);

const text = v.pipe(v.string(), v.maxLength(MAX_TEXT));
const name = v.pipe(v.string(), v.maxLength(2_048));
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.maxLength(MAX_LIST));
const both = v.looseObject({ 'zh-CN': text, en: text });
const note = v.optional(both);
const at = v.pipe(v.number(), v.finite());
const party = oneOf<Party>()(['first', 'affiliate', 'processor-like', 'third']);
const stage = oneOf<Stage>()(['before-choice', 'after-accept', 'after-refuse', 'after-withdraw']);
const form = v.picklist(['plain', 'encoded', 'hashed']);
const role = oneOf<RecipientRole>()(['analytics', 'ads', 'captcha', 'anti-fraud', 'payment', 'map', 'cdn', 'cloud', 'customer-service', 'push', 'social-login', 'consent', 'video', 'unknown']);
const kind = oneOf<DataKind>()([
  'name', 'phone', 'id-number', 'email', 'bank-card', 'address', 'birthday', 'gender', 'precise-location', 'coarse-location', 'ip', 'device-id', 'cookie-id', 'account-id', 'face-image', 'audio', 'contacts',
  'health', 'search-or-page-content', 'typed-text', 'password',
]);
const instrument = oneOf<InstrumentId>()([
  'PIPL', 'NDSR', 'CSL', 'CIVIL', 'CONSUMER', 'CONSUMER-REG', 'ECOMMERCE', 'FACE', 'CHILDREN', 'MINORS', 'ALGORITHM', 'CROSS-BORDER', 'POPUP', 'CRITERIA', 'NECESSARY', 'GB35273',
]);

const recipient = v.looseObject({ domain: name, owner: name, country: name, party, reason: name, role });
const evidence = v.variant('kind', [
  v.looseObject({ kind: v.literal('policy-text'), url: name, sha256: name, quote: v.optional(text), note }),
  v.looseObject({ kind: v.literal('request'), requestId: name, url: name, pageUrl: v.optional(name), at, recipient: name, items: list(v.looseObject({ kind, form, mask: text })), note }),
  v.looseObject({ kind: v.literal('storage'), area: name, key: text, mask: text, at, scriptHost: v.optional(name), lifetimeHours: v.nullable(v.number()) }),
  v.looseObject({ kind: v.literal('page-element'), url: name, selector: text, text, at, note }),
  v.looseObject({ kind: v.literal('screenshot'), file: name, sha256: name, at }),
  v.looseObject({ kind: v.literal('record'), note: both, at, proof: v.optional(text) }),
]);
const finding = v.looseObject({
  rule: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,80}$/)),
  outcome: oneOf<Outcome>()(['violation', 'review', 'pass', 'not-applicable', 'error']),
  category: v.picklist(CATEGORY_ORDER),
  severity: v.picklist(['high', 'medium', 'low']),
  basis: list(v.looseObject({ instrument, article: name })),
  summary: both,
  evidence: list(evidence),
});
const duty = v.looseObject({ label: oneOf<DutyLabel>()(['met', 'partial', 'absent', 'na', 'present', 'none']), quotes: list(text), confidence: v.number(), why: text });
const facts = v.looseObject({
  handler: list(text),
  contacts: list(v.looseObject({ kind: name, value: text })),
  dataKinds: list(v.looseObject({ name: text, kind: name, sensitive: v.boolean() })),
  recipients: list(v.looseObject({ name: text, purpose: text, data: text, contact: text })),
  retention: list(text),
  regions: list(text),
  date: name,
});
const summary = list(v.looseObject({ about: name, silent: v.boolean(), passages: list(v.looseObject({ text, start: v.number(), end: v.number() })) }));
const policy = v.union([
  v.looseObject({ url: name, title: text, sha256: name, rulesVersion: name, duties: v.record(v.string(), duty), facts, summary: v.optional(summary) }),
  v.looseObject({ error: text, url: v.optional(name), reason: v.optional(name) }),
]);
const practiceRow = v.looseObject({
  recipient, kind, count: v.number(), stages: list(stage), certain: v.boolean(), says: v.picklist(['allows', 'denies', 'omits', 'unread']), said: v.optional(v.looseObject({ url: name, quote: text })),
});
const report = v.looseObject({
  site: v.pipe(v.string(), v.minLength(1), v.maxLength(253)),
  url: name,
  startedAt: v.pipe(name, v.check((value) => Number.isFinite(Date.parse(value)))),
  tool: v.looseObject({ version: name, rulesVersion: name, browser: name }),
  policy,
  flows: list(v.looseObject({ recipient, stage, kinds: list(kind), form, count: v.number(), firstAt: name, requests: list(name) })),
  findings: v.pipe(list(finding), v.maxLength(MAX_FINDINGS)),
  operator: v.optional(v.looseObject({ name: text, icp: name, police: name })),
  acts: v.optional(list(v.looseObject({ at, kind: name, topics: list(name), text, pageUrl: name }))),
  practice: v.optional(v.looseObject({ rows: list(practiceRow), unseen: v.looseObject({ kinds: list(v.looseObject({ kind })), recipients: list(text) }) })),
});

/** The report, or where its form is broken: `findings.3.outcome`. */
export function reportFrom(value: unknown): { report: SiteReport } | { broken: string } {
  const checked = v.safeParse(report, value);
  if (!checked.success) {
    const [issue] = checked.issues;
    return { broken: v.getDotPath(issue) ?? issue.message };
  }
  // Reports of earlier versions have no operator and no acts.
  return { report: { operator: { name: '', icp: '', police: '' }, acts: [], ...checked.output } as unknown as SiteReport };
}

/** The report in parsed JSON, or undefined where it is none. */
export function readReport(value: unknown): SiteReport | undefined {
  const read = reportFrom(value);
  return 'report' in read ? read.report : undefined;
}
