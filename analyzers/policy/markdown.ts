/**
 * Reads Markdown and plain text into blocks: headings, lists, pipe tables, bold lines, links, and the HTML that Markdown files hold.
 * Only what policies use; everything else stays as text.
 */
import { CELL_SEPARATOR, fold, joinWrapped, looksLikeHeader, settleHeaders, tableRow, wrapWidth } from './structure';
import type { RawBlock } from './structure';

/** Whether a text uses Markdown's marks; plain policies hold none of them. */
export function looksLikeMarkdown(text: string): boolean {
  return /^#{1,6}\s?\S/m.test(text) || /\*\*[^*\n]{1,200}\*\*/.test(text) || /^\s{0,3}\|?\s{0,3}:?-{3,}:?\s{0,3}\|/m.test(text) || /\]\(https?:/.test(text);
}

/** Blocks of a Markdown text. */
export function readMarkdown(source: string): RawBlock[] {
  const lines = unwrapHtml(dropFrontMatter(source)).split(/\r\n?|\n/);
  const blocks: RawBlock[] = [];
  let paragraph: string[] = [];
  let tables = 0;
  const flush = () => {
    for (const line of joinWrapped(paragraph)) push(blocks, 'paragraph', line);
    paragraph = [];
  };
  for (let i = 0; i < lines.length; i++) {
    const line = (lines[i] ?? '').replace(/^\s{0,8}>\s?/, '');
    const trimmed = line.trim();
    if (trimmed === '' || /^(?:[-*_=]\s?){3,80}$/.test(trimmed) || /^(?:```|~~~|:::)/.test(trimmed)) {
      // A row of = or - under a line makes it a heading.
      const last = paragraph[paragraph.length - 1];
      if (/^(?:={3,80}|-{3,80})$/.test(trimmed) && last !== undefined && paragraph.length === 1 && last.length <= 60) {
        paragraph = [];
        push(blocks, 'heading', last, trimmed[0] === '=' ? 1 : 2);
      }
      flush();
      continue;
    }
    const heading = /^(#{1,6})\s{0,4}(?=[^#\s])/.exec(trimmed);
    if (heading) {
      flush();
      push(blocks, 'heading', trimmed.slice(heading[0].length).replace(/\s{0,4}#{1,6}$/, '').replace(/\s?\{#[\w-]{1,80}\}$/, ''), heading[1]?.length ?? 1);
      continue;
    }
    if (isTableLine(trimmed) && (isRule(lines[i + 1] ?? '') || isTableLine((lines[i + 1] ?? '').trim()))) {
      flush();
      const rows: string[][] = [];
      let ruled = -1;
      for (; i < lines.length && isTableLine((lines[i] ?? '').trim()); i++) {
        if (isRule(lines[i] ?? '')) {
          if (ruled < 0) ruled = rows.length;
        } else rows.push(splitRow(lines[i] ?? ''));
      }
      i--;
      pushTable(blocks, rows, tables, ruled);
      tables++;
      continue;
    }
    const item = /^(?:[-*+•·●○■]\s{1,8}|(?=\d{1,3}[.)]\s{1,4}\S))/.exec(trimmed);
    if (item) {
      flush();
      push(blocks, 'list-item', trimmed.slice(item[0].length).replace(/^\[[ xX]\]\s/, ''));
      continue;
    }
    paragraph.push(trimmed);
    // Two spaces or a backslash at the end of a line break it.
    if (/(?: {2}|\\)$/.test(line)) flush();
  }
  flush();
  return blocks;
}

/** Blocks of a plain text: one line, one paragraph, unless the lines were wrapped at a fixed width. */
export function readPlain(source: string): RawBlock[] {
  const lines = source.split(/\r\n?|\n/);
  const wrapAt = wrapWidth(lines);
  const blocks: RawBlock[] = [];
  let paragraph: string[] = [];
  let tables = 0;
  const flush = () => {
    for (const text of joinWrapped(paragraph, wrapAt)) blocks.push({ kind: 'paragraph', text });
    paragraph = [];
  };
  for (let i = 0; i < lines.length; i++) {
    // Rows of a table copied from a page or a sheet come with tabs between the cells.
    if (isTabbed(lines[i]) && isTabbed(lines[i + 1])) {
      flush();
      const rows: string[][] = [];
      for (; isTabbed(lines[i]); i++) rows.push((lines[i] ?? '').replace(/^\t+/, '').trimEnd().split('\t'));
      i--;
      pushTable(blocks, rows, tables++, -1);
      continue;
    }
    const text = fold(lines[i] ?? '');
    if (text === '') flush();
    else if (!/^[-=_*~]{3,200}$/.test(text)) paragraph.push(text);
  }
  flush();
  return blocks;
}

function isTabbed(line: string | undefined): boolean {
  return line !== undefined && line.trim().split('\t').filter((cell) => cell.trim() !== '').length >= 3;
}

function push(blocks: RawBlock[], kind: RawBlock['kind'], source: string, level?: number): void {
  const { text, links, bold } = inline(source);
  if (text === '') return;
  const block: RawBlock = { kind, text };
  if (level !== undefined) block.level = level;
  if (bold) block.bold = true;
  if (links.length) block.links = links;
  if (links.length === 1 && links[0]?.href.startsWith('#') && links[0].text.length >= text.length * 0.9) block.toc = true;
  blocks.push(block);
}

function pushTable(blocks: RawBlock[], rows: string[][], table: number, headerRows: number): void {
  const placed = rows.map((row, index) => {
    const cells = row.map((cell) => inline(cell));
    const isHeader = headerRows >= 0 ? index < headerRows : index === 0 && looksLikeHeader(cells.map((cell) => cell.text));
    const block = tableRow(cells.map(({ text }) => ({ text })), table, isHeader && rows.length > 1);
    const links = cells.flatMap((cell) => cell.links);
    if (links.length) block.links = links;
    return block;
  });
  settleHeaders(placed);
  for (const row of placed) blocks.push(row);
}

function isTableLine(trimmed: string): boolean {
  return trimmed.includes('|') && (trimmed.startsWith('|') || trimmed.split('|').length > 2);
}

function isRule(line: string): boolean {
  const trimmed = line.trim();
  return trimmed.includes('|') && trimmed.includes('--') && /^[\s|:-]{3,2000}$/.test(trimmed);
}

function splitRow(line: string): string[] {
  const trimmed = line.trim().replace(/^\|/, '').replace(/\|$/, '');
  return trimmed.split(/(?<!\\)\|/).map((cell) => cell.replace(/\\\|/g, '|').trim());
}

/** Text of a line without marks, its links, and whether all of it is bold. */
function inline(source: string): { text: string; links: { text: string; href: string }[]; bold: boolean } {
  const links: { text: string; href: string }[] = [];
  const withoutLinks = source
    .replace(/!\[[^[\]\n]{0,200}\]\([^)\s[]{0,2000}\)/g, '')
    .replace(/\[([^[\]\n]{1,300})\]\(\s?<?([^)\s>[]{0,2000})>?(?:\s[^)\n[]{0,200})?\)/g, (_, text: string, href: string) => {
      links.push({ text: fold(text.replace(/[*_`]/g, '')), href });
      return text;
    })
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/g, '$1');
  const outsideBold = withoutLinks.replace(/\*\*[^*\n]{1,2000}\*\*|__[^_\n]{1,2000}__/g, '');
  const bold = outsideBold !== withoutLinks && !/[\p{L}\p{N}]/u.test(outsideBold);
  const text = withoutLinks
    .replace(/\*{2,3}/g, '')
    .replace(/(?<![\w])_{2}(?=\S)|(?<=\S)_{2}(?![\w])/g, '')
    .replace(/(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,500})\*(?![\w*])/g, '$1')
    .replace(/`{1,3}/g, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1')
    .replaceAll(CELL_SEPARATOR, ' ');
  return { text: fold(unescapeEntities(text)), links, bold };
}

function dropFrontMatter(source: string): string {
  if (!/^\ufeff?---\s*\n/.test(source.slice(0, 20))) return source;
  const end = source.indexOf('\n---', 4);
  return end < 0 || end > 5_000 ? source : source.slice(source.indexOf('\n', end + 1) + 1 || source.length);
}

const ENTITIES: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', mdash: '—', ndash: '–', hellip: '…', copy: '©', middot: '·', bull: '•', emsp: ' ', ensp: ' ' };

function unescapeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal: string, hex: string, name: string) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '';
  });
}

/**
 * Turns the HTML inside a Markdown text into Markdown: table rows, headings, list entries, line breaks; other tags go, scripts and comments whole.
 * One pass over the text.
 */
function unwrapHtml(source: string): string {
  if (!/<[a-zA-Z!/]/.test(source)) return source;
  const lower = source.toLowerCase();
  let out = '';
  /** Text of the open table cell and row; undefined outside. */
  let row: string[] | undefined;
  let cell: string | undefined;
  let headerCells = 0;
  let firstRow = true;
  let inTable = false;
  const write = (text: string) => {
    if (cell !== undefined) cell += text;
    else if (row === undefined && !(inTable && text.trim() === '')) out += text;
  };
  /** The next ">" as far as it has been looked for: a text full of "<" must not be searched to its end for each. */
  let closeAt = -1;
  let i = 0;
  while (i < source.length) {
    const next = source.indexOf('<', i);
    if (next < 0) {
      write(source.slice(i));
      break;
    }
    write(source.slice(i, next));
    if (source.startsWith('<!--', next)) {
      const end = source.indexOf('-->', next + 4);
      i = end < 0 ? source.length : end + 3;
      continue;
    }
    const tag = /^<(\/?)([a-zA-Z][\w-]{0,20})(?=[\s/>])/.exec(source.slice(next, next + 40));
    if (tag && closeAt < next) closeAt = source.indexOf('>', next) < 0 ? source.length : source.indexOf('>', next);
    const close = closeAt;
    if (!tag || close === source.length || close - next > 4_000) {
      write('<');
      i = next + 1;
      continue;
    }
    i = close + 1;
    const name = (tag[2] ?? '').toLowerCase();
    const closes = tag[1] === '/';
    if ((name === 'script' || name === 'style') && !closes) {
      const end = lower.indexOf(`</${name}`, i);
      i = end < 0 ? source.length : source.indexOf('>', end) + 1 || source.length;
    } else if (name === 'table') {
      firstRow = true;
      inTable = false;
      write('\n\n');
      inTable = !closes;
    } else if (name === 'tr') {
      if (!closes) {
        row = [];
        headerCells = 0;
      } else if (row) {
        if (cell !== undefined) row.push(cell);
        cell = undefined;
        const cells = row.map((text) => text.replace(/\s+/g, ' ').replace(/\|/g, '/').trim());
        const rule = firstRow && headerCells > 0 && headerCells === row.length ? `|${cells.map(() => '---').join('|')}|\n` : '';
        row = undefined;
        firstRow = false;
        out += `| ${cells.join(' | ')} |\n${rule}`;
      }
    } else if ((name === 'td' || name === 'th') && row) {
      if (cell !== undefined) row.push(cell);
      cell = closes ? undefined : '';
      if (!closes && name === 'th') headerCells++;
    } else if (/^h[1-6]$/.test(name)) write(closes ? '\n\n' : `\n\n${'#'.repeat(Number(name[1]))} `);
    else if (name === 'li') write(closes ? '\n' : '\n- ');
    else if (name === 'br') write(cell === undefined ? '  \n' : ' ');
    else if (name === 'b' || name === 'strong') write('**');
    else if (name === 'a' && !closes) {
      const href = /href\s{0,3}=\s{0,3}["']([^"']{1,2000})["']/i.exec(source.slice(next, close))?.[1];
      const length = source.slice(i, i + 500).indexOf('</a');
      const end = i + length;
      if (href && length >= 0) {
        write(`[${source.slice(i, end).replace(/<[^>]{0,500}>/g, '').replace(/[[\]\n]/g, ' ')}](${href})`);
        i = end;
      }
    } else if (/^(?:p|div|section|article|ul|ol|dl|dd|dt|blockquote|center|hr|details|summary|view)$/.test(name)) write(cell === undefined ? '\n\n' : ' ');
  }
  return out;
}
