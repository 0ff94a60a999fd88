/** Reads policy files of a folder for measuring. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parseHTML } from 'linkedom';
import type { PolicyDocument } from '../../analyzers/artifacts';
import { decodeBytes } from '../../analyzers/policy/decode';
import { extractDocument } from '../../analyzers/policy/extract';
import { POLICY_EXTENSIONS, mediaTypeOf } from '../../cli/read-file';

export interface BenchDocument {
  /** File name without extension. */
  id: string;
  document: PolicyDocument;
}

/** All documents below a folder that can be read, by path; PDFs and other files are passed over. */
export function readDocuments(folder: string): BenchDocument[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort().flatMap((file) => {
    const document = readDocument(join(folder, file));
    return document ? [{ id: basename(file, extname(file)), document }] : [];
  });
}

/** One document; undefined where it cannot be read here. */
export function readDocument(path: string): PolicyDocument | undefined {
  const extension = extname(path).toLowerCase();
  if (extension === '.pdf' || !POLICY_EXTENSIONS.includes(extension)) return undefined;
  const mediaType = mediaTypeOf(path);
  const bytes = readFileSync(path);
  const decoded = decodeBytes(bytes);
  if ('failure' in decoded) return undefined;
  return toDocument(decoded.text, { mediaType, charset: decoded.charset, bytes: bytes.length, sha256: sha256(bytes) }, path);
}

/** A document made of a text alone. */
export function toDocument(text: string, source: PolicyDocument['source'] = { mediaType: 'text/plain', charset: 'utf-8', bytes: 0, sha256: '' }, url = 'bench'): PolicyDocument {
  return extractDocument(text, { url, finalUrl: url, fetchedAt: 0, source }, (html) => parseHTML(html).document as unknown as Document);
}

/** SHA-256, hex. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
