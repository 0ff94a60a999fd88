/** `mingshi demo`: serves the scene library on loopback, audits it in a real browser and compares with what is right. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { translate } from '../../locales/cli';
import { parseArgs } from '../args';
import { auditSite } from '../audit/audit-site';
import type { SiteAudit } from '../audit/audit-site';
import { packOf } from '../audit/evidence';
import { EnvironmentError, prepare } from '../audit/environment';
import type { Environment, EnvironmentWishes } from '../audit/environment';
import { differences } from '../audit/expectation';
import type { Difference } from '../audit/expectation';
import { inPool } from '../run/pool';
import { renderRun } from '../audit/report-file';
import { SCENE_INDEX, startLibrary } from '../audit/scene-library';
import type { LibraryScene, LibraryServer } from '../audit/scene-library';
import { summaryTable } from '../audit/summary';
import { ChromiumSession } from '../browser/chromium';
import { BrowserError, pause } from '../browser/session';
import { ROOT } from '../build';
import { EXIT } from '../io';
import type { Io } from '../io';
import { RunFolder } from '../run/run-folder';

const OPTIONS = { json: 'flag', out: 'value', browser: 'value', extension: 'value', headed: 'flag' } as const;

/** Loopback answers at once: a page that takes longer hangs. */
const TIMEOUT_MS = 20_000;

/** Browsers at once: an audit mostly waits for the network to grow quiet. */
const BROWSERS = 4;

export async function run(argv: string[], io: Io): Promise<number> {
  const args = parseArgs(argv, OPTIONS);
  if (args.flags.has('help')) {
    io.stdout(`${translate(io.lang, 'cli.demo.help')}\n`);
    return EXIT.done;
  }
  const { server, scenes } = await startLibrary();
  try {
    io.stderr(`${translate(io.lang, 'cli.demo.serving', { count: scenes.length, port: server.port })}\n`);
    const environment = await prepare(wishesFor(server, args), io);
    if (args.flags.has('headed')) return await showWindow(environment, io);
    return await auditScenes(scenes, environment, args.values.get('out') ?? join(ROOT, 'out', 'demo'), args.flags.has('json'), io);
  } catch (error) {
    if (!(error instanceof EnvironmentError || error instanceof BrowserError)) throw error;
    io.stderr(`${error.message}\n`);
    return EXIT.environment;
  } finally {
    await server.stop();
  }
}

function wishesFor(server: LibraryServer, args: ReturnType<typeof parseArgs>): EnvironmentWishes {
  return {
    browser: args.values.get('browser'),
    extension: args.values.get('extension'),
    headed: args.flags.has('headed'),
    chromeArgs: server.chromeArgs(),
    firefoxPrefs: Object.entries(server.firefoxPrefs()).map(([name, value]) => `${name}=${value}`),
  };
}

async function auditScenes(scenes: LibraryScene[], environment: Environment, folder: string, json: boolean, io: Io): Promise<number> {
  const say = (key: string, facts = {}) => translate(io.lang, `cli.demo.${key}`, facts);
  mkdirSync(folder, { recursive: true });
  const out = new RunFolder(folder);
  const results = await inPool(scenes, BROWSERS, async (scene, index): Promise<{ scene: LibraryScene; audit: SiteAudit; wrong: string[] }> => {
    io.stderr(`${say('visiting', { site: scene.title[io.lang], number: index + 1, of: scenes.length })}\n`);
    const settings = { launch: environment.launch, lang: io.lang, version: environment.version, timeoutMs: TIMEOUT_MS, screenshots: true };
    const audit = await auditSite({ url: scene.url, steps: scene.steps }, settings);
    out.write({ report: audit.report, pack: packOf(audit), screenshots: audit.screenshots });
    if (json) io.stdout(`${JSON.stringify(audit.report)}\n`);
    const wrong = audit.report.problem
      ? [say('difference.problem', { outcome: audit.report.problem })]
      : differences(audit.report, scene.expect).map((difference) => sentenceOf(difference, io));
    return { scene, audit, wrong };
  });
  const page = join(folder, 'report.html');
  writeFileSync(page, renderRun(results.map(({ audit }) => audit), io.lang));
  const write = json ? io.stderr : io.stdout;
  const rows = results.map(({ scene, audit, wrong }) => ({
    name: scene.title[io.lang],
    report: audit.report,
    remark: say(wrong.length === 0 ? 'as-expected' : 'differs'),
  }));
  write(`\n${summaryTable(rows, io.lang)}\n\n`);
  const differing = results.filter(({ wrong }) => wrong.length > 0);
  if (differing.length === 0) write(`${say('all-as-expected', { count: results.length })}\n`);
  else {
    write(`${say('some-differ', { differ: differing.length })}\n`);
    for (const { scene, wrong } of differing) write(`  ${scene.id}\n${wrong.map((line) => `    · ${line}\n`).join('')}`);
  }
  write(`${say('report', { path: relative(process.cwd(), page) || page })}\n`);
  if (results.some(({ audit }) => audit.failure?.kind === 'browser')) return EXIT.environment;
  return differing.length === 0 ? EXIT.done : EXIT.found;
}

function sentenceOf({ code, rule, wanted, outcome }: Difference, io: Io): string {
  return translate(io.lang, `cli.demo.difference.${code}`, { rule, wanted, outcome });
}

/** A window for a person to click around in; ends when the person closes it. */
async function showWindow(environment: Environment, io: Io): Promise<number> {
  const session = await environment.launch();
  try {
    await session.open(SCENE_INDEX, TIMEOUT_MS);
    io.stdout(`${translate(io.lang, 'cli.demo.headed')}\n`);
    while (await isOpen(session)) await pause(500);
    io.stdout(`${translate(io.lang, 'cli.demo.closed')}\n`);
    return EXIT.done;
  } finally {
    await session.close();
  }
}

async function isOpen(session: Awaited<ReturnType<Environment['launch']>>): Promise<boolean> {
  if (session instanceof ChromiumSession) return session.chrome.connected && (await session.chrome.pages().catch(() => [])).length > 0;
  return (await session.address()) !== undefined;
}
