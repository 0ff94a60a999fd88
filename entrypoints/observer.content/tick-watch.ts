/**
 * Remembers, for every consent box, how it stood when first seen and who changed it since. A change counts as the
 * person's when it follows their trusted press on the box, its line, an agreeing control or anything but the button that
 * sends the form; a change without any press before it is the script's.
 */
import { isChecked } from '@/analyzers/page/tick-boxes';
import type { TickMemory, TickState } from '@/analyzers/page/tick-boxes';
import { controlText } from '@/analyzers/page/scan';
import { pressedControl } from '@/analyzers/page/acts';
import { holds, parentOf } from '@/analyzers/page/dom';
import { roleOf } from '@/analyzers/page/wording';

interface Memory extends TickState {
  last: boolean;
  /** Made of an icon: its state may not be readable. */
  isDrawn: boolean;
  /** Presses on a drawn box. */
  presses: number;
}

/** Time a page takes to answer a press (a framework drawing the box anew, a short round trip). */
const ANSWER_MS = 1_500;
/** When the boxes are looked at after a press: setting a box leaves no trace in the tree that would call for a reading. */
const LOOKS_MS = [50, 300, 800, ANSWER_MS - 50];
/** After the person agreed, a box that is then ticked for them says what they said (a round trip to a log-in server included). */
const AGREED_MS = 10_000;

export class TickWatch {
  private readonly states = new Map<Element, Memory>();
  /** Labels of boxes the person ticked: a framework may put a new element in the place of the old one. */
  private readonly tickedLabels = new Set<string>();
  private press: { at: number; mayTick: boolean } | undefined;
  private agreedAt = Number.NEGATIVE_INFINITY;
  /** The browser filled the page's boxes again (reload, back): their state at load is not the page's doing. */
  private readonly restored: boolean;

  constructor(navigation: string | undefined) {
    this.restored = navigation === 'reload' || navigation === 'back_forward';
  }

  /** To be told of every trusted press, before the page hears of it. */
  onPress(target: Element, at: number): void {
    this.look(); // what changed until now answers the press before
    const control = pressedControl(target);
    const role = control ? roleOf(controlText(control)) : 'other';
    this.press = { at, mayTick: role !== 'submit' && role !== 'send-code' && !isTextField(target) };
    for (const [element, state] of this.states) {
      if (state.isDrawn && standsBy(element, target)) state.presses++;
    }
    for (const delay of LOOKS_MS) setTimeout(() => this.look(), delay);
  }

  /** To be told when the person agreed in words: pressed 同意 in a dialog. */
  onAgreed(at: number): void {
    this.agreedAt = at;
  }

  /** To be told of trusted change events. */
  onChange(target: Element): void {
    const state = this.states.get(target);
    if (state) {
      state.changedBy = 'user';
      state.last = isChecked(target);
    } else {
      this.states.set(target, { checkedAtLoad: target.hasAttribute('checked'), changedBy: 'user', last: isChecked(target), isDrawn: false, presses: 0 });
    }
  }

  /** For the readers of the page. */
  readonly memory: TickMemory = (element, label) => {
    const now = isChecked(element);
    let state = this.states.get(element);
    if (!state) {
      state = this.firstSight(element, label, now);
      if (this.states.size < 1_000) this.states.set(element, state);
    } else this.note(element, state);
    if (state.changedBy === 'user' && now) this.tickedLabels.add(label);
    return { checkedAtLoad: state.checkedAtLoad, changedBy: state.changedBy };
  };

  /** Whether the person ticked a box, as far as is known now. */
  tickedByUser(element: Element): boolean {
    const state = this.states.get(element);
    if (!state) return false;
    this.note(element, state);
    // A drawn box whose classes tell nothing is ticked after an odd number of presses.
    if (state.isDrawn && !state.last) return state.presses % 2 === 1 && state.changedBy === 'none';
    return state.last && state.changedBy === 'user';
  }

  private look(): void {
    for (const [element, state] of this.states) this.note(element, state);
  }

  /** Writes down a change of a box and whose it is. */
  private note(element: Element, state: Memory): void {
    const now = isChecked(element);
    if (state.last === now) return;
    state.changedBy = this.byPress() ? 'user' : 'script';
    state.last = now;
  }

  private firstSight(element: Element, label: string, now: boolean): Memory {
    const isDrawn = element.localName !== 'input' && !element.hasAttribute('role');
    if (now && this.tickedLabels.has(label)) return { checkedAtLoad: false, changedBy: 'user', last: now, isDrawn, presses: 0 };
    const served = element.hasAttribute('checked');
    if (now && !served && this.restored && element.localName === 'input') return { checkedAtLoad: false, changedBy: 'user', last: now, isDrawn, presses: 0 };
    return { checkedAtLoad: now, changedBy: 'none', last: now, isDrawn, presses: 0 };
  }

  private byPress(): boolean {
    const now = Date.now();
    if (now - this.agreedAt < AGREED_MS) return true;
    return this.press !== undefined && this.press.mayTick && now - this.press.at < ANSWER_MS;
  }
}

/** Putting the cursor into a field asks for nothing to be ticked. */
function isTextField(target: Element): boolean {
  if (target.localName === 'input') return !/^(?:checkbox|radio|button|submit|image|reset)$/i.test(target.getAttribute('type') ?? 'text');
  return target.localName === 'textarea' || target.localName === 'select' || (target.getAttribute('contenteditable') ?? 'false') !== 'false';
}

/** Whether a press hit the drawn box or its line; a link to a document in the line is none. */
function standsBy(box: Element, target: Element): boolean {
  if (holds(target, box)) return true;
  // Where the line itself is the box (a sign or a ground before its words), its links are no part of it.
  const isLink = target.localName === 'a' || /^《.*》$/.test((target.textContent ?? '').trim().slice(0, 40));
  if (holds(box, target)) return !isLink || (box.textContent ?? '').trim().length <= 5;
  const line = parentOf(box);
  return line !== null && holds(line, target) && !isLink;
}
