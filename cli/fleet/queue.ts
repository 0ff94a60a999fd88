/**
 * The queue of a fleet: sites as jobs in BullMQ on Redis. Jobs are given at least once; a job's number is made of run and address,
 * and a site's evidence folder of its address, so that doing one twice changes nothing. BullMQ is loaded only here.
 */
import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';
import type * as BullMq from 'bullmq';
import type { Lang } from '../../analyzers/artifacts';
import type { Looking } from '../audit/arguments';
import type { AuditReport } from '../audit/verdict';
import type { ParsedArgs } from '../args';
import { UsageError } from '../begin';
import type { Io } from '../io';
import { translate } from '../../locales/cli';
import { folderName } from '../run/run-folder';

/** Name of the queue; one Redis serves one fleet unless the address names another database. */
export const QUEUE = 'mingshi-audit';

/** One site to look at. */
export interface FleetJob {
  /** Number of the run it belongs to. */
  run: string;
  url: string;
  looking: Looking;
  lang: Lang;
}

/** What a worker gives back. */
export interface FleetResult {
  /** The report as JSON, gzipped, base64: a tenth of its size. */
  report: string;
}

export type FleetQueue = BullMq.Queue<FleetJob, FleetResult>;
export type FleetTask = BullMq.Job<FleetJob, FleetResult>;
export type Bull = typeof BullMq;

/** A queue that does not answer; the message is for people. */
export class FleetError extends Error {}

export interface Fleet {
  bull: Bull;
  connection: BullMq.ConnectionOptions;
  /** The address without its password. */
  shown: string;
}

const PROBE_MS = 5_000;

/** Tries of a site whose worker failed, and times a worker may vanish with it, before it goes to the dead letters. */
export const TRIES = 3;

/** Loads BullMQ and looks whether the queue answers. @throws UsageError, FleetError */
export async function openFleet(args: ParsedArgs, io: Io): Promise<Fleet> {
  const say = (key: string, facts = {}) => translate(io.lang, `cli.worker.${key}`, facts);
  const address = args.values.get('queue') ?? process.env.MINGSHI_QUEUE;
  if (address === undefined || address === '') throw new UsageError(say('no-queue'));
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^rediss?:$/.test(url.protocol) || url.hostname === '') throw new UsageError(say('bad-queue', { url: address.replace(/\/\/[^@]*@/, '//…@') }));
  const shown = `${url.protocol}//${url.host}${url.pathname === '/' ? '' : url.pathname}`;
  let bull: Bull;
  try {
    bull = await import('bullmq');
  } catch {
    throw new UsageError(say('no-bullmq'));
  }
  const reason = await probe(url.hostname, Number(url.port || 6379));
  if (reason !== undefined) throw new FleetError(say('unreachable', { url: shown, reason }));
  return { bull, shown, connection: { url: address, maxRetriesPerRequest: null } as BullMq.ConnectionOptions };
}

/** Undefined when something listens there; else why not. BullMQ itself would wait for ever. */
function probe(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host: host.replace(/^\[|\]$/g, ''), port, timeout: PROBE_MS });
    const end = (reason?: string) => {
      socket.destroy();
      resolve(reason);
    };
    socket.once('connect', () => end());
    socket.once('timeout', () => end('timeout'));
    socket.once('error', (error) => end(error.message));
  });
}

/** The queue for whoever fills it, empties it or looks at it. */
export function openQueue({ bull, connection }: Fleet): FleetQueue {
  const queue = new bull.Queue<FleetJob, FleetResult>(QUEUE, {
    connection,
    // Results stay until they are collected, dead letters until somebody looks at them.
    defaultJobOptions: { attempts: TRIES, removeOnComplete: false, removeOnFail: false },
  });
  queue.on('error', () => undefined); // ioredis connects again by itself
  return queue;
}

/** The job's number: the same site of the same run is the same job. */
export function jobId(run: string, url: string): string {
  return createHash('sha256').update(`${run} ${url}`).digest('hex').slice(0, 40);
}

/** Name of a site's evidence folder in a folder that several machines write to: told by the address alone. */
export function sharedFolder(report: Pick<AuditReport, 'site' | 'requested'>): string {
  return `${folderName(report.site)}-${createHash('sha256').update(report.requested).digest('hex').slice(0, 8)}`;
}

export function packResult(report: AuditReport): FleetResult {
  return { report: gzipSync(JSON.stringify(report)).toString('base64') };
}

/** @throws where the result is damaged */
export function unpackResult({ report }: FleetResult): AuditReport {
  return JSON.parse(gunzipSync(Buffer.from(report, 'base64'), { maxOutputLength: 256 * 1024 * 1024 }).toString('utf8')) as AuditReport;
}
