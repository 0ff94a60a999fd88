// Runs blacklight-collector on one page, as a program of its own: node audit-peer.mjs FOLDER URL BROWSER OUT ARGS(JSON). Prints what it found as JSON.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, url, executablePath, outDir, args] = process.argv.slice(2);
const { collect } = createRequire(join(folder, 'package.json'))('@themarkup/blacklight-collector');
const log = console.log;
console.log = console.error;
const result = await collect(url, {
  outDir, numPages: 0, headless: true, defaultTimeout: 30_000, quiet: true, enableAdBlock: false,
  extraChromiumArgs: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...JSON.parse(args)],
  puppeteerExecutablePath: executablePath,
});
const cookies = result.reports?.cookies ?? [];
log(JSON.stringify({ status: result.status, thirdParties: result.hosts?.requests?.third_party ?? [], cookies: cookies.length, trackers: (result.reports?.third_party_trackers ?? []).length }));
process.exit(0);
