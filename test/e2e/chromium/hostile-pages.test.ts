/** Pages that hang, crash, nag or give no page at all end in a clear result, never in a hang, an accusation or an acquittal. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setStage } from '../stage';
import type { CommandResult, Stage } from '../stage';

const html = (body: string) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>测试页</title>${body}</html>`;
const PAGES: Record<string, string> = {
  '/endless-script': html('<p>欢迎光临</p><script>for (;;);</script>'),
  '/endless-later': html('<p>欢迎光临</p><script>addEventListener("load", () => setTimeout(() => { for (;;); }, 300));</script>'),
  '/dialogs': html('<p>欢迎光临</p><script>for (let i = 0; i < 3; i++) alert("第" + i + "次"); setTimeout(() => confirm("还在吗"), 200); addEventListener("beforeunload", (e) => e.preventDefault());</script>'),
  '/leaving': html('<p>欢迎光临</p><script>fetch("/never"); navigator.sendBeacon("/never", "1"); addEventListener("pagehide", () => { navigator.sendBeacon("/never", "2"); fetch("/never?kept", { keepalive: true }); });</script>'),
  '/left': html('<p>欢迎再来</p>'),
  '/windows': html('<p>欢迎光临</p><script>for (let i = 0; i < 5; i++) open("/dialogs");</script>'),
};

let stage: Stage;
let server: Server;
let origin: string;

beforeAll(async () => {
  stage = await setStage('chromium');
  server = createServer((request, response) => {
    const page = PAGES[request.url ?? ''];
    if (request.url?.startsWith('/never')) return; // no answer at all
    if (request.url === '/file') response.setHeader('content-disposition', 'attachment; filename="a.zip"');
    response.setHeader('content-type', page ? 'text/html' : 'application/octet-stream');
    response.end(page ?? 'PK');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  await stage?.end();
});

function expectNothingJudged({ report, code }: CommandResult): void {
  expect(code).toBe(3);
  expect(report.findings.length).toBeGreaterThan(40);
  expect([...new Set(report.findings.map((finding) => finding.outcome))]).toEqual(['error']);
  expect(report.problem).toBeTruthy();
  expect(report.policy).toMatchObject({ error: report.problem });
}

it.concurrent('says that a page which never answers was not seen', async () => {
  const result = await stage.audit(`${origin}/never`, { more: ['--timeout', '3'] });
  expectNothingJudged(result);
  expect(result.report.problem).toContain('3 秒');
});

it.concurrent('says that an address nobody serves does not open', async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const result = await stage.audit(`http://localhost:${port}/`);
  expectNothingJudged(result);
  expect(result.report.problem).toContain('ERR_CONNECTION_REFUSED');
});

it.concurrent('says that a download is no page', async () => {
  const result = await stage.audit(`${origin}/file`);
  expectNothingJudged(result);
  expect(result.report.problem).toContain('下载');
});

it.concurrent('ends on a page whose script never does', async () => {
  const result = await stage.audit(`${origin}/endless-script`, { more: ['--timeout', '3'] });
  expect(result.code).toBe(3);
  expect(result.report.findings.filter((finding) => finding.outcome === 'violation')).toEqual([]);
  expect(result.report.problem).toContain('3 秒');
});

it.concurrent('ends on a page that stops answering after it has loaded', async () => {
  const result = await stage.audit(`${origin}/endless-later`);
  expect(result.report.findings.filter((finding) => finding.outcome === 'violation')).toEqual([]);
  expect(result.report.site).toBe('localhost');
});

it.concurrent('declines dialogs and goes on', async () => {
  const result = await stage.audit(`${origin}/dialogs`);
  expect(result.code).toBe(0);
  expect(result.report.problem).toBeUndefined();
});

it.concurrent('is not led astray by windows that a page opens', async () => {
  const result = await stage.audit(`${origin}/windows`);
  expect(result.code).toBe(0);
  expect(result.report.url).toBe(`${origin}/windows`);
});

it.concurrent('names the step whose element is not there, and exits as for wrong input', async () => {
  const result = await stage.audit(`${origin}/dialogs`, { steps: [{ do: 'wait', ms: 1 }, { do: 'click', selector: '#login' }] });
  expect(result.code).toBe(2);
  expect(result.report.problem).toContain('第 2 步');
  expect(result.report.problem).toContain('#login');
});

it.concurrent('survives a page that crashes its browser process', async () => {
  const environment = await stage.environment();
  const session = await environment.launch();
  try {
    const arrival = await session.open('chrome://crash', 5_000);
    expect(arrival).toMatchObject({ arrived: false, reason: 'crashed' });
  } finally {
    await session.close();
  }
});

it.concurrent('comes to rest on a page after one that was left while its requests hung', async () => {
  const session = await (await stage.environment()).launch();
  try {
    expect(await session.open(`${origin}/leaving`, 10_000)).toMatchObject({ arrived: true });
    expect(await session.quiet(300, 1_500)).toBe(false);
    expect(await session.open(`${origin}/left`, 10_000)).toMatchObject({ arrived: true });
    expect(await session.quiet(300, 10_000)).toBe(true);
  } finally {
    await session.close();
  }
});
