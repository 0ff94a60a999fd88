/** Reads the page when it has settled, and again when it changed; in idle time, in slices, with a falling rate. */
import type { ConsentSurface, PageSurface } from '@/analyzers/artifacts';
import { pressedSurface } from '@/analyzers/page/acts';
import { holds } from '@/analyzers/page/dom';
import { mergeSurfaces } from '@/analyzers/page/merge';
import { readOverlays } from '@/analyzers/page/overlays';
import { Showings } from '@/analyzers/page/showings';
import type { PageReading } from '@/analyzers/page/surface';
import { pageSlices } from '@/analyzers/page/surface';
import type { TickMemory } from '@/analyzers/page/tick-boxes';
import type { FromPage } from '@/entrypoints/background/messages';

/** Milliseconds one slice may take; far below the 50 at which a page starts to feel slow. */
const SLICE_MS = 8;
/** Longest reading made while a press waits: below what a person notices. And how many of them one document is worth. */
const AT_ONCE_MS = 80;
const MOST_AT_ONCE = 6;
/** Surfaces that are kept for having been pressed, in one document. */
const MOST_PRESSED = 20;
/** Quiet time after a change before the page is read again, and the longest a page that never rests is waited for. */
const SETTLE_MS = 500;
const MAX_WAIT_MS = 4_000;
/** The same after something that the page may answer to, and how long its answer may take to appear. */
const SOON_MS = 200;
const ANSWER_MS = 2_000;
/** Readings of one document. The pause between them grows, so that a page that always changes costs little. */
const MAX_READINGS = 60;
const FIRST_PAUSE_MS = 800;
const MAX_PAUSE_MS = 15_000;
/** Readings without a change in the tree: banners come late, by a style alone. */
const LATE_LOOKS_MS = [1_500, 4_000, 10_000];

/** While an overlay cannot be closed it is looked at this often, and this many times: a closing mark may come late. */
const OVERLAY_LOOK_MS = 800;
const OVERLAY_LOOKS = 14;
/** An overlay watched this long without a way to close it says enough (rule catalogue: within 5 s). */
const OVERLAY_WATCHED_MS = 5_000;

const STRUCTURE: MutationObserverInit = {
  childList: true, subtree: true, attributes: true, attributeOldValue: true, attributeFilter: ['hidden', 'open', 'aria-hidden', 'aria-checked', 'aria-expanded', 'class', 'disabled', 'style'],
};
/** Records of one batch that are looked at for whether they count. */
const MAX_RECORDS = 100;

/** Whether anything changed that may show or hide a part; styles that only move and fade (animations) do not count. */
function matters(records: readonly MutationRecord[]): boolean {
  return records.length > MAX_RECORDS || records.some((record) => record.attributeName !== 'style' || shownBy(record.oldValue) !== shownBy((record.target as Element).getAttribute('style')));
}

function shownBy(style: string | null): string {
  return style === null ? '' : (style.slice(0, 2_000).match(/(?:display|visibility)\s{0,4}:\s{0,4}[\w-]{1,20}/g) ?? []).join();
}

export class PageWatch {
  /** The latest reading with its elements. */
  latest: PageReading | undefined;
  /** What only time tells of the page. */
  readonly showings = new Showings();
  private readonly observer = new MutationObserver((records) => {
    if (!matters(records)) return;
    this.stale = true;
    this.touch();
  });
  /** Something was put in, or faded in, since the latest reading. */
  private stale = false;
  private atOnce = MOST_AT_ONCE;
  private isSoon = false;
  /** When the page was last given something to answer to. */
  private answeringSince = Number.NEGATIVE_INFINITY;
  private known: PageSurface | undefined;
  private readings = 0;
  private pause = FIRST_PAUSE_MS;
  private lastReading = 0;
  private firstTouch = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lateTimers: ReturnType<typeof setTimeout>[] = [];
  private overlayLooks = OVERLAY_LOOKS;
  private overlayTimer: ReturnType<typeof setTimeout> | undefined;
  private reading = false;
  private again = false;
  private sent = '';
  private pressesLeft = MOST_PRESSED;
  /** Surfaces that were pressed before the first reading was done. */
  private pressed: ConsentSurface[] = [];
  private onceRead: (() => void)[] = [];
  private stopped = false;

