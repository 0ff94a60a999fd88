import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docx } from '../../../analyzers/evidence/docx';

const NOW = Date.UTC(2026, 10, 21);
const parts = (text: string): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(docx(text, NOW))).map(([path, bytes]) => [path, strFromU8(bytes)]));
const DRAFTS = join(import.meta.dirname, '../../golden/drafts');

/** Where a text is no well-formed XML without comments and sections; Word opens nothing that is broken. */
function malformed(xml: string): string | undefined {
  const NAME = '[A-Za-z_][\\w.:-]*';
  const text = xml.replace(/^<\?xml [^?]*\?>\s*/, '');
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)) return 'a character';
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(text)) return 'an ampersand';
  const tags = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>`, 'g');
  const open: string[] = [];
  let roots = 0;
  for (const [whole, end, name, , empty] of text.matchAll(tags)) {
    if (end && open.pop() !== name) return whole;
    if (!end && open.length === 0) roots += 1;
    if (!end && !empty) open.push(name!);
  }
  if (/[<]/.test(text.replace(tags, ''))) return 'a tag';
  return open.length > 0 || roots !== 1 ? 'the root' : undefined;
}

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
    expect(Object.keys(files).sort()).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels', 'word/document.xml', 'word/footer1.xml', 'word/styles.xml']);
    for (const path of ['/word/document.xml', '/word/styles.xml', '/word/footer1.xml']) expect(files['[Content_Types].xml']).toContain(`PartName="${path}"`);
  });

  it('leads from each relationship to a part that is there, and uses no id and no style that is not', () => {
    const files = parts('标题\n一、对象\n1. 项\n1.1 事实\n');
    const targets = (path: string): string[] => [...files[path]!.matchAll(/Target="([^"]+)"/g)].map((match) => match[1]!);
    for (const target of targets('_rels/.rels')) expect(files).toHaveProperty([target]);
    for (const target of targets('word/_rels/document.xml.rels')) expect(files).toHaveProperty([`word/${target}`]);
    const ids = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map((match) => match[1]!);
    expect(ids(files['word/_rels/document.xml.rels']!, /Id="([^"]+)"/g)).toEqual(expect.arrayContaining(ids(files['word/document.xml']!, /r:id="([^"]+)"/g)));
    const used = ids(files['word/document.xml']!, /pStyle w:val="([^"]+)"/g);
    expect(used).toEqual(['Title', 'Heading1', 'Item', 'Fact']);
    expect(ids(files['word/styles.xml']!, /styleId="([^"]+)"/g)).toEqual(expect.arrayContaining(used));
  });

  it.each(readdirSync(DRAFTS))('is well-formed XML in every part: %s', (name) => {
    const files = parts(readFileSync(join(DRAFTS, name), 'utf8'));
    for (const [path, xml] of Object.entries(files)) expect(malformed(xml), path).toBeUndefined();
  });

  it('is well-formed with whatever a page has put into a draft', () => {
    expect(malformed(parts('<w:p>&amp;]]><!-- "\u0001 \ud83d\ude00 \ud800 &#0; </w:document>')['word/document.xml']!)).toBeUndefined();
    // The check itself sees what is broken.
    for (const broken of ['<a><b></a></b>', '<a x=1/>', '<a>&b;</a>', '<a>\u0001</a>', '<a/><b/>', '<a>', '<a x="<"/>']) expect(malformed(broken), broken).toBeDefined();
  });

  it('drops what XML does not allow', () => {
    expect(parts('a\u0000b\u0007c\ud800d\ufffee')['word/document.xml']).toContain('>abcde<');
  });

  it('is the same bytes for the same text and time', () => {
    expect(Buffer.compare(docx('x', NOW), docx('x', NOW))).toBe(0);
  });
});
