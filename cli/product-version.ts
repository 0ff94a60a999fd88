/** The product's version, which the extension's manifest has too. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './build';

/** The version of `package.json`. */
export function productVersion(): string {
  return (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;
}
