/** Firefox driven through Marionette with the extension installed for the session; every session has a profile of its own. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { messageOf } from '../io';
import { SHAKE, STEP_WAIT_MS, StepError, parseSelector } from '../steps';
import type { Step } from '../steps';
import { FLATTEN } from './flatten';
import { Marionette, MarionetteError } from './marionette';
import { discharge, newCharge } from './processes';
import type { Charge } from './processes';
import { BrowserError, MAX_EVENTS, TimedOut, pause, readyTab, samePage, within } from './session';
import type { Arrival, BrowserSession, Screenshot, SessionEvent, SessionOptions } from './session';

const LAUNCH_MS = 60_000;

/** Key under which WebDriver hands over elements. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Dialogs declined before one command is given up. */
const MOST_DIALOGS = 20;

type ElementId = string;

/** The profile's settings: no traffic of the browser's own, Chinese first, dialogs and downloads never wait for anybody. */
const PREFERENCES: Record<string, string | number | boolean> = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.download.always_ask_before_handling_new_types': false,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.tabs.warnOnClose': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.disable_beforeunload': true,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'intl.accept_languages': 'zh-CN,zh,en',
  'intl.locale.requested': 'zh-CN',
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  'network.trr.mode': 5,
  // Nobody is there to answer: what a page asks for is refused, as Chromium does without a window.
  'permissions.default.camera': 2,
  'permissions.default.desktop-notification': 2,
  'permissions.default.geo': 2,
  'permissions.default.microphone': 2,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'signon.rememberSignons': false,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

/** Starts Firefox with the extension. @throws BrowserError */
export async function launchFirefox(options: SessionOptions): Promise<FirefoxSession> {
  const charge = newCharge();
  const host = randomUUID();
  try {
    const port = await freePort();
    const preferences = {
      ...PREFERENCES,
      'marionette.port': port,
      // A known address of the extension's own pages: the browser would choose a random one.
      'extensions.webextensions.uuids': JSON.stringify({ [addonId(options.extension)]: host }),
      ...options.preferences,
    };
    writeFileSync(join(charge.profile, 'user.js'), Object.entries(preferences).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''));
    const child = spawn(
      options.executable,
      [...(options.headed ? [] : ['--headless']), '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', charge.profile, ...options.args],
      { stdio: 'ignore', detached: process.platform !== 'win32', env: options.headed ? process.env : { ...process.env, MOZ_HEADLESS: '1' } },
    );
    child.on('error', () => undefined); // shows as a browser that is not alive
    charge.pid = child.pid;
    const marionette = await Marionette.connect(port, LAUNCH_MS, () => child.pid !== undefined && child.exitCode === null);
    return await FirefoxSession.over(marionette, child, charge, host, options);
  } catch (error) {
    await discharge(charge);
    throw new BrowserError(messageOf(error));
  }
}

export class FirefoxSession implements BrowserSession {
  readonly events: SessionEvent[] = [];
  readonly opened: string[] = [];
  readonly answeredAt = 0;

  private constructor(
    readonly browser: string,
    private readonly marionette: Marionette,
    private readonly child: ChildProcess,
    private readonly charge: Charge,
    /** Host of the extension's own addresses. */
    private readonly extensionHost: string,
    private readonly siteWindow: string,
    readonly tabId: number,
  ) {}

