/** Files that a browser saved. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';

/**
 * Paths of at least `count` files of an ending, oldest first, once all of them are whole; throws when they are not there within ten seconds.
 * Both browsers set up an empty file under the final name before they move the content there, and write under a name of their own meanwhile.
 */
export async function downloaded(folder: string, ending: string, count = 1): Promise<string[]> {
  const whole = (): string[] | undefined => {
    const names = readdirSync(folder);
    if (names.some((name) => /\.(?:part|crdownload)$/.test(name))) return undefined;
    const found = names.filter((name) => name.endsWith(ending)).map((name) => join(folder, name)).map((path) => ({ path, stat: statSync(path) }));
    if (found.length < count || found.some(({ stat }) => stat.size === 0)) return undefined;
    return found.sort((a, b) => a.stat.mtimeMs - b.stat.mtimeMs).map(({ path }) => path);
  };
  return vi.waitUntil(whole, { timeout: 10_000, interval: 100 });
}
