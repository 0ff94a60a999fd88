/** Sees where the page goes when something lies over it, and whether a press or a movement of the device sent it there. */
import type { Jump } from '@/analyzers/artifacts';
import { selectorOf, textOf } from '@/analyzers/page/dom';
import { pressedPart } from '@/analyzers/page/overlays';
import type { PageReading } from '@/analyzers/page/surface';
import type { FromPage } from '@/entrypoints/background/messages';

/** A page that leaves this soon after a press answers it; refusals are often followed by a word and a pause. */
const PRESS_MS = 3_000;
/** A page that leaves this soon after a movement answers it. */
const MOTION_MS = 1_200;
/** Acceleration beyond gravity (m/s²) that counts as a movement; a device at rest shows less than 1. */
const MOVED = 4;

/** The part of the Navigation API that is used; not every browser has it. */
interface NavigateEvent extends Event {
  destination: { url: string; sameDocument: boolean };
  downloadRequest: string | null;
}

interface Press {
  at: number;
  part: Jump['pressed'];
  overlayId?: string;
  text: string;
  selector: string;
}

export class JumpWatch {
  private press: Press | undefined;
  private movedAt = Number.NEGATIVE_INFINITY;
  private listens = false;

  constructor(private readonly post: (message: FromPage, urgent?: boolean) => void, private readonly current: () => PageReading | undefined, private readonly signal: AbortSignal) {}

  start(): void {
    const { navigation } = window as unknown as { navigation?: EventTarget };
    navigation?.addEventListener('navigate', (event) => this.onNavigate(event as NavigateEvent), { signal: this.signal });
  }

  /** To be told of every trusted press. */
  onPress(target: Element, at: number, refuses: boolean): void {
    const reading = this.current()?.overlays.find((one) => pressedPart(target, one) !== undefined);
    if (!reading && !refuses) {
      this.press = { at, part: 'other', text: '', selector: '' };
      return;
    }
    this.press = {
      at, part: refuses ? 'refuse' : reading ? pressedPart(target, reading) : 'other', text: textOf(target, 40), selector: selectorOf(target), ...(reading ? { overlayId: reading.overlay.id } : {}),
    };
  }

  /** Listens to the device's movements where the page itself asks for them, and nowhere else. */
  onReading(reading: PageReading): void {
    if (this.listens || !reading.overlays.some((one) => one.overlay.asksMotion)) return;
    this.listens = true;
    window.addEventListener('devicemotion', (event) => {
      const { x, y, z } = event.acceleration ?? event.accelerationIncludingGravity ?? {};
      if (Math.hypot(x ?? 0, y ?? 0, z ?? 0) > (event.acceleration ? MOVED : MOVED + 9.81)) this.movedAt = Date.now();
    }, { signal: this.signal, passive: true });
  }

  private onNavigate(event: NavigateEvent): void {
    const at = Date.now();
    if (event.destination.sameDocument || event.downloadRequest !== null) return;
    const pressed = this.press && at - this.press.at <= PRESS_MS ? this.press : undefined;
    const overlay = this.current()?.overlays.find((one) => one.overlay.cover > 0)?.overlay;
    if (!overlay && pressed?.part !== 'refuse' && pressed?.overlayId === undefined) return;
    const to = event.destination.url.replace(/[?#].*$/s, '').slice(0, 2_048);
    const jump: Jump = {
      at, to, cause: pressed ? 'press' : at - this.movedAt <= MOTION_MS ? 'motion' : 'none', text: pressed?.text ?? '', selector: pressed?.selector || (overlay?.selector ?? ''), pageUrl: location.href.slice(0, 2_048),
      ...(pressed ? { pressed: pressed.part } : {}),
      ...((pressed?.overlayId ?? overlay?.id) ? { overlayId: pressed?.overlayId ?? overlay?.id } : {}),
    };
    this.post({ type: 'jump', jump }, true);
  }
}
