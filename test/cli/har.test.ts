import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SiteReport } from '../../analyzers/report';
import { main } from '../../cli/main';
import { HarError, readHar } from '../../cli/read-har';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'mingshi-')); });
afterEach(() => rmSync(folder, { recursive: true }));

const PENDING = { status: 'pending' } as const;
const START = Date.parse('2026-03-01T02:00:00.000Z');

interface Made { url: string; type?: string; after?: number; method?: string; headers?: Record<string, string>; sets?: string; postData?: object; page?: string; status?: number; bodySize?: number }

function entry({ url, type, after = 0, method = 'GET', headers = {}, sets, postData, page = 'p1', status = 200, bodySize }: Made) {
  const pairs = (record: Record<string, string>) => Object.entries(record).map(([name, value]) => ({ name, value }));
  return {
    pageref: page,
    startedDateTime: new Date(START + after).toISOString(),
    ...(type ? { _resourceType: type } : {}),
    request: { method, url, headers: pairs(headers), ...(postData ? { postData } : {}), ...(bodySize ? { bodySize } : {}) },
    response: { status, headers: sets ? pairs({ 'Set-Cookie': sets }) : [], content: { mimeType: type ? '' : 'text/html' } },
  };
}
const har = (entries: object[], pages: object[] = [{ id: 'p1', title: 'https://www.shop-a.cn/' }]) => JSON.stringify({ log: { version: '1.2', creator: { name: 'WebInspector', version: '1' }, pages, entries } });

const ID = 'a8f3c1d97b2e4f60a1b2c3d4e5f60718';
const HOME = { url: 'https://www.shop-a.cn/', type: 'document' };
const TRACK = { url: `https://stat.tracker-b.com/v?device_id=${ID}`, type: 'image', after: 300, sets: `uid=${ID}; Max-Age=31536000; Path=/` };

async function run(...argv: string[]) {
  let out = '';
  let err = '';
  const code = await main(['har', ...argv], { stdout: (text) => { out += text; }, stderr: (text) => { err += text; }, lang: 'zh-CN' });
  return { code, out, err };
}
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

describe('a recording', () => {
  it('becomes a visit whose requests hold masks and digests, never values', () => {
    const [visit] = readHar(har([entry(HOME), entry(TRACK)]), PENDING);
    expect(visit).toMatchObject({ site: 'shop-a.cn', url: 'https://www.shop-a.cn/', startedAt: START, browser: 'WebInspector 1', surfaces: [] });
    const track = visit?.exchanges[1];
    expect(track).toMatchObject({ host: 'stat.tracker-b.com', at: START + 300, type: 'image', seenBy: 'har', status: 200, pageUrl: 'https://www.shop-a.cn/' });
    expect(track?.setCookies[0]).toMatchObject({ name: 'uid', isIdentifier: true });
    expect(track?.items.map((item) => item.kind)).not.toEqual([]);
    expect(JSON.stringify(visit)).not.toContain(ID);
  });

  it('of two sites gives two visits, though the pages have no address in their title', () => {
    const second = { url: 'https://news-c.cn/', type: 'document', page: 'p2', after: 5_000 };
    const visits = readHar(har([entry({ ...second }), entry(HOME), entry(TRACK), entry({ ...TRACK, page: 'p2', after: 5_200 })], [{ id: 'p1', title: '首页' }, { id: 'p2', title: '新闻' }]), PENDING);
    expect(visits.map(({ site, exchanges }) => [site, exchanges.length])).toEqual([['shop-a.cn', 2], ['news-c.cn', 2]]);
  });

  it.each([
    ['text', { mimeType: 'application/json', text: '{"mobile":"13800138000"}' }],
    ['base64', { mimeType: 'application/octet-stream', encoding: 'base64', text: Buffer.from('{"mobile":"13800138000"}').toString('base64') }],
    ['form fields', { mimeType: 'application/x-www-form-urlencoded', params: [{ name: 'mobile', value: '13800138000' }] }],
  ])('holds what was sent as %s', (_name, postData) => {
    const [visit] = readHar(har([entry(HOME), entry({ url: 'https://www.shop-a.cn/login', type: 'xhr', method: 'POST', postData })]), PENDING);
    expect(visit?.exchanges[1]?.items).toMatchObject([{ kind: 'phone', mask: '138****8000', where: 'body' }]);
  });

  it('says that a body was sent where the recording left it out', () => {
    const [visit] = readHar(har([entry(HOME), entry({ url: 'https://www.shop-a.cn/login', type: 'xhr', method: 'POST', bodySize: 40 })]), PENDING);
    expect(visit?.exchanges.map(({ body }) => body)).toEqual(['none', 'unreadable']);
  });

  it('tells of full numbers in an answer of the site, and which of them its document shows masked', () => {
    const people = JSON.stringify({ list: [{ phone: '13912340021' }, { phone: '18677010456' }] });
    const answer = (url: string, mimeType: string, content: object) => ({ ...entry({ url, type: 'fetch', after: 200 }), response: { status: 200, headers: [], content: { mimeType, ...content } } });
    const home = (text: string) => ({ ...entry(HOME), response: { status: 200, headers: [], content: { mimeType: 'text/html', text } } });
    const list = answer('https://api.shop-a.cn/owners', 'application/json; charset=utf-8', { text: Buffer.from(people).toString('base64'), encoding: 'base64' });
    const signs = (page: string, ...answers: object[]) => readHar(har([home(page), ...answers]), PENDING)[0]!.exchanges.map((exchange) => exchange.answer).filter(Boolean);
    const numbers = [{ kind: 'phone', mask: '139****0021' }, { kind: 'phone', mask: '186****0456' }];
    expect(signs('<p>139****0021</p><p>186****0456</p>', list)).toEqual([{ complete: true, numbers, shownMasked: ['139****0021', '186****0456'] }]);
    expect(signs('<p>业主名录</p>', list)).toEqual([{ complete: true, numbers }]);
    // Of another site, no JSON, or one number that may be the visitor's own.
    expect(signs('', answer('https://api.other-b.cn/owners', 'application/json', { text: people }), answer('https://www.shop-a.cn/a.js', 'text/javascript', { text: people }), answer('https://www.shop-a.cn/me', 'application/json', { text: '{"phone":"13912340021"}' }))).toEqual([]);
  });

  it('of more requests than are kept says that some were dropped', () => {
    const [visit] = readHar(har([entry(HOME), ...Array.from({ length: 3_100 }, (_, i) => entry({ url: `https://www.shop-a.cn/${i}.js`, type: 'script', after: i }))]), PENDING);
    expect([visit?.exchanges.length, visit?.problems.map(({ kind }) => kind)]).toEqual([3_000, ['page-unreadable', 'requests-dropped']]);
  });

  it.each([
    ['not-json', '{"log": {"entries": ['],
    ['no-log', '{"entries": []}'],
    ['no-log', '[1]'],
    ['no-entries', har([])],
    ['no-entries', har([{ request: { url: 'chrome-extension://x/y.js' } }, { request: 7 }, null as unknown as object])],
  ])('that is none is refused as %s', (code, source) => {
    expect(() => readHar(source, PENDING)).toThrow(new HarError(code as 'not-json'));
  });
});

