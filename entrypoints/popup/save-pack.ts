import { buildPack, packName, zipPack } from '../../analyzers/evidence/pack';
import { ask } from './ask';

/**
 * Builds the evidence pack of a tab's visit with the complaint as edited and gives it to the browser to save. False when
 * there is nothing to pack. Its report is Chinese whatever the interface speaks: it goes to Chinese offices.
 */
export async function savePack(tabId: number, complaintText: string): Promise<boolean> {
  try {
    const answer = await ask({ type: 'visit', tabId });
    if ('error' in answer) return false;
    const { visit, report } = answer;
    const now = Date.now();
    const [{ renderReportPage }, { default: css }] = await Promise.all([import('../../components/report-page'), import('./report-css')]);
    const files = buildPack({ report, visit, complaintText, now, tool: report.tool, reportHtml: renderReportPage({ reports: [report], lang: 'zh-CN', css }) });
    save(zipPack(files, now), packName(report, now));
    return true;
  } catch {
    return false;
  }
}

function save(bytes: Uint8Array, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/zip' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the data by then; the page must not keep it for as long as it is open.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
