/** The states of the popup. */
import type { Page } from 'puppeteer-core';
import type { TabState } from '../../entrypoints/background/messages';
import type { Finding, SiteReport } from '../../analyzers/report';
import { START, badReport, cleanReport, hostileReport, richReport, unreadReport } from '../../test/components/samples';
import type { Look, Shot } from './studio';

type Ready = Extract<TabState, { state: 'ready' }>;

/** A judged visit as the background would tell of it. */
export function readyState(report: SiteReport, visit: Partial<Ready['visit']> = {}): Ready {
  return {
    state: 'ready', site: report.site, revision: 'one', report,
    visit: { startedAt: START, requests: 12, thirdParties: 2, acts: report.acts, problems: [], shown: [], functions: [], isPrivate: false, ...visit },
  };
}

const BANNER = { at: START + 900, byPerson: false, text: '我们使用 Cookie 来改善体验。继续即表示您同意《隐私政策》。' };
const FUNCTIONS = [{ url: 'https://www.yunshang-shop.cn/register', service: 'shopping', name: { 'zh-CN': '网上购物类', en: 'Online shopping' }, confirmed: false }];
const rich = (visit: Partial<Ready['visit']> = {}): Ready => readyState(richReport(), { shown: [BANNER], functions: FUNCTIONS, ...visit });

/** Presses what carries these words in either language. */
async function press(page: Page, ...words: string[]): Promise<void> {
  const begins = words.map((word) => `starts-with(normalize-space(), "${word}")`).join(' or ');
  const found = await page.waitForSelector(`::-p-xpath(//*[self::button or self::summary][${begins}])`, { visible: true, timeout: 5_000 });
  await found!.click();
}

function shot(name: string, state: TabState, more: Partial<Shot> & { settings?: object; decisions?: unknown[] } = {}): Shot {
  const { settings, decisions = [], ...rest } = more;
  return {
    name: `popup-${name}`,
    page: 'popup.html?tab=1',
    answers: ({ lang }: Look) => ({
      'tab-state': state,
      settings: { lang, pausedSites: [], pausedEverywhere: false, theme: 'system', textSize: 'normal', reportOnly: [], ...settings },
      decisions,
      show: { showing: 'shown' },
      'confirm-function': { ok: true },
      decide: { stored: true },
      'policy-history': { history: { since: Date.UTC(2026, 7, 1), changed: { from: Date.UTC(2026, 8, 12), to: Date.UTC(2026, 9, 20) } } },
    }),
    ...rest,
  };
}

/** Many findings and recipients: as much as a visit can hold. */
function hugeReport(): SiteReport {
  const base = richReport();
  const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
  const finding = base.findings.find(({ rule }) => rule === 'pre-consent-identifier')!;
  return richReport({
    flows: many(300, (index) => ({ ...base.flows[0]!, recipient: { ...base.flows[0]!.recipient, domain: `t${index}.example`, owner: `接收方 ${index}` }, requests: many(30, (at) => `r${index}-${at}`) })),
    findings: [...base.findings, ...many(200, (index): Finding => ({ ...finding, rule: `rule-${index}`, evidence: many(60, (at) => finding.evidence[at % finding.evidence.length]!) }))],
  });
}

export function popupShots(): Shot[] {
  const site = 'yunshang-shop.cn';
  return [
    shot('bad', rich()),
    shot('bad-proof', rich(), { then: (page) => press(page, '证据', 'Proof') }),
    shot('bad-dismiss', rich(), { then: (page) => press(page, '不是问题', 'Not a problem') }),
    shot('bad-recipients', rich(), { then: (page) => press(page, '谁拿到', 'Who') }),
    shot('bad-policy', rich(), { then: (page) => press(page, '政策', 'Policy') }),
    shot('bad-timeline', rich(), { then: (page) => press(page, '经过', 'Timeline') }),
    shot('bad-complaint', rich(), {
      then: async (page) => {
        await press(page, '写投诉', 'Draft');
        await page.waitForSelector('textarea', { timeout: 10_000 }); // the view is loaded when it is first opened
      },
    }),
    shot('settings', rich(), { then: (page) => press(page, '设置', 'Settings') }),
    shot('larger', rich(), { settings: { textSize: 'larger' } }),
    shot('dismissed', rich(), { decisions: [{ site, rule: 'pre-ticked-consent', choice: 'dismissed', reason: 'mended', note: '', outcome: 'violation', rulesVersion: '2026.11', at: START }], then: (page) => press(page, '你标为', '1 you marked') }),
    shot('doubt', readyState(badReport({ findings: badReport().findings.filter(({ outcome }) => outcome !== 'violation') }))),
    shot('clean', readyState(cleanReport())),
    shot('unread', readyState(unreadReport())),
    shot('no-policy', readyState(unreadReport('no-link'))),
    shot('private', readyState(badReport(), { isPrivate: true })),
    shot('incomplete', readyState(cleanReport(), { problems: [{ at: START, kind: 'worker-restarted' }] })),
    shot('disk-full', readyState(badReport(), { problems: [{ at: START, kind: 'storage-full' }] })),
    shot('first-run', readyState(cleanReport()), { stored: {} }),
    shot('analysing', { state: 'analysing', site, since: START, step: 'policy' }),
    shot('unsupported', { state: 'unsupported' }),
    shot('unseen', { state: 'unseen', site }),
    shot('paused', { state: 'paused', site, everywhere: false }),
    shot('paused-everywhere', { state: 'paused', site, everywhere: true }),
    shot('silent', undefined as unknown as TabState),
    shot('hostile', readyState(hostileReport())),
    shot('huge', readyState(hugeReport())),
  ];
}
