/**
 * From pieces of text to the blocks of a policy: folds white space, finds headings by their numbering, joins lines that were only wrapped,
 * drops the table of contents, and gives every block its place in the text. Shared by HTML, Markdown and plain text.
 */
import type { Block, PolicyDocument } from '../artifacts';

/** A block before it has a place in the text. */
export interface RawBlock {
  kind: Block['kind'];
  /** Text with white space folded; for table rows the cells joined by a tab. */
  text: string;
  level?: number;
  /** Table rows. A cell that spans rows or columns is repeated by reference: `from` is the block that holds its text, an earlier one or the row itself. */
  cells?: RawCell[];
  isHeader?: boolean;
  /** All cells of the row are header cells by their tags. */
  heads?: boolean;
  table?: number;
  /** All of the text is bold. */
  bold?: boolean;
  /** All of the text is one link to another place of the same page: an entry of a table of contents. */
  toc?: boolean;
  /** Stands in the page's footer. */
  footer?: boolean;
  links?: { text: string; href: string }[];
}

export interface RawCell {
  text: string;
  /** The row above (or, over columns, the same row) that holds this cell's text, and its number there. */
  from?: { row: RawBlock; cell: number };
}

/** Between the cells of a row: white space, but told from the one space inside a cell. */
export const CELL_SEPARATOR = '\t';

// Zero-width and direction characters are invisible and cut words apart for every pattern.
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc]/g;
const SPACES = /[\s\u00a0\u3000]+/g;
const HAN_OR_FULL_WIDTH = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…·]/;

/**
 * Folds white space to one space and drops invisible characters. A line break in the source between two Chinese characters is no space at all:
 * it comes from wrapping the source, and would cut a word in two.
 */
export function fold(text: string): string {
  return text.replace(INVISIBLE, '').replace(SPACES, (space: string, at: number, whole: string) => {
    if (!/[\n\r]/.test(space)) return ' ';
    const before = whole[at - 1];
    const after = whole[at + space.length];
    return before && after && HAN_OR_FULL_WIDTH.test(before) && HAN_OR_FULL_WIDTH.test(after) ? '' : ' ';
  }).trim();
}

const CHINESE_NUMBER = '[零〇一二三四五六七八九十百]{1,5}';
const SENTENCE_END = /[。；;！!？?…，,、]$/;
const TERMINAL = /[。；;！!？?：:.…）)】」”"]$/;

/** Numberings that head a section, with their rank. The first that fits counts. */
const NUMBERINGS: { pattern: RegExp; level: number; sure: boolean }[] = [
  { pattern: new RegExp(`^第\\s?(?:${CHINESE_NUMBER}|\\d{1,3})\\s?(?:章|部分|编|篇)`), level: 1, sure: true },
  { pattern: new RegExp(`^第\\s?(?:${CHINESE_NUMBER}|\\d{1,3})\\s?[条節节]`), level: 2, sure: false },
  { pattern: new RegExp(`^${CHINESE_NUMBER}\\s?[、.．:：]`), level: 2, sure: true },
  { pattern: new RegExp(`^[（(【]\\s?${CHINESE_NUMBER}\\s?[)）】]`), level: 3, sure: false },
  { pattern: /^\d{1,2}(?:[.．]\d{1,2}){2,4}[.．、]?(?![\d%])/, level: 5, sure: false },
  { pattern: /^\d{1,2}[.．]\d{1,2}[.．、]?(?![\d%])/, level: 4, sure: false },
  { pattern: /^\d{1,2}\s?[.．、)）]\s?(?!\d)/, level: 3, sure: false },
  { pattern: /^[（(【]\s?\d{1,2}\s?[)）】]/, level: 4, sure: false },
  { pattern: /^(?:Part|Section|Article|Chapter)\s(?:\d{1,2}|[IVX]{1,5})\b/i, level: 2, sure: true },
  { pattern: /^[IVX]{1,5}[.、]\s?(?=\S)/, level: 2, sure: false },
  { pattern: /^[A-Z][.．、]\s?(?=\S)/, level: 2, sure: false },
];

