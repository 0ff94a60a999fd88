/**
 * A browser in which a page of the build is shown as it would look with given answers of the background. The pages are served
 * on loopback under the content policy of an extension; the extension's interfaces are played by a few lines.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { findBrowser } from '../../cli/browser/find';
import type { Lang } from '../../analyzers/artifacts';

export interface Look {
  lang: Lang;
  theme: 'light' | 'dark';
  /** CSS pixels. */
  width: number;
  height?: number;
}

export interface Shot {
  /** File name without language, theme and width. */
  name: string;
  /** Page of the extension, `popup.html?tab=1`. */
  page: string;
  /** Answers of the background by message type, or by `type digest` of the policy asked about; `settings` is filled in with language and theme. */
  answers: (look: Look) => Record<string, unknown>;
  /** Contents of `storage.local`. */
  stored?: Record<string, unknown>;
  /** Brings the page into the state that is meant. */
  then?: (page: Page) => Promise<void>;
}

/** One picture of a state, and the file it goes to. */
export interface Picture extends Pick<Look, 'theme' | 'width'> {
  file: string;
}

export interface Studio {
  /** A page in a state, for whoever wants to look closer. */
  open(shot: Shot, look: Look): Promise<Page>;
  /** Pictures of one state in one language; the page is opened once and then changes colours and width. */
  take(shot: Shot, lang: Lang, pictures: readonly Picture[]): Promise<void>;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png' };
const HEIGHT = 600;
/** Taller ones only repeat what is above. */
const TALLEST = 4_000;

export async function openStudio(extension: string): Promise<Studio> {
  const executable = await findBrowser('chromium', { progress: (code) => console.error(code) });
  if (!executable) throw new Error('no Chromium found');
  const browser = await puppeteer.launch({
    executablePath: executable,
    pipe: true,
    env: { ...process.env, LANGUAGE: 'zh_CN' },
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--no-first-run', '--disable-background-networking', '--hide-scrollbars', '--host-resolver-rules=MAP * 127.0.0.1:9, EXCLUDE 127.0.0.1'],
  });
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const type = TYPES[extname(path)];
    try {
      const body = readFileSync(join(extension, path));
      response.writeHead(200, { 'content-type': type ?? 'application/octet-stream', 'content-security-policy': "script-src 'self'; object-src 'self'" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { open, take, close };

  async function close(): Promise<void> {
    await browser.close();
    server.close();
  }

  async function open(shot: Shot, look: Look): Promise<Page> {
    const page = await newPage(browser, look);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error instanceof Error ? error.stack : error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    const answers = shot.answers(look);
    // Settings are read from the storage where a page does not wait for the background.
    const stored = { settings: answers.settings, ...(shot.stored ?? { welcomed: true }) };
    await page.evaluateOnNewDocument(`(${PLAYED})(${JSON.stringify({ answers, stored })})`);
    await page.goto(`${root}/${shot.page}`, { waitUntil: 'load' });
    await page.waitForSelector('main > *', { timeout: 10_000 }).catch((error: Error) => {
      throw new Error([error.message, ...errors].join('\n'));
    });
    await shot.then?.(page);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await painted(page);
    return page;
  }

  async function take(shot: Shot, lang: Lang, pictures: readonly Picture[]): Promise<void> {
    const page = await open(shot, { lang, theme: 'light', width: 1280 });
    try {
      for (const { theme, width, file } of pictures) {
        const deviceScaleFactor = width < 500 ? 2 : 1;
        await dress(page, theme);
        await page.setViewport({ width, height: HEIGHT, deviceScaleFactor });
        await page.evaluate(() => new Promise((done) => setTimeout(done, 80)));
        const height = await page.evaluate(() => (scrollTo(0, 0), document.documentElement.scrollHeight));
        await page.setViewport({ width, height: Math.min(TALLEST, Math.max(HEIGHT, height)), deviceScaleFactor });
        await painted(page);
        await page.screenshot({ path: file as `${string}.png` });
      }
    } finally {
      await page.close();
    }
  }
}

async function newPage(browser: Browser, { theme, width, height = HEIGHT }: Look): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: width < 500 ? 2 : 1 });
  await dress(page, theme);
  return page;
}

async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

async function dress(page: Page, theme: Look['theme']): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

/** Source of a function for the page, run before its own scripts: the few interfaces of an extension that the pages use. */
const PLAYED = `({ answers, stored }) => {
  const reply = (answer) => (...args) => (typeof args.at(-1) === 'function' ? void args.at(-1)(answer) : Promise.resolve(answer));
  const event = { addListener() {}, removeListener() {}, hasListener: () => false };
  const area = { get: reply(stored), set: reply(), remove: reply() };
  const chrome = {
    runtime: { id: 'mingshi', getURL: (path) => location.origin + path, getManifest: () => ({ version: '0' }), onMessage: event, sendMessage: (message, ...rest) => reply(answers[message.type + ' ' + message.sha256] ?? answers[message.type])(...rest) },
    tabs: { query: reply([{ id: 1 }]), create: reply({ id: 2 }), reload: reply(), get: reply({ id: 1 }) },
    storage: { local: area, session: area, onChanged: event },
    i18n: { getUILanguage: () => 'zh-CN', getMessage: () => '' },
  };
  Object.defineProperty(globalThis, 'chrome', { value: chrome });
}`;
