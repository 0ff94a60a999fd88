/** Starts Chromium over a pipe, with the extension and a profile of its own. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { ChromiumSession, WINDOW } from './chromium';
import { discharge, newCharge } from './processes';
import { BrowserError } from './session';
import type { SessionOptions } from './session';
import { messageOf } from '../io';

const LAUNCH_MS = 60_000;

/** No switch turns these off: typing into a field would fetch a spelling dictionary. */
const PREFERENCES = { browser: { enable_spellchecking: false }, spellcheck: { dictionaries: [], use_spelling_service: false } };

/** Starts Chromium with the extension. @throws BrowserError */
export async function launchChromium(options: SessionOptions): Promise<ChromiumSession> {
  const charge = newCharge();
  try {
    await mkdir(join(charge.profile, 'Default'), { recursive: true });
    await writeFile(join(charge.profile, 'Default', 'Preferences'), JSON.stringify(PREFERENCES));
    const browser = await puppeteer.launch({
      executablePath: options.executable,
      headless: !options.headed,
      pipe: true,
      enableExtensions: [options.extension],
      userDataDir: charge.profile,
      defaultViewport: options.headed ? null : WINDOW,
      // Chromium takes the language of its interface, and of the extension, from LANGUAGE rather than from --lang.
      env: { ...process.env, LANGUAGE: 'zh_CN' },
      args: [...flags(options), ...options.args],
      // Windows that a page opens by itself are blocked, as they are for people; puppeteer would allow them.
      ignoreDefaultArgs: ['--disable-popup-blocking'],
      timeout: LAUNCH_MS,
      protocolTimeout: LAUNCH_MS,
      // Signals are handled once for all browsers, in processes.ts.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    charge.pid = browser.process()?.pid;
    // A browser that is killed resets its pipes, after puppeteer has stopped listening to them.
    for (const stream of browser.process()?.stdio ?? []) stream?.on('error', () => undefined);
    return await ChromiumSession.over(browser, charge, options);
  } catch (error) {
    await discharge(charge);
    throw error instanceof BrowserError ? error : new BrowserError(messageOf(error));
  }
}

function flags(options: SessionOptions): string[] {
  return [
    // As root Chromium's sandbox cannot start; for everyone else it stays on.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(options.headed ? [] : [`--window-size=${WINDOW.width},${WINDOW.height}`, '--disable-gpu']),
    '--lang=zh-CN',
    '--accept-lang=zh-CN,zh,en',
    // QUIC would bypass host mapping and proxies.
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    // The browser's own traffic is no part of a page's: where it cannot be switched off it is led to a port nobody serves.
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-features=OptimizationHints,MediaRouter,Translate,HttpsUpgrades,NetworkTimeServiceQuerying,AutofillServerCommunication',
    '--gaia-url=http://localhost:9/',
    '--apps-gallery-update-url=http://localhost:9/',
    '--component-updater=url-source=http://localhost:9/',
    '--disable-domain-reliability',
    '--no-pings',
  ];
}
