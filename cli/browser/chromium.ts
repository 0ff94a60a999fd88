/** Chromium driven over a pipe with the extension loaded; every session has a profile of its own. */
import type { Browser, CDPSession, Frame, Page, Protocol, Target } from 'puppeteer-core';
import { messageOf } from '../io';
import { parseSelector } from '../steps';
import type { Step } from '../steps';
import { FLATTEN } from './flatten';
import { Plans } from './plans';
import { discharge } from './processes';
import type { Charge } from './processes';
import { BrowserError, MAX_EVENTS, TimedOut, pause, readyTab, samePage, within } from './session';
import type { Arrival, BrowserSession, Screenshot, SessionEvent, SessionOptions } from './session';
import { Traffic } from './traffic';
import { Visitor, locate } from './visitor';

/** Size of the window, CSS pixels. */
export const WINDOW = { width: 1280, height: 900 };

/** Screen of a usual phone, CSS pixels. */
const PHONE = { width: 393, height: 852, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** Tallest screenshot, CSS pixels: an endless page must not fill the memory. */
const TALLEST = 8_000;

const DRAW_MS = 15_000;

/** File of the extension that is opened as a page, to send messages to its background from: it has no script of its own. */
const MESSENGER = 'manifest.json';

export class ChromiumSession implements BrowserSession {
  readonly events: SessionEvent[] = [];
  readonly opened: string[] = [];
  answeredAt = 0;
  #crashed: Error | undefined;
  #download = '';
  #closing = false;
  readonly #visitor: Visitor;

  private constructor(
    readonly browser: string,
    readonly chrome: Browser,
    /** The tab of the visited page. */
    readonly page: Page,
    /** Host of the extension's own addresses. */
    readonly extensionId: string,
    /** Number of the visited tab, as the extension knows it. */
    readonly tabId: number,
    private messenger: Page,
    private readonly plans: Plans,
    private readonly traffic: Traffic,
    private readonly charge: Charge,
    private readonly options: SessionOptions,
  ) {
    this.#visitor = new Visitor(page, (url, timeoutMs) => this.open(url, timeoutMs), (url) => this.#frame(url));
  }

  static async over(chrome: Browser, charge: Charge, options: SessionOptions): Promise<ChromiumSession> {
    const version = (await chrome.version()).replace(/^(Headless)?Chrome\//, 'Chromium ');
    const page = (await chrome.pages())[0] ?? (await chrome.newPage());
    const extensionId = await extensionOf(chrome);
    const messenger = await openMessenger(chrome, extensionId);
    // The background answers only when its listeners stand: a page opened earlier would load unseen.
    const tabId = (await messenger.evaluate(`(async () => { ${readyTab('chrome')} })()`)) as number;
    const session = new ChromiumSession(version, chrome, page, extensionId, tabId, messenger, await Plans.watch(page), await Traffic.watch(await page.createCDPSession()), charge, options);
    await session.#dress(page);
    await session.#watchPage();
    if (options.watchBackground) await session.#watchBackground();
    await page.bringToFront();
    return session;
  }

  get isAlive(): boolean {
    return this.chrome.connected;
  }

  async open(url: string, timeoutMs: number): Promise<Arrival> {
    this.#download = '';
    try {
      const answer = await within(this.page.goto(url, { waitUntil: 'load', timeout: timeoutMs }), timeoutMs + 1_000, url);
      return { arrived: true, ...(answer ? { status: answer.status() } : {}) };
    } catch (error) {
      const detail = messageOf(error);
      if (this.#crashed) return { arrived: false, reason: 'crashed', detail: this.#crashed.message };
      if (this.#download) return { arrived: false, reason: 'download', detail: this.#download };
      if (error instanceof TimedOut || /timeout/i.test(detail)) return { arrived: false, reason: 'timeout', detail };
      if (!this.chrome.connected) return { arrived: false, reason: 'crashed', detail };
      // The page went elsewhere while it loaded: what counts is whether it arrives there.
      if (/ERR_ABORTED|frame was detached|Navigating frame/i.test(detail)) return this.#settleElsewhere(timeoutMs, detail);
      return { arrived: false, reason: 'network', detail };
    }
  }

  async #settleElsewhere(timeoutMs: number, detail: string): Promise<Arrival> {
    const until = Date.now() + Math.min(timeoutMs, 10_000);
    while (Date.now() < until) {
      await pause(200);
      const crash = this.#crashed?.message;
      if (crash) return { arrived: false, reason: 'crashed', detail: crash };
      if (this.#download) return { arrived: false, reason: 'download', detail: this.#download };
      const state = await within(this.page.evaluate(() => `${location.href} ${document.readyState}`), 2_000, 'page').catch(() => '');
      if (state.endsWith(' complete')) {
        return state.startsWith('http') ? { arrived: true } : { arrived: false, reason: 'network', detail };
      }
    }
    return { arrived: false, reason: 'timeout', detail };
  }

  async perform(step: Step): Promise<void> {
    return this.#visitor.perform(step);
  }

  /** The frame of an address, the page itself where none is named; undefined where the frame is gone. */
  #frame(url?: string): Frame | undefined {
    return url === undefined ? this.page.mainFrame() : this.page.frames().find((one) => samePage(one.url(), url));
  }

  async quiet(idleMs: number, timeoutMs: number): Promise<boolean> {
    return this.traffic.quiet(idleMs, timeoutMs);
  }

  async planned(horizonMs: number): Promise<number | undefined> {
    return this.plans.ask(horizonMs);
  }

  async screenshot(of: 'viewport' | 'page' | { selector: string }): Promise<Screenshot | undefined> {
    try {
      const bytes = await within(this.#draw(of), DRAW_MS, 'screenshot');
      return bytes && { bytes, takenAt: Date.now() };
    } catch {
      return undefined;
    }
  }

  async #draw(of: 'viewport' | 'page' | { selector: string }): Promise<Uint8Array | undefined> {
    const screen = this.options.mobile ? PHONE : WINDOW;
    if (of === 'viewport') return this.page.screenshot({ type: 'png', optimizeForSpeed: true });
    if (of === 'page') {
      const height = await this.page.evaluate(() => document.documentElement.scrollHeight);
      return this.page.screenshot({ type: 'png', optimizeForSpeed: true, clip: { x: 0, y: 0, width: screen.width, height: Math.min(Math.max(height, screen.height), TALLEST) }, captureBeyondViewport: true });
    }
    const element = await locate(this.page.mainFrame(), parseSelector(of.selector));
    const box = await element?.boundingBox();
    if (!element || !box || box.width < 1 || box.height < 1 || box.height > TALLEST) return undefined;
    return element.screenshot({ type: 'png', optimizeForSpeed: true });
  }

  async shows(selector: string, frame?: string): Promise<boolean> {
    const look = async () => (await (await locate(this.#frame(frame), parseSelector(selector)))?.isVisible()) ?? false;
    return within(look(), 5_000, selector).catch(() => false);
  }

  async leaveField(): Promise<void> {
    await within(this.page.keyboard.press('Tab'), 2_000, 'key').catch(() => undefined);
  }

  async inPage<T>(body: string, frame?: string): Promise<T> {
    const place = this.#frame(frame);
    if (!place) throw new Error(`no frame ${frame}`);
    return (await within(place.evaluate(`(() => { ${body} })()`), 5_000, 'page')) as T;
  }

  async render(url: string, timeoutMs: number): Promise<{ url: string; html: string } | undefined> {
    const side = await this.chrome.newPage();
    try {
      await this.#dress(side);
      side.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
      await side.goto(url, { waitUntil: 'load', timeout: timeoutMs });
      await side.waitForNetworkIdle({ idleTime: 800, timeout: 8_000 }).catch(() => undefined);
      const html: unknown = await within(side.evaluate(`(() => { ${FLATTEN} })()`), 5_000, url).catch(() => undefined);
      return { url: side.url(), html: typeof html === 'string' ? html : await within(side.content(), 5_000, url) };
    } catch {
      return undefined;
    } finally {
      await within(side.close(), 3_000, 'close').catch(() => undefined);
      await this.page.bringToFront().catch(() => undefined);
    }
  }

  async address(): Promise<string | undefined> {
    // While nothing has come of the first page, asking it would mean waiting for it.
    if (this.page.url() === 'about:blank') return 'about:blank';
    return within(this.page.evaluate(() => location.href), 5_000, 'page').catch(() => undefined);
  }

  async ask<T>(message: { type: string } & Record<string, unknown>, timeoutMs: number): Promise<T> {
    return this.inExtension<T>(`return await chrome.runtime.sendMessage(${JSON.stringify({ ...message, tabId: this.tabId })});`, timeoutMs);
  }

  async inExtension<T>(body: string, timeoutMs: number): Promise<T> {
    if (this.messenger.isClosed()) this.messenger = await openMessenger(this.chrome, this.extensionId);
    return (await within(this.messenger.evaluate(`(async () => { ${body} })()`), timeoutMs, MESSENGER)) as T;
  }

  async inExtensionPage<T>(path: string, body: string, timeoutMs: number): Promise<T> {
    const side = await within(this.openExtensionPage(path), 20_000, path);
    try {
      return (await within(side.evaluate(`(async () => { ${body} })()`), timeoutMs, path)) as T;
    } finally {
      await within(side.close(), 3_000, 'close').catch(() => undefined);
    }
  }

  /** Opens a page of the extension in a tab of its own; the caller closes it. */
  async openExtensionPage(path: string): Promise<Page> {
    const side = await this.chrome.newPage();
    await this.#watchConsole(await side.createCDPSession(), 'extension');
    await side.goto(`chrome-extension://${this.extensionId}/${path.replace('{tab}', String(this.tabId))}`);
    return side;
  }

  /** Ends the extension's worker, as the browser may at any moment. */
  async killBackground(): Promise<void> {
    const target = this.chrome.targets().find((t) => this.#isBackground(t));
    const worker = await target?.worker();
    if (!target || !worker) return;
    const gone = new Promise<void>((resolve) => {
      const onGone = (ended: Target) => {
        if (ended !== target) return;
        this.chrome.off('targetdestroyed', onGone);
        resolve();
      };
      this.chrome.on('targetdestroyed', onGone);
    });
    await worker.close();
    await within(gone, 10_000, 'worker');
  }

  async close(): Promise<void> {
    this.#closing = true;
    // Nothing in the profile is kept, so the browser need not put it in order first.
    await discharge(this.charge);
    await this.chrome.disconnect().catch(() => undefined);
  }

  #isBackground(target: Target): boolean {
    return target.type() === 'service_worker' && target.url().startsWith(`chrome-extension://${this.extensionId}/`);
  }

  /** Makes a tab look like the browser of a person. */
  async #dress(page: Page): Promise<void> {
    const { headed, mobile } = this.options;
    if (mobile) await page.setViewport(PHONE);
    // Sites answer a headless browser with other pages than the ones people get.
    const name = (await this.chrome.userAgent()).replace('HeadlessChrome', 'Chrome');
    const version = /Chrome\/(\d+)/.exec(name)?.[1] ?? '';
    if (mobile) {
      await page.setUserAgent({
        userAgent: `Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Mobile Safari/537.36`,
        userAgentMetadata: { mobile: true, platform: 'Android', platformVersion: '14.0.0', architecture: '', model: 'Pixel 8', brands: [{ brand: 'Chromium', version }], fullVersion: `${version}.0.0.0` },
      });
    } else if (!headed) await page.setUserAgent({ userAgent: name });
  }

  #note(kind: SessionEvent['kind'], where: SessionEvent['where'], text: string): void {
    if (this.events.length < MAX_EVENTS) this.events.push({ kind, where, text: text.slice(0, 1_000) });
  }

  async #watchPage(): Promise<void> {
    const { page } = this;
    page.on('dialog', (dialog) => {
      this.#note('dialog', 'page', `${dialog.type()}: ${dialog.message()}`);
      // Nobody is there to answer; leaving a page is allowed, everything else is declined.
      (dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()).catch(() => undefined);
    });
    page.on('error', (error) => {
      this.#crashed = error;
      this.#note('crash', 'page', error.message);
    });
    page.on('popup', (popup) => {
      this.#note('popup-window', 'page', popup?.url() ?? '');
      // Nobody looks at it, and a dialog in it would stop the page that opened it.
      popup?.close().catch(() => undefined);
    });
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.#note('navigation', 'page', frame.url());
    });
    page.on('response', (response) => {
      if (/^(?:xhr|fetch)$/.test(response.request().resourceType())) this.answeredAt = Date.now();
    });
    const downloads = await this.chrome.target().createCDPSession();
    await downloads.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true });
    downloads.on('Browser.downloadWillBegin', (event) => {
      this.#download = event.url;
      this.#note('download', 'page', event.url);
    });
    const client = await page.createCDPSession();
    client.on('Page.windowOpen', ({ url }: Protocol.Page.WindowOpenEvent) => {
      if (this.opened.length < MAX_EVENTS) this.opened.push(url);
    });
    await client.send('Page.enable');
    await this.#watchConsole(client, 'page');
  }

  async #watchBackground(): Promise<void> {
    const attach = async (target: Target) => {
      if (!this.#isBackground(target)) return;
      const worker = await target.worker().catch(() => null);
      if (worker) await this.#watchConsole(worker.client, 'background').catch(() => undefined);
    };
    this.chrome.on('targetcreated', (target) => void attach(target));
    await Promise.all(this.chrome.targets().map(attach));
  }

  async #watchConsole(client: CDPSession, home: SessionEvent['where']): Promise<void> {
    const whereOf = (url: string | undefined) => (home === 'page' && url?.startsWith('chrome-extension://') ? 'extension' : home);
    client.on('Runtime.exceptionThrown', ({ exceptionDetails: e }: Protocol.Runtime.ExceptionThrownEvent) => {
      if (this.#closing) return;
      const url = e.url ?? e.stackTrace?.callFrames[0]?.url;
      this.#note('exception', whereOf(url), `${e.exception?.description ?? e.text} (${url ?? ''}:${e.lineNumber})`);
    });
    client.on('Runtime.consoleAPICalled', (e: Protocol.Runtime.ConsoleAPICalledEvent) => {
      if (this.#closing || (e.type !== 'error' && e.type !== 'assert')) return;
      this.#note('console-error', whereOf(e.stackTrace?.callFrames[0]?.url), e.args.map((a) => String(a.value ?? a.description ?? '')).join(' '));
    });
    await client.send('Runtime.enable');
  }
}

/** Id of the one extension that was loaded. */
async function extensionOf(chrome: Browser): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const [id] = (await chrome.extensions()).keys();
    if (id) return id;
    await pause(30);
  }
  throw new BrowserError('the browser did not load the extension');
}

/** A page of the extension that stays open in the background; the visited tab keeps the front. */
async function openMessenger(chrome: Browser, extensionId: string): Promise<Page> {
  const page = await chrome.newPage({ background: true });
  await page.goto(`chrome-extension://${extensionId}/${MESSENGER}`);
  return page;
}
