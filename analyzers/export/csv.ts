/** Comma-separated values that every spreadsheet opens right: RFC 4180, UTF-8 with its mark, no cell that is taken for a formula. */
import type { Cell, Table } from './table';

/** The heading line with the byte order mark, by which Excel knows UTF-8. */
export function csvHead({ columns }: Pick<Table, 'columns'>): string {
  return `\uFEFF${csvRow(columns.map(({ title }) => title))}`;
}

export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A whole table as one text. */
export function csvOf(table: Table): string {
  return csvHead(table) + table.rows.map(csvRow).join('');
}

function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = disarmed(cell.replace(/\0/g, ''));
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * A page chooses what stands in its title and its policy: text that a spreadsheet would run as a formula gets an apostrophe
 * in front, and so do full-width twins of the signs, which some programs fold.
 */
function disarmed(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
