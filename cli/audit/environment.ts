/** Gets together what an audit needs (a browser, a Chinese font, an up-to-date build), saying what it does. */
import { basename, resolve } from 'node:path';
import { translate } from '../../locales/cli';
import { launchChromium } from '../browser/chromium-launch';
import { findBrowser } from '../browser/find';
import type { BrowserKind } from '../browser/find';
import { launchFirefox } from '../browser/firefox';
import { ensureChineseFont } from '../browser/install';
import type { Progress } from '../browser/install';
import type { BrowserSession } from '../browser/session';
import { BuildError, ensureBuilt } from '../build';
import { productVersion } from '../product-version';
import type { Io } from '../io';

export interface EnvironmentWishes {
  /** `firefox`, or the path or name of a browser; default: any Chromium. */
  browser?: string;
  /** Arguments passed on to Chromium. */
  chromeArgs: string[];
  /** Preferences for Firefox, `NAME=VALUE`. */
  firefoxPrefs: string[];
  /** Folder of a build to use instead of the project's own. */
  extension?: string;
  headed: boolean;
  /** Be a phone. */
  mobile?: boolean;
  /** Also watch the background's console: for tests. */
  watchBackground?: boolean;
}

export interface Environment {
  kind: BrowserKind;
  version: string;
  launch(): Promise<BrowserSession>;
}

/** Something is missing and could not be mended from here; the message is one line that says what and how to mend. */
export class EnvironmentError extends Error {}

/** @throws EnvironmentError */
export async function prepare(wishes: EnvironmentWishes, io: Io): Promise<Environment> {
  const say = (key: string, facts = {}) => translate(io.lang, `cli.setup.${key}`, facts);
  const progress: Progress = (code, facts) => io.stderr(`${say(code, facts)}\n`);
  const kind: BrowserKind = /firefox/i.test(basename(wishes.browser ?? '')) ? 'firefox' : 'chromium';
  if (wishes.headed && !hasDisplay()) throw new EnvironmentError(say('no-display'));

  const asked = wishes.browser === 'firefox' ? undefined : wishes.browser;
  const executable = await findBrowser(kind, { asked, progress });
  if (!executable) throw new EnvironmentError(asked ? say('browser-not-there', { path: asked }) : say(`no-${kind}`));
  if (!(await ensureChineseFont(progress))) io.stderr(`${say('no-font')}\n`);

  const extension = wishes.extension ? resolve(wishes.extension) : await builtFor(kind, () => io.stderr(`${say('building')}\n`), say);
  const options = {
    executable,
    extension,
    headed: wishes.headed,
    mobile: wishes.mobile,
    watchBackground: wishes.watchBackground,
    preferences: Object.fromEntries(wishes.firefoxPrefs.map(readPreference)),
    acceptInsecureCertificates: wishes.chromeArgs.includes('--ignore-certificate-errors'),
  };
  return {
    kind,
    version: productVersion(),
    // Firefox takes none of Chromium's arguments: its host mapping is a matter of preferences.
    launch: () => (kind === 'firefox' ? launchFirefox({ ...options, args: [] }) : launchChromium({ ...options, args: wishes.chromeArgs })),
  };
}

async function builtFor(kind: BrowserKind, onBuild: () => void, say: (key: string, facts?: object) => string): Promise<string> {
  try {
    return await ensureBuilt(kind === 'firefox' ? 'firefox' : 'chrome', onBuild);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    throw new EnvironmentError(say('build-failed', { reason: error.message }));
  }
}

/** Whether a window can be shown. */
export function hasDisplay(environment: Record<string, string | undefined> = process.env): boolean {
  return process.platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

/** `NAME=VALUE` with numbers and truth values as Firefox types them. */
function readPreference(text: string): [string, string | number | boolean] {
  const equals = text.indexOf('=');
  const [name, value] = equals < 0 ? [text, 'true'] : [text.slice(0, equals), text.slice(equals + 1)];
  if (value === 'true' || value === 'false') return [name, value === 'true'];
  return [name, /^-?\d+$/.test(value) ? Number(value) : value];
}
