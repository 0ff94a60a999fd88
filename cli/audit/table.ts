/** Tables for the terminal, aligned by what is seen: a Chinese character is as wide as two letters. */

/** Characters that take two columns: East Asian wide and full-width forms, and the pictographs beyond the basic plane. */
const WIDE = /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{1F300}-\u{1F64F}\u{1F900}-\u{1F9FF}\u{20000}-\u{3FFFD}]/u;

/** Columns of a terminal that a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

/** The text cut to `columns`, with … where something was cut. */
export function fit(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(kept + character) > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

export interface Column {
  title: string;
  align?: 'right';
  /** Widest the column may grow; longer cells are cut. */
  most?: number;
}

/** Lines of a table: titles, a rule, the rows. Control characters in cells, which come from pages, are shown as spaces. */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const clean = (cell: string, column: Column) => fit(cell.replace(/\p{Cc}+/gu, ' '), column.most ?? Number.POSITIVE_INFINITY);
  const cells = [columns.map((column) => column.title), ...rows.map((row) => columns.map((column, i) => clean(row[i] ?? '', column)))];
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => widthOf(row[i] ?? ''))));
  const line = (row: readonly string[]) =>
    columns
      .map(({ align }, i) => {
        const cell = row[i] ?? '';
        const gap = ' '.repeat((widths[i] ?? 0) - widthOf(cell));
        return align === 'right' ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd();
  const [titles, ...body] = cells;
  return [line(titles ?? []), widths.map((width) => '─'.repeat(width)).join('  '), ...body.map(line)].join('\n');
}
