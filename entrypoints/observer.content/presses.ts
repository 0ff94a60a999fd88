/** Presses that may ask for what was typed to be sent, and moments at which the person did something at all. */
import type { Control, ControlPress } from '@/analyzers/artifacts';
import { pressedControl } from '@/analyzers/page/acts';
import { controlText } from '@/analyzers/page/scan';
import { roleOf } from '@/analyzers/page/wording';
import type { FromPage } from '@/entrypoints/background/messages';

/** One moment of activity in this time is enough to know that the person was there. */
const ACTIVITY_MS = 5_000;
const MAX_PRESSES = 100;

export class Presses {
  private lastActivity = Number.NEGATIVE_INFINITY;
  private left = MAX_PRESSES;

  constructor(private readonly post: (message: FromPage, urgent?: boolean) => void) {}

  /** A trusted click. A press on nothing in particular asks for nothing. */
  onClick(target: Element, at: number): void {
    const control = pressedControl(target);
    if (control) this.tell(roleOfControl(control), at);
  }

  /** Enter in a field, or a form on its way: asks for it to be sent. */
  onEnter(at: number): void {
    this.tell('submit', at);
  }

  /** Anything the person does. */
  onActivity(at: number): void {
    if (at - this.lastActivity < ACTIVITY_MS) return;
    this.lastActivity = at;
    this.post({ type: 'activity', at });
  }

  private tell(role: ControlPress['role'], at: number): void {
    if (this.left-- > 0) this.post({ type: 'press', press: { at, role, pageUrl: location.href.slice(0, 2_048) } });
  }
}

/** By the words on it; a form's own button submits whatever it is called. */
function roleOfControl(control: Element): Control['role'] {
  const role = roleOf(controlText(control));
  if (role !== 'other') return role;
  const type = control.getAttribute('type')?.toLowerCase();
  const submits = type === 'submit' || type === 'image' || (control.localName === 'button' && type === undefined && control.closest('form') !== null);
  return submits ? 'submit' : 'other';
}
