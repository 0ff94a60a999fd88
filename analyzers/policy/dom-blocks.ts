/**
 * Reads a DOM into blocks. Walks with its own stack: ten thousand nested elements must not overflow the engine's.
 * Works on any implementation (browsers, linkedom) and never changes it.
 */
import { breakRun, fold, joinWrapped, looksLikeHeader, settleHeaders, tableRow } from './structure';
import type { RawBlock, RawCell } from './structure';

/** Elements whose text is not part of what a person reads. `button` and form fields are controls. */
export const SKIPPED: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'svg', 'canvas', 'iframe', 'object', 'select', 'datalist', 'input', 'textarea', 'button', 'head', 'video', 'audio', 'math', 'map', 'dialog-polyfill']);

/** Elements that end a line of text. */
const BLOCKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form',
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'td',
  'tfoot', 'th', 'thead', 'tr', 'ul', 'view', 'scroll-view', 'swiper-item', 'rich-text', 'block',
]);

/** Names of boxes that hold navigation, advertisements or the site's footer. */
const CHROME_NAME = /(?:^|[\s_-])(?:nav|navbar|navigation|menu|topbar|toolbar|breadcrumbs?|crumbs?|sidebar|side-?nav|share|pagination|pager|lang(?:uage)?(?:-?switch(?:er)?)?|site-?header|page-?header)(?:$|[\s_-])/i;
const FOOTER_NAME = /(?:^|[\s_-])(?:footer|foot|copyright|copy-?right|bottom-?bar|site-?info|beian|icp)(?:$|[\s_-])/i;
const CONTENTS_NAME = /(?:^|[\s_-])(?:toc|table-of-contents|catalog(?:ue)?|directory)(?:$|[\s_-])/i;
const TITLE_NAME = /(?:^|[\s_-])(?:[\w]{0,20}-)?(?:title|heading|headline|h[1-6])(?:$|[\s_-])/i;

/** Names of boxes that are drawn as the cells of a table. */
const CELL_NAME = /[\s_-](?:td|th|cell|col|column)[\s_-]/i;

/** Words that keep a box of links: links to documents of the policy itself. */
const POLICY_WORDS = /隐私|隱私|个人信息|個人資料|個資|清单|目录|儿童|未成年|SDK|Cookie|privacy|personal (?:data|information)/i;

/** Longest text of a page's own footer; a longer one is content that only is called so. */
const FOOTER_CHARS = 1_200;
const NAV_CHARS = 1_500;

/** Columns read of one table; spans could otherwise widen every row by all rows above. */
const MAX_COLUMNS = 40;

/** Nodes of one table that are looked at for its rows. */
const MAX_TABLE_NODES = 60_000;

/** Nodes that are measured; behind them everything counts as content. */
const MAX_MEASURED = 60_000;

interface Measure {
  text: number;
  linked: number;
  links: number;
}

/** What the walk found besides the blocks. */
export interface DomBlocks {
  blocks: RawBlock[];
  /** Tables that were read as tables, not as layout. */
  tables: number;
  /** Deepest nesting met. */
  depth: number;
}

interface Run {
  text: string;
  bold: number;
  linked: number;
  inPage: boolean;
  links: { text: string; href: string }[];
  size: number;
}

/**
 * Reads the blocks below an element.
 * @param root Element (usually `body`) to read.
 * @param limit UTF-16 units of text after which reading stops.
 * @param keepChrome Read navigation and footers like everything else (for content that was already cut out).
 */
