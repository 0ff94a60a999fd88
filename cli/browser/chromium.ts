/** Chromium driven over a pipe with the extension loaded; every session has a profile of its own. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { Browser, CDPSession, ElementHandle, Frame, Page, Protocol, Target } from 'puppeteer-core';
import { SHAKE, STEP_WAIT_MS, StepError, parseSelector } from '../steps';
import type { SelectorPart, Step } from '../steps';
import { FLATTEN } from './flatten';
import { Plans } from './plans';
import { discharge, newCharge } from './processes';
import type { Charge } from './processes';
import { BrowserError, MAX_EVENTS, TimedOut, pause, readyTab, samePage, within } from './session';
import type { Arrival, BrowserSession, Screenshot, SessionEvent, SessionOptions } from './session';
import { Traffic } from './traffic';

const WINDOW = { width: 1280, height: 900 };

/** Screen of a usual phone, CSS pixels. */
const PHONE = { width: 393, height: 852, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** Tallest screenshot, CSS pixels: an endless page must not fill the memory. */
const TALLEST = 8_000;

const LAUNCH_MS = 60_000;
const DRAW_MS = 15_000;

/** File of the extension that is opened as a page, to send messages to its background from: it has no script of its own. */
const MESSENGER = 'manifest.json';

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

export class ChromiumSession implements BrowserSession {
  readonly events: SessionEvent[] = [];
  readonly opened: string[] = [];
  answeredAt = 0;
  #crashed: Error | undefined;
  #download = '';
  #closing = false;

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
  ) {}

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
    try {
      switch (step.do) {
        case 'goto': {
          const arrival = await this.open(new URL(step.url, this.page.url()).href, 30_000);
          if (!arrival.arrived) throw new StepError('failed', step, arrival.detail);
          return;
        }
        case 'wait':
          if (step.ms) await pause(step.ms);
          if (step.selector) await this.#find(step, step.selector);
          return;
        case 'click':
          return await this.#atRest(step, step.selector, click);
        case 'tick':
          return await this.#atRest(step, step.selector, (element) => tick(element, step));
        case 'type':
          return await this.#atRest(step, step.selector, (element) => this.#type(element, step));
        case 'shake':
          // A page that leaves at the first movement takes the answer with it.
          await this.page.evaluate(SHAKE).catch(() => undefined);
          await pause(700);
          return;
      }
    } catch (error) {
      throw error instanceof StepError ? error : new StepError('failed', step, messageOf(error));
    }
  }

  /**
   * Does something to the element of a step once it stands still: banners slide in, and frameworks replace what they drew.
   * Tried again while the contract's time for a step lasts.
   */
  async #atRest(step: Step, selector: string, act: (element: ElementHandle) => Promise<void>): Promise<void> {
    const until = Date.now() + STEP_WAIT_MS;
    for (;;) {
      const element = await this.#find(step, selector);
      try {
        await standsStill(element, until);
        return await act(element);
      } catch (error) {
        if (error instanceof StepError || Date.now() >= until || !/clickable|not visible|detached|not an Element|Node is|no node/i.test(messageOf(error))) throw error;
        await pause(200);
      }
    }
  }

  /** The element of a step, waited for as long as the contract says. */
  async #find(step: Step, selector: string): Promise<ElementHandle> {
    const parts = parseSelector(selector);
    const until = Date.now() + STEP_WAIT_MS;
    for (;;) {
      // The inner limit: a page whose script never ends answers no question.
      const found = await within(locate(this.#frame(step.do === 'click' ? step.frame : undefined), parts), Math.max(until - Date.now(), 100), selector).catch((error: unknown) => {
        if (/not a valid selector|SyntaxError/i.test(messageOf(error))) throw new StepError('bad-selector', step);
        return undefined;
      });
      if (found && (await isShown(found, step))) return found;
      if (Date.now() >= until) throw new StepError('not-there', step);
      await pause(100);
    }
  }

  /** The frame of an address, the page itself where none is named; undefined where the frame is gone. */
  #frame(url: string | undefined): Frame | undefined {
    return url === undefined ? this.page.mainFrame() : this.page.frames().find((one) => samePage(one.url(), url));
  }

  async #type(element: ElementHandle, step: Step & { do: 'type' }): Promise<void> {
    const sort = await element.evaluate((e) => (e instanceof HTMLSelectElement ? 'select' : e instanceof HTMLInputElement ? e.type : ''));
    if (sort === 'select') return choose(this.page, element as ElementHandle<HTMLSelectElement>, step);
    if (/^(date|month|week|time|datetime-local|color|range)$/.test(sort)) {
      // The parts of a date field are entered in an order that depends on the language: the value is set whole.
      await element.evaluate((e, text) => {
        const field = e as HTMLInputElement;
        field.value = text;
        for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
      }, step.text);
      return;
    }
    await click(element);
    await element.focus();
    await this.page.keyboard.type(step.text, { delay: 15 });
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

