import { describe, expect, it } from 'vitest';
import type { Finding, Flow, Outcome, SiteReport } from '../../analyzers/report';
import { comparisonOf } from '../../cli/audit/comparison';
import { furtherPages } from '../../cli/audit/further-pages';
import { networkFailure, mayPass, statusFailure } from '../../cli/audit/failure';
import { plantedValue } from '../../cli/audit/plant';
import { Robots } from '../../cli/audit/robots';
import { summaryOf } from '../../cli/audit/summary-row';
import type { AuditReport } from '../../cli/audit/verdict';
import type { BrowserSession } from '../../cli/browser/session';
import { pause } from '../../cli/browser/session';
import { Progress, clock } from '../../cli/progress';
import { baselineOf, parseBaseline } from '../../cli/run/baseline';
import { differenceOf } from '../../cli/run/difference';
import { toJunit } from '../../cli/run/junit';
import { renderOverview } from '../../cli/run/overview';
import { politely } from '../../cli/run/pool';
import { toSarif } from '../../cli/run/sarif';
import { toCsv, toXlsx } from '../../cli/run/spreadsheet';
import { isLuhn, isResidentId } from '../../analyzers/traffic/shapes';
import { unzipSync } from 'fflate';

const finding = (rule: string, outcome: Outcome, more: Partial<Finding> = {}): Finding => ({
  rule, outcome, category: 'no-consent', severity: 'high', basis: [{ instrument: 'PIPL', article: '14' }], summary: { 'zh-CN': `疑似：${rule}`, en: `suspected: ${rule}` }, evidence: [], ...more,
});
const report = (requested: string, findings: Finding[], more: Partial<AuditReport> = {}): AuditReport => ({
  site: new URL(requested).hostname, url: requested, requested, startedAt: '2026-01-01T00:00:00.000Z', tool: { version: '1', rulesVersion: '1', browser: 'x' },
  policy: { error: 'none' }, flows: [], findings, operator: { name: '=cmd()', icp: '' , police: '' }, acts: [], ...more,
});
const A = 'https://a.test/';

describe('politely', () => {
  it('never runs two jobs of one host at once, keeps the pause between them, and does the others meanwhile', async () => {
    const ends = new Map<string, number>();
    const busy = new Set<string>();
    const order: string[] = [];
    await politely(['a1', 'a2', 'b1', 'b2', 'c1'], { width: 3, hostOf: (job) => job[0]!, delayMs: 60 }, async (job) => {
      const host = job[0]!;
      expect(busy.has(host)).toBe(false);
      expect(Date.now() - (ends.get(host) ?? 0)).toBeGreaterThanOrEqual(58);
      busy.add(host);
      order.push(job);
      await pause(20);
      busy.delete(host);
      ends.set(host, Date.now());
    });
    expect(order.slice(0, 3).sort()).toEqual(['a1', 'b1', 'c1']);
    expect(order).toHaveLength(5);
  });

  it('begins nothing more once it may not go on', async () => {
    const done: number[] = [];
    await politely([1, 2, 3], { width: 1, hostOf: String, delayMs: 0, goesOn: () => done.length < 2 }, async (job) => void done.push(job));
    expect(done).toEqual([1, 2]);
  });
});

describe('Progress', () => {
  it('draws a bar with the time left over itself, and lets lines stand', () => {
    let now = 0;
    let text = '';
    const progress = new Progress({ lang: 'en', of: 4, before: 4, bar: true, columns: 100, write: (part) => (text += part), now: () => now });
    progress.begin(A, 1);
    now = 10_000;
    progress.end(A, 'not there');
    expect(text).toContain(`\r\u001B[2K${A}: not there\n`);
    expect(text).toMatch(/█{15}░{9} 5\/8, 1 not seen about 0:30 left {2}https:\/\/a\.test\/$/);
    progress.close();
    expect(text.endsWith('\r\u001B[2K')).toBe(true);
  });

  it('writes plain lines where nobody looks at a terminal', () => {
    let text = '';
    const progress = new Progress({ lang: 'en', of: 2, bar: false, write: (part) => (text += part), now: () => 0 });
    progress.begin(A, 1);
    progress.end(A);
    expect(text).toBe(`Looking at ${A} (1/2) …\n1/2 done.\n`);
    expect(clock(3_725)).toBe('1:02:05');
  });
});