export function readBlocks(root: Element, limit: number, keepChrome = false): DomBlocks {
  const measures = keepChrome ? new Map<Node, Measure>() : measure(root);
  const blocks: RawBlock[] = [];
  let tables = 0;
  let depth = 0;
  let total = 0;
  let run = emptyRun();

  interface Frame { node: Element; next: Node | null; bold: boolean; link?: { href: string; text: string }; context: Context; isBlock: boolean }
  interface Context { kind: RawBlock['kind']; level?: number; footer: boolean; pre: boolean }

  const flush = (context: Context) => {
    const { text, links } = run;
    if (text.trim() !== '') {
      const bold = run.size > 0 && run.bold >= run.size * 0.98;
      const lines = joinWrapped(text.split('\n').flatMap(breakRun).map(fold).filter((line) => line !== ''), context.pre ? Number.POSITIVE_INFINITY : undefined);
      lines.forEach((line, index) => {
        const block: RawBlock = { kind: context.kind, text: line };
        if (context.level !== undefined) block.level = context.level;
        if (bold) block.bold = true;
        if (context.footer) block.footer = true;
        if (run.inPage && run.linked >= run.size * 0.9 && lines.length === 1) block.toc = true;
        if (index === 0 && links.length) block.links = links;
        blocks.push(block);
        total += line.length + 1;
      });
    }
    run = emptyRun();
  };

  const stack: Frame[] = [{ node: root, next: root.firstChild, bold: false, context: { kind: 'paragraph', footer: false, pre: false }, isBlock: true }];
  while (stack.length && total <= limit) {
    const frame = stack[stack.length - 1] as Frame;
    if (stack.length > depth) depth = stack.length;
    const node = frame.next;
    if (!node) {
      if (frame.isBlock) flush(frame.context);
      // Cells made of inline boxes stand apart only by their style.
      else if (CELL_NAME.test(` ${frame.node.getAttribute('class') ?? ''} `)) run.text += ' ';
      if (frame.link && stack[stack.length - 2]?.link !== frame.link && frame.link.text.trim()) run.links.push({ text: fold(frame.link.text), href: frame.link.href });
      stack.pop();
      continue;
    }
    frame.next = node.nextSibling;
    if (node.nodeType === 3) {
      append(run, node.nodeValue ?? '', frame, frame.context.pre);
      continue;
    }
    if (node.nodeType !== 1) continue;
    const element = node as Element;
    const name = element.localName.toLowerCase();
    if (SKIPPED.has(name)) continue;
    if (name === 'br') {
      run.text += '\n';
      continue;
    }
    const role = keepChrome ? 'content' : roleOf(element, name, measures.get(element));
    if (role === 'chrome') continue;
    if (isTable(element, name) && isDataTable(element)) {
      flush(frame.context);
      const rows = readTable(element, tables, frame.context.footer);
      for (const row of rows) total += row.text.length + 1;
      if (!continueHeader(blocks, rows)) tables++;
      blocks.push(...rows);
      continue;
    }
    const isBlock = BLOCKS.has(name) || (name === 'text' && !hasOwnText(frame.node));
    if (isBlock) flush(frame.context);
    const context = isBlock ? contextOf(element, name, frame.context, role) : frame.context;
    const link = name === 'a' || name === 'navigator' ? { href: element.getAttribute('href') ?? element.getAttribute('url') ?? '', text: '' } : frame.link;
    stack.push({ node: element, next: element.firstChild, bold: frame.bold || isBold(element, name), context, isBlock, ...(link ? { link } : {}) });
  }
  flush(stack[stack.length - 1]?.context ?? { kind: 'paragraph', footer: false, pre: false });
  return { blocks, tables, depth };

  function contextOf(element: Element, name: string, outer: Context, role: 'content' | 'footer'): Context {
    const footer = outer.footer || role === 'footer';
    const pre = outer.pre || name === 'pre';
    if (/^h[1-6]$/.test(name)) return { kind: 'heading', level: Number(name[1]), footer, pre };
    if (name === 'li' || name === 'dd') return { kind: 'list-item', footer, pre };
    if ((name === 'dt' || name === 'caption' || name === 'summary' || name === 'legend') && shortText(element)) return { kind: 'heading', level: 4, footer, pre };
    if (TITLE_NAME.test(` ${element.getAttribute('class') ?? ''} `) && shortText(element) && !element.querySelector('h1,h2,h3,h4,h5,h6,li,p')) return { kind: 'heading', level: 3, footer, pre };
    return { kind: outer.kind === 'heading' || outer.kind === 'list-item' ? outer.kind : 'paragraph', ...(outer.level !== undefined ? { level: outer.level } : {}), footer, pre };
  }
}

function emptyRun(): Run {
  return { text: '', bold: 0, linked: 0, inPage: false, links: [], size: 0 };
}

