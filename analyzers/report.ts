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
  | { kind: 'request'; requestId: string; url: string; at: EpochMs; recipient: string; items: DataItem[]; note?: Text }
  | { kind: 'storage'; area: string; key: string; mask: string; at: EpochMs; scriptHost?: string; lifetimeHours: number | null }
  | { kind: 'page-element'; url: string; selector: string; text: string; at: EpochMs; note?: Text }
  | { kind: 'screenshot'; file: string; sha256: string; at: EpochMs };

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

export interface Recipient {
  name: string;
  purpose: string;
  data: string;
  contact: string;
}

/** Values the policy states. Empty lists mean that nothing was found, never that nothing is there. */
export interface PolicyFacts {
  handler: string[];
  contacts: { kind: 'email' | 'phone' | 'address' | 'form' | 'service' | 'other'; value: string; purpose?: string }[];
  dataKinds: { name: string; kind: string; sensitive: boolean }[];
  recipients: Recipient[];
  retention: string[];
  regions: string[];
  /** ISO date (YYYY-MM-DD or YYYY-MM) of update or effect; empty when none is stated. */
  date: string;
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
}
