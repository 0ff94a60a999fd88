/** `npm run bench:popup [-- --sites N] [--rounds N]`: how long people wait for the popup's verdict. */
import { parseArgs } from 'node:util';
import { findBrowser } from '../cli/browser/find';
import { ensureBuilt } from '../cli/build';
import { benchPopup, popupLines } from './bench/popup';

const { values } = parseArgs({ options: { sites: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '20' } } });
const executable = await findBrowser('chromium', { progress: (line) => console.error(line) });
if (!executable) throw new Error('no Chromium found');
const extension = await ensureBuilt('chrome', () => console.error('building the extension'));
for (const line of popupLines(await benchPopup(executable, extension, { sites: Number(values.sites), rounds: Number(values.rounds) }))) console.log(line);
