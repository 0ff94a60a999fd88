/** The pages of the dashboard, filled with made-up sites. */
import type { Page } from 'puppeteer-core';
import { overviewOf } from '../../analyzers/overview';
import type { PolicyDocument } from '../../analyzers/artifacts';
import { analyzePolicy } from '../../analyzers/policy/analyze';
import { DUTIES } from '../../analyzers/policy/duties';
import { RULES } from '../../analyzers/rules';
import { hostileReport, richReport } from '../../test/components/samples';
import { fillDashboard, putRows } from '../bench/dashboard';
import type { SiteReport } from '../../analyzers/report';
import { newCase } from '../../analyzers/complaint/case';
import type { Case, CaseStep } from '../../analyzers/complaint/case';
import type { Look, Shot } from './studio';

const NOW = Date.UTC(2026, 10, 30);
const SITE = richReport().site;

/** Two versions of one policy. */
const VERSIONS = [
  policyDocument('a', Date.UTC(2026, 7, 1), '云裳商城隐私政策\n我们将在您注销账号后保存您的个人信息三年。\n我们收集您的手机号，用于登录和联系您。\n您可以在设置中注销账号。'),
  policyDocument('b', Date.UTC(2026, 9, 20), '云裳商城隐私政策\n我们将在实现目的所需的时间内保存您的个人信息。\n我们收集您的手机号和位置，用于登录、联系您和推荐商品。\n我们可能与合作伙伴共享您的设备信息。\n您可以在设置中注销账号。'),
];

function policyDocument(mark: string, fetchedAt: number, text: string): PolicyDocument {
  const url = `https://www.${SITE}/privacy`;
  let start = 0;
  const blocks = text.split('\n').map((line) => {
    const block = { kind: 'paragraph' as const, level: 0, start, end: start + line.length };
    start = block.end + 1;
    return block;
  });
  return { url, finalUrl: url, title: '云裳商城隐私政策', language: 'zh', text, blocks, links: [], source: { mediaType: 'text/html', charset: 'utf-8', bytes: text.length, sha256: mark.repeat(64) }, fetchedAt };
}

const DAY = 86_400_000;
const step = (kind: CaseStep['kind'], on: string, more: Partial<CaseStep> = {}): CaseStep => ({ kind, on, at: NOW, ...more });
const caseOf = (id: string, site: string, steps: CaseStep[]): Case => ({
  ...newCase(id, { ...richReport(), site }, ['right-deletion'], NOW - 60 * DAY, { letter: { kind: 'deletion', request: 'deletion', text: '云裳服饰有限公司：\n\n请删除你们持有的我的个人信息，并在十五个工作日内答复。' } }),
  steps, remind: true,
});
/** A letter without an answer in time, one that was answered, one not sent yet. */
const CASES = [
  caseOf('late', SITE, [step('sent', '2026-10-26', { note: '挂号信 XA123456789CN' })]),
  caseOf('answered', 'qingmu-shop.test', [step('sent', '2026-11-02'), step('answered', '2026-11-16', { note: '说已经删除' }), step('retested', '2026-11-20', { outcome: { fixed: ['pre-ticked-consent'], still: ['right-deletion'], fresh: [] } })]),
  caseOf('draft', 'muyun-travel.test', []),
];

/** Made-up sites, some with reports of their own, and two versions of a policy. */
async function fill(page: Page, own: SiteReport[]): Promise<void> {
  await page.waitForSelector('.page');
  await fillDashboard(page, 120, 120, NOW);
  await putRows(page, 'reports', own.map((report) => ({ visitId: `own ${report.site}`, site: report.site, at: NOW, report })));
  await putRows(page, 'overviews', own.map((report) => overviewOf({ ...report, startedAt: new Date(NOW).toISOString() }, `own ${report.site}`, false)));
  await putRows(page, 'cases', CASES);
  await putRows(page, 'policies', VERSIONS.map((document) => ({ sha256: document.source.sha256, site: SITE, url: document.finalUrl, firstSeen: document.fetchedAt, lastSeen: document.fetchedAt + 86_400_000, document })));
}

function shot(name: string, hash: string, ready: string, more: { empty?: boolean; own?: SiteReport[]; then?: (page: Page) => Promise<void> } = {}): Shot {
  return {
    name: `dashboard-${name}`,
    page: `dashboard.html${hash}`,
    answers: ({ lang }: Look) => ({
      settings: { lang, pausedSites: [], pausedEverywhere: false, theme: 'system', textSize: 'normal', reportOnly: ['buried-policy'] },
      catalogue: [...RULES.map(({ id, category, severity, basis }) => ({ id, kind: 'conduct', category, severity, basis })), ...DUTIES.map(({ id, kind, category, severity, basis }) => ({ id, kind, category, severity, basis }))],
      decisions: [],
      decide: { stored: true },
      ...Object.fromEntries(VERSIONS.map((document) => [`judge-version ${document.source.sha256}`, { result: analyzePolicy(document, { id: SITE, lang }) }])),
    }),
    async then(page) {
      if (!more.empty) {
        await fill(page, more.own ?? [richReport(), hostileReport()]);
        await page.reload();
      }
      await page.waitForSelector(ready, { timeout: 10_000 });
      await more.then?.(page);
      await new Promise((done) => setTimeout(done, 400));
    },
  };
}

export function dashboardShots(): Shot[] {
  const press = (selector: string) => async (page: Page) => {
    await page.click(selector);
  };
  return [
    // The empty ones first: what later ones store stays.
    shot('empty', '#/sites', '.empty', { empty: true }),
    shot('no-cases', '#/cases', '.empty', { empty: true }),
    shot('sites', '#/sites', '[data-index="5"]'),
    shot('friendly', '#/sites', '[data-index="5"]', { own: [richReport()] }),
    shot('filters', '#/sites?outcome=bad', '[data-index="2"]', { then: press('[data-index="1"] input') }),
    shot('site', `#/sites/${SITE}`, '.finding'),
    shot('recipients', `#/sites/${SITE}/recipients`, '.picture svg'),
    shot('timeline', `#/sites/${SITE}/timeline`, '.timeline'),
    shot('policy', `#/sites/${SITE}/policy`, '.policy'),
    shot('versions', `#/sites/${SITE}/versions`, '.clause'),
    shot('audit', `#/sites/${SITE}/audit`, '.audit-line'),
    shot('hostile', `#/sites/${hostileReport().site}`, '.finding'),
    shot('unknown', '#/sites/nowhere.test', '.empty'),
    shot('review', '#/review', '.review-item .finding'),
    shot('dismiss', '#/review', '.review-item .finding', { then: press('.actions .button:nth-child(2)') }),
    shot('pictures', '#/pictures', '.picture svg'),
    shot('cases', '#/cases', '.case-line'),
    shot('case', '#/cases/late', '.case-action'),
    shot('packs', '#/packs', '.drop'),
    shot('rules', '#/rules', '.rule', { then: press('#rule-pre-consent-identifier > summary') }),
    shot('data', '#/data', '.kept dd'),
  ];
}
