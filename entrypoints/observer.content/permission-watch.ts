/**
 * Completes the calls for permissions that the hooks saw: what the person pressed before, and the answer, as far as the
 * browser tells it without asking. Asks nobody anything and touches nothing of the page.
 */
import type { PermissionCall, PermissionName, PressedControl } from '@/analyzers/artifacts';
import { LIMITS } from '@/analyzers/artifacts';
import { pressedControl } from '@/analyzers/page/acts';
import { parentOf, selectorOf, textOf } from '@/analyzers/page/dom';
import { purposeToldIn, speaksOf } from '@/analyzers/page/permission-words';
import { controlText } from '@/analyzers/page/scan';
import type { FromPage } from '@/entrypoints/background/messages';

/** A press whose words name the permission still explains a call this much later: code for scanning or maps is loaded first. */
const EXPLAINS_MS = 60_000;
/** Presses remembered. */
const MAX_PRESSES = 4;
/** Calls told of one document; a page may ask without end. */
const MAX_CALLS = 40;
/** The same permission asked again within this is one call made twice (a kit's fallback). */
const SAME_CALL_MS = 300;

/** Names under which browsers tell the state of a permission. */
const STATE_NAMES: Partial<Record<PermissionName, string>> = {
  location: 'geolocation', camera: 'camera', microphone: 'microphone', notification: 'notifications', 'clipboard-read': 'clipboard-read',
};

export class PermissionWatch {
  private readonly presses: { at: number; control: PressedControl }[] = [];
  private readonly lastCall = new Map<PermissionName, number>();
  /** Held, or the browser would forget to tell of the answer. */
  private readonly states: PermissionStatus[] = [];
  private calls = 0;

  /**
   * @param activeMs how long a press counts as the action before a call
   * @param onAnswer called when an answer came: the page may show something else now
   */
  constructor(private readonly post: (message: FromPage, urgent?: boolean) => void, private readonly activeMs: number, private readonly onAnswer: () => void) {}

  /** To be told of every trusted press, before the page hears of it: what is pressed may be gone right after. */
  onPress(target: Element, at: number): void {
    const control = pressedControl(target) ?? target;
    this.presses.unshift({ at, control: { text: controlText(control).slice(0, 80), around: textAround(control), selector: selectorOf(control) } });
    this.presses.length = Math.min(this.presses.length, MAX_PRESSES);
  }

  /**
   * To be told of each call.
   * @param shown the page's text in sight at the moment of the call
   */
  onCall(call: PermissionCall, shown = ''): void {
    const before = this.lastCall.get(call.permission);
    this.lastCall.set(call.permission, call.at);
    if ((before !== undefined && call.at - before < SAME_CALL_MS) || this.calls++ >= MAX_CALLS) return;
    const press = this.presses.find(
      ({ at, control }) => call.at - at >= -100 && call.at - at <= (speaksOf(control.text, call.permission) ? EXPLAINS_MS : this.activeMs),
    );
    const purpose = purposeToldIn(shown, call.permission);
    const told: PermissionCall = { ...call, ...(purpose ? { told: purpose } : {}), ...(press ? { pressed: press.control } : {}), ...(cameFromSite() ? { fromSite: true } : {}) };
    this.post({ type: 'permission', call: told }, true);
    void this.hearAnswer(told);
  }

  private async hearAnswer(call: PermissionCall): Promise<void> {
    const name = STATE_NAMES[call.permission];
    if (!name) return;
    try {
      const status = await navigator.permissions.query({ name: name as globalThis.PermissionName });
      const tell = (more: Partial<PermissionCall>) => {
        if (status.state === 'prompt') return;
        this.post({ type: 'permission', call: { ...call, answer: status.state, answeredAt: Date.now(), ...more } }, true);
        this.onAnswer();
      };
      tell(status.state === 'granted' ? { grantedBefore: true } : {});
      if (status.state !== 'prompt') return;
      this.states.push(status);
      status.addEventListener('change', () => tell({}), { once: true });
    } catch {
      // This browser does not tell the state of this permission.
    }
  }
}

/** Text of the part of the page a control stands in, as long as it is one short message. */
function textAround(control: Element): string {
  let text = textOf(control, LIMITS.excerptChars);
  let node = parentOf(control);
  for (let level = 0; node && level < 6 && node.localName !== 'body'; level++) {
    const wider = textOf(node, LIMITS.excerptChars + 1);
    if (wider.length > LIMITS.excerptChars) break;
    text = wider;
    node = parentOf(node);
  }
  return text;
}

/** Whether the page was reached from another page of the same site. */
function cameFromSite(): boolean {
  if (!document.referrer || !URL.canParse(document.referrer)) return false;
  const from = new URL(document.referrer);
  const [a, b] = [from.hostname, location.hostname];
  const isSameSite = a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
  return isSameSite && from.pathname + from.search !== location.pathname + location.search;
}
