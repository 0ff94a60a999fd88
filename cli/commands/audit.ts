/** `mingshi audit`: drives the built extension in a real browser over pages and writes what it finds. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArgsError, parseArgs } from '../args';
import { auditSite } from '../audit/audit-site';
import type { SiteAudit } from '../audit/audit-site';
import { packOf } from '../audit/evidence';
import { EnvironmentError, prepare } from '../audit/environment';
import { inPool } from '../audit/pool';
import { renderRun } from '../audit/report-file';
import { summaryTable, violationList } from '../audit/summary';
import { EXIT } from '../io';
import type { Io } from '../io';
import { translate } from '../../locales/cli';
import { OutFolder } from '../site-folder';
import { StepsFormatError, parseSteps } from '../steps';
import type { Step } from '../steps';

const OPTIONS = {
  json: 'flag',
  list: 'value',
  out: 'value',
  steps: 'value',
  timeout: 'value',
  'chrome-arg': 'list',
  'firefox-pref': 'list',
  'fail-on': 'value',
  concurrency: 'value',
  consent: 'value',
  browser: 'value',
  extension: 'value',
  headed: 'flag',
  resume: 'flag',
} as const;

/** Default of `--timeout`, seconds. */
const TIMEOUT_S = 30;

/** Most browsers at once: each takes some hundred megabytes. */
const MOST_CONCURRENT = 16;

/** Sites up to which every suspected violation is listed, not only the worst. */
const LISTED_SITES = 5;

/** An argument that is understood but cannot be used; the message says what and how to mend. */
class UsageError extends Error {}

interface AuditArguments {
  urls: string[];
  steps: Step[];
  timeoutMs: number;
  concurrency: number;
  json: boolean;
  failOnViolation: boolean;
  resume: boolean;
  out?: string;
}

