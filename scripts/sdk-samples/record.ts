/**
 * Runs the SDKs of this folder in a real browser on loopback, each with three invented persons, and writes what they sent.
 * Needs `npm install --ignore-scripts --prefix scripts/sdk-samples` first. Usage: `npx tsx scripts/sdk-samples/record.ts OUT.jsonl [name…]`
 */
import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser } from '../../cli/browser/find';
import { PAGE_HOST } from './page';
import { PERSONS, type Person } from './persons';
import { startRecordServer, type RecordServer, type WireRequest } from './record-server';
import type { RawSample } from './sample';

/** Requests kept of one SDK and person: the first ones to each address. */
const MOST_EACH = 6;
const MOST_PER_ADDRESS = 3;
/** Bodies beyond this are left out. */
const MOST_BODY = 48 * 1024;

type Stored = NonNullable<RawSample['stored']>[number];

/** The browser's own services, switched off as far as they can be. */
const BROWSER_OWN = /^https:\/\/[\w.-]{0,60}(?:google(?:apis)?\.com|gvt1\.com)\/(?!g\/|j\/|r\/|collect)/;

const [out, ...only] = process.argv.slice(2);
if (!out) throw new Error('usage: record.ts OUT.jsonl [driver name…]');
const folder = fileURLToPath(new URL('./drivers/', import.meta.url));
const names = readdirSync(folder).map((file) => file.replace(/\.js$/, '')).filter((name) => only.length === 0 || only.includes(name)).sort();

const server = await startRecordServer();
const executable = await findBrowser('chromium', { progress: (line) => console.error(line) });
if (!executable) throw new Error('no Chromium found');
const browser = await puppeteer.launch({
  executablePath: executable, headless: true, pipe: true, acceptInsecureCerts: true,
  args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=zh-CN', '--ignore-certificate-errors',
    `--host-resolver-rules=MAP * 127.0.0.1:${server.port}, EXCLUDE localhost`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
writeFileSync(out, '');
try {
  for (const name of names) {
    for (const [index, person] of PERSONS.entries()) {
      const made = await recordOne(browser, server, name, index, person);
      appendFileSync(out, made.map((sample) => `${JSON.stringify(sample)}\n`).join(''));
      console.error(`${name} ${index}: ${made.length}`);
    }
  }
} finally {
  await browser.close();
  await server.close();
}
async function recordOne(browser: Browser, server: RecordServer, name: string, index: number, person: Person): Promise<RawSample[]> {
  const bundle = await build({
    stdin: { contents: `import drive from ${JSON.stringify(`./drivers/${name}.js`)}; drive(${JSON.stringify(person)}, ${index}).catch((error) => console.error('driver', error));`, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true, write: false, format: 'iife', platform: 'browser', define: { 'process.env.NODE_ENV': '"production"', global: 'window' }, logLevel: 'error',
  });
  server.driver = bundle.outputFiles[0]!.text;
  server.requests.length = 0;
  const context = await browser.createBrowserContext();
  await context.overridePermissions(`https://${PAGE_HOST}`, ['geolocation']);
  const page = await context.newPage();
  const frames: WireRequest[] = [];
  try {
    await page.setGeolocation({ latitude: person.latitude, longitude: person.longitude });
    page.on('console', (message) => { if (message.text().startsWith('driver')) console.error(`  ${name}: ${message.text().slice(0, 200)}`); });
    page.on('pageerror', (error) => console.error(`  ${name}: ${String(error).slice(0, 200)}`));
    const session = await page.createCDPSession();
    await session.send('Network.enable');
    const sockets = new Map<string, string>();
    session.on('Network.webSocketCreated', ({ requestId, url }) => sockets.set(requestId, url));
    session.on('Network.webSocketFrameSent', ({ requestId, response }) => {
      const body = response.opcode === 2 ? Buffer.from(response.payloadData, 'base64') : Buffer.from(response.payloadData);
      if (response.opcode <= 2) frames.push({ method: 'GET', url: sockets.get(requestId) ?? '', headers: {}, body });
    });
    await page.goto(`https://${PAGE_HOST}/goods?utm_source=wx&from=menu`, { waitUntil: 'load' });
    for (const [selector, text] of [['#kw', person.search], ['#realname', person.name], ['#mobile', person.phone], ['#email', person.email], ['#pw', person.password]] as const) await page.type(selector, text);
    await page.click('#go');
    await pause(1_800);
    const local = await page.evaluate(() => ({ ...localStorage }) as Record<string, string>);
    const cookies = (await page.cookies()).map(({ name, value, expires }): Stored => ['cookie', name, value, expires > 0 ? Math.round((expires - Date.now() / 1_000) / 3_600) : 0]);
    const stored = [...cookies, ...Object.entries(local).map(([key, value]): Stored => ['local', key, value])];
    // Leaving makes SDKs send what they held back.
    await page.goto(`https://${PAGE_HOST}/bye.html`, { waitUntil: 'load' }).catch(() => undefined);
    await pause(400);
    return chosen([...server.requests, ...frames]).map((request) => sampleOf(name, index, request, stored));
  } finally {
    await context.close();
  }
}

function chosen(requests: readonly WireRequest[]): WireRequest[] {
  const seen = new Map<string, number>();
  return requests.filter(({ url, body }) => {
    if (!url || body.length > MOST_BODY || /\/favicon\.ico$/.test(url) || BROWSER_OWN.test(url) || seen.size > 40) return false;
    const address = url.split('?', 1)[0]!;
    const times = (seen.get(address) ?? 0) + 1;
    seen.set(address, times);
    return times <= MOST_PER_ADDRESS;
  }).slice(0, MOST_EACH);
}

function sampleOf(sdk: string, person: number, { method, url, headers, body }: WireRequest, stored: readonly Stored[]): RawSample {
  const kept = Object.entries(headers).filter(([header]) => !/^(host|connection|accept|accept-.*|sec-.*|content-length|origin|user-agent|pragma|cache-control|priority)$/.test(header));
  return {
    sdk, person, method, url, headers: Object.fromEntries(kept), ...(body.length > 0 ? { body: body.toString('base64') } : {}),
    stored: stored.filter(([, , value]) => value.length >= 8 && value.length <= 2_000),
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
