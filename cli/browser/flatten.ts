/**
 * Body of a function for a page: its document as text, with what stands in open shadow roots and in frames of the same origin
 * put where a reader sees it. The copy is made in a document of its own, where no script runs and nothing is loaded.
 */
export const FLATTEN = `
  const inert = document.implementation.createHTMLDocument('');
  let left = 60000;
  const grow = (from, depth) => {
    const inner = frameBody(from);
    const to = inner ? inert.createElement('section') : inert.importNode(from, false);
    const parts = inner ? inner.childNodes : from.shadowRoot ? from.shadowRoot.childNodes : from.localName === 'slot' && from.assignedNodes && from.assignedNodes().length > 0 ? from.assignedNodes() : from.childNodes;
    for (const part of depth < 400 ? parts : []) if (left-- > 0) to.appendChild(grow(part, depth + 1));
    return to;
  };
  const frameBody = (element) => {
    if (element.localName !== 'iframe' && element.localName !== 'frame') return null;
    try { return element.contentDocument && element.contentDocument.body; } catch { return null; }
  };
  return '<!doctype html>' + grow(document.documentElement, 0).outerHTML;`;