export async function run(argv: string[], io: Io): Promise<number> {
  const args = parseArgs(argv, OPTIONS);
  if (args.flags.has('help')) {
    io.stdout(`${translate(io.lang, 'cli.audit.help')}\n`);
    return EXIT.done;
  }
  let wanted: AuditArguments;
  try {
    wanted = readArguments(args, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.stderr(`${error.message}\n`);
    return EXIT.usage;
  }
  try {
    const environment = await prepare(
      {
        browser: args.values.get('browser'),
        chromeArgs: args.lists.get('chrome-arg') ?? [],
        firefoxPrefs: args.lists.get('firefox-pref') ?? [],
        extension: args.values.get('extension'),
        headed: args.flags.has('headed'),
      },
      io,
    );
    return await auditAll(wanted, environment, io);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    io.stderr(`${error.message}\n`);
    return EXIT.environment;
  }
}

async function auditAll(wanted: AuditArguments, environment: Awaited<ReturnType<typeof prepare>>, io: Io): Promise<number> {
  const say = (key: string, facts = {}) => translate(io.lang, `cli.audit.${key}`, facts);
  const out = wanted.out === undefined ? undefined : new OutFolder(wanted.out, wanted.resume);
  const done = out?.done() ?? new Set();
  const urls = wanted.urls.filter((url) => !done.has(url));
  if (urls.length < wanted.urls.length) io.stderr(`${say('resuming', { done: wanted.urls.length - urls.length, left: urls.length })}\n`);
  let finished = 0;
  const audits = await inPool(urls, wanted.concurrency, async (url) => {
    io.stderr(`${say('visiting', { url, number: urls.indexOf(url) + 1, of: urls.length })}\n`);
    const audit = await auditSite(
      { url, steps: wanted.steps },
      { launch: environment.launch, lang: io.lang, version: environment.version, timeoutMs: wanted.timeoutMs, screenshots: out !== undefined },
    );
    if (audit.report.problem) io.stderr(`${url}: ${audit.report.problem}\n`);
    out?.write({ report: audit.report, pack: packOf(audit), screenshots: audit.screenshots });
    if (wanted.json) io.stdout(`${JSON.stringify(audit.report)}\n`);
    finished++;
    if (urls.length > 1) io.stderr(`${say('finished', { finished, of: urls.length })}\n`);
    return audit;
  });
  if (!wanted.json && audits.length > 0) {
    io.stdout(`${summaryTable(audits.map(({ report }) => ({ name: report.site, report })), io.lang)}\n`);
    if (audits.length <= LISTED_SITES) {
      for (const { report } of audits) io.stdout(`\n${report.site}\n${violationList(report, io.lang) || `  ${say('table.clean')}\n`}`);
    }
  }
  if (out) {
    const page = join(out.path, 'report.html');
    writeFileSync(page, renderRun(audits, io.lang));
    (wanted.json ? io.stderr : io.stdout)(`${say('report', { path: page })}\n`);
  }
  return exitCodeOf(audits, wanted.failOnViolation);
}

/** Failed steps are wrong input; a site that could not be seen is a failure of browser or network; both outrank findings. */
export function exitCodeOf(audits: readonly Pick<SiteAudit, 'failure' | 'report'>[], failOnViolation: boolean): number {
  if (audits.some(({ failure }) => failure?.kind === 'steps')) return EXIT.usage;
  if (audits.some(({ failure }) => failure)) return EXIT.environment;
  const found = audits.some(({ report }) => report.findings.some(({ outcome }) => outcome === 'violation'));
  return failOnViolation && found ? EXIT.found : EXIT.done;
}

function readArguments(args: ReturnType<typeof parseArgs>, io: Io): AuditArguments {
  const say = (key: string, facts = {}) => translate(io.lang, `cli.audit.${key}`, facts);
  const list = args.values.get('list');
  const given = [...args.positional, ...(list === undefined ? [] : readList(list, say))];
  if (given.length === 0) throw new UsageError(say('no-url'));
  const consent = args.values.get('consent') ?? 'ignore';
  if (['accept', 'refuse', 'all'].includes(consent)) throw new UsageError(say('consent-later', { consent }));
  if (consent !== 'ignore') throw new ArgsError('bad-value', '--consent', 'ignore');
  const failOn = args.values.get('fail-on');
  if (failOn !== undefined && failOn !== 'violation') throw new ArgsError('bad-value', '--fail-on', 'violation');
  const steps = args.values.get('steps');
  const out = args.values.get('out');
  if (args.flags.has('resume') && out === undefined) throw new UsageError(say('resume-needs-out'));
  return {
    urls: [...new Set(given.map((text) => readAddress(text, say)))],
    steps: steps === undefined ? [] : readSteps(steps, say),
    timeoutMs: readNumber(args, 'timeout', TIMEOUT_S, 1, 600) * 1_000,
    concurrency: readNumber(args, 'concurrency', 1, 1, MOST_CONCURRENT),
    json: args.flags.has('json'),
    failOnViolation: failOn === 'violation',
    resume: args.flags.has('resume'),
    out,
  };
}

type Say = (key: string, facts?: object) => string;

/** Addresses of a list file: one a line; empty lines and lines that begin with `#` are left out. */
function readList(path: string, say: Say): string[] {
  return readText(path, say).split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

function readSteps(path: string, say: Say): Step[] {
  try {
    return parseSteps(readText(path, say));
  } catch (error) {
    if (!(error instanceof StepsFormatError)) throw error;
    throw new UsageError(`${path}: ${say(`steps.${error.code}`, error.facts)}`);
  }
}

function readText(path: string, say: Say): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new UsageError(say('unreadable', { path, reason: error instanceof Error ? error.message : String(error) }));
  }
}

/** An address as it is typed; without a scheme it is taken as https. Only web pages can be audited. */
function readAddress(text: string, say: Say): string {
  const full = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(full) ? new URL(full) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') throw new UsageError(say('bad-url', { url: text }));
  return url.href;
}

function readNumber(args: ReturnType<typeof parseArgs>, name: 'timeout' | 'concurrency', byDefault: number, least: number, most: number): number {
  const text = args.values.get(name);
  if (text === undefined) return byDefault;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) throw new ArgsError('bad-value', `--${name}`, `${least}–${most}`);
  return number;
}