  constructor(
    private readonly post: (message: FromPage, urgent?: boolean) => void,
    private readonly ticks: TickMemory,
    /** Whether this frame reports its surface itself; a frame of the same origin is read by its parent. */
    private readonly reports: boolean,
    private readonly onReading: (reading: PageReading) => void,
  ) {}

  start(): void {
    this.observer.observe(document, STRUCTURE);
    // A dialog that fades in changes by a style sheet alone.
    for (const type of ['transitionend', 'animationend']) document.addEventListener(type, this.onFaded, { capture: true, passive: true });
    this.read();
    this.lateTimers = LATE_LOOKS_MS.map((delay) => setTimeout(() => this.read(), delay));
  }

  /** What a person who presses now has before them: the latest reading, or one made at once where it may be out of date. */
  current(): PageReading | undefined {
    // A reading under way began with the page as it was, and will end with the answer to this press.
    if ((!this.latest || this.stale || this.reading) && !this.stopped && this.atOnce > 0) {
      this.atOnce--;
      this.readAtOnce();
    }
    return this.latest;
  }

  /**
   * A press is to be answered: keeps the consent surface it hits, should no reading have met it in sight (it still fades
   * in, the page is too large to be read at once, the press came before we did).
   */
  keepPressed(target: Element, at: number): void {
    if (this.stopped || this.latest?.surfaces.some(({ element, surface }) => surface.visible && holds(element, target))) return;
    const surface = pressedSurface(target)?.surface;
    if (!surface || this.pressesLeft-- <= 0) return;
    this.showings.notePressed(at, surface);
    if (!this.known) return void this.pressed.push(surface);
    // Told at once: the answer may lead away.
    this.known = withSurfaces(this.known, [surface]);
    this.tell();
  }

