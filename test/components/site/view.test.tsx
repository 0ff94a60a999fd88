import { readFileSync } from 'node:fs';
import { renderToString } from 'preact-render-to-string';
import type { ComponentChildren } from 'preact';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../analyzers/artifacts';
import { FindingCard } from '../../../components/findings/card';
import { AllFindings } from '../../../components/findings/groups';
import { StaticView } from '../../../components/fold';
import { Language } from '../../../components/language';
import { LawContext } from '../../../components/findings/law';
import { LawNotes } from '../../../components/findings/law-notes';
import { PolicySummary } from '../../../components/policy/summary';
import { Recipients, countryName, recipientRows } from '../../../components/site/recipients';
import { REPORT_STYLES, renderReportPage } from '../../../components/report-page';
import { SiteView } from '../../../components/site/view';
import { Analysing, Paused, Unreachable, Unsupported, Welcome } from '../../../components/states';
import { tally } from '../../../components/site/tally';
import { Verdict } from '../../../components/site/verdict';
import { actions } from '../complaint/samples';
import { BAD_FINDINGS, START, badReport, cleanReport, policy, unreadReport } from '../samples';

const nothing = () => undefined;
const html = (view: ComponentChildren, lang: Lang = 'zh-CN') =>
  renderToString(
    <Language.Provider value={lang}>
      <StaticView.Provider value={true}>
        <LawContext.Provider value={LawNotes}>{view}</LawContext.Provider>
      </StaticView.Provider>
    </Language.Provider>,
  );
const text = (view: ComponentChildren, lang?: Lang) => html(view, lang).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const css = REPORT_STYLES.map((name) => readFileSync(new URL(`../../../components/styles/${name}`, import.meta.url), 'utf8')).join('\n');
const page = (reports = [badReport()], lang: Lang = 'zh-CN') => renderReportPage({ reports, lang, css });

describe('the verdict', () => {
  it('counts, and says the worst thing: gravest first, sharing before the rest', () => {
    expect(text(<Verdict report={badReport()} />)).toMatch(/疑似有 4 处问题 你填写的手机号.* 4 疑似违规 1 待确认 3 没问题/);
  });

  it('is warm about a clean site', () => {
    expect(tally(cleanReport()).mood).toBe('clean');
    expect(text(<Verdict report={cleanReport()} />)).toContain('很好，没有发现问题 检查过的 3 项都没问题');
  });

  it('is not warm where the policy could not be read', () => {
    expect(tally(unreadReport()).mood).toBe('unseen');
    expect(text(<Verdict report={unreadReport()} />)).toContain('有些地方没能检查');
  });

  it('does not call a site clean of which nothing was checked', () => {
    expect(tally(cleanReport({ findings: [] })).mood).toBe('unseen');
  });

  it('accuses nobody over doubts alone', () => {
    const report = badReport({ findings: BAD_FINDINGS.filter(({ outcome }) => outcome === 'review') });
    expect(tally(report).mood).toBe('doubt');
    expect(text(<Verdict report={report} />)).toContain('没有发现明确的问题');
  });

  it('is printed in the same colours for every reader', () => {
    expect(page()).toContain('--paper: #f3f5f4;');
    expect(page()).toContain('--shade: rgb(24 33 31 / 6%);');
    expect(page()).not.toContain('light-dark');
  });

  it('speaks English with one and with several', () => {
    expect(text(<Verdict report={badReport({ findings: BAD_FINDINGS.slice(0, 1) })} />, 'en')).toContain('1 suspected problem ');
    expect(text(<Verdict report={badReport()} />, 'en')).toContain('4 suspected problems ');
  });
});

