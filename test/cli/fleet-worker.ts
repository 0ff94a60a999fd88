/** A worker whose look at a site is made up: it takes a while, and its outcome is told by the address. Run as a program of its own, so that it can be killed. */
import { appendFileSync } from 'node:fs';
import { parseArgs } from '../../cli/args';
import { pause } from '../../cli/browser/session';
import { openFleet } from '../../cli/fleet/queue';
import { work } from '../../cli/fleet/work';
import { unseenReport } from '../../cli/audit/unseen';

const [url = '', log = '', name = '', untilEmpty = ''] = process.argv.slice(2);
const io = { stdout: () => undefined, stderr: () => undefined, lang: 'en' } as const;
const fleet = await openFleet(parseArgs(['--queue', url], { queue: 'value' }), io);
await work(fleet, {
  concurrency: 1, leaseMs: 2_000, untilEmpty: untilEmpty === 'yes',
  async look(job) {
    appendFileSync(log, `${name} ${job.url}\n`);
    if (job.url.includes('cannot-be-written')) throw new Error('no space left');
    await pause(job.url.includes('slow') && name === 'first' ? 60_000 : 50);
    return { ...unseenReport({ url: job.url, at: 0, browser: 'x', version: '1', lang: job.lang, failure: { kind: 'page', code: 'dns', facts: { reason: 'made up' } } }), requested: job.url };
  },
}, io);
process.exit(0);
