/** Reads a policy file from disk: bytes, media type by name, digest, text, document. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { parseHTML } from 'linkedom';
import { LIMITS } from '../analyzers/artifacts';
import type { PolicyDocument, PolicyFailureReason } from '../analyzers/artifacts';
import { decodeBytes } from '../analyzers/policy/decode';
import { extractDocument, extractPdf } from '../analyzers/policy/extract';
import { readPdf } from './read-pdf';

export type FileReading = { status: 'read'; document: PolicyDocument } | { status: 'failed'; reason: PolicyFailureReason | 'missing' | 'unreadable' };

/** Media types by file extension; the sources of pages count as what they produce. */
const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html', '.htm': 'text/html', '.xhtml': 'text/html', '.shtml': 'text/html', '.php': 'text/html', '.jsp': 'text/html', '.asp': 'text/html', '.aspx': 'text/html',
  '.ftl': 'text/html', '.tpl': 'text/html', '.volt': 'text/html', '.ejs': 'text/html', '.vue': 'text/x-component', '.wxml': 'text/x-component', '.svelte': 'text/x-component',
  '.tsx': 'text/jsx', '.jsx': 'text/jsx', '.md': 'text/markdown', '.markdown': 'text/markdown', '.mdx': 'text/markdown', '.txt': 'text/plain', '.text': 'text/plain', '.pdf': 'application/pdf',
};

/** File extensions that are read when a whole folder is asked for. */
export const POLICY_EXTENSIONS: readonly string[] = Object.keys(MEDIA_TYPES);

/** Media type of a file, by its name. */
export function mediaTypeOf(path: string): string {
  return MEDIA_TYPES[extname(path).toLowerCase()] ?? 'text/plain';
}

/**
 * Reads one file as a policy document.
 * @param path File path.
 * @param now Time to note as the moment of reading.
 */
export async function readPolicyFile(path: string, now: number): Promise<FileReading> {
  let bytes: Uint8Array;
  try {
    if ((await stat(path)).size > LIMITS.policyBytes) return { status: 'failed', reason: 'too-large' };
    bytes = await readFile(path);
  } catch (error) {
    return { status: 'failed', reason: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable' };
  }
  const decoded = decodeBytes(bytes);
  const origin = (mediaType: string, charset: string) => ({
    url: path,
    finalUrl: path,
    source: { mediaType, charset, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    fetchedAt: now,
  });
  if ('failure' in decoded && decoded.failure === 'pdf') {
    const pdf = await readPdf(bytes);
    return 'failure' in pdf ? { status: 'failed', reason: pdf.failure } : { status: 'read', document: extractPdf(pdf.pages, origin('application/pdf', 'utf-8')) };
  }
  if ('failure' in decoded) return { status: 'failed', reason: decoded.failure };
  if (decoded.text.length > LIMITS.policyBytes) return { status: 'failed', reason: 'too-large' };
  return { status: 'read', document: extractDocument(decoded.text, origin(mediaTypeOf(path), decoded.charset), parse) };
}

/** A DOM from HTML; linkedom's is close enough to a browser's for reading. */
export function parse(html: string): Document {
  return parseHTML(html).document as unknown as Document;
}

/** Id of a result: the file's name without its extension. */
export function idOf(path: string): string {
  return basename(path, extname(path));
}
