/**
 * From finding to action in Firefox, on eight scenes in one browser: the visit, the choice, the draft, the pack and its check,
 * the diary, and, with the clock moved past the due day, the complaint that follows.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPack } from '../../../analyzers/evidence/check';
import type { BrowserSession } from '../../../cli/browser/session';
import zhCases from '../../../locales/zh_CN/cases.json';
import zhComplaint from '../../../locales/zh_CN/complaint.json';
import zhLetters from '../../../locales/zh_CN/letters.json';
import zhPacks from '../../../locales/zh_CN/packs.json';
import zhPopup from '../../../locales/zh_CN/popup.json';
import { ACTION_SCENES } from '../action-scenes';
import { downloaded } from '../downloads';
import { setStage } from '../stage';
import type { Stage } from '../stage';

const DAY = 86_400_000;

let stage: Stage;
let session: BrowserSession;
let downloads: string;
const sites: string[] = [];

beforeAll(async () => {
  stage = await setStage('firefox');
  downloads = join(stage.folder, 'downloads');
  mkdirSync(downloads);
  const environment = await stage.environment({ firefoxPrefs: ['browser.download.folderList=2', `browser.download.dir=${downloads}`] });
  session = await environment.launch();
  // Chinese is compared, whatever language the browser has; the first visit's greeting is read.
  await session.ask({ type: 'settings', change: { lang: 'zh-CN' } }, 20_000);
});

afterAll(async () => {
  await session?.close();
  await stage?.end();
});

/** What a person does in a page of the extension, as functions for its scripts. */
const HANDS = `
  const front = async () => { const own = await browser.tabs.getCurrent(); await browser.tabs.update(own.id, { active: true }); };
  const until = async (find) => {
    for (const end = performance.now() + 15_000; ; ) {
      const found = find();
      if (found) return found;
      if (performance.now() > end) throw new Error('not there: ' + find + ' in: ' + document.body.innerText.slice(0, 600));
      await new Promise((go) => setTimeout(go, 50));
    }
  };
  const button = (label) => [...document.querySelectorAll('button')].find((one) => one.textContent.includes(label) && !one.disabled);
  const press = async (label) => (await until(() => button(label))).click();
  const says = (text) => until(() => document.body.innerText.includes(text));
`;

interface Acted {
  site: string;
  violations: string[];
  draft: string;
  parts: string[];
}

/** The newest pack, once so many were saved. */
const saved = async (count: number): Promise<Uint8Array> => new Uint8Array(readFileSync((await downloaded(downloads, '.zip', count)).at(-1)!));

describe.each(ACTION_SCENES.map((scene, index) => ({ id: scene.id, scene, index })))('$id', ({ scene, index }) => {
  it('is drafted, packed, checked and noted', async () => {
    await session.open(scene.url, 20_000);
    await session.quiet(300, 8_000);
    for (const step of scene.steps) await session.perform(step);
    await session.leaveField();
    const acted = await session.inExtensionPage<Acted>(
      'popup.html?tab={tab}',
      `${HANDS}
       // The visited page stays in front until it is judged: one behind another draws nothing.
       const { report } = await browser.runtime.sendMessage({ type: 'visit', tabId: Number(new URLSearchParams(location.search).get('tab')), settle: true });
       await front();
       await says(report.site);
       button(${JSON.stringify(zhPopup.welcome.done)})?.click();
       await press(${JSON.stringify(zhPopup.next.bad)});
       await until(() => document.querySelector('.choose'));
       if (document.querySelector('.function')) {
         await press(${JSON.stringify(zhComplaint.ui.function.yes.split('{')[0])});
         await says('你确认了');
       }
       const draft = (await until(() => document.querySelector('textarea'))).value;
       document.querySelector('details.pack').open = true;
       await until(() => document.querySelector('.pack-part'));
       const parts = [...document.querySelectorAll('.pack-files')].map((one) => one.textContent);
       if (${index === 0}) {
         await press(${JSON.stringify(zhPacks.preview.capture)});
         await until(() => document.querySelector('.shot img'));
       }
       await press(${JSON.stringify(zhPacks.preview.save)});
       await says(${JSON.stringify(zhPacks.said.saved)});
       await press(${JSON.stringify(zhComplaint.ui.way.write)});
       await until(() => document.querySelector('#letter-text'));
       for (const box of document.querySelectorAll('.sent input[type=checkbox]')) box.click();
       await press(${JSON.stringify(zhLetters.ui['keep-sent'])});
       await says(${JSON.stringify(zhLetters.said.kept)});
       return { site: report.site, violations: report.findings.filter(({ outcome }) => outcome === 'violation').map(({ rule }) => rule), draft, parts };`,
      90_000,
    );
    sites.push(acted.site);
    expect(acted.violations).toEqual(expect.arrayContaining(scene.expect.violations));
    expect(acted.draft).toMatch(/^1\.1 .*【证据：/m);
    expect(acted.parts.join()).toContain('traffic.har');
    const pack = openPack(await saved(index + 1));
    expect(pack.check).toMatchObject({ intact: true, altered: [], missing: [], added: [] });
    expect(pack.report?.site).toBe(acted.site);
    const pictures = pack.files.filter(({ path }) => path.startsWith('screenshots/'));
    expect(pictures).toHaveLength(index === 0 ? 1 : 0);
    for (const { bytes } of pictures) expect(bytes).toBeGreaterThan(2_000);
  });
});

it('once the day is past, each case is overdue and its complaint is written from what is known', async () => {
  const { lines, texts, state } = await session.inExtensionPage<{ lines: string[]; texts: string[]; state: string }>(
    'dashboard.html#/rules',
    `${HANDS}
     await front();
     // The page's own clock: the script's is another.
     const { Date: clock } = window;
     const real = clock.now.bind(clock);
     clock.now = () => real() + ${40 * DAY};
     location.hash = '#/cases';
     await until(() => document.querySelectorAll('.case-line').length >= ${ACTION_SCENES.length});
     const all = [...document.querySelectorAll('.case-line')];
     const lines = all.map((line) => line.innerText);
     const texts = [];
     for (const hash of all.map((line) => line.getAttribute('href'))) {
       location.hash = hash;
       await until(() => document.querySelector('.case-late'));
       await press(${JSON.stringify(zhCases.action.complain)});
       texts.push((await until(() => document.querySelector('textarea'))).value);
     }
     await press(${JSON.stringify(zhComplaint.ui.diary.sent)});
     const state = (await until(() => document.querySelector('.case-complained'))).innerText;
     return { lines, texts, state };`,
    60_000,
  );
  expect(lines.map((line) => line.split('\n')[0]!.trim()).sort()).toEqual([...sites].sort());
  for (const line of lines) expect(line).toContain(zhCases.state.overdue);
  for (const text of texts) {
    expect(text).toContain(zhComplaint.heading.history);
    expect(text).toMatch(/最迟应在 \d{4}-\d\d-\d\d 答复，至今没有记录到答复/);
    expect(text).toContain('《个人信息保护法》第五十条');
  }
  expect(state).toContain(zhCases.state.complained);
});
