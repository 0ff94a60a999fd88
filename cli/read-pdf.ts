/** Reads the text of a PDF with pdf.js: nothing of it is run, and nothing is fetched. */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { LIMITS } from '../analyzers/artifacts';
import type { PdfPiece } from '../analyzers/policy/pdf-layout';

/** Pages read of one document; policies have some ten. */
const MOST_PAGES = 300;

/** Milliseconds after which no further page is begun. */
const MOST_MS = 30_000;

export type PdfReading = { pages: PdfPiece[][] } | { failure: 'pdf' | 'too-large' };

/**
 * Pieces of text of each page.
 * @param bytes The document; they are copied, because pdf.js takes what it is given.
 * @returns `pdf` where there is no text to be had: scanned pages, a password, a broken file.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: new Uint8Array(bytes),
    // Chinese fonts name their characters by tables that come with the library.
    cMapUrl: join(folder, 'cmaps') + sep,
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
    isEvalSupported: false,
    useWorkerFetch: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) return { failure: 'too-large' };
    const until = Date.now() + MOST_MS;
    const pages: PdfPiece[][] = [];
    let characters = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const pieces = (await page.getTextContent()).items.flatMap(pieceOf);
      page.cleanup();
      pages.push(pieces);
      characters += pieces.reduce((sum, { text }) => sum + text.length, 0);
      if (characters > LIMITS.policyChars || Date.now() > until) return { failure: 'too-large' };
    }
    return characters === 0 ? { failure: 'pdf' } : { pages };
  } catch {
    // A password or broken bytes; pdf.js names a dozen ways, the person can do the same about all of them.
    return { failure: 'pdf' };
  } finally {
    await task.destroy();
  }
}

/** What pdf.js gives: text with its place as a matrix, or marks of structure. */
type Item = object & { str?: string; width?: number; height?: number; transform?: number[] };

function pieceOf(item: Item): PdfPiece[] {
  const [, , , scale = 0, x = 0, y = 0] = item.transform ?? [];
  return item.str ? [{ text: item.str, x, y, width: item.width ?? 0, height: item.height || Math.abs(scale) }] : [];
}
