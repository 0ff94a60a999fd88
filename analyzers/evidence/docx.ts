/**
 * A plain text as a Word document: the smallest OOXML that Word, WPS and LibreOffice open. Written on fflate, which packs use
 * anyway (2 kB, where the library `docx` would add 219 kB to the extension).
 */
import { strToU8, zipSync } from 'fflate';
import type { EpochMs } from '../artifacts';
import { lineKind } from '../complaint/line-kind';
import type { LineKind } from '../complaint/line-kind';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Paragraph styles, as they are named below. */
const STYLE_OF: Record<LineKind, string> = { title: 'Title', heading: 'Heading1', item: 'Item', fact: 'Fact' };

/** The text as .docx, one paragraph a line; the first line is the title. The same text and time give the same bytes. */
export function docx(text: string, now: EpochMs): Uint8Array {
  const lines = text.split('\n');
  while (lines.length > 1 && lines.at(-1) === '') lines.pop();
  const body = lines.map((line, index) => paragraph(line, lineKind(line, index))).join('');
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${DOCUMENT}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${DOCUMENT}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="${DOCUMENT}.footer+xml"/></Types>`,
    '_rels/.rels': relationships({ officeDocument: 'word/document.xml' }),
    'word/_rels/document.xml.rels': relationships({ styles: 'styles.xml', footer: 'footer1.xml' }),
    // A4 with margins of 2.54 cm; 1 cm is 567 twentieths of a point.
    'word/document.xml': `<w:document xmlns:w="${W}" xmlns:r="${OFFICE}"><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    'word/footer1.xml': `<w:ftr xmlns:w="${W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${field('PAGE')}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${field('NUMPAGES')}</w:p></w:ftr>`,
    'word/styles.xml': STYLES,
  };
  const mtime = Math.min(Math.max(now, Date.UTC(1980, 0, 2)), Date.UTC(2099, 11, 30));
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(HEAD + xml)])), { mtime, level: 6 });
}

function relationships(targets: Record<string, string>): string {
  const all = Object.entries(targets).map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

/** What Word counts itself: the page, or all pages. */
function field(name: 'PAGE' | 'NUMPAGES'): string {
  return `<w:fldSimple w:instr="${name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
}

/** Marks that both scripts have (“ ” …) are Chinese ones: without the hint they come in the Latin font, half as wide. */
const HINT = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>';

function paragraph(line: string, kind: LineKind | undefined): string {
  // A line that announces a list stays with it.
  const inner = (kind ? `<w:pStyle w:val="${STYLE_OF[kind]}"/>` : '') + (/[：:]$/.test(line) ? '<w:keepNext/>' : '');
  const properties = inner && `<w:pPr>${inner}</w:pPr>`;
  return `<w:p>${properties}${line === '' ? '' : `<w:r>${HINT}<w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r>`}</w:p>`;
}

/** XML 1.0 knows no other control characters than these and no lone surrogates: a document that holds one does not open. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** A paragraph style whose first line begins further left by its number. */
function hanging(name: string, left: number, by: number): string {
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${name}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="${left}" w:hanging="${by}"/></w:pPr></w:style>`;
}

/** Song for the body and Hei for headings, as Chinese offices write; sizes in half points, spacing in twentieths. */
const FONTS = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>';
const STYLES = `<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr>${FONTS}<w:sz w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="360" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/><w:spacing w:after="240"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/><w:sz w:val="32"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/></w:rPr></w:style>${hanging('Item', 360, 360)}${hanging('Fact', 900, 540)}</w:styles>`;
