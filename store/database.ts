/**
 * What is kept on disk (IndexedDB, this machine only). Raw flows are kept for the last visits only; reports and policy
 * versions stay until the person deletes them. Nothing of private windows and nothing typed ever gets here.
 */
import Dexie, { type EntityTable, type Table } from 'dexie';
import type { EpochMs, Exchange, PolicyDocument, PolicyOutcome, Visit } from '../analyzers/artifacts';
import type { Decision } from '../analyzers/decision';
import type { Case } from '../analyzers/complaint/case';
import type { Overview } from '../analyzers/overview';
import type { SiteReport } from '../analyzers/report';

/** A visit's policy by the digests of its documents, which are rows of their own: a batch a second must not write them again. */
export type StoredPolicy = Exclude<PolicyOutcome, { status: 'read' }> | { status: 'read'; sha256: string; linked: string[] };

/** A visit without its exchanges, which are rows of their own so that a batch writes only what is new. */
export type VisitRow = Omit<Visit, 'exchanges' | 'policy' | 'earlierPolicy'> & {
  policy: StoredPolicy;
  /** The version before by its digest, a row of its own too. */
  earlierPolicy?: 'same' | 'none' | { sha256: string; firstSeen: EpochMs; lastSeen: EpochMs };
  tabId: number;
};

export interface ExchangeRow extends Exchange {
  visitId: string;
}

/** What is known of a site over all visits. */
export interface SiteRow {
  site: string;
  lastVisit: EpochMs;
  /** Whether its home page was seen, and whether a policy link stood there. */
  homeSeen: boolean;
  homeHasPolicyLink: boolean;
  /** When the person consented there, unless they refused or took it back since. */
  consentAt?: EpochMs;
}

export interface ReportRow {
  visitId: string;
  site: string;
  at: EpochMs;
  report: SiteReport;
  /** Name of the file it was read from; absent for visits of this browser. */
  file?: string;
}

/** One version of a policy text: the same bytes are stored once. */
export interface PolicyRow {
  sha256: string;
  site: string;
  url: string;
  firstSeen: EpochMs;
  lastSeen: EpochMs;
  document: PolicyDocument;
}

/** The person's own words on a site, by which they find it again. */
export interface TagRow {
  site: string;
  tags: string[];
}

export class Database extends Dexie {
  visits!: EntityTable<VisitRow, 'id'>;
  exchanges!: Table<ExchangeRow, [string, string]>;
  sites!: EntityTable<SiteRow, 'site'>;
  reports!: EntityTable<ReportRow, 'visitId'>;
  policies!: EntityTable<PolicyRow, 'sha256'>;
  decisions!: Table<Decision, [string, string]>;
  cases!: EntityTable<Case, 'id'>;
  overviews!: EntityTable<Overview, 'site'>;
  tags!: EntityTable<TagRow, 'site'>;

  constructor(name = 'mingshi') {
    super(name);
    this.version(1).stores({
      visits: 'id, site, startedAt, tabId',
      exchanges: '[visitId+id], visitId',
      sites: 'site, lastVisit',
      reports: 'visitId, site, at',
      policies: 'sha256, site, url, lastSeen',
    });
    this.version(2).stores({
      decisions: '[site+rule], site, rule, at',
      overviews: 'site, at',
      tags: 'site',
    });
    this.version(3).stores({
      cases: 'id, site, changedAt',
    });
  }
}
