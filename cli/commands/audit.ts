/** `mingshi audit`: drives the built extension in a real browser over pages and writes what it finds. */
import { AUDIT_OPTIONS, readAuditArguments, readBrowsing } from '../audit/arguments';
import type { AuditArguments } from '../audit/arguments';
import { EnvironmentError, prepare } from '../audit/environment';
import type { Environment } from '../audit/environment';
import { worstTable } from '../audit/summary';
import { UsageError, begin, reportingUsage } from '../begin';
import { EXIT, messageOf } from '../io';
import type { Io } from '../io';
import { fetchSitemap } from '../lists/sitemap';
import { translate } from '../../locales/cli';
import { runAudits } from '../run/audit-run';
import { openOut } from '../run/open-run';
import { Results, exitCodeOf } from '../run/results';
import type { RunFolder } from '../run/run-folder';

/** Rejected entries of a list that are told one by one. */
const TOLD_REJECTED = 10;

export async function run(argv: string[], io: Io): Promise<number> {
  const args = begin(argv, { name: 'audit', options: AUDIT_OPTIONS }, io);
  if (typeof args === 'number') return args;
  return reportingUsage(io, async () => {
    if (args.values.has('queue')) return (await import('../fleet/dispatch')).dispatch(args, io);
    const wanted = readAuditArguments(args, io);
    try {
      return await auditAll(wanted, await prepare(readBrowsing(args), io), io);
    } catch (error) {
      if (!(error instanceof EnvironmentError)) throw error;
      io.stderr(`${error.message}\n`);
      return EXIT.environment;
    }
  });
}

async function auditAll(wanted: AuditArguments, environment: Environment, io: Io): Promise<number> {
  const say = (key: string, facts = {}) => translate(io.lang, `cli.audit.${key}`, facts);
  const all = await addressesOf(wanted, environment, io);
  const folder = openFolder(wanted, io);
  const results = new Results(folder, io.lang);
  const done = folder ? await folder.done() : new Set<string>();
  const urls = all.filter((url) => !done.has(url));
  if (urls.length < all.length) io.stderr(`${say('resuming', { done: all.length - urls.length, left: urls.length })}\n`);
  const { unwritten } = await runAudits(urls, wanted, environment, results, io, all.length - urls.length);
  return finish(results, wanted, environment.version, io, unwritten);
}

/** Tells what was found, in every form that was asked for. @returns the exit code */
export async function finish(results: Results, wanted: AuditArguments, version: string, io: Io, unwritten: number): Promise<number> {
  const lines = await results.lines();
  if (!wanted.json && lines.length > 0) io.stdout(await worstTable(results.reports(), lines.length, io.lang));
  try {
    const page = await results.finish(lines);
    await results.finishForBuilds({ ...wanted, version });
    if (page !== undefined) (wanted.json ? io.stderr : io.stdout)(`${translate(io.lang, 'cli.audit.report', { path: page })}\n`);
  } catch (error) {
    io.stderr(`${translate(io.lang, 'cli.audit.unwritten', { url: wanted.out ?? '', reason: messageOf(error) })}\n`);
    return EXIT.environment;
  }
  if (unwritten > 0) return EXIT.environment;
  return exitCodeOf(lines, wanted.failOnViolation, wanted.baseline);
}

/** The addresses of the run; entries of a list that are none are told, and left out. */
export async function addressesOf(wanted: AuditArguments, environment: Pick<Environment, 'launch'>, io: Io): Promise<string[]> {
  const say = (key: string, facts = {}) => translate(io.lang, `cli.audit.${key}`, facts);
  for (const { number, text } of wanted.rejected.slice(0, TOLD_REJECTED)) io.stderr(`${say('rejected', { number, text: text.replace(/\p{Cc}+/gu, ' ') })}\n`);
  if (wanted.rejected.length > TOLD_REJECTED) io.stderr(`${say('rejected-more', { count: wanted.rejected.length - TOLD_REJECTED })}\n`);
  const fromSitemap = wanted.sitemap === undefined ? [] : await readSitemap(wanted.sitemap, wanted, environment, say);
  return [...new Set([...wanted.urls, ...fromSitemap])].slice(0, wanted.limit);
}

async function readSitemap(url: string, wanted: AuditArguments, environment: Pick<Environment, 'launch'>, say: (key: string, facts?: object) => string): Promise<string[]> {
  const session = await environment.launch().catch((error: unknown) => {
    throw new EnvironmentError(say('failure.no-start', { reason: messageOf(error) }));
  });
  try {
    const urls = await fetchSitemap(session, url, wanted.limit);
    if (!urls || urls.length === 0) throw new UsageError(say('no-sitemap', { url }));
    return urls;
  } finally {
    await session.close();
  }
}

function openFolder({ out, resume }: AuditArguments, io: Io): RunFolder | undefined {
  return out === undefined ? undefined : openOut(out, io, { resume });
}
