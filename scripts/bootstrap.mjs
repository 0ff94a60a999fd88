/** What the two commands need before anything of the project can run: a fitting Node and the packages. Plain Node, no package. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Seconds between two signs of life while npm works. */
const TICK_SECONDS = 15;

/** Oldest Node that runs the project; the same as `engines` in package.json. */
const OLDEST_NODE = [20, 16];

const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
const folder = locale === '' || /^(zh|C|POSIX)\b/i.test(locale) ? 'zh_CN' : 'en';
const sentences = JSON.parse(readFileSync(join(ROOT, 'locales', folder, 'cli.json'), 'utf8')).setup;

/** A sentence of `setup` in the person's language. */
export function say(key, facts = {}) {
  return sentences[key].replace(/\{(\w+)\}/g, (whole, name) => (name in facts ? String(facts[name]) : whole));
}

/** Makes sure that Node fits and the packages are those of the lock file. @returns whether they are; if not, it has said why. */
export async function ensurePackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    console.error(say('old-node', { version: process.versions.node, needed: OLDEST_NODE.join('.') }));
    return false;
  }
  if (!areInstalled()) {
    const fresh = !existsSync(join(ROOT, 'node_modules'));
    console.error(say('packages'));
    const code = await runAlive('npm', [fresh ? 'ci' : 'install', '--no-audit', '--no-fund', '--loglevel=error'], say('packages-waiting', { seconds: '{seconds}' }));
    if (code !== 0) {
      console.error(say('packages-failed'));
      return false;
    }
    const now = new Date();
    utimesSync(installedList(), now, now);
  }
  // The types that WXT generates; npm makes them after installing, unless scripts are switched off.
  if (existsSync(join(ROOT, '.wxt', 'tsconfig.json'))) return true;
  return (await run(process.execPath, [join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'prepare'])) === 0;
}

/** Runs a program with this terminal. @returns its exit code. */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' && program === 'npm', ...options });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Runs a program that may be silent for minutes, with a sign of life now and then. */
async function runAlive(program, args, sentence) {
  const since = Date.now();
  const ticking = setInterval(() => console.error(sentence.replace('{seconds}', String(Math.round((Date.now() - since) / 1000)))), TICK_SECONDS * 1000);
  try {
    return await run(program, args);
  } finally {
    clearInterval(ticking);
  }
}

/** Npm's own list of what it installed. */
function installedList() {
  return join(ROOT, 'node_modules', '.package-lock.json');
}

function areInstalled() {
  const [installed, locked] = [installedList(), join(ROOT, 'package-lock.json')].map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs);
  return installed !== undefined && (locked === undefined || installed >= locked);
}
