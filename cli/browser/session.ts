/** What the audit asks of a browser; Chromium and Firefox are driven behind it. */
import type { SiteReport } from '../../analyzers/report';
import type { Visit } from '../../analyzers/artifacts';
import type { Step } from '../steps';

/** How the loading of a page ended. */
export type Arrival =
  | { arrived: true; /** Of the page's own answer, where the browser tells. */ status?: number }
  /** `timeout`: the page did not load in time (what had come by then stays open). */
  | { arrived: false; reason: 'timeout' | 'network' | 'download' | 'crashed'; detail: string };

/** Something that happened in the browser beside the page's loading. */
export interface SessionEvent {
  kind: 'dialog' | 'crash' | 'download' | 'exception' | 'console-error' | 'navigation' | 'popup-window';
  /** Where: the page, the extension's pages or its background. */
  where: 'page' | 'extension' | 'background';
  text: string;
}

/** Answer of the background to `{ type: 'visit' }`. */
export type VisitAnswer = { visit: Visit; report: SiteReport; settled: boolean } | { error: string };

/** A box of the page, CSS pixels. */
export interface Screenshot {
  /** PNG. */
  bytes: Uint8Array;
  takenAt: number;
}

export interface BrowserSession {
  /** Name and version, for instance `Chromium 156.0.8078.79`. */
  readonly browser: string;
  /** Whether the browser still runs. */
  readonly isAlive: boolean;
  /** What happened so far, oldest first; at most `MAX_EVENTS`. */
  readonly events: readonly SessionEvent[];
  /** Leads the tab to `url` and waits for its load event, at most `timeoutMs`. Never throws for what a page does. */
  open(url: string, timeoutMs: number): Promise<Arrival>;
  /** Does one step with trusted input. @throws StepError */
  perform(step: Step): Promise<void>;
  /** Waits until no request was under way for `idleMs`, at most `timeoutMs`; true when it grew quiet. */
  quiet(idleMs: number, timeoutMs: number): Promise<boolean>;
  /**
   * Milliseconds until the last thing happens that the page has planned for the next `horizonMs` (timers, animations); 0 when
   * nothing is planned, undefined where that cannot be told.
   */
  planned(horizonMs: number): Promise<number | undefined>;
  /** Addresses of the windows the page has opened, oldest first; the windows themselves are closed. Empty where the browser does not tell. */
  readonly opened: readonly string[];
  /** When the page last got an answer to a question of its own script (fetch, XMLHttpRequest); 0 when it never did. */
  readonly answeredAt: number;
  /** The visible part, the whole page, or one element (a selector of the steps' grammar); undefined when the page cannot be drawn. */
  screenshot(of: 'viewport' | 'page' | { selector: string }): Promise<Screenshot | undefined>;
  /** Whether an element that fits is in sight now; a selector of the steps' grammar. @param frame Address of the frame it stands in. */
  shows(selector: string, frame?: string): Promise<boolean>;
  /** Leaves the field that was typed into, as a person does by the tab key. */
  leaveField(): Promise<void>;
  /** Runs a function body in the page, or in a frame of it, and gives what it returns: from a hostile page, anything. */
  inPage<T>(body: string, frame?: string): Promise<T>;
  /** Opens an address in a tab of its own, lets its scripts run, and gives the document they made; undefined where it does not open. */
  render(url: string, timeoutMs: number): Promise<{ url: string; html: string } | undefined>;
  /** The page's present address; undefined when the page does not answer. */
  address(): Promise<string | undefined>;
  /** Sends a message from one of the extension's own pages to its background. `tabId` of the visited tab is added. */
  ask<T>(message: { type: string } & Record<string, unknown>, timeoutMs: number): Promise<T>;
  /** Runs a function body beside the visited page, as a part of the extension. */
  inExtension<T>(body: string, timeoutMs: number): Promise<T>;
  /** Opens a page of the extension (`popup.html?…`, `{tab}` becomes the visited tab's number) beside the visited one and runs a function body there. */
  inExtensionPage<T>(path: string, body: string, timeoutMs: number): Promise<T>;
  /** Ends the browser and removes its profile; never throws, never leaves a process. */
  close(): Promise<void>;
}

export interface SessionOptions {
  /** Path of the browser. */
  executable: string;
  /** Folder of the built extension. */
  extension: string;
  /** Extra command-line arguments of the browser. */
  args: string[];
  /** Take certificates that no authority signed: for test hosts on loopback. Chromium takes `--ignore-certificate-errors` in `args`. */
  acceptInsecureCertificates?: boolean;
  /** Firefox preferences. */
  preferences?: Record<string, string | number | boolean>;
  /** Show a window. */
  headed?: boolean;
  /** Be a phone: screen, touch and name of one. Chromium only. */
  mobile?: boolean;
  /** Also record exceptions and console errors of the background (keeps the worker awake, so only tests ask for it). */
  watchBackground?: boolean;
}

/** Events kept of one session; a page that floods the console must not fill the memory. */
export const MAX_EVENTS = 500;

/** The browser could not be started or driven; the message is for people. */
export class BrowserError extends Error {}

/** `promise`, or a rejection with `what` after `ms`. */
export async function within<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimedOut(what)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
    promise.catch(() => undefined); // a late failure of an abandoned promise is nobody's concern
  }
}

/** An operation that did not end in its time. */
export class TimedOut extends Error {
  constructor(what: string) {
    super(`${what}: no answer in time`);
  }
}

/** Whether two addresses name the same page, whatever stands behind `?` and `#`: the extension keeps neither. */
export function samePage(a: string, b: string): boolean {
  const bare = (url: string) => url.replace(/[?#].*$/s, '');
  return bare(a) === bare(b);
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Body of a function for a page of the extension: waits until the background answers, so that it misses nothing of the
 * first page, and gives the number of the tab that is there beside this page.
 * @param api Name of the extension interface in this browser.
 */
export function readyTab(api: 'chrome' | 'browser'): string {
  return `for (let tries = 0; ; tries++) {
      // While the extension is still being set up, nobody listens.
      try { await ${api}.runtime.sendMessage({ type: 'settings' }); break; } catch (error) { if (tries >= 50) throw error; }
      await new Promise((go) => setTimeout(go, 200));
    }
    const own = await ${api}.tabs.getCurrent();
    return (await ${api}.tabs.query({})).map((tab) => tab.id).filter((id) => id !== own.id).sort((a, b) => a - b)[0];`;
}
