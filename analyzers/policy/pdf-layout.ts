/**
 * From the pieces of text on the pages of a PDF to blocks: lines by their baseline, cells by the gaps in a line, paragraphs by how full
 * their lines are, headings by their size. A PDF says where text stands, never what it is.
 */
import { CELL_SEPARATOR, fold, isBulleted, looksLikeHeader, numberingOf, tableRow } from './structure';
import type { RawBlock } from './structure';

/** A piece of text as the PDF places it; lengths in points, y counted from the foot of the page. */
export interface PdfPiece {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Size of the letters. */
  height: number;
}

interface Line {
  text: string;
  left: number;
  right: number;
  y: number;
  height: number;
}

/** Gaps in a line, as a share of the letters' size: above the first a space, above the second the next cell of a table. */
const SPACE_GAP = 0.25;
const CELL_GAP = 1.6;

/** Letters larger than most by this factor are a heading's. */
const HEADING_SIZE = 1.15;

/** Distance between baselines above which a new paragraph begins, as a share of the size. */
const PARAGRAPH_GAP = 2.4;

/** Pages that must share a line for it to be their running head or foot. */
const RUNNING_PAGES = 3;

/** Radicals that stand for the characters they look like: fonts map both to one shape, and PDFs then name the wrong one. */
const RADICALS = /[\u2e80-\u2fdf]/g;

/** The radicals that Unicode's own compatibility forms do not lead back to their simplified characters. */
const SUPPLEMENT: Record<string, string> = {
  '⼾': '户', '⺟': '母', '⺠': '民', '⻁': '虎', '⻄': '西', '⻅': '见', '⻆': '角', '⻉': '贝', '⻋': '车', '⻓': '长', '⻔': '门', '⻘': '青', '⻚': '页', '⻛': '风',
  '⻜': '飞', '⻝': '食', '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟', '⻨': '麦', '⻩': '黄', '⻬': '齐', '⻮': '齿', '⻰': '龙', '⻳': '龟',
};

/** Blocks of a PDF, in order. Running heads, running feet and page numbers are left out. */
export function layOut(pages: readonly (readonly PdfPiece[])[]): RawBlock[] {
  const lines = withoutRunning(pages.map(linesOf));
  const all = lines.flat();
  const size = commonest(all.map((line) => Math.round(line.height * 2) / 2), all.map((line) => line.text.length));
  const right = Math.max(0, ...all.filter((line) => line.height < size * HEADING_SIZE).map((line) => line.right));
  const blocks: RawBlock[] = [];
  let table: RawBlock[] = [];
  let tables = 0;
  let last: { line: Line; page: number } | undefined;
  const closeTable = () => {
    // One line with gaps is a line with gaps.
    if (table.length === 1 && table[0]) blocks.push({ kind: 'paragraph', text: table[0].text.replaceAll(CELL_SEPARATOR, ' ') });
    else if (table.length) {
      for (const row of table) blocks.push(row);
      tables++;
    }
    table = [];
  };
  lines.forEach((page, number) => {
    for (const line of page) {
      const cells = line.text.split(CELL_SEPARATOR);
      if (cells.length > 1) {
        if (table.length && table[0]?.cells?.length !== cells.length) closeTable();
        table.push(tableRow(cells.map((text) => ({ text })), tables, table.length === 0 && looksLikeHeader(cells)));
        last = undefined;
        continue;
      }
      closeTable();
      const isHeading = line.height >= size * HEADING_SIZE && line.text.length <= 60;
      const block = blocks[blocks.length - 1];
      if (block && last && goesOn(last, { line, page: number }, right) && (block.kind === 'heading') === isHeading) {
        block.text = join(block.text, line.text);
      } else blocks.push(isHeading ? { kind: 'heading', text: line.text, level: line.height >= size * 1.6 ? 1 : 2 } : { kind: 'paragraph', text: line.text });
      last = { line, page: number };
    }
  });
  closeTable();
  return blocks;
}