describe('findings', () => {
  it('stand by category with sharing first and the official phrase', () => {
    const shown = text(<AllFindings report={badReport()} />);
    const order = ['未经同意向他人提供个人信息', '未经用户同意收集使用个人信息', '未按法律规定提供删除', '请你看一看的 1 处', '未明示收集使用'].map((phrase) => shown.indexOf(phrase));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThanOrEqual(0);
  });

  it('fold doubts away only while there is something worse', () => {
    const folded = (report = badReport(), unfolded = false) => !/<details class="doubts" open/.test(html(<AllFindings report={report} unfolded={unfolded} />));
    expect(folded()).toBe(true);
    expect(folded(badReport(), true)).toBe(false);
    expect(folded(badReport({ findings: BAD_FINDINGS.slice(4) }))).toBe(false);
  });

  it('show a request with recipient, masked data, form, stage and time', () => {
    const shown = text(<FindingCard finding={BAD_FINDINGS[0]!} report={badReport()} />);
    for (const part of ['发给 合算数据', '你同意之后', '手机号', '138****1234', '散列', '09:30:41']) expect(shown).toContain(part);
  });

  it('show the article with its verified wording, and none where it is not verified', () => {
    expect(text(<FindingCard finding={BAD_FINDINGS[0]!} report={badReport()} />)).toMatch(/《个人信息保护法》第二十三条 个人信息处理者向其他/);
    const unverified = { ...BAD_FINDINGS[0]!, basis: [{ instrument: 'CRITERIA' as const, article: '五-1' }] };
    expect(text(<FindingCard finding={unverified} report={badReport()} />)).toContain('第五条第1项 条文请以官方文本为准');
  });

  it('never turn words of a page into markup', () => {
    const hostile = '<img src=x onerror=alert(1)></p><script>alert(2)</script>';
    const finding = {
      ...BAD_FINDINGS[2]!,
      summary: { 'zh-CN': hostile, en: hostile },
      evidence: [{ kind: 'page-element' as const, url: 'javascript:alert(3)', selector: hostile, text: hostile, at: START }],
    };
    const shown = html(<FindingCard finding={finding} report={badReport()} unfolded />);
    expect(shown).not.toMatch(/<img|<script|href=/);
    expect(shown).toContain('&lt;script>');
  });
});

describe('recipients', () => {
  it('are listed by stage, what came before the choice first, suspected ones on top', () => {
    expect(recipientRows(badReport(), 'before-choice').map(({ recipient, suspected }) => [recipient.owner, suspected])).toEqual([
      ['Adwide Inc.', true], ['合算数据', false], ['滑块验证', false],
    ]);
    const shown = text(<Recipients report={badReport()} />);
    expect(shown.indexOf('你同意之前')).toBeLessThan(shown.indexOf('你同意之后'));
    expect(shown).toContain('第三方 · 广告 · 美国');
  });

  it('are marked when a finding names another request to them in the same stage, such as one whose answer set a cookie', () => {
    const cited = (url: string, seconds: number) => [{ ...BAD_FINDINGS[1]!, evidence: [{ kind: 'request' as const, requestId: 'x', url, at: START + seconds * 1_000, recipient: 'x', items: [] }] }];
    const marked = (url: string, seconds: number) => recipientRows(badReport({ findings: cited(url, seconds) }), 'before-choice').filter(({ suspected }) => suspected).map(({ recipient }) => recipient.domain);
    expect(marked('https://static.hesuan-data.com/t.js', 1)).toEqual(['hesuan-data.com']);
    expect(marked('https://static.hesuan-data.com/t.js', 30)).toEqual([]);
    expect(marked('https://nothesuan-data.com/t.js', 1)).toEqual([]);
  });

  it('mark what came after consent only where a finding names it', () => {
    const shown = html(<Recipients report={badReport({ findings: [] })} />);
    expect(shown).not.toContain('suspected');
  });

  it('name countries but not the usual one, nor codes nobody knows', () => {
    expect([countryName('US', 'en'), countryName('CN', 'en'), countryName('', 'en'), countryName('QX', 'en'), countryName('x<', 'en')]).toEqual(['United States', '', '', '', '']);
  });

  it('say so when nothing was sent', () => {
    expect(text(<Recipients report={cleanReport()} />)).toContain('没有看到');
  });
});

