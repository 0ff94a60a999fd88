/** What the person types, kept only to recognise it in traffic. Never the value of a password. */
import type { FieldKind } from '@/analyzers/artifacts';
import { attribute } from '@/analyzers/page/dom';
import { fieldKind } from '@/analyzers/page/field-kind';
import type { FromPage, TypedValue } from '@/entrypoints/background/messages';

const MAX_CHARS = 256;
const SETTLE_MS = 400;

export class TypedValues {
  private readonly pending = new Map<Element, TypedValue>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param kindOf kind of a field by the latest reading of the page; undefined when it was not read yet */
  constructor(private readonly post: (message: FromPage, urgent?: boolean) => void, private readonly kindOf: (element: Element) => FieldKind | undefined) {}

  /** To be told of trusted input and change events. */
  onInput(heard: Element, at: number): void {
    const target = innermost(heard);
    const typed = valueOf(target);
    if (typed === undefined) return;
    const type = target.getAttribute('type')?.toLowerCase() ?? '';
    const kind = type === 'password' ? 'password' : (this.kindOf(target) ?? quickKind(target, type));
    const value = kind === 'password' ? '' : typed.trim().slice(0, MAX_CHARS);
    if (kind !== 'password' && value.length < 2) return;
    // The change event that follows leaving a field repeats what the last keystroke said: the keystroke's time is the one that counts.
    const before = this.pending.get(target);
    this.pending.set(target, { fieldKind: kind, value, at: before?.value === value ? before.at : at });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), SETTLE_MS);
    // Scripts may send each letter at once: the needle must be there before the request is judged.
    if (this.pending.size > 50) this.flush();
  }

  /** Sends what was typed; at once, since a press may send the form. */
  flush(): void {
    clearTimeout(this.timer);
    if (this.pending.size === 0) return;
    const values = [...this.pending.values()];
    this.pending.clear();
    this.post({ type: 'typed', values }, true);
  }
}

/** Levels of closed shadow roots that are entered. */
const MOST_ROOTS = 5;

/**
 * Events from inside a closed shadow root are heard on its host: the field is the one in there that has the focus. Browsers
 * open such roots to extensions.
 */
function innermost(heard: Element): Element {
  let target = heard;
  for (let level = 0; level < MOST_ROOTS; level++) {
    const inner = closedRoot(target)?.activeElement;
    if (!inner) break;
    target = inner;
  }
  return target;
}

/** Chromium's and Firefox's ways. */
interface OpensRoots {
  chrome?: { dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null } };
}

function closedRoot(element: Element): ShadowRoot | null | undefined {
  if (!(element instanceof HTMLElement)) return null;
  const opens = (globalThis as OpensRoots).chrome?.dom;
  return opens?.openOrClosedShadowRoot ? opens.openOrClosedShadowRoot(element) : (element as Element & { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot;
}

const NO_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'image', 'reset', 'hidden', 'file', 'range', 'color']);

/** Text in a field; undefined for what is no text. */
function valueOf(target: Element): string | undefined {
  const name = target.localName;
  if (name === 'input') return NO_TEXT.has(target.getAttribute('type')?.toLowerCase() ?? 'text') ? undefined : (target as HTMLInputElement).value.slice(0, MAX_CHARS);
  if (name === 'textarea') return (target as HTMLTextAreaElement).value.slice(0, MAX_CHARS);
  if (target.getAttribute('contenteditable') !== null && target.getAttribute('contenteditable') !== 'false') return (target.textContent ?? '').slice(0, MAX_CHARS);
  return undefined;
}

/** Kind by the field's own attributes, before the page was read. */
function quickKind(target: Element, type: string): FieldKind {
  return fieldKind({
    label: attribute(target, 'aria-label'), placeholder: attribute(target, 'placeholder'), names: `${attribute(target, 'name')} ${attribute(target, 'id')}`,
    autocomplete: attribute(target, 'autocomplete'), type: type || 'text', options: '', sendsCode: false,
  });
}
