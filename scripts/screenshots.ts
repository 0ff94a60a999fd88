/**
 * `npm run screenshots [-- folder] [--only WORD] [--width N] [--lang L] [--theme T]` or `-- --docs` for the pictures in docs/images: every state of the popup and every page of the dashboard in both languages, light and dark, at
 * three widths. The pages are those of the build, in a real browser; what the background would answer is given to them.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../cli/build';
import { takeDocsPictures } from './screenshots/docs-pictures';
import { openStudio } from './screenshots/studio';
import { dashboardShots } from './screenshots/dashboard-shots';
import { popupShots } from './screenshots/popup-shots';
import type { Shot } from './screenshots/studio';

const LANGUAGES = ['zh-CN', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
const WIDTHS = [360, 800, 1280];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' }, width: { type: 'string' }, lang: { type: 'string' }, theme: { type: 'string' }, docs: { type: 'boolean' } } });
const folder = resolve(positionals[0] ?? (values.docs ? join('docs', 'images') : join('out', 'screenshots')));
/** A page of the product adds its shots here. */
const all: Shot[] = [...popupShots(), ...dashboardShots()];
const shots = values.docs ? [] : all.filter(({ name }) => name.includes(values.only ?? ''));
const widths = values.width ? values.width.split(',').map(Number) : WIDTHS;

mkdirSync(folder, { recursive: true });
const studio = await openStudio(await ensureBuilt('chrome', () => console.error('building the extension')));
let count = 0;
try {
  if (values.docs) count = await takeDocsPictures(studio, all, folder);
  for (const shot of shots) {
    for (const lang of LANGUAGES.filter((one) => (values.lang ?? one) === one)) {
      const pictures = THEMES.filter((one) => (values.theme ?? one) === one).flatMap((theme) =>
        widths.map((width) => ({ theme, width, file: join(folder, `${shot.name}-${lang === 'en' ? 'en' : 'zh'}-${theme}-${width}.png`) })),
      );
      await studio.take(shot, lang, pictures).then(
        () => (count += pictures.length),
        (error: Error) => {
          console.error(`${shot.name} ${lang}: ${error.message}`);
          process.exitCode = 1;
        },
      );
    }
    console.error(shot.name);
  }
} finally {
  await studio.close();
}
console.log(`${count} screenshots in ${folder}`);
