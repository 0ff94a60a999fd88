/**
 * Steps to do in a page before it is judged: the `"steps"` of a steps file or a scene.
 *
 * Selectors are CSS; ` >>> ` goes on inside the shadow root of what stands before it, ` |> ` inside its iframe.
 */

export type Step =
  | { do: 'goto'; url: string }
  | { do: 'click'; selector: string; /** Address of the frame it stands in; for the audit itself, no part of steps files. */ frame?: string }
  | { do: 'type'; selector: string; text: string }
  | { do: 'tick'; selector: string }
  | { do: 'wait'; ms?: number; selector?: string }
  | { do: 'shake' };

/** How long a step waits for its element, milliseconds: the promise of the command's contract. */
export const STEP_WAIT_MS = 5_000;

/** Longest single `wait`, milliseconds; a steps file must not make a run endless. */
export const LONGEST_WAIT_MS = 60_000;

/** One CSS selector and how it is reached from the element before it. */
export interface SelectorPart {
  within: 'page' | 'shadow' | 'frame';
  css: string;
}

/** A steps file that cannot be understood; `code` is a key below `cli.audit.steps`. */
export class StepsFormatError extends Error {
  constructor(readonly code: 'not-json' | 'no-list' | 'unknown-do' | 'missing-field' | 'bad-wait', readonly facts: Record<string, string | number> = {}) {
    super(`${code} ${JSON.stringify(facts)}`);
  }
}

/** A step that could not be done: `code` is a key below `cli.audit.step`. */
export class StepError extends Error {
  constructor(readonly code: 'not-there' | 'not-tickable' | 'bad-selector' | 'no-option' | 'failed', readonly step: Step, readonly detail = '') {
    super(`${code}: ${describeStep(step)} ${detail}`.trim());
  }
}

/** Reads a steps file: an object with `"steps"`, or the list alone. @throws StepsFormatError */
export function parseSteps(json: string): Step[] {
  let content: unknown;
  try {
    content = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    throw new StepsFormatError('not-json');
  }
  const list = Array.isArray(content) ? content : isObject(content) ? content.steps : undefined;
  if (!Array.isArray(list)) throw new StepsFormatError('no-list');
  return list.map((entry, index) => readStep(entry, index + 1));
}

/** The step as one short text for messages: `click “#login”`. */
export function describeStep(step: Step): string {
  if (step.do === 'goto') return `goto ${step.url}`;
  if (step.do === 'wait') return step.selector ? `wait “${step.selector}”` : `wait ${step.ms ?? 0} ms`;
  if (step.do === 'shake') return 'shake';
  return `${step.do} “${step.selector}”`;
}

/** Cuts a selector at ` >>> ` and ` |> `. @throws RangeError when a part is empty. */
export function parseSelector(selector: string): SelectorPart[] {
  const parts: SelectorPart[] = [];
  let within: SelectorPart['within'] = 'page';
  for (const piece of selector.split(/( >>> | \|> )/)) {
    if (piece === ' >>> ' || piece === ' |> ') {
      within = piece === ' >>> ' ? 'shadow' : 'frame';
      continue;
    }
    const css = piece.trim();
    if (css === '') throw new RangeError(`empty part in selector “${selector}”`);
    parts.push({ within, css });
  }
  return parts;
}

function readStep(entry: unknown, number: number): Step {
  if (!isObject(entry)) throw new StepsFormatError('unknown-do', { number, name: '' });
  const text = (field: string, allowEmpty = false): string => {
    const value = entry[field];
    if (typeof value !== 'string' || (value.trim() === '' && !allowEmpty)) throw new StepsFormatError('missing-field', { number, field });
    return value;
  };
  const selector = (): string => {
    const value = text('selector');
    try {
      parseSelector(value);
    } catch {
      throw new StepsFormatError('missing-field', { number, field: 'selector' });
    }
    return value;
  };
  switch (entry.do) {
    case 'goto':
      return { do: 'goto', url: text('url') };
    case 'click':
    case 'tick':
      return { do: entry.do, selector: selector() };
    case 'type':
      return { do: 'type', selector: selector(), text: text('text', true) };
    case 'wait':
      return readWait(entry, number, selector);
    case 'shake':
      return { do: 'shake' };
    default:
      throw new StepsFormatError('unknown-do', { number, name: String(entry.do ?? '') });
  }
}

/**
 * Body of a function for the page: the sensor events of a hand that shakes the device for half a second. No browser lets a
 * driver move a real one.
 */
export const SHAKE = `
  const moved = (x) => new DeviceMotionEvent('devicemotion', { acceleration: { x, y: x / 2, z: 1 }, accelerationIncludingGravity: { x, y: x / 2, z: 10.8 }, rotationRate: { alpha: 40, beta: 10, gamma: 5 }, interval: 16 });
  for (let i = 0; i < 20; i++) setTimeout(() => window.dispatchEvent(moved(i % 2 ? 22 : -22)), i * 25);`;

function readWait(entry: Record<string, unknown>, number: number, selector: () => string): Step {
  if (entry.ms === undefined && entry.selector === undefined) throw new StepsFormatError('missing-field', { number, field: 'ms' });
  if (entry.ms !== undefined && !(typeof entry.ms === 'number' && entry.ms >= 0 && entry.ms <= LONGEST_WAIT_MS)) {
    throw new StepsFormatError('bad-wait', { number, longest: LONGEST_WAIT_MS });
  }
  return {
    do: 'wait',
    ...(typeof entry.ms === 'number' ? { ms: entry.ms } : {}),
    ...(entry.selector === undefined ? {} : { selector: selector() }),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