describe('mingshi har', { timeout: 30_000 }, () => {
  const outcomeOf = (report: SiteReport, rule: string) => report.findings.find((finding) => finding.rule === rule)?.outcome;

  it('accuses nobody of acting before a choice that a recording cannot show', async () => {
    const { code, out } = await run('--json', '--fail-on', 'violation', file('a.har', har([entry(HOME), entry(TRACK), entry({ ...TRACK, after: 900 })])));
    const report = JSON.parse(out) as SiteReport;
    expect([code, report.site, outcomeOf(report, 'pre-consent-identifier')]).toEqual([0, 'shop-a.cn', 'review']);
    expect(report.flows.some((flow) => flow.recipient.domain === 'tracker-b.com')).toBe(true);
    expect(report.findings.filter(({ outcome }) => outcome === 'violation').map(({ rule }) => rule)).toEqual([]);
  });

  it('holds the traffic against a policy', async () => {
    const policy = file('p.txt', '隐私政策\n我们（甲店有限公司）会收集您的手机号码用于登录。我们不会向任何第三方提供您的个人信息。\n');
    const source = file('a.har', har([entry(HOME), entry(TRACK), entry({ ...TRACK, after: 900 })]));
    const [alone, against] = [await run('--json', source), await run('--json', '--policy', policy, source)].map(({ out }) => JSON.parse(out) as SiteReport);
    expect(outcomeOf(alone!, 'undisclosed-recipient')).toBe('error');
    expect(outcomeOf(against!, 'undisclosed-recipient')).toBe('violation');
  });

  it('judges the readable files though another is not, and ends with 2', async () => {
    const { code, out, err } = await run('--json', file('bad.har', '{'), file('a.har', har([entry(HOME)])));
    expect([code, out.split('\n').filter(Boolean).length]).toEqual([2, 1]);
    expect(err).toContain('不是合格的 JSON');
  });

  it.each([[[]], [['--nope']], [['--policy', 'none.txt', 'x.har']], [['missing.har']]])('refuses %j with 2 and says why', async (argv) => {
    const { code, out, err } = await run(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toBe('');
  });
});
