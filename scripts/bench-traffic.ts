/**
 * `npm run bench:traffic [-- --misses]`: what the traffic reader finds in labelled requests, what it takes for personal that is not, and
 * what a request costs. `--misses` lists each difference; `--page-load` measures the built extension in a browser as well.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowser } from '../cli/browser/find';
import { benchPageLoad } from './bench/page-load';
import { benchTraffic } from './bench/traffic';
import { scoreSamples, type KindScore, type Mode } from './bench/traffic-recall';
import { DECOYS, sampleSets, wrongDecoys } from './bench/traffic-samples';

const { values } = parseArgs({ options: { misses: { type: 'boolean' }, 'page-load': { type: 'boolean' } } });
const print = (line: string) => console.log(line);
const share = (part: number, whole: number) => (whole === 0 ? '   – ' : (part / whole).toFixed(3));

const sets = sampleSets();
const all = { name: 'all', samples: sets.flatMap(({ samples }) => samples) };
for (const mode of ['visit', 'cold'] as Mode[]) {
  print(`\n${mode === 'visit' ? 'In a visit: what was typed and kept is known' : 'The request alone, as in a recording'}`);
  for (const { name, samples } of [...sets, all]) {
    const { scores, misses } = scoreSamples(samples, mode);
    const total = scores.reduce((sum, { found, missed, wrong }) => ({ kind: sum.kind, found: sum.found + found, missed: sum.missed + missed, wrong: sum.wrong + wrong }), { kind: 'name', found: 0, missed: 0, wrong: 0 } as KindScore);
    print(`  ${name}: ${samples.length} requests, ${total.found + total.missed} labels, precision ${share(total.found, total.found + total.wrong)}, recall ${share(total.found, total.found + total.missed)}`);
    if (name === 'all') for (const { kind, found, missed, wrong } of scores) print(`    ${kind.padEnd(24)} precision ${share(found, found + wrong)}  recall ${share(found, found + missed)}  (${found + missed} labels)`);
    if (values.misses && name !== 'all') for (const { sample, kind, item } of misses) print(`    ${item ? 'wrong ' : 'missed'} ${kind} in ${sample.sdk} ${sample.url.split('?', 1)[0]} ${item ?? ''}`);
  }
}

const wrong = wrongDecoys();
print(`\nDecoys: ${wrong.length} of ${DECOYS.length} taken for personal data (${((100 * wrong.length) / DECOYS.length).toFixed(1)} %)`);
for (const { decoy, found } of wrong) print(`  ${decoy.body ?? decoy.url} → ${found.join(', ')}`);

print('\nCost of one request, processor time, median of rounds');
const { perRequestMs, fastestMs, bytes } = benchTraffic();
for (const [name, ms] of Object.entries(perRequestMs)) print(`  ${name}, ${bytes[name]} bytes: ${ms.toFixed(3)} ms (fastest round ${fastestMs[name]!.toFixed(3)}), ${((bytes[name]! / ms) * 1_000 / 1_048_576).toFixed(1)} MB/s`);

if (values['page-load']) {
  const executable = await findBrowser('chromium', { progress: (line) => console.error(line) });
  const lines = executable ? await benchPageLoad(executable, fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url))) : ['no browser found'];
  for (const line of lines) print(`  ${line}`);
}
