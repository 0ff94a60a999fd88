#!/usr/bin/env node
// Starts the command line. Plain JavaScript: it must be able to say what is missing before anything is installed.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The loader lies in the project's own node_modules, or higher up where the project itself is installed as a package. */
function installed(folder) {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, 'node_modules', 'tsx', 'package.json'))) return true;
    if (at === dirname(at)) return false;
  }
}

if (!installed(root)) {
  console.error(`依赖尚未安装。请先在 ${root} 运行 npm install。 / Packages are missing: run npm install in ${root} first.`);
  process.exit(2);
}

const { register } = await import('tsx/esm/api');
// Wherever it is started from: how the sources are to be read stands with them.
register({ tsconfig: join(root, 'tsconfig.json') });
const { runFromProcess } = await import(pathToFileURL(join(root, 'cli', 'main.ts')).href);
await runFromProcess();
