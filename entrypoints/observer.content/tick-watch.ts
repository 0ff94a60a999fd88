/**
 * Remembers, for every consent box, how it stood when first seen and who changed it since. A change counts as the
 * person's when it follows their trusted press on the box, its line, an agreeing control or anything but the button that
 * sends the form; a change without any press before it is the script's.
 */
import { isChecked } from '@/analyzers/page/tick-boxes';
import type { TickMemory, TickState } from '@/analyzers/page/tick-boxes';
import { controlText } from '@/analyzers/page/scan';
import { pressedControl } from '@/analyzers/page/acts';
import { roleOf } from '@/analyzers/page/wording';

interface Memory extends TickState {
  last: boolean;
}

/** Time a page takes to answer a press (a framework drawing the box anew, a short round trip). */
const ANSWER_MS = 1_500;

export class TickWatch {
  private readonly states = new Map<Element, Memory>();
  /** Labels of boxes the person ticked: a framework may put a new element in the place of the old one. */
  private readonly tickedLabels = new Set<string>();
  private press: { at: number; bySender: boolean } | undefined;
  /** The browser filled the page's boxes again (reload, back): their state at load is not the page's doing. */
  private readonly restored: boolean;

  constructor(navigation: string | undefined) {
    this.restored = navigation === 'reload' || navigation === 'back_forward';
  }

  /** To be told of every trusted press, before the page hears of it. */
  onPress(target: Element, at: number): void {
    const control = pressedControl(target);
    const role = control ? roleOf(controlText(control)) : 'other';
    this.press = { at, bySender: role === 'submit' || role === 'send-code' };
  }

  /** To be told of trusted change events. */
  onChange(target: Element): void {
    const state = this.states.get(target);
    if (state) {
      state.changedBy = 'user';
      state.last = isChecked(target);
    } else {
      this.states.set(target, { checkedAtLoad: target.hasAttribute('checked'), changedBy: 'user', last: isChecked(target) });
    }
  }

  /** For the readers of the page. */
  readonly memory: TickMemory = (element, label) => {
    const now = isChecked(element);
    let state = this.states.get(element);
    if (!state) {
      state = this.firstSight(element, label, now);
      if (this.states.size < 1_000) this.states.set(element, state);
    } else if (state.last !== now) {
      state.changedBy = this.byPress() ? 'user' : 'script';
      state.last = now;
    }
    if (state.changedBy === 'user' && now) this.tickedLabels.add(label);
    return { checkedAtLoad: state.checkedAtLoad, changedBy: state.changedBy };
  };

  /** Whether the person ticked a box, as far as is known now. */
  tickedByUser(element: Element): boolean {
    const state = this.states.get(element);
    if (!state) return false;
    const now = isChecked(element);
    if (state.last !== now) {
      state.changedBy = this.byPress() ? 'user' : 'script';
      state.last = now;
    }
    return now && state.changedBy === 'user';
  }

  private firstSight(element: Element, label: string, now: boolean): Memory {
    if (now && this.tickedLabels.has(label)) return { checkedAtLoad: false, changedBy: 'user', last: now };
    const served = element.hasAttribute('checked');
    if (now && !served && this.restored && element.localName === 'input') return { checkedAtLoad: false, changedBy: 'user', last: now };
    return { checkedAtLoad: now, changedBy: 'none', last: now };
  }

  private byPress(): boolean {
    return this.press !== undefined && !this.press.bySender && Date.now() - this.press.at < ANSWER_MS;
  }
}
