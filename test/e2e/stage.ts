/** What the end-to-end tests share: the served scenes, a fixed build, and an audit through the command's own code. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from '../../cli/audit/environment';
import type { Environment } from '../../cli/audit/environment';
import type { AuditReport } from '../../cli/audit/audit-site';
import { ensureBuilt } from '../../cli/build';
import type { Io } from '../../cli/io';
import { main } from '../../cli/main';
import type { Step } from '../../cli/steps';
import { startSceneServer } from '../scenes/server';
import type { SceneServer } from '../scenes/server';

export type Kind = 'chromium' | 'firefox';

export interface Stage {
  server: SceneServer;
  /** Folder for what a test writes; removed with the stage. */
  folder: string;
  /** Folder of the built extension, for tests that start a browser in their own way. */
  extension: string;
  /** `mingshi audit` on one address, as from the shell. */
  audit(url: string, options?: { steps?: Step[]; more?: string[] }): Promise<CommandResult>;
  /** A browser with the extension for tests that look closer; `watched` records the background's console too, `firefoxPrefs` are `NAME=VALUE`. */
  environment(options?: { watched?: boolean; firefoxPrefs?: string[] }): Promise<Environment>;
  end(): Promise<void>;
}

export interface CommandResult {
  code: number;
  stdout: string;
  stderr: string;
  /** The one result on standard output. */
  report: AuditReport;
  /** The `--out` folder. */
  out: string;
}

/** Serves the scenes and builds the extension. */
export async function setStage(kind: Kind): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'mingshi-e2e-'));
  const server = await startSceneServer();
  // A copy: a build that somebody starts meanwhile must not change the extension under a running browser.
  const extension = join(folder, 'extension');
  cpSync(await ensureBuilt(kind === 'firefox' ? 'firefox' : 'chrome', () => undefined), extension, { recursive: true });
  const preferences = Object.entries(server.firefoxPrefs()).map(([name, value]) => `${name}=${value}`);
  let runs = 0;
  return {
    server,
    folder,
    extension,
    async audit(url, { steps = [], more = [] } = {}) {
      const run = join(folder, `run-${++runs}`);
      const stepsFile = `${run}.json`;
      writeFileSync(stepsFile, JSON.stringify({ steps }));
      const { io, written } = recorder();
      const code = await main(
        [
          'audit', url, '--json', '--out', run, '--steps', stepsFile, '--extension', extension,
          ...(kind === 'firefox' ? ['--browser', 'firefox', ...preferences.map((p) => `--firefox-pref=${p}`)] : []),
          ...server.chromeArgs().map((argument) => `--chrome-arg=${argument}`),
          ...more,
        ],
        io,
      );
      return { code, ...written, report: JSON.parse(written.stdout || 'null') as AuditReport, out: run };
    },
    environment: ({ watched = false, firefoxPrefs = [] } = {}) =>
      prepare(
        {
          browser: kind === 'firefox' ? 'firefox' : undefined,
          chromeArgs: server.chromeArgs(),
          firefoxPrefs: [...preferences, ...firefoxPrefs],
          extension,
          headed: false,
          watchBackground: watched,
        },
        recorder().io,
      ),
    async end() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Keeps what a command writes. */
export function recorder(): { io: Io; written: { stdout: string; stderr: string } } {
  const written = { stdout: '', stderr: '' };
  const io: Io = { stdout: (text) => void (written.stdout += text), stderr: (text) => void (written.stderr += text), lang: 'zh-CN' };
  return { io, written };
}

/** Parses a JSON file that a run wrote. */
export function readJson<T>(...path: string[]): T {
  return JSON.parse(readFileSync(join(...path), 'utf8')) as T;
}

/** Browsers at once: an audit mostly waits for the network to grow quiet. */
const LANES = 4;

/** Starts all jobs, a few at a time, and gives a promise for each, so that tests can wait for their own. */
export function startAll<J, R>(jobs: readonly J[], run: (job: J) => Promise<R>): Promise<R>[] {
  const begin: (() => void)[] = [];
  const results = jobs.map((job, index) => new Promise<void>((resolve) => (begin[index] = resolve)).then(() => run(job)));
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < jobs.length; index = next++) {
      begin[index]!();
      await results[index]!.catch(() => undefined); // the test that waits for it reports it
    }
  };
  for (let i = 0; i < LANES; i++) void lane();
  return results;
}
