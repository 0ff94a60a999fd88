/** Reads the code blocks of the documents, for tests that hold them to their word. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../cli/build';

/** Contents of the blocks of one language, in order. */
export function codeOf(document: string, language: string): string[] {
  return [...readFileSync(join(ROOT, document), 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter(([, name]) => name === language).map(([, , content]) => content!);
}