function append(run: Run, raw: string, frame: { bold: boolean; link?: { href: string; text: string } }, pre: boolean): void {
  // Line breaks of the source are white space, those of <br> and <pre> are lines: the former become a mark that `fold` knows as a source break.
  const text = pre ? raw : markSourceBreaks(raw);
  run.text += text;
  let size = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 32 && text.charCodeAt(i) !== 160 && text.charCodeAt(i) !== 0x3000) size++;
  run.size += size;
  if (frame.bold) run.bold += size;
  if (frame.link) {
    run.linked += size;
    frame.link.text += text;
    if (frame.link.href.startsWith('#') && frame.link.href.length > 1) run.inPage = true;
  }
}

/** One `\r` for a line break of the source, two for an empty line. */
function markSourceBreaks(raw: string): string {
  return raw.replace(/\s+/g, (space) => {
    const breaks = space.match(/\r\n?|\n/g)?.length ?? 0;
    return breaks === 0 ? space : breaks > 1 ? '\r\r' : '\r';
  });
}

/** What a box is: navigation and the like (`chrome`), the site's footer, or content. */
function roleOf(element: Element, name: string, size: Measure | undefined): 'content' | 'footer' | 'chrome' {
  if (!size || name === 'body' || name === 'main' || name === 'article') return 'content';
  const label = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  const role = element.getAttribute('role') ?? '';
  const density = size.text === 0 ? 0 : size.linked / size.text;
  if ((name === 'footer' || role === 'contentinfo' || FOOTER_NAME.test(label)) && size.text <= FOOTER_CHARS) return 'footer';
  if ((name === 'nav' || role === 'navigation' || role === 'menubar' || role === 'menu' || CONTENTS_NAME.test(label)) && size.text <= NAV_CHARS && density > 0.3) return 'chrome';
  if (size.links >= 2 && size.text <= NAV_CHARS && density > 0.6 && (CHROME_NAME.test(label) || name === 'header' || name === 'aside' || role === 'banner' || role === 'complementary')) return 'chrome';
  // A list of nothing but links is navigation under any name, unless it lists documents of the policy.
  if ((name === 'ul' || name === 'ol' || name === 'div' || name === 'section' || name === 'table') && size.links >= 4 && density > 0.85 && size.text <= NAV_CHARS && !mentionsPolicy(element)) return 'chrome';
  return 'content';
}

function mentionsPolicy(element: Element): boolean {
  const text = beginningOf(element, NAV_CHARS * 2);
  return text === undefined || POLICY_WORDS.test(text);
}

function isBold(element: Element, name: string): boolean {
  if (name === 'b' || name === 'strong' || /^h[1-6]$/.test(name)) return true;
  const style = element.getAttribute('style');
  if (style && /font-weight\s{0,3}:\s{0,3}(?:bold|[6-9]00)/i.test(style)) return true;
  const label = element.getAttribute('class');
  return !!label && /(?:^|\s)(?:font-bold|font-semibold|bold|strong|fw-bold)(?:\s|$)/.test(label);
}

function shortText(element: Element): boolean {
  const text = beginningOf(element, 400);
  return text !== undefined && fold(text).length <= 50;
}

/** Nodes looked at for the beginning of an element's text. */
const BEGINNING_NODES = 300;

/**
 * The beginning of an element's text. Boxes stand in boxes: taking all of the text for each would cost the square of the page.
 * @param most UTF-16 units after which nothing more is read.
 * @returns undefined where the element holds more nodes than are looked at.
 */
function beginningOf(element: Element, most: number): string | undefined {
  let text = '';
  let node: Node | null = element;
  for (let nodes = 0; node && text.length < most; nodes++) {
    if (nodes === BEGINNING_NODES) return undefined;
    if (node.nodeType === 3) text += node.nodeValue ?? '';
    let next: Node | null = node.firstChild;
    for (; !next && node && node !== element; node = node.parentNode) next = node.nextSibling;
    node = next;
  }
  return text.slice(0, most);
}

function hasOwnText(element: Element): boolean {
  for (let child = element.firstChild; child; child = child.nextSibling) if (child.nodeType === 3 && (child.nodeValue ?? '').trim() !== '') return true;
  return false;
}