/** Marks of a list entry at the start of a line of plain text. */
const BULLET = /^(?:[•·●○◆◇■□▪▫►▶➤★※✓✔⚫⦁]|[-–—*+](?=\s)|[①-⑳⑴-⒇]|[（(]?[a-zA-Zⅰ-ⅹ][)）.、](?=\s?\S))\s?/u;

/** Longest text of a numbered, bold or bare heading, in UTF-16 units: real ones are titles, not sentences. */
const HEADING_CHARS = { numbered: 45, bold: 60, tagged: 120 } as const;

/** The numbering at the start of a text, if any. */
export function numberingOf(text: string): { length: number; level: number; sure: boolean } | undefined {
  for (const { pattern, level, sure } of NUMBERINGS) {
    const match = pattern.exec(text);
    if (match) return { length: match[0].length, level, sure };
  }
  return undefined;
}

/**
 * Breaks a long run of text at the line breaks of its source that a writer meant: an empty line, or a finished line before a number or bullet.
 * Pages that show a plain text (or lost their markup) have no other structure. Also breaks before bullets inside the line.
 * @param text Text with `\r` for each line break of the source, `\r\r` for an empty line.
 */
export function breakRun(text: string): string[] {
  if (text.length < 120) return [text];
  const pieces: string[] = [];
  let from = 0;
  const cut = (at: number) => {
    if (text.slice(from, at).trim() !== '') pieces.push(text.slice(from, at));
    from = at;
  };
  for (let i = 1; i < text.length; i++) {
    const char = text[i];
    if (char === '\r') {
      const after = text.slice(i + 1, i + 40).trimStart();
      const before = text[lastSolid(text, i - 1)] ?? '';
      if (text[i + 1] === '\r' || (/[。；：！？.;:!?]/.test(before) && (numberingOf(after) || isBulleted(after)))) cut(i);
    } else if ((char === '•' || char === '●' || char === '■') && /[。；：;:]/.test(text[lastSolid(text, i - 1)] ?? '')) cut(i);
  }
  cut(text.length);
  return pieces;
}

function lastSolid(text: string, from: number): number {
  let i = from;
  while (i > 0 && from - i < 40 && /\s/.test(text[i] ?? '')) i--;
  return i;
}

/** Whether a text begins like an entry of a list. */
export function isBulleted(text: string): boolean {
  return BULLET.test(text);
}

/** A title, not a sentence: no full stop inside, no comma or full stop at the end. */
function isTitleLike(text: string, limit: number): boolean {
  // Latin letters are narrow: a title of the same size has more of them.
  const wide = (text.match(/[\u2e80-\u9fff\uff00-\uffef]/g) ?? []).length;
  const size = wide + (text.length - wide) / 2.5;
  return size <= limit && text !== '' && !SENTENCE_END.test(text) && !/[。！？]|[a-z]\.\s/.test(text) && /[\p{L}\p{N}]/u.test(text);
}

/**
 * Finds the headings and list entries that the source did not mark: bold lines and numbering in plain paragraphs.
 * Numbered short lines are headings when text of their own follows, list entries when another number follows.
 */