/** Whether a line only wraps the one before: that one is full, the letters are the same, and nothing new begins. */
function goesOn(last: { line: Line; page: number }, next: { line: Line; page: number }, right: number): boolean {
  if (Math.abs(last.line.height - next.line.height) > last.line.height * 0.1) return false;
  if (last.line.right < right - last.line.height * 2.5 || numberingOf(next.line.text) || isBulleted(next.line.text)) return false;
  if (last.page !== next.page) return !/[。；：！？.;:!?]$/.test(last.line.text);
  return last.line.y - next.line.y <= last.line.height * PARAGRAPH_GAP;
}

function join(before: string, after: string): string {
  const isHan = (char: string | undefined) => char !== undefined && /[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“”]/.test(char);
  return isHan(before[before.length - 1]) && isHan(after[0]) ? before + after : `${before} ${after}`;
}

/** Lines from top to bottom. Pieces come in the order they were written, which in tables is not always the order of reading. */
function linesOf(pieces: readonly PdfPiece[]): Line[] {
  const sorted = pieces.filter((piece) => piece.text.trim() !== '').map((piece, order) => ({ ...piece, order })).sort((a, b) => b.y - a.y || a.order - b.order);
  const lines: Line[] = [];
  let row: typeof sorted = [];
  const close = () => {
    const line = lineOf(row.sort((a, b) => a.x - b.x));
    if (line.text !== '') lines.push(line);
    row = [];
  };
  for (const piece of sorted) {
    const first = row[0];
    if (first && first.y - piece.y > Math.max(first.height, piece.height) * 0.45) close();
    row.push(piece);
  }
  if (row.length) close();
  return lines;
}

function lineOf(row: readonly PdfPiece[]): Line {
  let text = '';
  let right = row[0]?.x ?? 0;
  let height = 0;
  for (const piece of row) {
    const gap = piece.x - right;
    const size = piece.height || 10;
    if (text !== '') text += gap > size * CELL_GAP ? CELL_SEPARATOR : gap > size * SPACE_GAP ? ' ' : '';
    text += piece.text.replace(RADICALS, (char) => SUPPLEMENT[char] ?? char.normalize('NFKC')).replaceAll(CELL_SEPARATOR, ' ');
    right = Math.max(right, piece.x + piece.width);
    height = Math.max(height, piece.height);
  }
  const cells = text.split(CELL_SEPARATOR).map(fold).filter((cell) => cell !== '');
  // A number or bullet with its text far off is no table.
  const isItem = cells.length === 2 && (cells[0] ?? '').length <= 4 && /^[\p{P}\p{S}\d一二三四五六七八九十]+$/u.test(cells[0] ?? '');
  return { text: cells.join(isItem ? ' ' : CELL_SEPARATOR), left: row[0]?.x ?? 0, right, y: row[0]?.y ?? 0, height };
}

function withoutRunning(pages: Line[][]): Line[][] {
  const keyOf = (line: Line | undefined) => line?.text.replace(/\d+/g, '#') ?? '';
  const isNumber = (line: Line) => /^(?:第\s?)?[-–—\s]{0,3}\d{1,4}(?:\s?\/\s?\d{1,4})?\s?页?(?:\s?[，,/]?\s?共\s?\d{1,4}\s?页)?[-–—\s]{0,3}$/.test(line.text);
  const seen = new Map<string, number>();
  for (const page of pages) for (const key of new Set([keyOf(page[0]), keyOf(page[page.length - 1])])) if (key !== '') seen.set(key, (seen.get(key) ?? 0) + 1);
  return pages.map((page) => page.filter((line, index) => {
    if (index !== 0 && index !== page.length - 1) return true;
    return !isNumber(line) && (seen.get(keyOf(line)) ?? 0) < RUNNING_PAGES;
  }));
}

/** The value with most weight. */
function commonest(values: number[], weights: number[]): number {
  const sums = new Map<number, number>();
  values.forEach((value, index) => sums.set(value, (sums.get(value) ?? 0) + (weights[index] ?? 0)));
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