/** Length of text and of linked text below every element, in one pass without recursion. */
function measure(root: Element): Map<Node, Measure> {
  const measures = new Map<Node, Measure>();
  const stack: { node: Node; next: Node | null; inLink: boolean }[] = [];
  const enter = (node: Node, inLink: boolean) => {
    measures.set(node, { text: 0, linked: 0, links: 0 });
    stack.push({ node, next: node.firstChild, inLink });
  };
  enter(root, false);
  while (stack.length) {
    const frame = stack[stack.length - 1] as (typeof stack)[number];
    const own = measures.get(frame.node) as Measure;
    const child = frame.next;
    if (!child) {
      stack.pop();
      const parent = stack[stack.length - 1];
      const outer = parent && measures.get(parent.node);
      if (outer) {
        outer.text += own.text;
        outer.linked += own.linked;
        outer.links += own.links;
      }
      continue;
    }
    frame.next = measures.size < MAX_MEASURED ? child.nextSibling : null;
    if (child.nodeType === 3) {
      const length = (child.nodeValue ?? '').replace(/\s+/g, '').length;
      own.text += length;
      if (frame.inLink) own.linked += length;
    } else if (child.nodeType === 1) {
      const name = (child as Element).localName.toLowerCase();
      if (SKIPPED.has(name)) continue;
      if (name === 'a') own.links++;
      enter(child, frame.inLink || name === 'a');
    }
  }
  return measures;
}

/** A table by its element or by its role. */
function isTable(element: Element, name: string): boolean {
  return name === 'table' || /^(?:table|grid|treegrid)$/.test(element.getAttribute('role') ?? '');
}

/**
 * Widgets draw the head of a table as a table of its own, so that it can stay while the body scrolls: a lone row of names, and right after it a
 * table of as many columns. Both count as one.
 * @param rows of the second table; they get the number of the first.
 * @returns whether they were one table
 */
function continueHeader(blocks: RawBlock[], rows: RawBlock[]): boolean {
  const head = blocks[blocks.length - 1];
  const [first] = rows;
  const isLone = head?.heads && blocks[blocks.length - 2]?.table !== head.table;
  if (!isLone || !first?.cells || first.heads || first.cells.length !== head.cells?.length) return rows.length === 0;
  head.isHeader = true;
  first.isHeader = false;
  for (const row of rows) row.table = head.table;
  return true;
}

/** Rows of a table by reading, not by `rows`: not every DOM has that. Rows of inner tables are not ours. */
function rowsOf(table: Element): Element[] {
  const rows: Element[] = [];
  const isElement = table.localName.toLowerCase() === 'table';
  const stack: (Node | null)[] = [table.firstChild];
  // Tables are shallow: table, section, row.
  for (let looked = 0; stack.length > 0 && rows.length < 5_000 && looked < MAX_TABLE_NODES; looked++) {
    const node = stack.pop() ?? null;
    if (!node) continue;
    stack.push(node.nextSibling);
    if (node.nodeType !== 1) continue;
    const name = (node as Element).localName.toLowerCase();
    const role = (node as Element).getAttribute('role') ?? '';
    if (name === 'tr' || role === 'row') rows.push(node as Element);
    else if (name === 'thead' || name === 'tbody' || name === 'tfoot' || role === 'rowgroup' || (name === 'div' && !isElement && stack.length < 12)) stack.push(node.firstChild);
  }
  return rows;
}

function cellsOf(row: Element): Element[] {
  const cells: Element[] = [];
  for (let child = row.firstChild; child; child = child.nextSibling) {
    const name = child.nodeType === 1 ? (child as Element).localName.toLowerCase() : '';
    if (name === 'td' || name === 'th' || (name !== '' && /^(?:cell|gridcell|columnheader|rowheader)$/.test((child as Element).getAttribute('role') ?? ''))) cells.push(child as Element);
  }
  return cells;
}

