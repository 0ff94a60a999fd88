/** `npm start`: the example sites, or with addresses those pages, audited in a real browser. */
import { join } from 'node:path';
import { ensurePackages, run } from './bootstrap.mjs';

const given = process.argv.slice(2);

/** With an address, or a list of them, pages are audited; without, the example sites. */
const isAudit = given.some((argument, index) => argument === '--list' || argument.startsWith('--list=') || isAddress(argument, given[index - 1]));

/** An argument that is neither an option nor the value of one. */
function isAddress(argument, before) {
  const takesValue = /^--(out|lang|browser|steps|timeout|concurrency|consent|extension|fail-on|firefox-pref|chrome-arg)$/;
  return !argument.startsWith('-') && !(before !== undefined && takesValue.test(before));
}

if (!(await ensurePackages())) process.exit(3);
const out = given.some((argument) => /^--out(=|$)/.test(argument)) || given.includes('--help') ? [] : ['--out', join('out', isAudit ? 'audit' : 'demo')];
process.exitCode = await run(process.execPath, [join('bin', 'mingshi.mjs'), isAudit ? 'audit' : 'demo', ...given, ...out]);