describe('the policy in short', () => {
  it('puts sensitive kinds first and says where nothing was found', () => {
    const shown = text(<PolicySummary policy={policy()} />);
    expect(shown.indexOf('银行卡号')).toBeLessThan(shown.indexOf('手机号'));
    expect(shown).toContain('怎么注销 没有说明');
    expect(shown).toContain('写了可以更正 说得不完整');
    expect(shown).not.toContain('关掉个性化');
  });

  it.each(['no-link', 'http-error', 'redirect-loop', 'self-link', 'empty', 'no-rules', 'other-document', 'shell', 'pdf', 'not-text', 'too-large', 'timeout', 'network', 'blocked', 'interrupted', 'pending'])(
    'says in both languages why there is none: %s',
    (reason) => {
      const shown = (['zh-CN', 'en'] as const).map((lang) => text(<PolicySummary policy={{ error: 'raw error', reason }} onRetry={nothing} />, lang));
      for (const one of shown) expect(one).not.toContain('raw error');
      expect(shown[0]).toContain('再读一次');
    },
  );

  it('falls back to the error itself for a reason it does not know', () => {
    expect(text(<PolicySummary policy={{ error: 'raw error', reason: 'constructor' }} />)).toContain('raw error');
  });
});

describe('every state', () => {
  it.each(['zh-CN', 'en'] as const)('speaks plainly in %s', (lang) => {
    const views = [
      <Analysing step="policy" site="yunshang-shop.cn" />, <Paused everywhere onResume={nothing} />, <Paused everywhere={false} onResume={nothing} />, <Unsupported />, <Unreachable onRetry={nothing} />, <Welcome onDone={nothing} />,
      ...[badReport(), cleanReport(), unreadReport()].map((report) => <SiteView report={report} problems={['page-left']} now={START} actions={async () => actions()} />),
    ];
    for (const view of views) {
      const shown = text(view, lang);
      expect(shown.length).toBeGreaterThan(10);
      expect(shown).not.toMatch(/undefined|\bNaN\b|\{\w+\}|\[object/);
    }
  });

  it('offers a complaint only where something is suspected', () => {
    const view = (report = badReport()) => text(<SiteView report={report} problems={[]} now={START} actions={async () => actions()} />);
    expect(view()).toContain('写投诉草稿');
    expect(view(cleanReport())).not.toContain('写投诉草稿');
  });
});

describe('the report page', () => {
  it('stands alone: no script, no outside address', () => {
    const written = page([badReport(), cleanReport()]);
    expect(written).not.toMatch(/<script|<link|@import|url\((?!#)|(?:src|href)="(?!#|data:image)/);
    expect(written).toContain("default-src 'none'");
  });

  it('shows several sites in a table with the worst of each', () => {
    const written = page([badReport(), cleanReport()]);
    expect(written).toMatch(/<table class="overview">.*href="#site-1".*href="#site-2"/s);
    expect(page()).not.toContain('<table class="overview"');
  });

  it('keeps a site’s name from leaving the title, and a screenshot from being anything but an image', () => {
    const report = badReport({ site: '</title><script>alert(1)</script>' });
    const written = renderReportPage({ reports: [report], lang: 'en', css: `${css}</style><script>`, screenshots: [{ site: report.site, file: 'x.png', src: 'https://evil.example/x.png' }, { site: report.site, file: 'ok.png', src: 'data:image/png;base64,AAAA' }] });
    expect(written).not.toMatch(/<\/title><script|<\/style><script|evil\.example/);
    expect(written.match(/<img /g)).toHaveLength(1);
  });

  it('leaves the query of the page out', () => {
    expect(page()).not.toMatch(/13800001234|from=ad/);
  });
});

it('the printed report shows rules that only report, and does not count them', () => {
  const printed = renderReportPage({ reports: [badReport()], lang: 'zh-CN', css, reportOnly: ['pre-ticked-consent'] });
  expect(printed).toContain('疑似有 3 处问题');
  expect(printed).toContain('data-rule="pre-ticked-consent"');
});