/** Old pages lay out with tables: one column, tables in tables, or cells that hold whole sections. */
function isDataTable(table: Element): boolean {
  if (table.querySelector('table')) return false;
  const rows = rowsOf(table).map(cellsOf).filter((cells) => cells.length > 0);
  if (rows.length === 0 || rows.every((cells) => cells.length < 2)) return false;
  let sections = 0;
  let count = 0;
  for (const cells of rows) {
    for (const cell of cells) {
      count++;
      if ((cell.textContent ?? '').length > 700 && cell.querySelectorAll('p,div,br,li,h1,h2,h3,h4').length > 6) sections++;
    }
  }
  return sections === 0 || (rows.length > 2 && sections * 10 < count);
}

function readTable(table: Element, index: number, footer: boolean): RawBlock[] {
  const rows: RawBlock[] = [];
  const spans = new Map<number, { row: RawBlock; cell: number; left: number; text: string }>();
  rowsOf(table).forEach((element, rowIndex) => {
    const own = cellsOf(element);
    const row = {} as RawBlock;
    const cells: RawCell[] = [];
    const starts: { column: number; cell: number; left: number }[] = [];
    const links: { text: string; href: string }[] = [];
    const takeSpans = () => {
      for (let span = spans.get(cells.length); span && span.left > 0 && cells.length < MAX_COLUMNS; span = spans.get(cells.length)) {
        span.left--;
        cells.push({ text: span.text, from: { row: span.row, cell: span.cell } });
      }
    };
    for (const cell of own.slice(0, MAX_COLUMNS)) {
      takeSpans();
      if (cells.length >= MAX_COLUMNS) break;
      const rowSpan = Math.min(500, Number(cell.getAttribute('rowspan')) || 1);
      const at = cells.length;
      const text = cellText(cell);
      cells.push({ text });
      // The other columns that the cell spans hold the same text.
      for (let i = Math.min(MAX_COLUMNS, Number(cell.getAttribute('colspan')) || 1); i > 1 && cells.length < MAX_COLUMNS; i--) cells.push({ text, from: { row, cell: at } });
      if (rowSpan > 1) for (let column = at; column < cells.length; column++) starts.push({ column, cell: at, left: rowSpan - 1 });
      cell.querySelectorAll('a[href]').forEach((a) => links.push({ text: fold(a.textContent ?? ''), href: a.getAttribute('href') ?? '' }));
    }
    takeSpans();
    if (!cells.some((cell) => !cell.from && cell.text !== '')) return;
    const heads = own.filter((cell) => cell.localName.toLowerCase() === 'th' || cell.getAttribute('role') === 'columnheader').length;
    const inHead = element.parentElement?.localName.toLowerCase() === 'thead';
    const isHeader = inHead || (heads > 0 && heads === own.length) || (rowIndex === 0 && heads === 0 && looksLikeHeader(cells.map((cell) => cell.text)));
    Object.assign(row, tableRow(cells, index, isHeader));
    if (heads > 0 && heads === own.length) row.heads = true;
    if (footer) row.footer = true;
    if (links.length) row.links = links;
    for (const start of starts) spans.set(start.column, { row, cell: start.cell, left: start.left, text: cells[start.cell]?.text ?? '' });
    rows.push(row);
  });
  // One row is no table with a header, only a line.
  if (rows.length === 1 && rows[0]) rows[0].isHeader = false;
  settleHeaders(rows);
  return rows;
}

/** Text of a cell; its lines are kept apart by one space. */
function cellText(cell: Element): string {
  const parts: string[] = [];
  const stack: { next: Node | null; isBlock: boolean }[] = [{ next: cell.firstChild, isBlock: true }];
  while (stack.length) {
    const frame = stack[stack.length - 1] as (typeof stack)[number];
    const node = frame.next;
    if (!node) {
      if (frame.isBlock) parts.push(' ');
      stack.pop();
      continue;
    }
    frame.next = node.nextSibling;
    if (node.nodeType === 3) parts.push(markSourceBreaks(node.nodeValue ?? ''));
    else if (node.nodeType === 1) {
      const name = (node as Element).localName.toLowerCase();
      if (name === 'br') parts.push(' ');
      else if (!SKIPPED.has(name)) stack.push({ next: node.firstChild, isBlock: BLOCKS.has(name) });
    }
  }
  return fold(parts.join(''));
}
