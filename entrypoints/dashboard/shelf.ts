/** The overviews of all sites, held once for all pages and kept up with what visits and other dashboards write. */
import Dexie from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import type { Overview } from '../../analyzers/overview';
import { Database } from '../../store/database';
import { completeOverviews, readOverviews } from '../../store/overviews';

export const db = new Database();

/** Rows for the first screen. */
const FIRST = 60;
/** Visits under way write every few seconds: their rows are the newest, and are looked at no more often than this. */
const FOLLOW_MS = 1_500;

export interface Shelf {
  rows: Overview[];
  /** All rows are here; before that only the newest. */
  complete: boolean;
  /** Overviews of an older database that are being made. */
  making?: { done: number; all: number };
  /** Sites whose records cannot be read. */
  damaged: number;
  /** The database does not open. */
  failed?: string;
}

let shelf: Shelf = { rows: [], complete: false, damaged: 0 };
let started = false;
const followers = new Set<(shelf: Shelf) => void>();

/** What is known of all sites. */
export function useShelf(): Shelf {
  const [now, setNow] = useState(shelf);
  useEffect(() => {
    followers.add(setNow);
    setNow(shelf);
    start();
    return () => void followers.delete(setNow);
  }, []);
  return now;
}

/** Reads everything again: after an import or a deletion. */
export async function reloadShelf(): Promise<void> {
  try {
    const { made, damaged } = await completeOverviews(db, (done, all) => show({ making: { done, all } }));
    const { rows } = await readOverviews(db);
    show({ rows, complete: true, damaged, failed: undefined, making: undefined });
    if (made > 0) console.info(`mingshi: ${made} overviews made`);
  } catch (error) {
    show({ failed: String((error as Error)?.message ?? error), complete: true, making: undefined });
  }
}

function show(change: Partial<Shelf>): void {
  shelf = { ...shelf, ...change };
  for (const follower of followers) follower(shelf);
}

function start(): void {
  if (started) return;
  started = true;
  void readOverviews(db, FIRST)
    .then(({ rows }) => shelf.complete || show({ rows }))
    .catch(() => undefined)
    .then(reloadShelf);
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Dexie tells of writes in this page, in the background and in other dashboards alike.
  Dexie.on('storagemutated', (parts) => {
    if (!Object.keys(parts).some((part) => part.includes(`/${db.name}/overviews/`))) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      void follow();
    }, FOLLOW_MS);
  });
}

/** Takes in the newest rows; where the number of rows says that more has changed, all of them. */
async function follow(): Promise<void> {
  try {
    const [{ rows: newest }, count] = await Promise.all([readOverviews(db, FIRST), db.overviews.count()]);
    const bySite = new Map(shelf.rows.map((row) => [row.site, row]));
    for (const row of newest) bySite.set(row.site, row);
    if (bySite.size === count) show({ rows: [...bySite.values()] });
    else await reloadShelf();
  } catch {
    // The next write asks again.
  }
}