describe('furtherPages', () => {
  it('takes registration, log-in and home page first, keeps to the site, and never leaves the account', () => {
    const links = [
      { url: 'https://www.a.test/news', text: '新闻' }, { url: 'https://www.a.test/logout', text: '退出登录' }, { url: 'https://passport.a.test/login', text: '登录' },
      { url: 'https://b.test/register', text: '注册' }, { url: 'https://www.a.test/app.apk', text: '下载' }, { url: 'https://www.a.test/join', text: '免费注册' }, { url: 'https://www.a.test/about#x', text: '关于' },
    ];
    expect(furtherPages(links, 'https://www.a.test/deep/page', 4)).toEqual([
      { url: 'https://www.a.test/join', kind: 'registration' }, { url: 'https://passport.a.test/login', kind: 'login' }, { url: 'https://www.a.test/', kind: 'home' }, { url: 'https://www.a.test/news', kind: 'other' },
    ]);
  });
});

describe('Robots', () => {
  const asked: string[] = [];
  const session = (answer: unknown) => ({ inExtension: (body: string) => (asked.push(body), Promise.resolve(answer)) }) as unknown as BrowserSession;
  const rules = 'User-agent: *\nDisallow: /private\n\nUser-agent: Mingshi\nDisallow: /not-us\n';

  it('asks once a host and heeds what is said to us by name', async () => {
    const robots = new Robots(session({ status: 200, text: rules }), true);
    expect(await robots.allows('https://a.test/private')).toBe(true);
    expect(await robots.allows('https://a.test/not-us/1')).toBe(false);
    expect(asked).toHaveLength(1);
  });

  it.each([[{ status: 404, text: '' }, true], [{ status: 503, text: '' }, false], [null, true], [{ status: 200, text: '<html>' }, true]])('with the answer %j', async (answer, allowed) => {
    expect(await new Robots(session(answer), true).allows(A)).toBe(allowed);
  });

  it('asks nothing when told to ignore it', async () => {
    expect(await new Robots(session({ status: 200, text: 'User-agent: *\nDisallow: /' }), false).allows(A)).toBe(true);
  });
});

describe('failures', () => {
  it.each([
    ['net::ERR_NAME_NOT_RESOLVED at https://a.test/', 'dns', false], ['net::ERR_CERT_DATE_INVALID', 'tls', false], ['net::ERR_TOO_MANY_REDIRECTS', 'redirects', false],
    ['net::ERR_CONNECTION_REFUSED', 'refused', true], ['net::ERR_CONNECTION_RESET', 'network', true], ['net::ERR_INVALID_AUTH_CREDENTIALS', 'auth', false],
    ['Reached error page: about:neterror?e=dnsNotFound', 'dns', false],
  ])('%s is %s', (detail, code, passes) => {
    expect(networkFailure(detail).code).toBe(code);
    expect(mayPass(networkFailure(detail))).toBe(passes);
  });

  it('takes error pages for no page', () => {
    expect(statusFailure(200)).toBeUndefined();
    expect(statusFailure(404)?.code).toBe('http-status');
    expect(statusFailure(401)?.code).toBe('auth');
    expect([404, 503].map((status) => mayPass(statusFailure(status)!))).toEqual([false, true]);
  });
});

it('plants values that pass the checks forms make', () => {
  expect(isResidentId(plantedValue('id-number')!)).toBe(true);
  expect(isLuhn(plantedValue('bank-card')!)).toBe(true);
  expect(plantedValue('phone')).toMatch(/^1[3-9]\d{9}$/);
  expect(plantedValue('email')).toMatch(/@example\.com$/);
  for (const kind of ['search', 'captcha', 'sms-code', 'face-photo', 'id-photo', 'other'] as const) expect(plantedValue(kind)).toBeUndefined();
});

