/** The summary of a run as CSV and as a workbook. */
import writeXlsxFile from 'write-excel-file/node';
import type { Lang } from '../../analyzers/artifacts';
import { translate } from '../../locales/cli';
import type { SummaryLine } from '../audit/summary-row';

type Cell = string | number;

const COLUMNS = ['site', 'requested', 'url', 'started', 'violation', 'review', 'error', 'worst', 'rules', 'recipients', 'policy', 'operator', 'icp', 'problem', 'folder'] as const;

/** Rows a workbook takes (the format's own limit), the headings included. */
const MOST_ROWS = 1_048_576;

function cellsOf(line: SummaryLine, lang: Lang): Cell[] {
  return [
    line.site, line.requested, line.url, line.startedAt, line.suspected.length, line.review, line.error,
    line.worst?.[lang] ?? '', line.suspected.join(' '), line.recipients.join(' '), line.policyUrl, line.operator, line.icp, line.problem ?? '', line.folder ?? '',
  ].map((cell) => (typeof cell === 'string' ? plain(cell) : cell));
}

/** Texts come from pages: none may be a formula, and none may break a line. */
function plain(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, ' ').slice(0, 2_000);
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}

/** CSV as spreadsheets read it in any language: UTF-8 with its mark, quoted. */
export function toCsv(lines: readonly SummaryLine[], lang: Lang): string {
  const row = (cells: readonly Cell[]) => cells.map((cell) => (typeof cell === 'number' ? String(cell) : `"${cell.replaceAll('"', '""')}"`)).join(',');
  return `\uFEFF${[row(headings(lang)), ...lines.map((line) => row(cellsOf(line, lang)))].join('\r\n')}\r\n`;
}

/** The same as a workbook. */
export async function toXlsx(lines: readonly SummaryLine[], lang: Lang): Promise<Uint8Array> {
  const head = headings(lang).map((value) => ({ value, fontWeight: 'bold' as const }));
  const body = lines.slice(0, MOST_ROWS - 1).map((line) => cellsOf(line, lang).map((value) => (typeof value === 'number' ? { type: Number, value } : { type: String, value })));
  const columns = [20, 34, 34, 22, 8, 8, 8, 60, 40, 40, 40, 24, 22, 30, 20].map((width) => ({ width }));
  return writeXlsxFile([head, ...body], { columns, stickyRowsCount: 1 }).toBuffer();
}

function headings(lang: Lang): string[] {
  return COLUMNS.map((name) => translate(lang, `cli.audit.column.${name}`));
}
