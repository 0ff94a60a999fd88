/**
 * What judging yields. `PolicyResult` and `SiteReport` are the public JSON forms of the command line: add, never rename.
 */
import type { ConsentAct, DataItem, DataKind, EpochMs, Text } from './artifacts';

/** The six problem categories of complaints on personal information, plus what falls outside them. */
export type CategoryCode =
  | 'shared-without-consent'
  | 'not-necessary'
  | 'no-consent'
  | 'no-deletion-or-complaint'
  | 'purpose-not-stated'
  | 'rules-not-published'
  | 'incidental';

/**
 * Order in which categories are shown: by their share of the complaints CSAC took in 2025
 * (43.25 %, 19.73 %, 19.38 %, 12.50 %, rest; 中国个人信息保护报告 2025, 4.3).
 */
export const CATEGORY_ORDER: readonly CategoryCode[] = [
  'shared-without-consent', 'not-necessary', 'no-consent', 'no-deletion-or-complaint', 'purpose-not-stated', 'rules-not-published', 'incidental',
];

export type Severity = 'high' | 'medium' | 'low';

/**
 * `violation`: clear, with evidence (worded 疑似). `review`: a person must decide. `error`: could not look, says why.
 */
export type Outcome = 'violation' | 'review' | 'pass' | 'not-applicable' | 'error';

/** A provision. `instrument` is an id of `data/statutes.json`; `article` in its own numbering ("23", "三-1"). */
export interface Basis {
  instrument: InstrumentId;
  article: string;
}

export type InstrumentId =
  | 'PIPL' // 个人信息保护法
  | 'NDSR' // 网络数据安全管理条例
  | 'CSL' // 网络安全法 (2026-01-01)
  | 'CIVIL' // 民法典
  | 'CONSUMER' // 消费者权益保护法
  | 'CONSUMER-REG' // 消费者权益保护法实施条例
  | 'ECOMMERCE' // 电子商务法
  | 'FACE' // 人脸识别技术应用安全管理办法
  | 'CHILDREN' // 儿童个人信息网络保护规定
  | 'MINORS' // 未成年人网络保护条例
  | 'ALGORITHM' // 互联网信息服务算法推荐管理规定
  | 'CROSS-BORDER' // 促进和规范数据跨境流动规定
  | 'POPUP' // 互联网弹窗信息推送服务管理规定
  | 'CRITERIA' // App违法违规收集使用个人信息行为认定方法
  | 'NECESSARY' // 常见类型移动互联网应用程序必要个人信息范围规定
  | 'GB35273'; // GB/T 35273

export type Evidence =
  | { kind: 'policy-text'; url: string; sha256: string; quote?: string; start?: number; end?: number; note?: Text }
  /** `pageUrl`: the page that sent it, where that is known. */
  | { kind: 'request'; requestId: string; url: string; pageUrl?: string; at: EpochMs; recipient: string; items: DataItem[]; note?: Text }
  | { kind: 'storage'; area: string; key: string; mask: string; at: EpochMs; scriptHost?: string; lifetimeHours: number | null }
  | { kind: 'page-element'; url: string; selector: string; text: string; at: EpochMs; note?: Text }
  | { kind: 'screenshot'; file: string; sha256: string; at: EpochMs }
  /** The person's own record of what they asked of the operator; `proof` in their words (an address, a receipt number). */
  | { kind: 'record'; note: Text; at: EpochMs; proof?: string };

export interface Finding {
  /** Id of a conduct rule, or of a policy duty. */
  rule: string;
  outcome: Outcome;
  category: CategoryCode;
  severity: Severity;
  basis: Basis[];
  /** One plain sentence, suspicion wording. */
  summary: Text;
  evidence: Evidence[];
}

export type DutyLabel = 'met' | 'partial' | 'absent' | 'na' | 'present' | 'none';

export interface DutyResult {
  label: DutyLabel;
  /** Exact passages of the text, 10 to 120 characters, at most three; only for `met`, `partial` and `present`. */
  quotes: string[];
  /** 0 to 1: expected share of such decisions that are right. */
  confidence: number;
  /** One sentence in the language asked for. */
  why: string;
}