  /** Reads the page now and waits until that is done and reported. */
  lookNow(): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.stopped || this.readings >= MAX_READINGS) return resolve();
        this.sent = '';
        this.onceRead.push(resolve);
        this.read();
      };
      // One that is under way began before.
      if (this.reading) this.onceRead.push(look);
      else look();
    });
  }

  private readonly onFaded = (): void => {
    this.stale = true;
    // The page's answer to a press is there when it has faded in.
    if (performance.now() - this.answeringSince >= ANSWER_MS) return;
    this.isSoon = true;
    this.schedule(SOON_MS);
  };

  private readAtOnce(): void {
    const end = performance.now() + AT_ONCE_MS;
    const slices = pageSlices(document, { at: Date.now(), url: location.href, ticks: this.ticks });
    try {
      while (performance.now() < end) {
        const { done, value } = slices.next();
        if (!done) continue;
        this.stale = false;
        return this.take(value);
      }
    } catch {
      // The reading in slices will meet the same page and say so.
    }
  }

  stop(): void {
    this.stopped = true;
    this.observer.disconnect();
    for (const type of ['transitionend', 'animationend']) document.removeEventListener(type, this.onFaded, { capture: true });
    clearTimeout(this.timer);
    clearTimeout(this.overlayTimer);
    this.lateTimers.forEach(clearTimeout);
  }

  /** Something changed, or may have: read again when it has settled. */
  touch(soon = false): void {
    // A look that is due soon is not put off by what the page does meanwhile.
    if (this.stopped || this.readings >= MAX_READINGS || (!soon && this.isSoon)) return;
    const now = performance.now();
    this.isSoon = soon;
    if (soon) this.answeringSince = now;
    this.firstTouch ||= now;
    const earliest = soon ? now + SOON_MS : Math.max(now + SETTLE_MS, this.lastReading + this.pause);
    const latest = Math.max(this.firstTouch + MAX_WAIT_MS, this.lastReading + this.pause);
    this.schedule(Math.max(0, Math.min(earliest, latest) - now));
  }

  private schedule(delay: number): void {
    if (this.stopped || this.readings >= MAX_READINGS) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.read(), delay);
  }

  /** Something happened that the page may answer to: reads it again and reports it though it be as before. */
  refresh(): void {
    this.sent = '';
    this.touch(true);
  }

  private read(): void {
    if (this.stopped || this.readings >= MAX_READINGS) return;
    if (this.reading) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.reading = true;
    this.readings++;
    this.isSoon = false;
    this.stale = false;
    this.firstTouch = 0;
    this.pause = Math.min(MAX_PAUSE_MS, this.pause * 1.25);
    const slices = pageSlices(document, { at: Date.now(), url: location.href, ticks: this.ticks });
    const step = (deadline: number) => {
      if (this.stopped) return;
      try {
        for (;;) {
          const { done, value } = slices.next();
          if (done) return this.finish(value);
          if (performance.now() >= deadline) break;
        }
      } catch (error) {
        this.post({ type: 'problem', problem: { at: Date.now(), kind: 'page-unreadable', detail: String(error).slice(0, 200) } });
        return this.endReading();
      }
      whenIdle(step);
    };
    whenIdle(step);
  }

  private finish(reading: PageReading): void {
    this.lastReading = performance.now();
    this.take(reading);
    this.watchOverlays();
    this.endReading();
    if (this.again) {
      this.again = false;
      this.touch();
    }
  }

  private endReading(): void {
    this.reading = false;
    const waiting = this.onceRead;
    this.onceRead = [];
    for (const tell of waiting) tell();
  }

  private take(reading: PageReading): void {
    this.latest = reading;
    this.onReading(reading);
    const isSame = this.known === undefined || this.known.url === reading.surface.url;
    const known = this.known ?? (this.pressed.length > 0 ? withSurfaces(reading.surface, this.pressed) : undefined);
    this.pressed = [];
    this.known = known && isSame ? mergeSurfaces(known, reading.surface) : reading.surface;
    if (!isSame) this.showings.turnPage();
    this.showings.note(Date.now(), reading.surface.consentSurfaces, reading.overlays, reading.walls);
    this.tell();
  }

  /** Reports the page where it differs from what was reported. */
  private tell(): void {
    if (!this.known) return;
    const surface = this.showings.complete(this.known);
    const overlays = surface.overlays?.map((overlay) => ({ ...overlay, lastAt: overlay.lastAt - overlay.firstAt >= OVERLAY_WATCHED_MS }));
    const permissionNotices = surface.permissionNotices?.map((notice) => ({ ...notice, at: 0 }));
    const text = JSON.stringify({ ...surface, at: 0, textLength: surface.textLength > 0, overlays, permissionNotices });
    const worthTelling = this.reports && (window === window.top || surface.forms.length + surface.tickBoxes.length + surface.consentSurfaces.length + surface.impliedNotices.length > 0);
    if (worthTelling && text !== this.sent) {
      this.sent = text;
      this.post({ type: 'surface', surface }, true);
    }
  }

  /** Looks again at an overlay that cannot be closed, and at nothing else of the page. */
  private watchOverlays(): void {
    clearTimeout(this.overlayTimer);
    if (this.stopped || this.overlayLooks <= 0 || !this.showings.isWaiting || window !== window.top) return;
    this.overlayTimer = setTimeout(() => {
      const { latest } = this;
      if (this.stopped || !latest) return;
      this.overlayLooks--;
      latest.overlays = readOverlays(document, latest.overlayContext);
      this.showings.note(Date.now(), latest.surface.consentSurfaces, latest.overlays, latest.walls);
      this.tell();
      this.watchOverlays();
    }, OVERLAY_LOOK_MS);
  }
}

/** The page with consent surfaces in place of what was known of them. */
function withSurfaces(page: PageSurface, seen: ConsentSurface[]): PageSurface {
  return { ...page, consentSurfaces: [...page.consentSurfaces.filter(({ text }) => !seen.some((one) => one.text === text)), ...seen] };
}

/** Runs in idle time; at once where the browser keeps the page from being idle for long. Hands over the time to stop at. */
function whenIdle(step: (deadline: number) => void): void {
  const run = () => step(performance.now() + SLICE_MS);
  if (typeof requestIdleCallback === 'function' && document.visibilityState === 'visible') requestIdleCallback(run, { timeout: 500 });
  else setTimeout(run, 0);
}
