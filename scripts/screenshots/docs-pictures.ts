/** The pictures in the README and the documentation: a part each of a state that is shown whole elsewhere. */
import { join } from 'node:path';
import type { Shot, Studio } from './studio';

interface DocsPicture {
  /** Name of the shot. */
  shot: string;
  file: string;
  width: number;
  height: number;
  /** The picture begins a little above this element; else at the top. */
  from?: string;
  /** English; else Chinese. */
  english?: true;
}

const PICTURES: readonly DocsPicture[] = [
  { shot: 'popup-bad', file: 'popup.png', width: 400, height: 720 },
  { shot: 'popup-bad', file: 'popup-en.png', width: 400, height: 720, english: true },
  { shot: 'popup-bad-timeline', file: 'popup-timeline.png', width: 400, height: 720, from: '.tab-list' },
  { shot: 'popup-bad-policy', file: 'popup-policy.png', width: 400, height: 720, from: '.tab-list' },
  { shot: 'dashboard-friendly', file: 'dashboard-sites.png', width: 1280, height: 760 },
  { shot: 'dashboard-versions', file: 'dashboard-versions.png', width: 1280, height: 760 },
  { shot: 'dashboard-audit', file: 'dashboard-audit.png', width: 1280, height: 760 },
];
/** Left above an element with which a picture begins. */
const ABOVE = 8;

/** Takes them into a folder, light. */
export async function takeDocsPictures(studio: Studio, shots: readonly Shot[], folder: string): Promise<number> {
  for (const { shot: name, file, width, height, from, english } of PICTURES) {
    const page = await studio.open(shots.find((shot) => shot.name === name)!, { lang: english ? 'en' : 'zh-CN', theme: 'light', width, height: 2 * height });
    const top = from ? await page.$eval(from, (element) => element.getBoundingClientRect().top + scrollY) : ABOVE;
    await page.screenshot({ path: join(folder, file) as `${string}.png`, clip: { x: 0, y: top - ABOVE, width, height } });
    await page.close();
  }
  return PICTURES.length;
}
