/** Runs an audit over many sites on this machine: politely, resumably, and on to the end whatever single sites do. */
import type { AuditArguments } from '../audit/arguments';
import { auditSite } from '../audit/audit-site';
import type { SiteAudit } from '../audit/audit-site';
import type { Environment } from '../audit/environment';
import type { BrowserSession } from '../browser/session';
import type { Io } from '../io';
import { messageOf } from '../io';
import { Progress } from '../progress';
import { translate } from '../../locales/cli';
import { politely } from './pool';
import type { Results } from './results';

/** Results that could not be written, one after the other, after which it is no use to go on. */
const MOST_UNWRITTEN = 3;

export interface RunOutcome {
  /** Results that could not be written, and why. */
  unwritten: number;
}

/** Audits `urls`; those with a result already are left out by the caller. */
export async function runAudits(urls: readonly string[], wanted: AuditArguments, environment: Environment, results: Results, io: Io, before: number): Promise<RunOutcome> {
  const { looking, concurrency, json } = wanted;
  const isTerminal = io.terminal !== undefined && !json;
  const progress = new Progress({ lang: io.lang, of: urls.length, before, bar: isTerminal && urls.length > 1, write: (text) => io.stderr(text), columns: io.terminal?.columns });
  let [unwritten, inARow] = [0, 0];
  const ahead = new Ahead(environment.launch, urls.length);
  await politely(urls, { width: concurrency, hostOf: (url) => new URL(url).host, delayMs: looking.delayMs, goesOn: () => inARow < MOST_UNWRITTEN }, async (url, index) => {
    progress.begin(url, index + 1);
    const audit = await auditSite({ url, steps: looking.steps }, {
      ...looking, launch: () => ahead.launch(), lang: io.lang, version: environment.version, screenshots: results.folder !== undefined,
    });
    const report = keep(audit);
    progress.end(url, audit.report.problem);
    if (report && json) io.stdout(`${JSON.stringify(report)}\n`);
  });
  progress.close();
  await ahead.close();
  if (inARow >= MOST_UNWRITTEN) io.stderr(`${translate(io.lang, 'cli.audit.given-up', { path: results.folder?.path ?? '' })}\n`);
  return { unwritten };

  function keep(audit: SiteAudit): SiteAudit['report'] | undefined {
    try {
      const report = results.keep(audit);
      inARow = 0;
      return report;
    } catch (error) {
      unwritten++;
      inARow++;
      progress.say(translate(io.lang, 'cli.audit.unwritten', { url: audit.job.url, reason: messageOf(error) }));
      return undefined;
    }
  }
}

/** Starts the next browser while the sites before it are still looked at: an audit mostly waits for pages to come to rest. */
class Ahead {
  #next: Promise<BrowserSession> | undefined;

  constructor(private readonly start: () => Promise<BrowserSession>, private left: number) {}

  async launch(): Promise<BrowserSession> {
    const mine = this.#next ?? this.start();
    this.#next = undefined;
    this.left--;
    const session = await mine;
    if (this.left > 0 && !this.#next) {
      this.#next = this.start();
      this.#next.catch(() => undefined); // whoever takes it hears of it
    }
    return session;
  }

  async close(): Promise<void> {
    await (await this.#next?.catch(() => undefined))?.close();
  }
}
