/** The arguments of `mingshi audit`: what is looked at, how, and what is written. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Lang } from '../../analyzers/artifacts';
import { translate } from '../../locales/cli';
import { ArgsError } from '../args';
import type { OptionKind, ParsedArgs } from '../args';
import { UsageError, readNumber, readWord } from '../begin';
import type { Io } from '../io';
import { messageOf } from '../io';
import { readAddress } from '../lists/address';
import { readList } from '../lists/read-list';
import type { AddressList } from '../lists/read-list';
import { BaselineError, parseBaseline } from '../run/baseline';
import type { Baseline } from '../run/baseline';
import { StepsFormatError, parseSteps } from '../steps';
import type { Step } from '../steps';
import type { EnvironmentWishes } from './environment';
import type { ConsentChoice } from './record';

/** Options that say how a site is looked at; a worker takes them from the jobs it gets. */
const LOOKING = { steps: 'value', timeout: 'value', consent: 'value', pages: 'value', plant: 'flag', delay: 'value', retries: 'value', 'ignore-robots': 'flag' } as const satisfies Record<string, OptionKind>;

/** Options that say with which browser. */
export const BROWSING = { browser: 'value', extension: 'value', headed: 'flag', mobile: 'flag', 'chrome-arg': 'list', 'firefox-pref': 'list' } as const satisfies Record<string, OptionKind>;

/** Options for build servers: what is known already, and what is written for them. */
export const FOR_BUILDS = { baseline: 'value', 'write-baseline': 'value', junit: 'value', sarif: 'value' } as const satisfies Record<string, OptionKind>;

export const AUDIT_OPTIONS = {
  ...LOOKING, ...BROWSING, ...FOR_BUILDS,
  list: 'value', sitemap: 'value', limit: 'value', out: 'value', resume: 'flag', concurrency: 'value',
  queue: 'value', detach: 'flag', status: 'flag', 'retry-dead': 'flag',
} as const satisfies Record<string, OptionKind>;

/** Default of `--timeout`, seconds. */
const TIMEOUT_S = 30;

/** Most browsers at once: each takes some hundred megabytes. */
export const MOST_CONCURRENT = 16;

/** Addresses taken from one sitemap. */
const MOST_ADDRESSES = 50_000;

/** How a site is looked at: can be written down and sent to another machine. */
export interface Looking {
  steps: Step[];
  timeoutMs: number;
  consent: ConsentChoice;
  pages: number;
  plant: boolean;
  robots: boolean;
  delayMs: number;
  retries: number;
}

export interface AuditArguments extends ForBuilds {
  urls: string[];
  rejected: AddressList['rejected'];
  /** A sitemap that has to be fetched. */
  sitemap?: string;
  limit: number;
  looking: Looking;
  concurrency: number;
  json: boolean;
  failOnViolation: boolean;
  resume: boolean;
  out?: string;
}

export interface ForBuilds {
  baseline?: Baseline;
  writeBaseline?: string;
  junit?: string;
  sarif?: string;
}

type Say = (key: string, facts?: Record<string, string | number>) => string;

/** @throws UsageError, ArgsError */
export function readAuditArguments(args: ParsedArgs, io: Io): AuditArguments {
  const say: Say = (key, facts = {}) => translate(io.lang, `cli.audit.${key}`, facts);
  const lists = [args.values.get('list'), args.values.get('sitemap')].flatMap((path) => (path === undefined || /^https?:/i.test(path) ? [] : [readListFile(path, say)]));
  const given = args.positional.map((text) => {
    const url = readAddress(text);
    if (url === undefined) throw new UsageError(say('bad-url', { url: text }));
    return url;
  });
  const urls = [...new Set([...given, ...lists.flatMap((list) => list.urls)])];
  const rejected = lists.flatMap((list) => list.rejected);
  const sitemap = [args.values.get('sitemap'), args.values.get('list')].find((path) => path !== undefined && /^https?:/i.test(path));
  if (sitemap !== undefined && readAddress(sitemap) === undefined) throw new UsageError(say('bad-url', { url: sitemap }));
  if (urls.length === 0 && sitemap === undefined) throw new UsageError(rejected.length > 0 ? say('only-rubbish', { count: rejected.length, first: rejected[0]!.text }) : say('no-url'));
  const out = args.values.get('out');
  if (args.flags.has('resume') && out === undefined) throw new UsageError(say('resume-needs-out'));
  return {
    urls, rejected, sitemap, out,
    limit: readNumber(args, 'limit', MOST_ADDRESSES, 1, 1_000_000),
    looking: readLooking(args, say),
    concurrency: readNumber(args, 'concurrency', 1, 1, MOST_CONCURRENT),
    json: args.flags.has('json'),
    failOnViolation: args.values.has('fail-on'),
    resume: args.flags.has('resume'),
    ...readForBuilds(args, io.lang),
  };
}

/** @throws UsageError */
export function readForBuilds(args: ParsedArgs, lang: Lang): ForBuilds {
  const say: Say = (key, facts = {}) => translate(lang, `cli.audit.${key}`, facts);
  const baseline = args.values.get('baseline');
  return {
    baseline: baseline === undefined ? undefined : readBaseline(baseline, say),
    writeBaseline: args.values.get('write-baseline'),
    junit: args.values.get('junit'),
    sarif: args.values.get('sarif'),
  };
}

function readLooking(args: ParsedArgs, say: Say): Looking {
  const steps = args.values.get('steps');
  const looking: Looking = {
    steps: steps === undefined ? [] : readSteps(steps, say),
    timeoutMs: readNumber(args, 'timeout', TIMEOUT_S, 1, 600) * 1_000,
    consent: readWord(args, 'consent', ['ignore', 'accept', 'refuse', 'all'], 'ignore'),
    pages: readNumber(args, 'pages', 1, 1, 50),
    plant: args.flags.has('plant'),
    robots: !args.flags.has('ignore-robots'),
    delayMs: readNumber(args, 'delay', 1, 0, 600) * 1_000,
    retries: readNumber(args, 'retries', 1, 0, 10),
  };
  if (args.flags.has('mobile') && /firefox/i.test(basename(args.values.get('browser') ?? ''))) throw new ArgsError('bad-value', '--mobile', 'Chromium');
  return looking;
}

/** Which browser, and how it is started. */
export function readBrowsing(args: ParsedArgs): EnvironmentWishes {
  return {
    browser: args.values.get('browser'),
    chromeArgs: args.lists.get('chrome-arg') ?? [],
    firefoxPrefs: args.lists.get('firefox-pref') ?? [],
    extension: args.values.get('extension'),
    headed: args.flags.has('headed'),
    mobile: args.flags.has('mobile'),
  };
}

function readListFile(path: string, say: Say): AddressList {
  try {
    return readList(readFileSync(path), path);
  } catch (error) {
    throw new UsageError(say('unreadable', { path, reason: messageOf(error) }));
  }
}

function readSteps(path: string, say: Say): Step[] {
  try {
    return parseSteps(readText(path, say));
  } catch (error) {
    if (!(error instanceof StepsFormatError)) throw error;
    throw new UsageError(`${path}: ${say(`steps.${error.code}`, error.facts)}`);
  }
}

function readBaseline(path: string, say: Say): Baseline {
  try {
    return parseBaseline(readText(path, say));
  } catch (error) {
    if (!(error instanceof BaselineError)) throw error;
    throw new UsageError(say('no-baseline', { path }));
  }
}

function readText(path: string, say: Say): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new UsageError(say('unreadable', { path, reason: messageOf(error) }));
  }
}