/** What a name in a policy stands for: a registered company, a software kit, or a product or brand. */
export type RecipientKind = 'company' | 'sdk' | 'service';

export interface Recipient {
  /** Product and company as the policy writes them: "云雀推送（北京云雀科技有限公司）". */
  name: string;
  purpose: string;
  data: string;
  /** The recipient's own policy, site, mail or telephone. */
  contact: string;
  kind?: RecipientKind;
  /** Product or kit, where the policy tells it apart from its company. */
  product?: string;
  company?: string;
  /** Address of the recipient's own policy. */
  policyUrl?: string;
  /** Where it stands: a table, a list of labelled lines ("SDK名称：…"), or running text. */
  from?: 'table' | 'list' | 'text';
}

/** Units of a term; `workday` is one on which Chinese offices work. */
export type TimeUnit = 'hour' | 'day' | 'workday' | 'week' | 'month' | 'year';

export interface TimeSpan {
  amount: number;
  unit: TimeUnit;
}

export type HandlerKind = 'company' | 'public-body' | 'organisation' | 'individual' | 'unknown';

export interface HandlerFact {
  name: string;
  kind: HandlerKind;
}

/** What a contact is offered for. */
export type ContactUse = 'questions' | 'complaints' | 'access' | 'correction' | 'deletion' | 'account-closing' | 'withdrawal' | 'minors' | 'security';

export interface ContactFact {
  /** The channel. `service`: a place inside the product (在线客服, 意见反馈). */
  kind: 'email' | 'phone' | 'address' | 'form' | 'service' | 'other';
  value: string;
  /** The policy's own words for what it is offered for. */
  purpose?: string;
  uses?: ContactUse[];
  /** Reaches the person or team in charge of personal information. */
  officer?: true;
}

/** A fact that is a statement: the words, and where they stand in `PolicyDocument.text` (UTF-16 units). */
export interface StatedFact {
  text: string;
  start: number;
  end: number;
}

/** How long something is kept. */
export interface RetentionFact extends StatedFact {
  /** What it applies to, in the policy's words; '' where the statement does not say. */
  what: string;
  /** Absent where an event ends the keeping. */
  length?: TimeSpan;
  /** The length is the shortest one ("不少于三年"). */
  atLeast?: true;
  /** Events that end the keeping. */
  until?: 'account-closing' | 'deletion' | 'withdrawal' | 'service-end' | 'purpose' | 'session';
}

/** What the policy says on transfer out of mainland China. */
export interface AbroadFact extends StatedFact {
  says: 'none' | 'only-on-notice' | 'transfers';
}

/** A day on which the policy says it was updated, takes effect or was published; ISO, to the month where no day is given. */
export interface DateFact {
  kind: 'updated' | 'effective' | 'published' | 'other';
  date: string;
}

export type RightName = 'access' | 'correction' | 'deletion' | 'account-closing' | 'withdrawal' | 'portability' | 'explanation' | 'kin';

/** A right that the policy names, with the first way to it that it gives. */
export interface RightFact extends StatedFact {
  right: RightName;
  /** Menu path, address, number or the words of the way; absent where the policy gives none. */
  route?: string;
}

/** Personalised content and advertising. */
export interface PersonalisationFact extends StatedFact {
  says: 'none' | 'used';
  /** How to switch it off, in the policy's words; absent where it does not say. */
  off?: StatedFact;
}

/** Within what time requests are answered. */
export interface ResponseFact extends StatedFact {
  within: TimeSpan;
}

/** Values the policy states. Empty lists mean that nothing was found, never that nothing is there. */
export interface PolicyFacts {
  handler: string[];
  contacts: ContactFact[];
  dataKinds: { name: string; kind: string; sensitive: boolean }[];
  recipients: Recipient[];
  retention: string[];
  regions: string[];
  /** ISO date (YYYY-MM-DD or YYYY-MM) of update or effect; empty when none is stated. */
  date: string;
  /** The names of `handler`, each with what it is. */
  handlers?: HandlerFact[];
  /** The statements of `retention`, taken apart. */
  retentionPeriods?: RetentionFact[];
  abroad?: AbroadFact[];
  dates?: DateFact[];
  rights?: RightFact[];
  personalisation?: PersonalisationFact;
  responseTimes?: ResponseFact[];
  /** What data are for, as the policy words it. */
  purposes?: StatedFact[];
}

