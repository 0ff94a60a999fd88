/** Evidence packs of several sites: one is saved as it is, several in one zip. */
import { zipSync } from 'fflate';
import { beijingTime } from '../../analyzers/complaint/plain';
import { buildPack, MAX_PACK_BYTES, packBytes, packName, zipPack } from '../../analyzers/evidence/pack';
import { reportFrom } from '../../analyzers/evidence/read-report';
import { readVisit } from '../../store/visits';
import { packInput } from '../actions/complaint-actions';
import type { Exported } from './export-sites';
import { saveFile } from './save-file';
import { db } from './shelf';

/** Packs made at once: each holds a policy, and all of them lie in memory together. */
const MAX_PACKS = 20;

/** Packs the latest visit of each site. Sites whose visit is not kept here (opened from a file, or cleared away) are left out and counted. */
export async function exportPacks(sites: readonly string[], onProgress: (done: number) => void): Promise<Exported> {
  const wanted = sites.slice(0, MAX_PACKS);
  const packs = new Map<string, Uint8Array>();
  for (const [index, site] of wanted.entries()) {
    const made = await packOf(site);
    if (made) packs.set(made.name, made.bytes);
    onProgress(index + 1);
  }
  const [only] = packs;
  const name = packs.size === 1 ? only![0] : `mingshi-packs-${beijingTime(Date.now()).slice(0, 16).replace(/\D/g, '')}.zip`;
  // Packs are compressed already.
  if (packs.size > 0) saveFile([(packs.size === 1 ? only![1] : zipSync(Object.fromEntries(packs), { level: 0 })) as Uint8Array<ArrayBuffer>], name, 'application/zip');
  return { name, written: packs.size, damaged: wanted.length - packs.size, left: sites.length - wanted.length };
}

async function packOf(site: string): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const visitId = (await db.overviews.get(site))?.visitId;
  const row = visitId === undefined ? undefined : await db.reports.get(visitId);
  const read = row && reportFrom(row.report);
  if (!row || !read || 'broken' in read) return undefined;
  const source = async () => {
    const visit = await readVisit(db, row.visitId);
    return visit && { visit, report: read.report };
  };
  const input = await packInput(source, { complaint: '', without: [], screenshots: [], shown: [] });
  if (!input) return undefined;
  const files = buildPack(input);
  return packBytes(files) > MAX_PACK_BYTES ? undefined : { name: packName(read.report, input.now), bytes: zipPack(files, input.now) };
}
