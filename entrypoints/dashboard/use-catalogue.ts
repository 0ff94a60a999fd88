import { useEffect, useState } from 'preact/hooks';
import type { CatalogueEntry } from '../background/messages';
import { ask } from '../popup/ask';

let known: Promise<CatalogueEntry[]> | undefined;

/** The rules, asked of the background once. Empty until it answers. */
export function useCatalogue(): readonly CatalogueEntry[] {
  const [entries, setEntries] = useState<readonly CatalogueEntry[]>([]);
  useEffect(() => {
    known ??= ask({ type: 'catalogue' });
    known.then(setEntries, () => (known = undefined));
  }, []);
  return entries;
}