async function locate(frame: Frame | undefined, parts: SelectorPart[]): Promise<ElementHandle | undefined> {
  let element: ElementHandle | undefined;
  for (const { within: place, css } of parts) {
    const scope = place === 'page' ? frame : await inside(element, place);
    element = (await scope?.$(css)) ?? undefined;
    if (!element) return undefined;
  }
  return element;
}

/** Waits until an element keeps its place for a moment, at most until `until`. */
async function standsStill(element: ElementHandle, until: number): Promise<void> {
  let before = '';
  while (Date.now() < until) {
    const now = JSON.stringify(await element.boundingBox());
    if (now === before) return;
    before = now;
    await pause(80);
  }
}

/** What stands inside an element: the document of its frame, or its shadow root. */
async function inside(element: ElementHandle | undefined, place: 'frame' | 'shadow'): Promise<Frame | ElementHandle | undefined> {
  if (place === 'frame') return (await (element as ElementHandle<HTMLIFrameElement> | undefined)?.contentFrame()) ?? undefined;
  const root = await element?.evaluateHandle((e) => e.shadowRoot);
  return (root?.asElement() as ElementHandle | null | undefined) ?? undefined;
}

/** Boxes of styled tick boxes are often hidden behind their label: for ticking it is enough that they are there. */
async function isShown(element: ElementHandle, step: Step): Promise<boolean> {
  return step.do === 'tick' || within(element.isVisible(), 2_000, 'element').catch(() => false);
}

async function click(element: ElementHandle): Promise<void> {
  await element.scrollIntoView();
  await element.click({ delay: 20 });
}

/** Ticks a native or script-made box by clicks, as a person would; a box that is ticked already is left alone. */
async function tick(element: ElementHandle, step: Step): Promise<void> {
  const isTicked = () => element.evaluate((e) => (e instanceof HTMLInputElement ? e.checked : e.getAttribute('aria-checked') === 'true'));
  const canTell = await element.evaluate((e) => e instanceof HTMLInputElement || e.hasAttribute('aria-checked'));
  if (canTell && (await isTicked())) return;
  const tries: (() => Promise<void>)[] = [
    () => click(element),
    async () => {
      const label = (await element.evaluateHandle((e) => (e instanceof HTMLInputElement ? (e.labels?.[0] ?? null) : null))).asElement();
      if (label) await click(label as ElementHandle);
    },
    () => element.focus(),
  ];
  for (const attempt of tries) {
    const done = await attempt().then(
      () => true,
      () => false,
    );
    if (done && attempt === tries[2]) await element.press('Space');
    if (canTell ? await isTicked() : done) return;
  }
  throw new StepError('not-tickable', step);
}

/** Chooses an option by its text or value with the arrow keys, so that the page sees trusted events. */
async function choose(page: Page, select: ElementHandle<HTMLSelectElement>, step: Step & { do: 'type' }): Promise<void> {
  const plan = await select.evaluate((e, wanted) => {
    const open = [...e.options].filter((o) => !o.disabled && !(o.parentElement instanceof HTMLOptGroupElement && o.parentElement.disabled));
    const option = open.find((o) => o.value === wanted || o.text.trim() === wanted.trim());
    return option && { value: option.value, moves: open.indexOf(option) - open.findIndex((o) => o.selected) };
  }, step.text);
  if (!plan) throw new StepError('no-option', step, step.text);
  await select.focus();
  for (let i = 0; i < Math.abs(plan.moves); i++) await page.keyboard.press(plan.moves > 0 ? 'ArrowDown' : 'ArrowUp');
  if ((await select.evaluate((e) => e.value)) !== plan.value) await select.select(plan.value);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
