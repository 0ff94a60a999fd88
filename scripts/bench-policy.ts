/**
 * Judges every document of a folder and writes one result each: `tsx scripts/bench-policy.ts DOCS --out DIR`.
 * Prints the number of documents, characters and the time that judging took (extraction apart).
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseHTML } from 'linkedom';
import type { Block, PolicyDocument } from '../analyzers/artifacts';
import { analyzePolicy } from '../analyzers/policy/analyze';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
const [folder] = positionals;
if (!folder || !values.out) {
  console.error('usage: tsx scripts/bench-policy.ts DOCS --out DIR');
  process.exit(2);
}
mkdirSync(values.out, { recursive: true });

let characters = 0;
let milliseconds = 0;
let documents = 0;
for (const file of readdirSync(folder).sort()) {
  const document = toDocument(join(folder, file));
  if (!document) continue;
  const id = basename(file, extname(file));
  const before = performance.now();
  const result = analyzePolicy(document, { id, lang: 'zh-CN' });
  milliseconds += performance.now() - before;
  characters += document.text.length;
  documents += 1;
  writeFileSync(join(values.out, `${id}.json`), JSON.stringify(result, null, 1));
}
console.log(`${documents} documents, ${characters} characters, ${milliseconds.toFixed(0)} ms, ${((milliseconds / characters) * 10_000).toFixed(2)} ms per 10,000 characters`);

/** Lines as blocks; headings by Markdown marks, numbering and tags. */
function toDocument(path: string): PolicyDocument | undefined {
  const kind = extname(path).toLowerCase();
  if (!['.txt', '.md', '.html', '.htm'].includes(kind)) return undefined;
  const raw = readFileSync(path, 'utf8');
  const lines = kind.startsWith('.htm') ? htmlLines(raw) : raw.split(/\r?\n/).map((line) => ({ line, level: 0 }));
  const blocks: Block[] = [];
  let text = '';
  for (const { line, level } of lines) {
    const mark = /^\s*(?:\d+\.\s+)?(#{1,6})\s+(.*)$/.exec(line);
    const content = (mark ? mark[2]! : line).replace(/\*\*|__/g, '').replace(/\s+/g, ' ').trim();
    if (!content || /^[=\-*|: ]+$/.test(content)) continue;
    if (text) text += '\n';
    const start = text.length;
    text += content;
    const headingLevel = level || (mark ? mark[1]!.length : numberedLevel(content));
    blocks.push(headingLevel ? { kind: 'heading', start, end: text.length, level: headingLevel } : { kind: 'paragraph', start, end: text.length });
  }
  return {
    url: path, finalUrl: path, title: basename(path), language: 'zh', text, blocks, links: [],
    source: { mediaType: 'text/plain', charset: 'utf-8', bytes: raw.length, sha256: '' }, fetchedAt: 0,
  };
}

function numberedLevel(line: string): number {
  if (line.length > 40 || /[。；，,;：:]$/.test(line) || /[。；]/.test(line)) return 0;
  if (/^(?:第[一二三四五六七八九十]+[章条部]|[一二三四五六七八九十]{1,3}[、.．])/.test(line)) return 1;
  if (/^(?:[（(][一二三四五六七八九十]{1,3}[）)])/.test(line)) return 2;
  if (/^\d{1,2}(?:\.\d{1,2})*[、.． ]/.test(line)) return 3;
  return 0;
}

function htmlLines(raw: string): { line: string; level: number }[] {
  const { document } = parseHTML(raw);
  const lines: { line: string; level: number }[] = [];
  let current = '';
  let level = 0;
  const flush = () => {
    lines.push({ line: current, level });
    current = '';
  };
  const walk = (node: { nodeType: number; textContent: string | null; nodeName: string; childNodes: Iterable<unknown> }) => {
    if (node.nodeType === 3) {
      current += node.textContent ?? '';
      return;
    }
    const name = node.nodeName.toLowerCase();
    if (['script', 'style', 'noscript', 'nav', 'head'].includes(name)) return;
    const isBlock = /^(?:p|div|h[1-6]|li|ul|ol|tr|table|section|article|br|header|footer|blockquote)$/.test(name);
    if (isBlock) flush();
    const heading = /^h([1-6])$/.exec(name);
    if (heading) level = Number(heading[1]);
    for (const child of node.childNodes) walk(child as never);
    if (isBlock) flush();
    if (heading) level = 0;
    if (name === 'td' || name === 'th') current += ' | ';
  };
  walk(document as never);
  flush();
  return lines;
}
