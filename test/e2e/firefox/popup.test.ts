/** The popup of a visited tab works in Firefox: messages are answered by promises, and the verdict is told. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SiteReport } from '../../../analyzers/report';
import type { BrowserSession } from '../../../cli/browser/session';
import zhReport from '../../../locales/zh_CN/report.json';
import { loadScenes } from '../../scenes/scene';
import { setStage } from '../stage';
import type { Stage } from '../stage';

const scene = loadScenes().find(({ id }) => id === 'shop-tracks-before-choice')!;

let stage: Stage;
let session: BrowserSession;

beforeAll(async () => {
  stage = await setStage('firefox');
  session = await (await stage.environment()).launch();
  await session.open(scene.url, 20_000);
  await session.quiet(1_500, 10_000);
  // The interface may be in any language; what is compared is Chinese.
  await session.ask({ type: 'settings', change: { lang: 'zh-CN' } }, 20_000);
});

afterAll(async () => {
  await session?.close();
  await stage?.end();
});

it('tells every suspected violation in words', async () => {
  const { report } = await session.ask<{ report: SiteReport }>({ type: 'visit', settle: true }, 60_000);
  const wanted = report.findings.filter(({ outcome }) => outcome === 'violation').map(({ summary }) => summary['zh-CN']);
  expect(wanted.length).toBeGreaterThan(0);
  const text = await session.inExtensionPage<string>(
    'popup.html?tab={tab}',
    `for (let i = 0; i < 100 && !document.body.innerText.includes(${JSON.stringify(report.site)}); i++) await new Promise((go) => setTimeout(go, 100));
     await new Promise((go) => setTimeout(go, 500));
     return document.body.innerText;`,
    20_000,
  );
  for (const sentence of wanted) expect(text).toContain(sentence);
});

it('sets a finding aside and leads to a passage of the policy', async () => {
  const said = await session.inExtensionPage<{ dismissed: string; shown: string }>(
    'popup.html?tab={tab}',
    `const until = async (find) => { for (let i = 0; i < 150; i++) { const found = find(); if (found) return found; await new Promise((go) => setTimeout(go, 100)); } throw new Error('not there: ' + find); };
     const button = (part, label) => until(() => [...document.querySelectorAll(part + ' button, ' + part + ' summary')].find((one) => one.textContent.trim().startsWith(label)));
     (await button('.finding', ${JSON.stringify(zhReport.dismiss.open)})).click();
     (await button('.finding', ${JSON.stringify(zhReport.dismiss.reason.mended)})).click();
     const dismissed = (await until(() => document.querySelector('.dismissed'))).textContent;
     (await until(() => document.querySelector('[data-tab=policy]'))).click();
     (await button('.policy-told', ${JSON.stringify(zhReport.policy.line.collects)})).click();
     (await button('.policy-told', ${JSON.stringify(zhReport.show.passage)})).click();
     const shown = await until(() => document.querySelector('.policy-told .show-said')?.textContent);
     return { dismissed, shown };`,
    40_000,
  );
  expect(said.dismissed).toContain(zhReport.dismiss.reason.mended);
  expect(said.shown).toBe(zhReport.show.opened);
});

it('answers with a promise to each kind of question, and not at all to nonsense', async () => {
  const answers = await session.inExtensionPage<unknown[]>(
    'popup.html',
    `return await Promise.all([{ type: 'settings' }, { type: 'tabs' }, { type: 'no-such-question' }, 7].map((message) => browser.runtime.sendMessage(message).then((a) => a === undefined ? null : a, (e) => 'refused')));`,
    20_000,
  );
  expect(answers[0]).toMatchObject({ pausedEverywhere: false });
  expect(Array.isArray(answers[1])).toBe(true);
  expect(answers.slice(2).every((answer) => answer === null || answer === 'refused')).toBe(true);
});