export function markStructure(blocks: RawBlock[]): RawBlock[] {
  return blocks.map((block, index) => {
    if (block.kind === 'table-row' || block.footer) return block;
    if (block.kind === 'heading') return isTitleLike(block.text.replace(/[：:]$/, ''), HEADING_CHARS.tagged) ? block : { ...block, kind: 'paragraph', level: undefined };
    const number = numberingOf(block.text);
    const next = blocks[index + 1];
    const followedByText = next !== undefined && (next.kind === 'table-row' || next.text.length > block.text.length || next.kind === 'list-item');
    const nextNumber = next ? numberingOf(next.text) : undefined;
    const leads = followedByText && (!nextNumber || !number || nextNumber.level > number.level);
    if (number && isTitleLike(block.text, HEADING_CHARS.numbered)) {
      // "1、手机号：用于登录" states something; "3、您的权利" heads something.
      const states = /[：:，,；;]./.test(block.text.slice(number.length).replace(/^.{0,4}$/u, ''));
      if (number.sure && !states && (block.kind === 'paragraph' || block.bold)) return { ...block, kind: 'heading', level: number.level };
      if (leads && !states && (block.kind === 'paragraph' || block.bold || headsEntries(block, number.level, blocks[index - 1]))) return { ...block, kind: 'heading', level: number.level };
      return block.kind === 'paragraph' && !number.sure ? { ...block, kind: 'list-item' } : block;
    }
    if (block.kind !== 'paragraph') return block;
    if (block.bold && followedByText && isTitleLike(block.text.replace(/[：:]$/, ''), HEADING_CHARS.bold)) return { ...block, kind: 'heading', level: number?.level ?? 4 };
    if (isBulleted(block.text)) return { ...block, kind: 'list-item' };
    if (isBareHeading(block, blocks[index - 1], next)) return { ...block, kind: 'heading', level: 4 };
    return block;
  });
}

/** "1. What we collect" of Markdown, over entries of its own: no entry of a list, whose number follows that of the entry before. */
function headsEntries(block: RawBlock, level: number, previous: RawBlock | undefined): boolean {
  const before = previous?.kind === 'list-item' ? numberingOf(previous.text) : undefined;
  return block.kind === 'list-item' && before?.level !== level && !STATES.test(block.text);
}

/** Words of statements; a title has them only inside a question ("我们如何…"). */
const STATES = /[不会将应须请可能已未无]|同意|承诺|\b(?:will|may|can|must|do|does|not|please)\b/;
const ASKS = /如何|怎样|怎么|什么|哪些|why|how|what|who|when|where/i;

/**
 * A short line without any mark, number or punctuation that stands between finished text and a long paragraph. A statement never counts:
 * taking it for a title would hide what the policy says.
 */
function isBareHeading(block: RawBlock, previous: RawBlock | undefined, next: RawBlock | undefined): boolean {
  const { text } = block;
  if (text.length < 2 || text.length > 60 || /[，。；：、！？,;:!?@\d]|\.\s|https?/.test(text) || !isTitleLike(text, 20)) return false;
  if (!next || next.kind === 'heading' || next.text.length < Math.max(40, text.length * 4) || !/[。；：.;:]/.test(next.text)) return false;
  if (previous && previous.kind !== 'heading' && !/[。！？.!?）)]$/.test(previous.text)) return false;
  return ASKS.test(text) || !STATES.test(text);
}

/**
 * Joins lines that were only wrapped. A line goes on in the next when it is long, ends without any punctuation and the next does not begin a new thing.
 * @param lines Lines as the source breaks them, folded, none empty.
 * @param wrapAt Shortest length at which a line may have been wrapped; Infinity joins nothing.
 */
export function joinWrapped(lines: string[], wrapAt = 28): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined[joined.length - 1];
    const goesOn = last !== undefined && last.length >= wrapAt && !TERMINAL.test(last) && !numberingOf(line) && !isBulleted(line);
    if (!goesOn) {
      joined.push(line);
      continue;
    }
    const glue = HAN_OR_FULL_WIDTH.test(last[last.length - 1] ?? '') && HAN_OR_FULL_WIDTH.test(line[0] ?? '') ? '' : ' ';
    joined[joined.length - 1] = last + glue + line;
  }
  return joined;
}

/**
 * Length from which a line counts as wrapped: texts set to a width have most of their lines close to the longest, and those end without
 * punctuation.
 */
export function wrapWidth(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.trimEnd().length).filter((length) => length > 0).sort((a, b) => a - b);
  const longest = lengths[Math.floor(lengths.length * 0.98)] ?? 0;
  if (lengths.length < 20 || longest > 130 || longest < 20) return Number.POSITIVE_INFINITY;
  const full = lengths.filter((length) => length > longest * 0.7).length;
  return full > lengths.length * 0.5 ? Math.floor(longest * 0.7) : Number.POSITIVE_INFINITY;
}

