import { parseHTML } from 'linkedom';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docx } from '../../../analyzers/evidence/docx';

const NOW = Date.UTC(2026, 10, 21);
const parts = (text: string): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(docx(text, NOW))).map(([path, bytes]) => [path, strFromU8(bytes)]));

describe('a Word document', () => {
  it('holds every line as a paragraph, title and headings styled', () => {
    const { 'word/document.xml': xml } = parts('标题\n\n一、对象\n1. a < b & “c”\n');
    const paragraphs = [...parseHTML(xml!).document.querySelectorAll('w\\:p')];
    expect(paragraphs.map((one) => one.textContent)).toEqual(['标题', '', '一、对象', '1. a < b & “c”']);
    expect(xml).toContain('w:val="Title"');
    expect(xml!.match(/w:val="Heading1"/g)).toHaveLength(1);
  });

  it('has the parts that an OOXML package must have, each of them named in its types', () => {
    const files = parts('x');
    expect(Object.keys(files).sort()).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels', 'word/document.xml', 'word/styles.xml']);
    for (const path of ['/word/document.xml', '/word/styles.xml']) expect(files['[Content_Types].xml']).toContain(`PartName="${path}"`);
  });

  it('drops what XML does not allow', () => {
    expect(parts('a\u0000b\u0007c\ud800d\ufffee')['word/document.xml']).toContain('>abcde<');
  });

  it('is the same bytes for the same text and time', () => {
    expect(Buffer.compare(docx('x', NOW), docx('x', NOW))).toBe(0);
  });
});
