/** The audit as an instrument: lists with rubbish and dead sites, consent in three profiles, depth, planted data, kills. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkPack } from '../../../analyzers/evidence/check';
import { auditSite } from '../../../cli/audit/audit-site';
import type { AuditReport } from '../../../cli/audit/audit-site';
import { prepare } from '../../../cli/audit/environment';
import { ChromiumSession } from '../../../cli/browser/chromium';
import { pause } from '../../../cli/browser/session';
import { ROOT } from '../../../cli/build';
import { main } from '../../../cli/main';
import { startAuditWeb } from '../audit-web';
import type { AuditWeb } from '../audit-web';
import { readJson, recorder, setStage } from '../stage';
import type { Stage } from '../stage';

let stage: Stage;
let web: AuditWeb;
const folderOf = (name: string) => join(stage.folder, name);
const common = () => ['--extension', join(stage.folder, 'extension'), '--json', '--delay', '0', ...web.chromeArgs.map((argument) => `--chrome-arg=${argument}`)];

beforeAll(async () => {
  [stage, web] = await Promise.all([setStage('chromium'), startAuditWeb()]);
});

afterAll(async () => {
  await web?.stop();
  await stage?.end();
});

async function mingshi(...argv: string[]): Promise<{ code: number; stdout: string; stderr: string; reports: AuditReport[] }> {
  const { io, written } = recorder();
  const code = await main(argv, io);
  return { code, ...written, reports: written.stdout.trim().split('\n').filter(Boolean).map((line) => JSON.parse(line) as AuditReport) };
}

it.concurrent('goes through a list of dead, odd and hostile sites and says of each what it is', async () => {
  const hosts = ['dead.test', 'login-box.test', 'loop.test', 'error.test', 'file.test', 'alerts.test', 'windows.test', 'restless.test', 'hung.test', 'closed.test', 'scripted.test', 'paper.test', 'hidden-text.test', 'word.test', 'paper-list.test'];
  const list = folderOf('list.csv');
  writeFileSync(list, ['单位,网址', ...hosts.map((host, index) => `单位${index},http://${host}/`), '单位,不是网址', '单位,https://tls.test/'].join('\n'));
  const out = folderOf('bad');
  const { code, stderr, reports } = await mingshi('audit', '--list', list, '--sitemap', 'http://map.test/sitemap.xml', '--out', out, '--concurrency', '3', '--timeout', '8', '--retries', '0', ...common());
  const by = (host: string) => reports.find(({ requested }) => new URL(requested).hostname === host)!;
  expect(reports).toHaveLength(17);
  expect(Object.fromEntries(reports.map(({ requested, problemCode }) => [new URL(requested).hostname, problemCode]))).toEqual({
    'dead.test': 'dns', 'login-box.test': 'auth', 'loop.test': 'redirects', 'error.test': 'http-status', 'file.test': 'download', 'alerts.test': expect.stringMatching(/^(?:slow-load|unread|no-answer|no-visit)$/) as string,
    'windows.test': undefined, 'restless.test': undefined, 'hung.test': 'no-answer', 'closed.test': 'robots', 'scripted.test': undefined, 'paper.test': undefined, 'hidden-text.test': undefined, 'word.test': undefined, 'paper-list.test': undefined, 'tls.test': 'tls', 'map.test': undefined,
  });
  expect(code).toBe(3);
  expect(stderr).toContain('第 17 行不是网址，已跳过：不是网址');
  for (const { problem, findings } of reports.filter(({ problemCode }) => problemCode)) {
    expect(problem).toMatch(/\p{Script=Han}{4}/u);
    expect(findings.filter(({ outcome }) => outcome === 'violation')).toEqual([]);
  }
  // A policy that scripts fill in is read with the list it links, and so is a PDF.
  expect(by('scripted.test').policy).toMatchObject({ url: 'http://scripted.test/privacy', facts: { handler: ['杭州青禾花木有限公司'] } });
  expect(JSON.stringify(by('scripted.test').policy)).toContain('百度统计');
  expect(by('paper.test').policy).toMatchObject({ url: 'http://paper.test/privacy.pdf', facts: { date: '2026-03-01' } });
  // So is one in a shadow root and a frame, and a list on paper; a file that is no text is said to be none, and nothing is made of it.
  expect(by('hidden-text.test').policy).toMatchObject({ facts: { handler: ['杭州青禾花木有限公司'], date: '2026-03-01' }, duties: { 'storage-location': { label: 'met' } } });
  expect(JSON.stringify(by('paper-list.test').policy)).toContain('百度统计');
  expect(by('word.test').policy).toMatchObject({ reason: 'not-text' });
  expect(by('word.test').findings.filter(({ outcome }) => outcome === 'violation')).toEqual([]);
  expect(web.requests.some(({ host, path }) => host === 'closed.test' && path === '/')).toBe(false);

  const lines = readFileSync(join(out, 'results.jsonl'), 'utf8').trim().split('\n');
  expect(lines.sort()).toEqual(reports.map((report) => JSON.stringify(report)).sort());
  for (const name of ['index.html', 'report.html', 'summary.csv', 'summary.xlsx']) expect(existsSync(join(out, name)), name).toBe(true);
  expect(checkPack(readFileSync(join(out, 'scripted.test', 'evidence.zip')))).toMatchObject({ intact: true });
}, 240_000);

it.concurrent('answers a consent dialog in three profiles, through its settings too, and compares what is sent', async () => {
  const out = folderOf('consent');
  const { code, reports } = await mingshi('audit', 'http://choice.test/', 'http://framed.test/', '--consent', 'all', '--concurrency', '2', '--out', out, ...common());
  expect(code).toBe(0);
  const report = reports.find(({ site }) => site === 'choice.test');
  const [ignore, accept, refuse] = report!.consent!.sittings;
  expect(ignore).toEqual({ mode: 'ignore' });
  expect(accept).toMatchObject({ mode: 'accept', outcome: 'made', pressed: [{ as: 'accept', text: '全部同意' }] });
  expect(refuse!.pressed!.map(({ as, text }) => [as, text])).toEqual([['open', '更多设置'], ['switch-off', ''], ['switch-off', ''], ['save', '保存我的选择']]);
  expect(report!.consent!.comparison).toMatchObject({
    seen: ['beforeChoice', 'afterAccept', 'afterRefuse'],
    recipients: [{ domain: 'tongji-yun.test', afterAccept: { requests: 2 }, afterRefuse: { requests: 2 } }],
  });
  expect(report!.findings.find(({ rule }) => rule === 'collection-after-refusal')).toMatchObject({ outcome: 'violation', evidence: [{ kind: 'request', requestId: expect.stringMatching(/^refuse:/) as string }, {}] });
  expect(report!.findings.filter(({ rule }) => rule === 'collection-after-refusal')).toHaveLength(1);
  expect(report!.findings.find(({ rule }) => rule === 'pre-consent-identifier')!.outcome).not.toBe('violation');
  for (const name of [refuse!.before!, refuse!.after!, accept!.before!, 'screenshots/page.png']) expect(existsSync(join(out, report!.folder!, name)), name).toBe(true);

  // A dialog in a frame of another site is the page's own question: it is pressed there, and what the answer changes is seen.
  const framed = reports.find(({ site }) => site === 'framed.test')!;
  expect(framed.consent!.sittings.slice(1)).toMatchObject([{ outcome: 'made', pressed: [{ as: 'accept', text: '同意', pageUrl: 'http://ask.cmp-yun.test/box' }] }, { outcome: 'made', pressed: [{ as: 'refuse', text: '拒绝' }] }]);
  expect(framed.consent!.comparison!.recipients).toMatchObject([{ domain: 'tongji-yun.test', afterAccept: { requests: 2 } }]);
  expect(framed.consent!.comparison!.recipients[0]).not.toHaveProperty('afterRefuse');
  expect(framed.findings.filter(({ rule, outcome }) => outcome === 'violation' && /consent-(?:identifier|sharing)|after-refusal|missing-refusal/.test(rule))).toEqual([]);

  // The same material gives the same bytes, without a browser; and nothing has changed between the two.
  const again = folderOf('consent-again');
  expect((await mingshi('judge', out, '--out', again, '--json')).code).toBe(0);
  expect(readFileSync(join(again, 'results.jsonl')).equals(readFileSync(join(out, 'results.jsonl')))).toBe(true);
  expect(readFileSync(join(again, report!.folder!, 'result.json')).equals(readFileSync(join(out, report!.folder!, 'result.json')))).toBe(true);
  expect(JSON.parse((await mingshi('diff', out, again, '--json')).stdout)).toMatchObject({ counts: { fixed: 0, new: 0, unclear: 0 } });
}, 240_000);

it.concurrent('goes on to registration and log-in as a phone, plants values, and tells who got them though nothing was sent', async () => {
  const { reports } = await mingshi('audit', 'http://account.test/', 'http://doors.test/', '--pages', '3', '--plant', '--mobile', '--concurrency', '2', ...common());
  const [report, doors] = ['account.test', 'doors.test'].map((host) => reports.find(({ site }) => site === host));
  expect(report!.pages).toEqual([{ url: 'http://account.test/register', kind: 'registration' }, { url: 'http://account.test/login', kind: 'login' }]);
  const { fields, sent } = report!.planted!;
  expect(fields.filter(({ problem }) => !problem).map(({ kind }) => kind).sort()).toEqual(expect.arrayContaining(['id-number', 'name', 'phone', 'password']));
  expect(fields.some(({ kind }) => kind === 'sms-code' || kind === 'captcha')).toBe(false);
  expect(sent).toMatchObject([{ kind: 'phone', recipient: 'luru-yun.test', form: 'plain' }]);
  expect(report!.findings.find(({ rule }) => rule === 'data-sent-before-submit')!.outcome).toBe('violation');
  const own = web.requests.filter(({ host }) => host === 'account.test');
  expect(own.filter(({ method }) => method === 'POST')).toEqual([]);
  expect(own.find(({ path }) => path === '/register')!.agent).toMatch(/Android .* Mobile Safari/);
  // Where scripts open them: one in a window, one as a dialog, whose box is read; what would log in by one tap is left alone.
  expect(doors!.pages).toEqual([{ url: 'http://doors.test/join', kind: 'registration', by: 'script', pressed: '注册' }, { url: 'http://doors.test/', kind: 'login', by: 'script', pressed: '登录' }]);
  expect(doors!.findings.find(({ rule }) => rule === 'pre-ticked-consent')!.outcome).toBe('violation');
  expect(web.requests.filter(({ host, method }) => host === 'doors.test' && method === 'POST')).toEqual([]);
}, 240_000);

it.concurrent('does every site exactly once though it is killed at any moment', async () => {
  const urls = [1, 2, 3, 4].map((number) => `http://plain${number}.test/`);
  const out = folderOf('killed');
  const argv = ['bin/mingshi.mjs', 'audit', ...urls, '--out', out, '--concurrency', '2', '--resume', ...common()];
  const results = () => (existsSync(join(out, 'results.jsonl')) ? readFileSync(join(out, 'results.jsonl'), 'utf8').split('\n').slice(0, -1) : []);
  const child = spawn(process.execPath, argv, { cwd: ROOT, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  while (results().length === 0 && child.exitCode === null) await pause(20);
  child.kill('SIGKILL');
  await ended;
  const before = results();
  writeFileSync(join(out, 'results.jsonl'), `${before.join('\n')}\n{"site":"plain`);
  const { code, stderr } = await mingshi(...argv.slice(1));
  expect(code).toBe(0);
  expect(stderr).toContain(`已有 ${before.length} 个结果`);
  const after = results().map((line) => JSON.parse(line) as AuditReport);
  expect(after.map(({ requested }) => requested).sort()).toEqual(urls);
  for (const report of after) expect(readJson(out, report.folder!, 'result.json')).toEqual(report);
}, 240_000);

it.concurrent('tries again when the browser is killed, and then says that it failed', async () => {
  const environment = await prepare({ chromeArgs: web.chromeArgs, firefoxPrefs: [], extension: join(stage.folder, 'extension'), headed: false }, recorder().io);
  let launched = 0;
  const launch = async (deaths: number) => {
    const session = await environment.launch();
    if (launched++ < deaths && session instanceof ChromiumSession) setTimeout(() => session.chrome.process()?.kill('SIGKILL'), 400);
    return session;
  };
  const settings = { lang: 'zh-CN', version: '1', timeoutMs: 5_000, screenshots: false, retries: 1, backOffMs: 10 } as const;
  const recovered = await auditSite({ url: 'http://restless.test/', steps: [] }, { ...settings, launch: () => launch(1) });
  expect([recovered.report.problemCode, launched]).toEqual([undefined, 2]);
  launched = 0;
  const lost = await auditSite({ url: 'http://restless.test/', steps: [] }, { ...settings, launch: () => launch(2) });
  expect(launched).toBe(2);
  expect(lost.report.problemCode).toMatch(/^(?:driver|crashed|no-visit)$/);
  expect(new Set(lost.report.findings.map(({ outcome }) => outcome))).toEqual(new Set(['error']));
}, 240_000);