/** Joins paragraphs that are the lines of a text set to a width: pages made from a PDF or a letter put every line into a paragraph of its own. */
export function joinSetLines(blocks: RawBlock[]): RawBlock[] {
  const isLine = (block: RawBlock) => block.kind === 'paragraph' && !block.bold;
  const lines = blocks.filter(isLine);
  const wrapAt = lines.length * 3 < blocks.length * 2 ? Number.POSITIVE_INFINITY : wrapWidth(lines.map((block) => block.text));
  if (wrapAt === Number.POSITIVE_INFINITY) return blocks;
  const joined: RawBlock[] = [];
  for (const block of blocks) {
    const last = joined[joined.length - 1];
    const texts = last && isLine(last) && isLine(block) ? joinWrapped([last.text.slice(-wrapAt), block.text], wrapAt) : [];
    if (last && texts.length === 1) joined[joined.length - 1] = { ...last, text: last.text.slice(0, -wrapAt) + texts[0]!, links: [...(last.links ?? []), ...(block.links ?? [])] };
    else joined.push(block);
  }
  return joined;
}

/** The line before a table of contents. */
export const CONTENTS_LEAD = /^(?:目\s?录|目\s?錄|内容目录|contents|table of contents)$|(?:了解|知悉|包含|包括|解释|说明).{0,12}(?:以下|下列|如下).{0,4}(?:内容|方面|部分|事项)|由以下.{0,4}部分组成/i;

/**
 * Entries right below a line that announces them: short numbered lines up to where the numbering begins anew.
 * Some are worded otherwise than their sections, so half of them need to come again.
 */
function announcedContents(blocks: RawBlock[], keys: string[], lastAt: Map<string, number>): Set<number> {
  const dropped = new Set<number>();
  blocks.slice(0, Math.min(blocks.length, 80)).forEach((block, lead) => {
    if (block.text.length > 60 || !CONTENTS_LEAD.test(block.text.replace(/[：:。.]$/, ''))) return;
    const numbers = new Set<string>();
    let again = 0;
    let end = lead + 1;
    for (; end < blocks.length; end++) {
      const entry = blocks[end] as RawBlock;
      const length = numberingOf(entry.text)?.length ?? 0;
      const number = entry.text.slice(0, length).replace(/\s/g, '');
      if (entry.text.length > 60 || /[。；;]/.test(entry.text) || (number && numbers.has(number)) || (!number && numbers.size > 0 && entry.kind !== 'list-item')) break;
      // A list of entries ends with the list; dates and names right below it are no part of it.
      if (entry.kind === 'paragraph' && blocks[end - 1]?.kind === 'list-item') break;
      if (number) numbers.add(number);
      if ((lastAt.get(keys[end] ?? '') ?? -1) > end) again++;
    }
    const entries = end - lead - 1;
    if (entries >= TOC_ENTRIES && again * 2 >= entries) for (let i = lead + 1; i < end; i++) dropped.add(i);
  });
  return dropped;
}

/** Shortest run of entries that makes a table of contents. */
const TOC_ENTRIES = 3;

/**
 * Drops the table of contents: a run of short lines that come again, in the same order, as headings or lines further down, or that link into the page.
 */
