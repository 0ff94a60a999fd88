/** The dashboard works in Firefox: it lists a visit, shows its findings and every other part, and keeps a decision made by keyboard. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { visited } from './visited';
import type { Visited } from './visited';

let visit: Visited;

beforeAll(async () => {
  visit = await visited();
});
afterAll(() => visit?.end());

it('lists the visit, shows its findings and keeps what is decided', async () => {
  const { report, session, scene } = visit;
  const answer = await session.inExtensionPage<string>(
    'dashboard.html#/sites',
    // The tab is in the background, where timers are slowed down: a question to the extension passes the time instead.
    `const until = async (found) => { for (const end = Date.now() + 20_000; Date.now() < end; ) { if (found()) return true; await browser.runtime.sendMessage({ type: 'settings' }); } return false; };
     const listed = await until(() => [...document.querySelectorAll('.site-site a')].find((link) => link.textContent === ${JSON.stringify(report.site)}));
     location.hash = '#/sites/' + encodeURIComponent(${JSON.stringify(report.site)});
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
     const drawn = [];
     const site = '#/sites/' + encodeURIComponent(${JSON.stringify(report.site)});
     for (const [place, part] of [[site + '/recipients', '.recipients'], [site + '/policy', '.policy'], [site + '/timeline', '.strip'], [site + '/versions', '.versions'], [site + '/audit', '.audit-line'], ['#/pictures', '.picture svg'], ['#/data', '.kept dd']]) {
       location.hash = place;
       drawn.push(await until(() => document.querySelector(part)));
     }
     return JSON.stringify({ listed, rules, decisions, catalogue, drawn: drawn.every(Boolean) ? drawn.length : drawn });`,
    110_000,
  );
  const told = JSON.parse(answer) as { listed: boolean; rules: string[]; decisions: { choice: string }[]; catalogue: number; drawn: number };
  expect(told.listed).toBe(true);
  expect(told.rules).toEqual(expect.arrayContaining(scene.expect.violations));
  expect(told.decisions).toMatchObject([{ choice: 'confirmed' }]);
  expect(told.catalogue).toBeGreaterThan(90);
  expect(told.drawn).toBe(7);
});
