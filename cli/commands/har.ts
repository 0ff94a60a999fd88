/** `mingshi har`: judges recorded traffic, alone or against a policy. */
import { readFile, stat } from 'node:fs/promises';
import type { PolicyOutcome } from '../../analyzers/artifacts';
import { judgeVisit } from '../../analyzers/judge';
import { classifyDocument } from '../../analyzers/policy/classify';
import type { Finding, SiteReport } from '../../analyzers/report';
import { say as sayBoth, translate } from '../../locales/cli';
import { summaryTable, violationList } from '../audit/summary';
import { begin } from '../begin';
import { EXIT, messageOf } from '../io';
import type { Io } from '../io';
import { productVersion } from '../product-version';
import { readPolicyFile } from '../read-file';
import { HarError, readHar } from '../read-har';

/** Bytes of a recording that are read: a string of Node holds no more than half a gigabyte, and parsing takes several times that. */
const MOST_BYTES = 200 * 1024 * 1024;

/** Rules that accuse of what happened before a choice. A recording shows no clicks, so it cannot tell that none was made. */
const NEEDS_ACTS: ReadonlySet<string> = new Set(['pre-consent-identifier', 'pre-consent-sharing']);

/** Runs the command: one report for each site a recording holds pages of. */
export async function run(argv: string[], io: Io): Promise<number> {
  const say = (key: string, params = {}) => translate(io.lang, `cli.har.${key}`, params);
  const args = begin(argv, { name: 'har', options: { policy: 'value' }, nothing: 'no-file' }, io);
  if (typeof args === 'number') return args;
  const path = args.values.get('policy');
  const policy = path === undefined ? { outcome: { status: 'pending' } as PolicyOutcome } : await readPolicy(path);
  if ('problem' in policy) {
    io.stderr(`${translate(io.lang, `cli.analyze.error.${policy.problem}`, { path: path ?? '', detail: '' })}\n`);
    return EXIT.usage;
  }
  const reports: SiteReport[] = [];
  let isUnreadable = false;
  for (const file of args.positional) {
    const result = await judgeFile(file, policy.outcome, io);
    if ('problem' in result) {
      isUnreadable = true;
      io.stderr(`${say(`problem.${result.problem}`, { path: file, reason: result.reason ?? '' })}\n`);
      continue;
    }
    for (const report of result.reports) {
      reports.push(report);
      if (args.flags.has('json')) io.stdout(`${JSON.stringify(report)}\n`);
    }
  }
  if (!args.flags.has('json') && reports.length > 0) {
    io.stdout(`${summaryTable(reports.map((report) => ({ name: report.site, report })), io.lang)}\n`);
    for (const report of reports) io.stdout(violationList(report, io.lang));
  }
  if (isUnreadable) return EXIT.usage;
  return args.values.has('fail-on') && reports.some((report) => report.findings.some(({ outcome }) => outcome === 'violation')) ? EXIT.found : EXIT.done;
}

async function readPolicy(path: string): Promise<{ outcome: PolicyOutcome } | { problem: string }> {
  const reading = await readPolicyFile(path, Date.now());
  if (reading.status === 'failed') return { problem: reading.reason };
  const kind = classifyDocument(reading.document);
  if (kind.kind === 'failure') return { problem: kind.reason };
  return { outcome: { status: 'read', document: reading.document, linked: [] } };
}

async function judgeFile(path: string, policy: PolicyOutcome, io: Io): Promise<{ reports: SiteReport[] } | { problem: string; reason?: string }> {
  try {
    if ((await stat(path)).size > MOST_BYTES) return { problem: 'too-large' };
    const visits = readHar(await readFile(path, 'utf8'), policy);
    return { reports: visits.map((visit) => doubtConsent(judgeVisit(visit, { version: productVersion(), lang: io.lang }))) };
  } catch (error) {
    if (error instanceof HarError) return { problem: error.code };
    return { problem: 'unreadable', reason: messageOf(error) };
  }
}

function doubtConsent(report: SiteReport): SiteReport {
  const doubted = (finding: Finding): Finding =>
    finding.outcome === 'violation' && NEEDS_ACTS.has(finding.rule) ? { ...finding, outcome: 'review', summary: sayBoth('cli.har.choice-unseen') } : finding;
  return { ...report, findings: report.findings.map(doubted) };
}