describe('differenceOf', () => {
  it('tells fixed, new, still there and not looked at; what is now to check is not fixed', () => {
    const before = report(A, [finding('a', 'violation'), finding('b', 'violation'), finding('c', 'violation'), finding('d', 'violation'), finding('e', 'pass'), finding('f', 'review')]);
    const now = report(A, [finding('a', 'pass'), finding('b', 'violation'), finding('c', 'review'), finding('d', 'error'), finding('e', 'violation'), finding('f', 'pass')]);
    expect(differenceOf(before, now).changes.map(({ rule, change }) => `${rule} ${change}`)).toEqual(['a fixed', 'b still', 'c still', 'd unclear', 'e new']);
    expect(differenceOf(before, undefined)).toMatchObject({ only: 'before', changes: [] });
  });
});

describe('for build servers', () => {
  const reports = [
    report(A, [finding('known', 'violation'), finding('fresh', 'violation', { evidence: [{ kind: 'page-element', url: 'https://a.test/login', selector: '#x', text: '<勾选>"&\u0001', at: 0 }] }), finding('look', 'review', { severity: 'low' }), finding('fine', 'pass'), finding('none', 'not-applicable')]),
    report('https://dead.test/', [finding('known', 'error')], { problem: 'not there', problemCode: 'dns' }),
  ];
  const baseline = parseBaseline(baselineOf([report(A, [finding('known', 'violation')])]));

  it('writes SARIF with all that the format requires', () => {
    const log = JSON.parse(toSarif(reports, { lang: 'en', version: '0.1.0', baseline })) as { $schema: string; version: string; runs: [{ tool: { driver: { name: string; rules: { id: string; fullDescription: { text: string } }[] } }; invocations: [{ executionSuccessful: boolean; toolExecutionNotifications: unknown[] }]; results: Record<string, unknown>[] }] };
    // SARIF 2.1.0: version and runs (3.13), tool.driver.name (3.19.8), invocation.executionSuccessful (3.20.14), result.message (3.27.11).
    expect(log.version).toBe('2.1.0');
    expect(log.$schema).toMatch(/sarif-schema-2\.1\.0\.json$/);
    const [run] = log.runs;
    expect(run.tool.driver.name).toBe('Mingshi');
    expect(run.invocations[0]).toMatchObject({ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error', message: { text: 'https://dead.test/: not there' } }] });
    expect(run.results).toHaveLength(3);
    for (const result of run.results as { ruleId: string; ruleIndex: number; level: string; kind: string; message: { text: string }; locations: { physicalLocation: { artifactLocation: { uri: string } } }[]; partialFingerprints: object }[]) {
      expect(run.tool.driver.rules[result.ruleIndex]!.id).toBe(result.ruleId);
      expect(result.message.text).toBeTruthy();
      expect(['none', 'note', 'warning', 'error']).toContain(result.level);
      expect(URL.canParse(result.locations[0]!.physicalLocation.artifactLocation.uri)).toBe(true);
      // A level other than none only for kind fail (3.27.10).
      expect(result.kind === 'fail' || result.level === 'none').toBe(true);
    }
    expect(run.results.map(({ ruleId, baselineState }) => [ruleId, baselineState])).toEqual([['known', 'unchanged'], ['fresh', 'new'], ['look', 'new']]);
    expect(run.results[1]).toMatchObject({ locations: [{ physicalLocation: { artifactLocation: { uri: 'https://a.test/login' } } }] });
    expect(run.tool.driver.rules[0]!.fullDescription.text).toContain('Art. 14');
  });

  it('writes JUnit that any reader of XML can read, with counts that are right', () => {
    const xml = toJunit(reports, { lang: 'en', baseline });
    expect(xml).toContain('<testsuite name="https://a.test/" tests="4" failures="1" errors="0" skipped="2"');
    expect(xml).toContain('<testsuite name="https://dead.test/" tests="1" failures="0" errors="1" skipped="0"');
    expect(xml).toContain('&lt;勾选&gt;&quot;&amp;');
    // eslint-disable-next-line no-control-regex
    expect(xml).not.toMatch(/[\u0000-\u0008]/);
    const open = [...xml.matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g)].reduce((depth, [, close, , self]) => depth + (close ? -1 : self ? 0 : 1), 0);
    expect(open).toBe(0);
  });

  it('refuses a file that is no baseline', () => {
    for (const json of ['', '[]', '{"format":"mingshi-baseline"}', '{"format":"mingshi-baseline","sites":{"a":1}}']) expect(() => parseBaseline(json)).toThrow();
  });
});

describe('summaries', () => {
  const lines = [summaryOf(report(A, [finding('x', 'violation')], { folder: 'a.test' })), summaryOf(report('https://b.test/', [finding('x', 'error')], { problem: '打不开, "真的"', problemCode: 'dns' }))];

  it('are tables no spreadsheet takes for formulas', async () => {
    const csv = toCsv(lines, 'zh-CN');
    expect(csv.startsWith('\uFEFF"网站","要求查看的网址"')).toBe(true);
    expect(csv).toContain('"\'=cmd()"');
    expect(csv).toContain('"打不开, ""真的"""');
    const xlsx = unzipSync(await toXlsx(lines, 'zh-CN'));
    const strings = new TextDecoder().decode(xlsx['xl/sharedStrings.xml']);
    expect(strings).toContain('疑似违规的规则');
    expect(strings).toContain('https://b.test/');
  });

  it('are a page that leads to each site, without scripts', () => {
    const page = renderOverview({ lines, lang: 'zh-CN', css: '' });
    expect(page).toContain('2 个网站：1 个疑似有问题，1 个没看成');
    expect(page).toContain('href="a.test/report.html"');
    // A rule by its title, with its id for whoever looks it up.
    expect(renderOverview({ lines: [summaryOf(report(A, [finding('pre-ticked-consent', 'violation')]))], lang: 'zh-CN', css: '' })).toMatch(/同意框默认勾选<\/th><td class="number">1 个网站<\/td><td><code class="address">pre-ticked-consent/);
    expect(page).not.toContain('<script');
  });
});

it('compares what others get before a choice, after acceptance and after refusal', () => {
  const flow = (domain: string, stage: Flow['stage'], kinds: Flow['kinds'] = ['cookie-id']): Flow => ({ recipient: { domain, owner: domain, country: 'CN', party: 'third', reason: '', role: 'ads' }, stage, kinds, form: 'plain', count: 2, firstAt: '', requests: [] });
  const site = (flows: Flow[], act?: 'accept' | 'refuse'): SiteReport => report(A, [], { flows, acts: act ? [{ at: 0, kind: act, topics: [], text: '', selector: '', pageUrl: A }] : [] });
  const { seen, recipients } = comparisonOf([
    { mode: 'ignore', isSeen: true, report: site([flow('early.test', 'before-choice')]) },
    { mode: 'accept', isSeen: true, report: site([flow('early.test', 'before-choice'), flow('ads.test', 'after-accept')], 'accept') },
    { mode: 'refuse', isSeen: true, report: site([flow('late.test', 'after-refuse'), flow('late.test', 'after-refuse', ['phone'])], 'refuse') },
  ]);
  expect(seen).toEqual(['beforeChoice', 'afterAccept', 'afterRefuse']);
  expect(recipients.map(({ domain, beforeChoice, afterAccept, afterRefuse }) => [domain, beforeChoice?.requests, afterAccept?.requests, afterRefuse])).toEqual([
    ['late.test', undefined, undefined, { kinds: ['cookie-id', 'phone'], requests: 4 }], ['early.test', 2, undefined, undefined], ['ads.test', undefined, 2, undefined],
  ]);
});