  static async over(marionette: Marionette, child: ChildProcess, charge: Charge, host: string, options: SessionOptions): Promise<FirefoxSession> {
    const { capabilities } = await marionette.send<{ capabilities: { browserVersion: string } }>('WebDriver:NewSession', {
      acceptInsecureCerts: options.acceptInsecureCertificates ?? false,
      // A dialog is declined before the next command, which is told of it and can be sent again.
      unhandledPromptBehavior: 'dismiss and notify',
      pageLoadStrategy: 'normal',
    });
    await marionette.send('WebDriver:SetWindowRect', { width: 1280, height: 1000 }).catch(() => undefined);
    await marionette.send('Addon:Install', { path: options.extension, temporary: true });
    const siteWindow = await marionette.send<{ value: string }>('WebDriver:GetWindowHandle').then((r) => r.value);
    const draft = new FirefoxSession('', marionette, child, charge, host, siteWindow, 0);
    const tabId = await draft.inExtensionPage<number>('popup.html', readyTab('browser'), 20_000);
    return new FirefoxSession(`Firefox ${capabilities.browserVersion}`, marionette, child, charge, host, siteWindow, tabId);
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async open(url: string, timeoutMs: number): Promise<Arrival> {
    await this.marionette.send('WebDriver:SetTimeouts', { pageLoad: timeoutMs, script: timeoutMs, implicit: 0 });
    const navigation = this.marionette.send('WebDriver:Navigate', { url });
    navigation.catch(() => undefined);
    const watching = this.#answerDialogs();
    try {
      await within(navigation, timeoutMs + 2_000, url);
      const here = await within(this.#run<string>('return location.href;'), 2_000, 'page').catch(() => '');
      // An answer that is offered for saving, or nothing at all, leaves the first empty page standing.
      return here === 'about:blank' && url !== here ? { arrived: false, reason: 'download', detail: url } : { arrived: true };
    } catch (error) {
      const detail = messageOf(error);
      if (this.child.exitCode !== null) return { arrived: false, reason: 'crashed', detail };
      if (error instanceof TimedOut || (error instanceof MarionetteError && error.code === 'timeout')) return { arrived: false, reason: 'timeout', detail };
      // A dialog ended the waiting, not the page.
      if (error instanceof MarionetteError && error.code === 'unexpected alert open') return { arrived: true };
      return { arrived: false, reason: /no such window|discarded/i.test(detail) ? 'crashed' : 'network', detail };
    } finally {
      watching.stop();
    }
  }

  /** Declines dialogs as they come, so that the page goes on. */
  #answerDialogs(): { stop(): void } {
    let going = true;
    void (async () => {
      while (going) {
        await this.#dismissDialog();
        await pause(300);
      }
    })();
    return { stop: () => (going = false) };
  }

  async #dismissDialog(): Promise<void> {
    const text = await within(this.marionette.send<{ value: string }>('WebDriver:GetAlertText'), 2_000, 'dialog').catch(() => undefined);
    if (!text) return;
    this.#note('dialog', 'page', text.value ?? '');
    await within(this.marionette.send('WebDriver:DismissAlert'), 2_000, 'dialog').catch(() => undefined);
  }

  async perform(step: Step): Promise<void> {
    try {
      switch (step.do) {
        case 'goto': {
          const here = await this.#run<string>('return location.href;');
          const arrival = await this.open(new URL(step.url, here).href, 30_000);
          if (!arrival.arrived) throw new StepError('failed', step, arrival.detail);
          return;
        }
        case 'wait':
          if (step.ms) await pause(step.ms);
          if (step.selector) await this.#at(step, step.selector, async () => undefined);
          return;
        case 'click':
          return await this.#at(step, step.selector, (element) => this.#click(element), step.frame);
        case 'tick':
          return await this.#at(step, step.selector, (element) => this.#tick(element, step));
        case 'type':
          return await this.#at(step, step.selector, (element) => this.#type(element, step));
        case 'shake':
          await this.#run(SHAKE).catch(() => undefined);
          await pause(700);
          return;
      }
    } catch (error) {
      throw error instanceof StepError ? error : new StepError('failed', step, messageOf(error));
    }
  }

  /** Finds a step's element, waiting as long as the contract says, and acts on it inside its frame. */
  async #at(step: Step, selector: string, act: (element: ElementId) => Promise<void>, frame?: string): Promise<void> {
    const parts = parseSelector(selector);
    const until = Date.now() + STEP_WAIT_MS;
    try {
      for (;;) {
        const element = await this.#locate(parts, frame).catch((error: unknown) => {
          if (error instanceof MarionetteError && error.code === 'invalid selector') throw new StepError('bad-selector', step);
          return undefined;
        });
        if (element && (step.do === 'tick' || (await this.#isShown(element)))) return await act(element);
        if (Date.now() >= until) throw new StepError('not-there', step);
        await pause(100);
      }
    } finally {
      await this.#send('WebDriver:SwitchToFrame', { element: null }).catch(() => undefined);
    }
  }

  async #locate(parts: ReturnType<typeof parseSelector>, frame?: string): Promise<ElementId | undefined> {
    if (!(await this.#enter(frame))) return undefined;
    let element: ElementId | undefined;
    for (const { within: place, css } of parts) {
      const query = { using: 'css selector', value: css };
      if (place === 'shadow' && element) {
        const { value } = await this.#send<{ value: Record<string, string> }>('WebDriver:GetShadowRoot', { id: element });
        element = idOf(await this.#send('WebDriver:FindElementFromShadowRoot', { shadowRoot: Object.values(value)[0], ...query }));
        continue;
      }
      if (place === 'frame' && element) await this.#send('WebDriver:SwitchToFrame', { element });
      element = idOf(await this.#send('WebDriver:FindElement', query));
    }
    return element;
  }

  /** Goes into the frame of an address, to the page itself where none is named. @returns whether it is there. */
  async #enter(frame: string | undefined): Promise<boolean> {
    await this.#send('WebDriver:SwitchToFrame', { element: null });
    if (frame === undefined) return true;
    const frames = await this.#run<{ element: Record<string, string>; src: string }[]>("return [...document.querySelectorAll('iframe, frame')].map((element) => ({ element, src: element.src }));");
    const id = frames.find(({ src }) => samePage(src, frame))?.element[ELEMENT];
    if (!id) return false;
    await this.#send('WebDriver:SwitchToFrame', { element: id });
    return true;
  }

  async #isShown(element: ElementId): Promise<boolean> {
    return this.#on<boolean>(element, 'const box = e.getBoundingClientRect(); return e.checkVisibility({ visibilityProperty: true }) && box.width > 0 && box.height > 0;').catch(() => false);
  }

  async #click(element: ElementId): Promise<void> {
    await this.#send('WebDriver:ElementClick', { id: element });
  }

