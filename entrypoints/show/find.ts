/** Finds again what was read: a passage by its anchor, an element by the selector that was noted. */
import { findAnchor, textNodesOf } from '@/analyzers/policy/anchor';
import type { TextAnchor } from '@/analyzers/policy/anchor';

/** A point in a text node. */
export interface Point {
  node: Text;
  offset: number;
}

/** Where the passage begins and ends; undefined where it is no longer there. */
export function passageAt(document: Document, anchor: TextAnchor): { start: Point; end: Point } | undefined {
  if (!document.body) return undefined;
  const nodes = textNodesOf(document.body);
  const parts = findAnchor(nodes.map(({ data }) => data), anchor);
  const first = parts?.[0];
  const last = parts?.at(-1);
  return first && last && { start: { node: nodes[first.node]!, offset: first.start }, end: { node: nodes[last.node]!, offset: last.end } };
}

/** The same as a range of the document. */
export function rangeOf(document: Document, anchor: TextAnchor): Range | undefined {
  const passage = passageAt(document, anchor);
  if (!passage) return undefined;
  const range = document.createRange();
  range.setStart(passage.start.node, passage.start.offset);
  range.setEnd(passage.end.node, passage.end.offset);
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