/** What a person asks about a policy, in the order of the summary. */
export type SummaryMatter =
  | 'collected' | 'permissions' | 'purposes' | 'recipients' | 'retention' | 'place' | 'rights' | 'personalisation' | 'children' | 'security' | 'contact' | 'changes';

/** One line of the summary. */
export interface SummaryLine {
  about: SummaryMatter;
  /** The policy says nothing of the matter that could be found. No accusation: the duties decide on that. */
  silent: boolean;
  /** At most two exact passages of the text, 10 to 120 characters, with their offsets in UTF-16 units into the extracted text. */
  passages: { text: string; start: number; end: number }[];
}

/** Result of reading one policy. */
export interface PolicyResult {
  id: string;
  language: string;
  title: string;
  sha256: string;
  rulesVersion: string;
  duties: Record<string, DutyResult>;
  facts: PolicyFacts;
  /** The policy on one screen: a line for each matter. Absent where the policy's language cannot be read. */
  summary?: SummaryLine[];
}

/** Result for a file or page that could not be judged as a policy. */
export interface PolicyError {
  id?: string;
  url?: string;
  error: string;
  reason?: string;
}

export type Stage = 'before-choice' | 'after-accept' | 'after-refuse' | 'after-withdraw';

export type Party = 'first' | 'affiliate' | 'processor-like' | 'third';

export interface FlowRecipient {
  /** Registrable domain. */
  domain: string;
  /** Owner's name, or the domain where the owner is not known. */
  owner: string;
  /** ISO 3166-1 alpha-2, or '' when not known. */
  country: string;
  party: Party;
  /** Why this party: one of `same-domain`, `same-icp`, `policy-names-affiliate`, `role:<role>`, `known-owner`, `unknown-domain`. */
  reason: string;
  role: RecipientRole;
}

export type RecipientRole =
  | 'analytics' | 'ads' | 'captcha' | 'anti-fraud' | 'payment' | 'map' | 'cdn' | 'cloud' | 'customer-service' | 'push' | 'social-login' | 'consent' | 'video' | 'unknown';

/** What one recipient got in one stage. */
export interface Flow {
  recipient: FlowRecipient;
  stage: Stage;
  kinds: DataKind[];
  form: DataItem['form'];
  count: number;
  firstAt: string;
  requests: string[];
  /** Milliseconds from the latest page load of the site (a navigation, not a change of address by script) to the first of these requests. */
  afterNavigationMs?: number;
}

/** One kind of data that one recipient was seen to get, beside what the policy says of it. */
export interface PracticeRow {
  recipient: FlowRecipient;
  kind: DataKind;
  /** Requests that carried it. */
  count: number;
  stages: Stage[];
  /** Whether it is beyond doubt that the data is what it seems. */
  certain: boolean;
  /** `allows`: kind and recipient are told of · `denies`: the policy says it does not happen · `omits`: it does not say · `unread`: no policy could be read. */
  says: 'allows' | 'denies' | 'omits' | 'unread';
  /** For `omits`: what is not told of. */
  missing?: 'kind' | 'recipient' | 'both';
  /** The sentence that allows or denies, or that tells one half of it. */
  said?: { url: string; sha256: string; quote: string; start: number; end: number };
}

/** Promise beside practice: everything seen, and what the policy declares that was not seen in this visit. */
export interface PromisePractice {
  rows: PracticeRow[];
  unseen: { kinds: { kind: DataKind; said: NonNullable<PracticeRow['said']> }[]; recipients: string[] };
}

/** Everything judged about one site: the public form of `audit` and `har`. */
export interface SiteReport {
  site: string;
  url: string;
  startedAt: string;
  tool: { version: string; rulesVersion: string; browser: string };
  policy: (PolicyResult & { url: string }) | PolicyError;
  flows: Flow[];
  findings: Finding[];
  /** Who runs the site, as far as policy, footer and records say. */
  operator: { name: string; icp: string; police: string };
  acts: ConsentAct[];
  /** Promise beside practice; absent in reports of earlier versions. */
  practice?: PromisePractice;
}
