/**
 * Workbooks in Office Open XML, as little of it as tables need: text and numbers, a heading line that stays in sight, widths,
 * a filter. Text is written as text, so that nothing in it can be run as a formula.
 */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Cell, Table } from './table';

/** What a spreadsheet program takes: rows of a sheet, characters of a cell, of a sheet's name. */
const MAX_ROWS = 1_048_576;
const MAX_CELL = 32_767;
const MAX_NAME = 31;

/** A workbook with a sheet for each table. */
export function workbookOf(tables: readonly Table[]): Uint8Array {
  const names = sheetNames(tables);
  const files: Zippable = {
    '[Content_Types].xml': strToU8(
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${tables.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    ),
    '_rels/.rels': strToU8(`${HEAD}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    'xl/workbook.xml': strToU8(
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${HEAD}<Relationships xmlns="${PACKAGE}">${tables.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId${tables.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': strToU8(STYLES),
  };
  tables.forEach((table, index) => (files[`xl/worksheets/sheet${index + 1}.xml`] = sheet(table)));
  return zipSync(files, { level: 6, mtime: Date.UTC(2000, 0, 2) });
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** Style 0: text from the top, wrapped; style 1: the heading line. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEFE8D8"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" fillId="2" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf></cellXfs></styleSheet>`;

function sheet({ columns, rows }: Table): Uint8Array {
  const kept = rows.slice(0, MAX_ROWS - 1);
  const last = `${letters(columns.length - 1)}${kept.length + 1}`;
  const parts = [
    `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`,
    ...columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`),
    '</cols><sheetData>',
    row(1, columns.map(({ title }) => title), ' s="1"'),
    ...kept.map((cells, index) => row(index + 2, cells, '')),
    `</sheetData><autoFilter ref="A1:${last}"/></worksheet>`,
  ];
  return strToU8(parts.join(''));
}

function row(number: number, cells: readonly Cell[], style: string): string {
  const written = cells.map((cell, index) => {
    const place = `${letters(index)}${number}`;
    if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${place}"${style}><v>${cell}</v></c>` : '';
    if (cell === '') return '';
    return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(cell.slice(0, MAX_CELL))}</t></is></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}

/** A, B, … Z, AA, … */
function letters(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26);
}

/** Text for XML: markup escaped, characters that XML 1.0 does not have left out (lone surrogates among them). */
function escaped(text: string): string {
  return text
    .toWellFormed()
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
}

/** Names as a workbook takes them: each once, none too long, without the signs of addresses. */
function sheetNames(tables: readonly Table[]): string[] {
  const taken = new Set<string>();
  return tables.map(({ name }, index) => {
    const plain = name.replace(/[[\]:*?/\\']/g, ' ').trim().slice(0, MAX_NAME) || `${index + 1}`;
    const free = taken.has(plain.toLowerCase()) ? `${plain.slice(0, MAX_NAME - 4)} ${index + 1}` : plain;
    taken.add(free.toLowerCase());
    return free;
  });
}
