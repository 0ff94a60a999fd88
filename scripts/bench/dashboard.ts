/** The dashboard with thousands of sites: filled through its own database, measured in a real page. */
import type { Page } from 'puppeteer-core';
import { overviewOf } from '../../analyzers/overview';
import type { SiteReport } from '../../analyzers/report';
import { syntheticReport } from './synthetic-sites';

/** Rows handed to the page at once. */
const CHUNK = 500;

/** Writes rows into one table of the extension's database, from one of its pages. */
export async function putRows(page: Page, table: string, rows: unknown[]): Promise<void> {
  await page.evaluate(
    (name, values) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('mingshi');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const write = db.transaction(name, 'readwrite');
          for (const value of values) write.objectStore(name).put(value);
          write.oncomplete = () => (db.close(), resolve());
          write.onerror = () => reject(write.error);
        };
      }),
    table,
    rows,
  );
}

/** Fills the database with overviews of `count` made-up sites; the first `reports` of them have their reports, too. */
export async function fillDashboard(page: Page, count: number, reports: number, until: number): Promise<SiteReport[]> {
  const whole: SiteReport[] = [];
  for (let start = 0; start < count; start += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, count - start) }, (_, offset) => syntheticReport(start + offset, until));
    await putRows(page, 'overviews', rows.map((report) => overviewOf(report, `made ${report.site}`, false)));
    const own = rows.slice(0, Math.max(0, reports - start));
    whole.push(...own);
    await putRows(page, 'reports', own.map((report) => ({ visitId: `made ${report.site}`, site: report.site, at: Date.parse(report.startedAt), report })));
  }
  return whole;
}

export interface ScrollFigures {
  frames: number;
  perSecond: number;
  /** The longest time between two frames, milliseconds. */
  longest: number;
  /** Most rows in the document at once. */
  rows: number;
}

/** Scrolls the list for some seconds, a screen every few frames, and counts the frames that were drawn. */
export function measureScroll(page: Page, ms: number): Promise<ScrollFigures> {
  return page.evaluate(async (limit) => {
    const begun = performance.now();
    let [frames, longest, before, rows, now] = [0, 0, begun, 0, begun];
    while (now - begun < limit) {
      window.scrollBy(0, 180);
      now = await new Promise<number>(requestAnimationFrame);
      frames += 1;
      longest = Math.max(longest, now - before);
      before = now;
      rows = Math.max(rows, document.querySelectorAll('.site-row').length);
    }
    return { frames, perSecond: (frames * 1_000) / (now - begun), longest, rows };
  }, ms);
}
