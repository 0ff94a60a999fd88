/** The number on the toolbar button: suspected violations of the site in this tab. */
import { browser } from 'wxt/browser';
import type { SiteReport } from '@/analyzers/report';

const SEAL_RED = '#a4262c';
const GREY = '#5c6470';
const GREEN = '#2d6a4f';

/** Shows a tab's state; rules that only report, and findings that were set aside, do not count. Never rejects: the tab may be gone. */
export async function showBadge(tabId: number, report: SiteReport | undefined, uncounted: readonly string[]): Promise<void> {
  // MV2 (Firefox) calls the button browserAction.
  const action = browser.action ?? browser.browserAction;
  const { text, colour } = badgeOf(report, uncounted);
  await Promise.all([action.setBadgeText({ tabId, text }), action.setBadgeBackgroundColor({ tabId, color: colour })]).catch(() => undefined);
}

function badgeOf(report: SiteReport | undefined, uncounted: readonly string[]): { text: string; colour: string } {
  if (!report) return { text: '', colour: GREY };
  if ('error' in report.policy && report.policy.reason === 'pending') return { text: '…', colour: GREY };
  const suspected = report.findings.filter(({ outcome, rule }) => outcome === 'violation' && !uncounted.includes(rule)).length;
  if (suspected) return { text: suspected > 99 ? '99+' : String(suspected), colour: SEAL_RED };
  if ('error' in report.policy) return { text: '?', colour: GREY };
  return { text: '✓', colour: GREEN };
}
