/**
 * Messages between the parts of the extension. Every message is checked by the receiver: content scripts run beside
 * hostile pages, so sender, type and sizes count for nothing until looked at.
 */
import type { AnswerSign, ConsentAct, ControlPress, FingerprintProbe, Jump, Lang, PageSurface, PermissionCall, PolicyPast, Problem, StorageWrite, Visit } from '@/analyzers/artifacts';
import type { Decision } from '@/analyzers/decision';
import type { TextAnchor } from '@/analyzers/policy/anchor';
import type { Basis, CategoryCode, PolicyResult, Severity, SiteReport } from '@/analyzers/report';
import type { PageFunction, Place, Showing } from '@/components/actions';
import type { Shown } from '@/components/site/timeline-events';

/** A value the user typed, held in memory only, to recognise it in traffic. Never stored. */
export interface TypedValue {
  /** Kind of the field it was typed into. */
  fieldKind: string;
  value: string;
  at: number;
}

/** A body that webRequest cannot see (beacon blobs, socket frames), matched to its request by address and time. */
export interface HookedBody {
  url: string;
  at: number;
  via: 'beacon' | 'websocket' | 'fetch-stream';
  /** Base64 of the first `LIMITS.bodyBytes` bytes. */
  body: string;
}

/** A storage write with its raw value, redacted by the background before anything is kept. */
export type RawStorageWrite = Omit<StorageWrite, 'mask' | 'digest' | 'isIdentifier'> & { value: string };

/** From the content script (isolated world) to the background. */
export type FromPage =
  | { type: 'surface'; surface: PageSurface }
  | { type: 'act'; act: ConsentAct }
  | { type: 'typed'; values: TypedValue[] }
  | { type: 'storage'; writes: RawStorageWrite[] }
  | { type: 'bodies'; bodies: HookedBody[] }
  | { type: 'probes'; probes: FingerprintProbe[] }
  | { type: 'permission'; call: PermissionCall }
  | { type: 'jump'; jump: Jump }
  | { type: 'problem'; problem: Problem }
  | { type: 'press'; press: ControlPress }
  /** The person did something (pointer, key, touch, wheel); said once in five seconds at most. */
  | { type: 'activity'; at: number }
  /** The page came back from the browser's page cache: nothing of it was loaded again. */
  | { type: 'resumed'; at: number }
  | { type: 'answer'; answer: SeenAnswer }
  /** Batches of the hooks as they came, from a document without an observer. */
  | { type: 'hooked'; details: string[]; pageUrl: string };

/** Full numbers in an answer that a page script read, masked before they left the page. */
export interface SeenAnswer extends AnswerSign {
  url: string;
  at: number;
}

/** What the popup shows for one tab. */
export type TabState =
  | { state: 'unsupported' } // internal page, file, other extension
  | { state: 'unseen'; site: string } // loaded before the extension was there, or of a kind it cannot look into
  | { state: 'paused'; site: string; everywhere: boolean }
  | { state: 'analysing'; site: string; since: number; step: 'page' | 'policy' | 'judging' }
  /** `revision` numbers the judgements of this worker's life. */
  | { state: 'ready'; site: string; revision: string; report: SiteReport; visit: VisitSummary };

/** The part of a visit that views need beside the report. */
export interface VisitSummary {
  startedAt: number;
  requests: number;
  thirdParties: number;
  acts: Visit['acts'];
  problems: Visit['problems'];
  /** Consent questions that came into view. */
  shown: Shown[];
  /** What pages were taken to be for. */
  functions: PageFunction[];
  /** Nothing of it is written to disk. */
  isPrivate: boolean;
}

/** From the extension's own pages (popup, dashboard, audit driver) to the background. */
export type FromView =
  | { type: 'decisions'; site: string }
  | { type: 'catalogue' }
  /** Judges a kept version of a policy by today's rules. */
  | { type: 'judge-version'; sha256: string }
  /** Whether the policy at an address changed since it was first seen. */
  | { type: 'policy-history'; url: string }
  /** Keeps what the person decided about a finding; `open` without a note takes it back. `at` is set by the receiver. */
  | { type: 'decide'; decision: Omit<Decision, 'at'> }
  /** `have`: the judgement the asker has already; where it still holds, the answer is only `same`. */
  | { type: 'tab-state'; tabId: number; have?: string }
  /** Shows a passage of the policy or an element of a page in the tab, or in a tab that is opened for it. */
  | { type: 'show'; tabId: number; place: Place }
  /** The person says what a page is for. */
  | { type: 'confirm-function'; tabId: number; url: string; service: string }
  | { type: 'settings'; change?: Partial<Settings> }
  | { type: 'retry-policy'; tabId: number }
  /** What the person typed on the tab's site, to cover it in a picture. It stays in memory. */
  | { type: 'typed-values'; tabId: number }
  /** The person is about to delete everything: what is kept in memory goes first. */
  | { type: 'forget-all' }
  /** The person's diary changed: visits under way are judged by it anew. */
  | { type: 'cases-changed'; site: string }
  /**
   * Whole visit and report of a tab: for the audit driver and evidence packs. With `url`, of that address's site, also when
   * the tab has left it. `settle` waits until page and policy are read and nothing was observed for `quietMs`.
   */
  | { type: 'visit'; tabId: number; settle?: boolean; quietMs?: number; url?: string }
  /** The policy documents as they were received, by their SHA-256, as far as they are still kept: base64 of gzip. */
  | { type: 'policy-sources'; digests: string[] }
  | { type: 'tabs' };

export interface Settings {
  lang: Lang;
  /** Registrable domains on which nothing is observed. */
  pausedSites: string[];
  pausedEverywhere: boolean;
  theme: 'system' | 'light' | 'dark';
  textSize: 'normal' | 'large' | 'larger';
  /** Rules whose findings are shown, but counted neither on the badge nor in the verdict. */
  reportOnly: string[];
}

/** A rule of the catalogue: conduct is judged by what page and network do, duties and flags by the policy's text. */
export interface CatalogueEntry {
  id: string;
  kind: 'conduct' | 'duty' | 'flag';
  category: CategoryCode;
  severity: Severity;
  basis: Basis[];
  whenAbsent?: 'violation' | 'review';
}

/** From the background to a content script. */
export type ToPage =
  /** Make a place of the page stand out. */
  | { type: 'show'; passage?: TextAnchor; selector?: string }
  /** Read the page as it stands now; answered when that is reported. */
  | { type: 'look' };

/** Answers by message type. */
export interface Answers {
  'tab-state': TabState | { state: 'same' };
  show: { showing: Showing };
  'confirm-function': { ok: boolean };
  settings: Settings;
  'retry-policy': { ok: boolean };
  'typed-values': string[];
  'forget-all': { ok: boolean };
  'cases-changed': { ok: boolean };
  'policy-sources': { sha256: string; gzip: string }[];
  visit: { visit: Visit; report: SiteReport; settled: boolean } | { error: string };
  tabs: { id: number; url: string }[];
  catalogue: CatalogueEntry[];
  'judge-version': { result?: PolicyResult };
  'policy-history': { history?: PolicyPast };
  decisions: Decision[];
  /** `stored` is false where the disk refused. */
  decide: { stored: boolean };
}
