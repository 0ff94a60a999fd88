/**
 * Judges every document of a folder and writes one result each: `tsx scripts/bench-policy.ts DOCS --out DIR`.
 * Prints the number of documents and characters and the processor time that judging took, extraction apart.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseHTML } from 'linkedom';
import type { PolicyDocument } from '../analyzers/artifacts';
import { analyzePolicy } from '../analyzers/policy/analyze';
import { decodeBytes } from '../analyzers/policy/decode';
import { extractDocument } from '../analyzers/policy/extract';

const MEDIA_TYPES: Record<string, string> = { '.txt': 'text/plain', '.md': 'text/markdown', '.html': 'text/html', '.htm': 'text/html' };

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
let slowest = 0;
for (const file of readdirSync(folder).sort()) {
  const document = toDocument(join(folder, file));
  if (!document) continue;
  const id = basename(file, extname(file));
  const before = process.cpuUsage();
  const result = analyzePolicy(document, { id, lang: 'zh-CN' });
  const used = process.cpuUsage(before);
  const took = (used.user + used.system) / 1000;
  milliseconds += took;
  slowest = Math.max(slowest, took);
  characters += document.text.length;
  documents += 1;
  writeFileSync(join(values.out, `${id}.json`), JSON.stringify(result, null, 1));
}
const rate = (milliseconds / characters) * 10_000;
console.log(`${documents} documents, ${characters} characters, ${milliseconds.toFixed(0)} ms: ${rate.toFixed(2)} ms per 10,000 characters, slowest document ${slowest.toFixed(0)} ms`);

function toDocument(path: string): PolicyDocument | undefined {
  const mediaType = MEDIA_TYPES[extname(path).toLowerCase()];
  if (!mediaType) return undefined;
  const bytes = readFileSync(path);
  const decoded = decodeBytes(bytes);
  if ('failure' in decoded) return undefined;
  const source = { mediaType, charset: decoded.charset, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  return extractDocument(decoded.text, { url: path, finalUrl: path, fetchedAt: 0, source }, (html) => parseHTML(html).document as unknown as Document);
}
