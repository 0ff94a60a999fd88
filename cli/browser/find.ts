/** Finds the browsers the audit drives, and installs them where that can be done without asking. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Launcher } from 'chrome-launcher';
import { canInstall, installPackages } from './install';
import type { Progress } from './install';

export type BrowserKind = 'chromium' | 'firefox';

/** Names looked for on PATH, best first: builds that take unpacked extensions before branded ones. */
const NAMES: Record<BrowserKind, string[]> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

/** Usual places outside PATH. */
const PLACES: Record<BrowserKind, string[]> = {
  chromium: [],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

/** Debian packages; the language pack puts `chrome.i18n` into Chinese. */
const PACKAGES: Record<BrowserKind, string[]> = {
  chromium: ['chromium', 'chromium-l10n'],
  firefox: ['firefox-esr', 'firefox-esr-l10n-zh-cn'],
};

export interface FindOptions {
  /** Path or name the person gave. */
  asked?: string;
  environment?: Record<string, string | undefined>;
  progress: Progress;
}

/**
 * Path of a browser: what was asked for, `$CHROME_PATH` / `$FIREFOX_PATH`, installed browsers, PATH, and at last (root on
 * Debian) a fresh installation.
 * @returns undefined when there is none and none could be installed.
 */
export async function findBrowser(kind: BrowserKind, options: FindOptions): Promise<string | undefined> {
  const environment = options.environment ?? process.env;
  const asked = options.asked || environment[kind === 'chromium' ? 'CHROME_PATH' : 'FIREFOX_PATH'];
  if (asked) return isProgram(asked) ? asked : onPath([asked], environment);
  const present = (kind === 'chromium' ? chromeInstallations() : undefined) ?? onPath(NAMES[kind], environment) ?? PLACES[kind].find(isProgram);
  if (present || !canInstall()) return present;
  return (await installPackages(PACKAGES[kind], options.progress)) ? onPath(NAMES[kind], environment) : undefined;
}

/** First of the programs that stands on PATH. */
export function onPath(names: string[], environment: Record<string, string | undefined> = process.env): string | undefined {
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const name of names) {
    for (const folder of folders) {
      const found = endings.map((ending) => join(folder, name + ending)).find(isProgram);
      if (found) return found;
    }
  }
  return undefined;
}

function chromeInstallations(): string | undefined {
  try {
    return Launcher.getInstallations().find(isProgram);
  } catch {
    return undefined; // chrome-launcher throws where it finds none
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
