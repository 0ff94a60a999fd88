/** The case diary on disk. Cases stay until the person deletes them. */
import { CASE_LIMITS, rightsRequestsOf } from '../analyzers/complaint/case';
import type { Case } from '../analyzers/complaint/case';
import type { RightsRequest } from '../analyzers/artifacts';
import type { Database } from './database';
import { dropOldFlows, isQuotaError } from './visits';

/** Requests of one site that its visits are judged by. */
const REQUESTS_PER_VISIT = 50;
/** Visits whose raw flows stay when a full disk leaves no room for a case. */
const FLOWS_ON_FULL_DISK = 20;

/** All cases, the last changed first. */
export async function listCases(db: Database): Promise<Case[]> {
  return db.cases.orderBy('changedAt').reverse().toArray();
}

/** Keeps a case. On a full disk old raw flows make room first; false where even then there was none. */
export async function keepCase(db: Database, one: Case): Promise<boolean> {
  const bounded = { ...one, complaint: one.complaint.slice(0, CASE_LIMITS.text), steps: one.steps.slice(0, CASE_LIMITS.steps) };
  try {
    await db.cases.put(bounded);
    return true;
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    await dropOldFlows(db, FLOWS_ON_FULL_DISK);
  }
  try {
    await db.cases.put(bounded);
    return true;
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    return false;
  }
}

export async function deleteCase(db: Database, id: string): Promise<void> {
  await db.cases.delete(id);
}

/** The person's own requests to a site, for the rule on overdue answers. */
export async function requestsTo(db: Database, site: string): Promise<RightsRequest[]> {
  return rightsRequestsOf(await db.cases.where('site').equals(site).toArray()).slice(0, REQUESTS_PER_VISIT);
}