export function dropContents(blocks: RawBlock[]): RawBlock[] {
  const keyOf = (block: RawBlock) => block.text.slice((numberingOf(block.text)?.length ?? 0)).replace(/[\s\p{P}\p{S}\d]/gu, '').toLowerCase();
  // Sentences that are said twice are no entries.
  const keys = blocks.map((block) => (block.kind !== 'table-row' && block.text.length <= 70 && !/[。；;！!]/.test(block.text) ? keyOf(block) : ''));
  const lastAt = new Map<string, number>();
  keys.forEach((key, index) => { if (key.length >= 2) lastAt.set(key, index); });
  const dropped = announcedContents(blocks, keys, lastAt);
  let start = 0;
  while (start < blocks.length) {
    let end = start;
    let entries = 0;
    let furthest = -1;
    let misses = 0;
    let lastEntry = start - 1;
    for (; end < blocks.length; end++) {
      const later = lastAt.get(keys[end] ?? '') ?? -1;
      // Entries point past the run itself and in order; one line that does not (a sub-entry worded otherwise) is let pass.
      if (blocks[end]?.toc || (later > end && later > furthest && keys[end] !== '')) {
        entries++;
        furthest = Math.max(furthest, later);
        lastEntry = end;
        misses = 0;
      } else if (entries === 0 || keys[end] === '' || ++misses > 1 || (furthest >= 0 && end >= furthest)) break;
    }
    const pointsBack = furthest >= 0 && furthest <= lastEntry;
    if (entries >= TOC_ENTRIES && !pointsBack) {
      for (let i = start; i <= lastEntry; i++) dropped.add(i);
      start = lastEntry + 1;
    } else start++;
  }
  return dropped.size ? blocks.filter((_, index) => !dropped.has(index)) : blocks;
}

/**
 * Gives every block its place in the joined text.
 * @param raw Blocks in order; empty ones are left out.
 * @param limit UTF-16 units after which the text is cut, so that a hostile page costs no more than an honest one.
 */
export function assemble(raw: RawBlock[], limit: number): Pick<PolicyDocument, 'text' | 'blocks' | 'links'> {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const links: PolicyDocument['links'] = [];
  const placed = new Map<RawBlock, { start: number; end: number }[]>();
  let at = 0;
  for (const source of raw) {
    if (source.text.trim() === '') continue;
    if (at > limit) break;
    if (parts.length) at += 1;
    const block: Block = { kind: source.kind, start: at, end: at + source.text.length };
    if (source.kind === 'heading') block.level = Math.min(6, Math.max(1, source.level ?? 4));
    if (source.cells) {
      let cellAt = at;
      const ranges: { start: number; end: number }[] = [];
      for (const cell of source.cells) {
        const other = cell.from && (cell.from.row === source ? ranges : placed.get(cell.from.row))?.[cell.from.cell];
        const range = other ?? { start: cellAt, end: cellAt + cell.text.length };
        if (!other) cellAt = range.end + CELL_SEPARATOR.length;
        ranges.push(range);
      }
      block.cells = ranges;
      placed.set(source, ranges);
      block.isHeader = source.isHeader ?? false;
      block.table = source.table ?? 0;
    }
    parts.push(source.text);
    at = block.end;
    blocks.push(block);
    for (const link of source.links ?? []) links.push(link);
  }
  return { text: parts.join('\n'), blocks, links };
}

/** A table row from its cells. */
export function tableRow(cells: RawCell[], table: number, isHeader: boolean): RawBlock {
  return { kind: 'table-row', text: cells.filter((cell) => !cell.from).map((cell) => cell.text).join(CELL_SEPARATOR), cells, table, isHeader };
}

/** A first row with one word in it is a caption; then the names of the columns stand in the row below. */
export function settleHeaders(rows: RawBlock[]): void {
  const [first, second] = rows;
  if (!first?.cells || !second?.cells || second.isHeader || rows.length < 3) return;
  if (first.cells.filter((cell) => cell.text !== '' && cell.from?.row !== first).length <= 1 && looksLikeHeader(second.cells.map((cell) => cell.text))) {
    first.isHeader = false;
    second.isHeader = true;
  }
}

/** Whether a first row without header cells reads like one: short names, no sentences, at least two columns. */
export function looksLikeHeader(cells: string[]): boolean {
  return cells.length >= 2 && cells.every((cell) => cell.length <= 20 && !/[。；，,]/.test(cell)) && cells.filter((cell) => cell !== '').length >= 2
    && !cells.some((cell) => /\d{3,}|https?:|@/.test(cell));
}
