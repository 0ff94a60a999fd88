/** Large letters, wide spacing, a small window: is everything still there to be read? WCAG 1.4.4, 1.4.10 and 1.4.12. */
import type { Page } from 'puppeteer-core';

/** What 1.4.12 asks a page to bear, as a style sheet of the person's own. */
const SPACING = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }';

/** In a window of this width, with the letters this much larger and, if asked for, spaced: what is cut off, pushed out, overlapped or scrolls sideways, though it is no table. */
export async function lost(page: Page, { width, letters = 1, spaced = false }: { width: number; letters?: number; spaced?: boolean }): Promise<string[]> {
  await page.setViewport({ width, height: 900 });
  await page.evaluate(
    (size, css) => {
      const root = document.documentElement;
      root.style.fontSize = size === 1 ? '' : `${Number.parseFloat(getComputedStyle(root).fontSize) * size}px`;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = css ? [sheet] : [];
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    },
    letters,
    spaced ? SPACING : '',
  );
  const found = await page.evaluate(look);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '';
    document.adoptedStyleSheets = [];
  });
  return found;
}

/** Runs in the page. */
function look(): string[] {
  const told: string[] = [];
  const name = (one: Element): string => `${one.localName}.${one.getAttribute('class') ?? one.id} "${(one.textContent ?? '').trim().slice(0, 40)}"`;
  const tell = (what: string, one: Element): void => void (told.length < 12 && told.push(`${what}: ${name(one)}`));
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) {
    const [widest] = [...document.body.querySelectorAll<HTMLElement>('*')].filter((one) => one.getBoundingClientRect().right > innerWidth).sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right);
    told.push(`scrolls sideways by ${wide} px: ${widest ? name(widest) : ''}`);
  }
  const boxes: { box: DOMRect; of: Element }[] = [];
  for (const one of document.body.querySelectorAll<HTMLElement>('*')) {
    // What lies further down repeats what is above.
    if (one.getBoundingClientRect().top > 4_000 || !one.checkVisibility({ visibilityProperty: true }) || one.closest('.unseen, svg, [aria-hidden=true]')) continue;
    const style = getComputedStyle(one);
    const sideways = one.scrollWidth - one.clientWidth > 1 && one.clientWidth > 0;
    if (sideways && /auto|scroll/.test(style.overflowX) && !one.querySelector('table')) tell('scrolls sideways', one);
    const clips = /hidden|clip/.test(style.overflow) || /paint|strict|content/.test(style.contain);
    // What ends in three dots is meant to, if the whole can be had.
    const isShortened = (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') && one.closest('[title], a') !== null;
    if (clips && !isShortened && one.clientWidth > 0 && (sideways || one.scrollHeight - one.clientHeight > 2)) tell('cut off', one);
    if (!/^(input|textarea|select|option|pre)$/.test(one.localName) && [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '')) {
      const range = document.createRange();
      for (const node of one.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || node.textContent!.trim() === '') continue;
        range.selectNode(node);
        for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) boxes.push({ box, of: one });
      }
    }
  }
  // Lies in something that scrolls or stays in reach over the rest.
  const known = new Map<Element, boolean>();
  const scrolls = (one: Element | null): boolean => {
    if (!one) return false;
    let answer = known.get(one);
    if (answer === undefined) {
      const { overflowX, position } = getComputedStyle(one);
      answer = /auto|scroll|hidden/.test(overflowX) || position === 'sticky' || position === 'absolute' || scrolls(one.parentElement);
      known.set(one, answer);
    }
    return answer;
  };
  boxes.sort((a, b) => a.box.top - b.box.top);
  for (const [index, { box, of }] of boxes.entries()) {
    if ((box.left < -1 || box.right > innerWidth + 1) && !scrolls(of)) tell('outside', of);
    for (let next = index + 1; next < boxes.length && boxes[next]!.box.top < box.bottom - 6; next++) {
      const other = boxes[next]!;
      if (other.of === of || Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) < 4) continue;
      if (Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) < 0.5 * Math.min(box.height, other.box.height)) continue;
      if (!scrolls(of) && !scrolls(other.of)) tell(`overlaps ${name(other.of)}`, of);
    }
  }
  return told;
}
