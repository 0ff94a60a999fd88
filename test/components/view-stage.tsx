/** A page to draw views into. Preact draws and runs effects at once, so that a test sees the result of an event on the next line. */
import { parseHTML } from 'linkedom';
import { options, render } from 'preact';
import type { ComponentChild } from 'preact';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import type { Lang } from '../../analyzers/artifacts';
import { Language } from '../../components/language';

export interface ViewStage {
  /** Where the view stands; a new one for each test. */
  readonly root: HTMLElement;
  /** Draws a view and answers its text. */
  show(view: ComponentChild, lang?: Lang): string;
  all(selector: string): HTMLElement[];
  /** The first button that holds a label. */
  button(label: string): HTMLElement;
  fire(element: Element, type: string, init?: Record<string, unknown>): void;
}

/** Sets the stage for every test of a file. */
export function viewStage(): ViewStage {
  let root: HTMLElement;
  const before = { debounce: options.debounceRendering, raf: options.requestAnimationFrame };
  beforeAll(() => {
    options.debounceRendering = (draw) => draw();
    options.requestAnimationFrame = (run) => run();
  });
  afterAll(() => {
    options.debounceRendering = before.debounce;
    options.requestAnimationFrame = before.raf;
  });
  beforeEach(() => {
    const { document, window, Node } = parseHTML('<!doctype html><html><body><div id="root"></div></body></html>');
    vi.stubGlobal('document', document);
    vi.stubGlobal('window', window);
    vi.stubGlobal('Node', Node);
    // Not in this DOM: places are brought into view in the browser tests.
    (window as unknown as { HTMLElement: { prototype: { scrollIntoView?: () => void } } }).HTMLElement.prototype.scrollIntoView = () => undefined;
    root = document.getElementById('root') as unknown as HTMLElement;
  });
  afterEach(() => {
    render(null, root);
    vi.unstubAllGlobals();
  });
  const all = (selector: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];
  return {
    get root() {
      return root;
    },
    show(view, lang = 'zh-CN') {
      render(<Language.Provider value={lang}>{view}</Language.Provider>, root);
      return root.textContent ?? '';
    },
    all,
    button: (label) => all('button').find((one) => one.textContent?.includes(label))!,
    fire(element, type, init = {}) {
      const event = document.createEvent('Event');
      event.initEvent(type, true, true);
      element.dispatchEvent(Object.assign(event, init));
    },
  };
}
