/** What the complaint view can do in the browser: copy, save, print, picture the page, pack the evidence, keep a case. */
import { browser } from 'wxt/browser';
import type { Visit } from '@/analyzers/artifacts';
import { newCase } from '@/analyzers/complaint/case';
import type { Case } from '@/analyzers/complaint/case';
import { pageFunctionOf } from '@/analyzers/complaint/page-function';
import { docx } from '@/analyzers/evidence/docx';
import { buildPack, MAX_PACK_BYTES, packBytes, packName, zipPack } from '@/analyzers/evidence/pack';
import type { PackInput } from '@/analyzers/evidence/pack';
import { sha256Hex } from '@/analyzers/evidence/digest';
import { filesByPart, SUMS } from '@/analyzers/evidence/parts';
import { maskedIn, redactReport } from '@/analyzers/evidence/redact';
import { withScreenshots } from '@/analyzers/evidence/screenshots';
import type { TakenScreenshot } from '@/analyzers/evidence/screenshots';
import type { SiteReport } from '@/analyzers/report';
import type { ComplaintActions, PackWishes } from '@/components/complaint/actions';
import '@/components/complaint/complaint.css';
import { Database } from '@/store/database';
import { keepCase } from '@/store/cases';
import { ask } from '../popup/ask';
import { policySources } from '../background/policy-sources';
import { captureTab } from './capture';
import { copyText, PRINT_KEY, saveFile } from './files';
import type { PrintText } from './files';
import { keepPackKey } from './pack-keys';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Where the visit behind a report is: on a tab, or among those that were kept. */
export type VisitSource = () => Promise<{ visit: Visit; report: SiteReport } | undefined>;

/** The visit under way in a tab. */
export function visitOfTab(tabId: number): VisitSource {
  return async () => {
    const answer = await ask({ type: 'visit', tabId });
    return 'error' in answer ? undefined : answer;
  };
}

/** Actions on a report. Without a tab there is no page to picture and no function to confirm. */
export function complaintActions(source: VisitSource, tabId?: number): ComplaintActions {
  return {
    copy: copyText,
    saveText: (text, name) => saveFile(text, `${name}.txt`, 'text/plain;charset=utf-8'),
    saveWord: (text, name) => saveFile(docx(text, Date.now()), `${name}.docx`, DOCX),
    print,
    packParts: async (wishes) => {
      const input = await packInput(source, wishes);
      if (!input) return undefined;
      const files = buildPack(input);
      return { parts: filesByPart(files), bytes: packBytes(files), isTooLarge: packBytes(files) > MAX_PACK_BYTES, masked: maskedIn(input.report) };
    },
    savePack: async (wishes) => {
      const input = await packInput(source, wishes);
      if (!input) return 'failed';
      const files = buildPack(input);
      if (packBytes(files) > MAX_PACK_BYTES) return 'too-large';
      saveFile(zipPack(files, input.now), packName(input.report, input.now), 'application/zip');
      // Only of a visit of this session: the digests of earlier ones were made with a salt that is gone.
      if (tabId !== undefined) await keepPackKey(sha256Hex(files.get(SUMS)!), input.now).catch(() => undefined);
      return 'saved';
    },
    keep: async (report, findings, more) => keepNew(newCase(crypto.randomUUID(), redactReport(report), findings, Date.now(), more), more.steps ?? [], more.remind ?? false),
    openDiary: (id) => void browser.tabs.create({ url: browser.runtime.getURL(`/dashboard.html#/cases${id ? `/${encodeURIComponent(id)}` : ''}` as '/') }),
    askToRemind: () => browser.permissions.request({ permissions: ['notifications'] }).catch(() => false),
    ...(tabId === undefined
      ? {}
      : {
          capture: (wish) => captureTab(tabId, wish),
          guess: async () => {
            const found = await source();
            return found && pageFunctionOf(found.visit);
          },
          confirm: async (service: string) => {
            const urls = (await source())?.visit.surfaces.map(({ url }) => url) ?? [];
            const said = await Promise.all(urls.map((url) => ask({ type: 'confirm-function', tabId, url, service })));
            return said.some(({ ok }) => ok);
          },
        }),
  };
}

/** Keeps a case and has visits under way judged by it. False where the disk refused. */
async function keepNew(one: Case, steps: Case['steps'], remind: boolean): Promise<string | undefined> {
  const db = new Database();
  try {
    if (!(await keepCase(db, { ...one, steps, remind }))) return undefined;
    await ask({ type: 'cases-changed', site: one.site }).catch(() => undefined);
    return one.id;
  } finally {
    db.close();
  }
}

async function print(title: string, text: string): Promise<void> {
  const stored: PrintText = { title, text };
  await browser.storage.session.set({ [PRINT_KEY]: stored });
  await browser.tabs.create({ url: browser.runtime.getURL('/print.html' as '/') });
}

/** All that a pack is made of; undefined where there is no visit to pack. */
export async function packInput(source: VisitSource, wishes: PackWishes): Promise<PackInput | undefined> {
  const found = await source();
  if (!found) return undefined;
  const { visit } = found;
  const report = withScreenshots(found.report, wishes.screenshots);
  const now = Date.now();
  const [{ renderReportPage }, { default: css }] = await Promise.all([import('@/components/report-page'), import('../popup/report-css')]);
  const shown = new Set(wishes.shown);
  // Its report is Chinese whatever the interface speaks: it goes to Chinese offices.
  const reportHtml = renderReportPage({ reports: [redactReport(report, shown)], screenshots: wishes.screenshots.map((one) => picture(one, report.site)), lang: 'zh-CN', css });
  const documents = visit.policy.status === 'read' ? [visit.policy.document, ...visit.policy.linked] : [];
  return {
    report, visit, reportHtml, policySources: await policySources(documents.map(({ source: { sha256 } }) => sha256)).catch(() => undefined), screenshots: wishes.screenshots, complaintText: wishes.complaint, tool: report.tool, now, without: wishes.without, shown,
    ...(wishes.letter ? { letterText: wishes.letter } : {}),
  };
}

function picture({ file, bytes }: TakenScreenshot, site: string): { site: string; file: string; src: string } {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { site, file, src: `data:image/png;base64,${btoa(binary)}` };
}
