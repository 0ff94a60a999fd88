/** Brings a place into view and draws frames around it for some seconds. Nothing of the page is changed but folds that hide it. */

/** Long enough to be found by eye, short enough not to be in the way. */
const LASTS_MS = 8_000;
/** Lines of a passage that are framed. */
const MOST_BOXES = 80;

/** Ends what was shown before. */
let end: (() => void) | undefined;

/** Whether there was anything to be seen at the place. */
export function spotlight(place: Element | Range): boolean {
  end?.();
  const element = 'getClientRects' in place && place instanceof Element ? place : (place as Range).startContainer.parentElement;
  if (!element) return false;
  unfold(element);
  if (boxesOf(place).length === 0) return false;
  bringIntoView(place, element);
  draw(place, element.ownerDocument);
  return true;
}

function boxesOf(place: Element | Range): DOMRect[] {
  const isSeen = ({ width, height }: DOMRect): boolean => width > 1 && height > 1;
  const boxes = [...place.getClientRects()].filter(isSeen);
  if (!(place instanceof Element)) return boxes.slice(0, MOST_BOXES);
  const box = place.getBoundingClientRect();
  return isSeen(box) ? [box] : [];
}

/** Opens the folds a place lies in, as the browser's own search does. */
function unfold(element: Element): void {
  for (let up: Element | null = element; up; up = up.parentElement) if (up.localName === 'details') (up as HTMLDetailsElement).open = true;
}

/** Scrolls everything that scrolls around the place, from the inside out, so that it stands in the middle. */
function bringIntoView(place: Element | Range, element: Element): void {
  const { ownerDocument: document } = element;
  for (let up: Element | null = element; up && up !== document.scrollingElement; up = up.parentElement) {
    if (up.scrollHeight <= up.clientHeight + 1 || !/auto|scroll/.test(getComputedStyle(up).overflowY)) continue;
    const frame = up.getBoundingClientRect();
    up.scrollTop += place.getBoundingClientRect().top - frame.top - up.clientHeight / 3;
  }
  const view = document.defaultView;
  if (!view) return;
  const box = place.getBoundingClientRect();
  if (box.top < 0 || box.bottom > view.innerHeight * 0.8) view.scrollBy({ top: box.top - view.innerHeight / 3, behavior: 'instant' });
}

function draw(place: Element | Range, document: Document): void {
  const host = document.createElement('div');
  host.setAttribute('aria-hidden', 'true');
  // Styles are set property by property: a page's policy on style sheets does not touch them.
  Object.assign(host.style, { all: 'initial', position: 'fixed', inset: '0', zIndex: '2147483647', pointerEvents: 'none' });
  const root = host.attachShadow({ mode: 'closed' });
  const isText = !(place instanceof Element);
  const boxes: HTMLElement[] = [];
  const move = (): void => {
    const rects = boxesOf(place);
    while (boxes.length < rects.length) boxes.push(root.appendChild(newBox(document, isText)));
    boxes.forEach((box, index) => {
      const rect = rects[index];
      const gap = isText ? 1 : 4;
      Object.assign(box.style, rect ? { display: 'block', left: `${rect.left - gap}px`, top: `${rect.top - gap}px`, width: `${rect.width + gap * 2}px`, height: `${rect.height + gap * 2}px` } : { display: 'none' });
    });
  };
  document.documentElement.append(host);
  let frame = 0;
  const follow = (): void => {
    move();
    frame = requestAnimationFrame(follow);
  };
  follow();
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') stop();
  };
  const timer = setTimeout(stop, LASTS_MS);
  document.addEventListener('keydown', onKey, true);
  function stop(): void {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    document.removeEventListener('keydown', onKey, true);
    host.remove();
    end = undefined;
  }
  end = stop;
}

/** Red on a white rim, with a light ground: seen on any page, and not by colour alone. */
function newBox(document: Document, isText: boolean): HTMLElement {
  const box = document.createElement('div');
  Object.assign(
    box.style,
    { position: 'absolute', boxSizing: 'border-box', borderRadius: isText ? '2px' : '6px' },
    isText
      ? { background: 'rgb(255 214 10 / 38%)', borderBottom: '2px solid #ac241b', mixBlendMode: 'multiply' }
      : { border: '3px solid #ac241b', boxShadow: '0 0 0 3px #ffffff, 0 0 0 6px rgb(172 36 27 / 35%)' },
  );
  return box;
}
