/** The dashboard works in Firefox: it lists a visit, shows its findings and every other part, and keeps a decision made by keyboard. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AxeResults } from 'axe-core';
import { AXE, axeRun, objections } from '../axe';
import { walk } from '../keyboard';
import { inFront } from './hands';
import { visited } from './visited';
import type { Visited } from './visited';

let visit: Visited;

beforeAll(async () => {
  visit = await visited();
});
afterAll(() => visit?.end());

it('lists the visit, shows its findings and keeps what is decided', async () => {
  const { report, session, scene } = visit;
  const site = `#/sites/${encodeURIComponent(report.site)}`;
  const told = await inFront(session, 'dashboard.html#/sites', '.site-site a', (page) => page.run<{ listed: boolean; rules: string[]; decisions: { choice: string }[]; catalogue: number; drawn: number }>(`
    const until = async (found) => { for (const end = Date.now() + 20_000; Date.now() < end; ) { if (found()) return true; await new Promise((go) => setTimeout(go, 30)); } return false; };
    const listed = await until(() => [...document.querySelectorAll('.site-site a')].find((link) => link.textContent === ${JSON.stringify(report.site)}));
    location.hash = '${site}';
    await until(() => document.querySelector('.finding-violation'));
    const rules = [...document.querySelectorAll('.finding-violation')].map((one) => one.dataset.rule);
    location.hash = '#/review';
    await until(() => document.querySelector('.review-item .finding'));
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'y', bubbles: true }));
    await until(() => document.querySelector('.said-line')?.textContent);
    const decisions = await browser.runtime.sendMessage({ type: 'decisions', site: ${JSON.stringify(report.site)} });
    location.hash = '#/rules';
    await until(() => document.querySelectorAll('.rule').length > 90);
    const catalogue = document.querySelectorAll('.rule').length;
    let drawn = 0;
    for (const [place, part] of [['/recipients', '.recipients'], ['/policy', '.policy'], ['/timeline', '.strip'], ['/versions', '.versions'], ['/audit', '.audit-line']].map(([part, shows]) => ['${site}' + part, shows]).concat([['#/pictures', '.picture svg'], ['#/data', '.kept dd']])) {
      location.hash = place;
      drawn += Number(await until(() => document.querySelector(part)));
    }
    return { listed, rules, decisions, catalogue, drawn };`));
  expect(told.listed).toBe(true);
  expect(told.rules).toEqual(expect.arrayContaining(scene.expect.violations));
  expect(told.decisions).toMatchObject([{ choice: 'confirmed' }]);
  expect(told.catalogue).toBeGreaterThan(90);
  expect(told.drawn).toBe(7);
});

it('can be used by everyone, by keyboard alone', async () => {
  for (const [hash, ready] of [[`#/sites/${encodeURIComponent(visit.report.site)}`, '.finding'], ['#/sites', '.site-site a'], ['#/review', '.page']] as const) {
    await inFront(visit.session, `dashboard.html${hash}`, ready, async (page) => {
      expect({ hash, found: objections(await page.run<AxeResults>(`${AXE}; return await ${axeRun()};`)) }).toEqual({ hash, found: [] });
      const { missed, hidden } = await walk(page);
      expect({ hash, missed, hidden }).toEqual({ hash, missed: [], hidden: [] });
    });
  }
}, 60_000);
