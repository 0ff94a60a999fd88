/**
 * Every state of the popup, as `npm run screenshots` shows them: nothing for axe to complain of (WCAG 2.2 AA), light and dark;
 * nothing lost on a small screen or with large or spaced letters, nothing that moves where no motion is wanted; no error, no placeholder left.
 */
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../../cli/build';
import { popupShots } from '../../../scripts/screenshots/popup-shots';
import { openStudio } from '../../../scripts/screenshots/studio';
import { AXE, axeRun, objections } from '../axe';
import { lost } from '../reflow';
import type { Studio } from '../../../scripts/screenshots/studio';

let studio: Studio;

beforeAll(async () => {
  studio = await openStudio(await ensureBuilt('chrome', () => undefined));
});
afterAll(() => studio?.close());

/** What axe objects to. */
const found = async (page: Page, only?: string[]): Promise<string[]> => objections((await page.evaluate(axeRun(only))) as AxeResults);

describe.each(popupShots().map((shot) => [shot.name, shot] as const))('%s', (_, shot) => {
  it('can be used by everyone, in light and dark, on a narrow screen too', async () => {
    // Tall, so that the bar that stays in reach covers nothing.
    const page = await studio.open(shot, { lang: shot.name.length % 2 ? 'zh-CN' : 'en', theme: 'light', width: 400, height: 4_000 });
    try {
      await page.evaluate(AXE);
      expect(await found(page)).toEqual([]);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
      expect(await found(page, ['color-contrast'])).toEqual([]);
      // Whoever asked for no motion gets none.
      expect(await page.evaluate(() => [...document.querySelectorAll('*')].filter((one) => Number.parseFloat(getComputedStyle(one).transitionDuration) > 0 || getComputedStyle(one).animationName !== 'none').length)).toBe(0);
      // A screen of 320 pixels with the letters spaced, a popup with letters twice as large: nothing is lost.
      expect([await lost(page, { width: 320, spaced: true }), await lost(page, { width: 400, letters: 2 })]).toEqual([[], []]);
      expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/undefined|\bNaN\b|\{\w+\}|\[object/);
    } finally {
      await page.close();
    }
  });
});
