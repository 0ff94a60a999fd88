/** Messages between the extension's parts are answered by promises in Chromium too. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrowserSession } from '../../../cli/browser/session';
import { setStage } from '../stage';
import type { Stage } from '../stage';

let stage: Stage;
let session: BrowserSession;

beforeAll(async () => {
  stage = await setStage('chromium');
  session = await (await stage.environment()).launch();
});

afterAll(async () => {
  await session?.close();
  await stage?.end();
});

it('answers with a promise to each kind of question, and not at all to nonsense', async () => {
  const answers = await session.inExtensionPage<unknown[]>(
    'popup.html',
    `return await Promise.all([{ type: 'settings' }, { type: 'tabs' }, { type: 'no-such-question' }, 7].map((message) => chrome.runtime.sendMessage(message).then((a) => a === undefined ? null : a, (e) => 'refused')));`,
    20_000,
  );
  expect(answers[0]).toMatchObject({ pausedEverywhere: false });
  expect(Array.isArray(answers[1])).toBe(true);
  expect(answers.slice(2).every((answer) => answer === null || answer === 'refused')).toBe(true);
});

it('answers questions about a tab that does not exist without failing', async () => {
  const answer = await session.inExtensionPage<unknown>('popup.html', `return await chrome.runtime.sendMessage({ type: 'visit', tabId: 987654321, settle: false });`, 20_000);
  expect(answer).toMatchObject({ error: expect.any(String) });
});

it('puts nothing into pages by which they could know the extension, or that they do not need', () => {
  const folder = fileURLToPath(new URL('../../../.output/chrome-mv3/content-scripts/', import.meta.url));
  const scripts = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  expect(Object.keys(scripts).sort()).toEqual(['early.js', 'hooks.js', 'observer.js']);
  for (const [name, text] of Object.entries(scripts)) expect(text.match(/content-script-started|@wxt-dev\/storage|chrome-extension:|getURL/g), name).toBeNull();
  expect(scripts['early.js']!.length).toBeLessThan(6_000);
  expect(scripts['hooks.js']!.length).toBeLessThan(12_000);
});
