/** Finds again what was read: a passage by its anchor, an element by the selector that was noted. */
import { findAnchor, textNodesOf } from '@/analyzers/policy/anchor';
import type { TextAnchor } from '@/analyzers/policy/anchor';

/** The passage as a range of the document; undefined where it is no longer there. */
export function rangeOf(document: Document, anchor: TextAnchor): Range | undefined {
  if (!document.body) return undefined;
  const nodes = textNodesOf(document.body);
  const parts = findAnchor(nodes.map(({ data }) => data), anchor);
  const first = parts?.[0];
  const last = parts?.at(-1);
  if (!first || !last) return undefined;
  const range = document.createRange();
  range.setStart(nodes[first.node]!, first.start);
  range.setEnd(nodes[last.node]!, last.end);
  return range;
}

/** The element of a selector; ` >>> ` goes into a shadow root or a frame of the same origin. */
export function elementAt(document: Document, selector: string): Element | undefined {
  let root: ParentNode | null = document;
  let element: Element | null = null;
  for (const step of selector.split(' >>> ')) {
    if (!root) return undefined;
    try {
      element = root.querySelector(step);
    } catch {
      return undefined; // cut short, or not a selector at all
    }
    root = element ? insideOf(element) : null;
    if (!element) return undefined;
  }
  return element ?? undefined;
}

function insideOf(element: Element): ParentNode | null {
  if (element.shadowRoot) return element.shadowRoot;
  try {
    return (element as HTMLIFrameElement).contentDocument ?? null;
  } catch {
    return null; // another origin's frame
  }
}