  async #tick(element: ElementId, step: Step): Promise<void> {
    const state = () => this.#on<boolean | null>(element, "return e instanceof HTMLInputElement ? e.checked : e.hasAttribute('aria-checked') ? e.getAttribute('aria-checked') === 'true' : null;");
    if (await state()) return;
    const tries = [
      () => this.#click(element),
      async () => {
        const label = await this.#on<Record<string, string> | null>(element, 'return e.labels ? e.labels[0] || null : null;');
        if (label?.[ELEMENT]) await this.#click(label[ELEMENT]);
      },
      () => this.#send('WebDriver:ElementSendKeys', { id: element, text: ' ' }).then(() => undefined),
    ];
    for (const attempt of tries) {
      const done = await attempt().then(
        () => true,
        () => false,
      );
      const ticked = await state();
      if (ticked ?? done) return;
    }
    throw new StepError('not-tickable', step);
  }

  async #type(element: ElementId, step: Step & { do: 'type' }): Promise<void> {
    const isSelect = await this.#on<boolean>(element, 'return e instanceof HTMLSelectElement;');
    if (!isSelect) {
      await this.#send('WebDriver:ElementSendKeys', { id: element, text: step.text });
      return;
    }
    const option = await this.#on<Record<string, string> | null>(
      element,
      'return [...e.options].find((o) => !o.disabled && (o.value === a || o.text.trim() === a.trim())) || null;',
      step.text,
    );
    if (!option?.[ELEMENT]) throw new StepError('no-option', step, step.text);
    await this.#click(option[ELEMENT]);
  }

  async quiet(idleMs: number, timeoutMs: number): Promise<boolean> {
    const until = Date.now() + timeoutMs;
    let last = '';
    let since = Date.now();
    while (Date.now() < until) {
      // Firefox tells a driver nothing of requests: a page is quiet when it is complete and no entry was added for a while.
      const now = await within(this.#run<string>("return location.href + ' ' + document.readyState + ' ' + performance.getEntriesByType('resource').length;"), 2_000, 'page').catch(() => '');
      if (now !== last || !now.includes(' complete ')) {
        last = now;
        since = Date.now();
      } else if (Date.now() - since >= idleMs) return true;
      await pause(100);
    }
    return false;
  }

  /** Firefox tells a driver nothing of timers. */
  planned(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async screenshot(of: 'viewport' | 'page' | { selector: string }): Promise<Screenshot | undefined> {
    try {
      const id = typeof of === 'object' ? await this.#locate(parseSelector(of.selector)) : undefined;
      const { value } = await within(this.#send<{ value: string }>('WebDriver:TakeScreenshot', { id: id ?? null, full: of === 'page', scroll: true, hash: false }), 15_000, 'screenshot');
      return { bytes: Buffer.from(value, 'base64'), takenAt: Date.now() };
    } catch {
      return undefined;
    }
  }

  async shows(selector: string, frame?: string): Promise<boolean> {
    const element = await within(this.#locate(parseSelector(selector), frame), 2_000, selector).catch(() => undefined);
    const isShown = element !== undefined && (await this.#isShown(element));
    if (frame !== undefined) await this.#enter(undefined);
    return isShown;
  }

  async leaveField(): Promise<void> {
    const actions = [{ type: 'key', id: 'keyboard', actions: [{ type: 'keyDown', value: '\uE004' }, { type: 'keyUp', value: '\uE004' }] }];
    await this.#send('WebDriver:PerformActions', { actions }).catch(() => undefined);
  }

  async inPage<T>(body: string, frame?: string): Promise<T> {
    if (frame === undefined) return within(this.#run<T>(body), 5_000, 'page');
    if (!(await this.#enter(frame))) throw new Error(`no frame ${frame}`);
    try {
      return await within(this.#run<T>(body), 5_000, 'page');
    } finally {
      await this.#enter(undefined);
    }
  }

  async render(url: string, timeoutMs: number): Promise<{ url: string; html: string } | undefined> {
    const { handle } = await within(this.#send<{ handle: string }>('WebDriver:NewWindow', { type: 'tab', focus: false }), 10_000, 'tab');
    await this.#send('WebDriver:SwitchToWindow', { handle, focus: false });
    try {
      await this.#send('WebDriver:SetTimeouts', { pageLoad: timeoutMs, script: timeoutMs, implicit: 0 });
      await this.#send('WebDriver:Navigate', { url });
      await this.quiet(800, 8_000);
      const html = await this.#run<unknown>(FLATTEN).catch(() => undefined);
      return { url: await this.#run<string>('return location.href;'), html: typeof html === 'string' ? html : (await this.#send<{ value: string }>('WebDriver:GetPageSource')).value };
    } catch {
      return undefined;
    } finally {
      await within(this.#send('WebDriver:CloseWindow'), 5_000, 'close').catch(() => undefined);
      await this.#send('WebDriver:SwitchToWindow', { handle: this.siteWindow, focus: true }).catch(() => undefined);
    }
  }

  async address(): Promise<string | undefined> {
    return within(this.#run<string>('return location.href;'), 5_000, 'page').catch(() => undefined);
  }

  async ask<T>(message: { type: string } & Record<string, unknown>, timeoutMs: number): Promise<T> {
    return this.inExtension<T>(`return await browser.runtime.sendMessage(${JSON.stringify({ ...message, tabId: this.tabId })});`, timeoutMs);
  }

  async inExtension<T>(body: string, timeoutMs: number): Promise<T> {
    return this.inExtensionPage<T>('popup.html?tab={tab}', body, timeoutMs);
  }

  async inExtensionPage<T>(path: string, body: string, timeoutMs: number): Promise<T> {
    const { handle } = await within(this.#send<{ handle: string }>('WebDriver:NewWindow', { type: 'tab', focus: false }), 10_000, 'tab');
    await this.#send('WebDriver:SwitchToWindow', { handle, focus: false });
    try {
      await this.#send('WebDriver:SetTimeouts', { pageLoad: 20_000, script: timeoutMs, implicit: 0 });
      await this.#send('WebDriver:Navigate', { url: `moz-extension://${this.extensionHost}/${path.replace('{tab}', String(this.tabId))}` });
      const answer = await within(
        this.#send<{ value: { json?: string; error?: string } }>('WebDriver:ExecuteAsyncScript', {
          // Objects of the page do not cross into the driver whole: JSON does.
          script: `const done = arguments[arguments.length - 1];
            (async () => { ${body} })().then((value) => done({ json: JSON.stringify(value === undefined ? null : value) }), (error) => done({ error: String(error) }));`,
          args: [],
          sandbox: null,
        }),
        timeoutMs + 2_000,
        path,
      );
      if (answer.value.error !== undefined) throw new Error(answer.value.error);
      return JSON.parse(answer.value.json ?? 'null') as T;
    } finally {
      await within(this.#send('WebDriver:CloseWindow'), 5_000, 'close').catch(() => undefined);
      await this.#send('WebDriver:SwitchToWindow', { handle: this.siteWindow, focus: true }).catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    await within(this.marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }), 5_000, 'quit').catch(() => undefined);
    this.marionette.close();
    const until = Date.now() + 3_000;
    while (this.child.exitCode === null && this.child.signalCode === null && Date.now() < until) await pause(50);
    await discharge(this.charge);
  }

  #note(kind: SessionEvent['kind'], where: SessionEvent['where'], text: string): void {
    if (this.events.length < MAX_EVENTS) this.events.push({ kind, where, text: text.slice(0, 1_000) });
  }

  /** A command; dialogs that stand in its way are declined, and it is sent again. */
  async #send<T>(name: string, parameters: Record<string, unknown> = {}): Promise<T> {
    for (let dialogs = 0; ; dialogs++) {
      try {
        return await this.marionette.send<T>(name, parameters);
      } catch (error) {
        if (!(error instanceof MarionetteError && error.code === 'unexpected alert open') || dialogs >= MOST_DIALOGS) throw error;
        this.#note('dialog', 'page', error.message);
      }
    }
  }

  async #run<T>(script: string, args: unknown[] = []): Promise<T> {
    return (await this.#send<{ value: T }>('WebDriver:ExecuteScript', { script, args })).value;
  }

  /** Runs a function body on an element `e` with one argument `a`. */
  async #on<T>(element: ElementId, body: string, argument: unknown = null): Promise<T> {
    return this.#run<T>(`const [e, a] = arguments; ${body}`, [{ [ELEMENT]: element }, argument]);
  }
}

/** The extension's id, as its manifest fixes it. */
function addonId(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { browser_specific_settings?: { gecko?: { id?: string } } };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new BrowserError(`${folder}: no Firefox build of the extension`);
  return id;
}

function idOf(answer: unknown): ElementId | undefined {
  return (answer as { value?: Record<string, string> }).value?.[ELEMENT];
}

/** A port nobody listens on at this moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
