/** Answers every host on loopback over https, and keeps each request as it came over the wire. */
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { IncomingMessage } from 'node:http';
import { makeCertificate } from '../../test/scenes/certificate';
import { PAGE, PAGE_HOST } from './page';

/** One request as it came, or one text or binary frame of a socket. */
export interface WireRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: Buffer;
}

export interface RecordServer {
  port: number;
  requests: WireRequest[];
  /** The bundle that the page loads. */
  driver: string;
  close(): Promise<void>;
}

/** Bytes of one body that are kept. */
const MOST_BYTES = 512 * 1024;

/** What services must answer for their SDKs to go on; any other request gets `{}`. */
const ANSWERS: readonly [RegExp, (url: URL) => unknown][] = [
  [/\/v1\/web\/start/, () => ({ token: 'tok', userUUID: 'u', projectID: '1', sessionID: '7301234567890', startTimestamp: 1, delay: 0, beaconSizeLimit: 1_000_000, compressionThreshold: 20_000, features: {} })],
  [/\/flags|\/decide/, () => ({ config: { enable_collect_everything: true }, sessionRecording: { endpoint: '/s/' }, supportedCompression: ['gzip-js'], featureFlags: {}, capturePerformance: false })],
  [/webid/i, () => ({ e: 0, web_id: '7439000000000012345', ssid: 'b0d1d9a3-5f0e-4a4e-9d57-2c07c2b7b6aa' })],
  [/1\.1\/_route|\/v1\/route|\/1\/route/, () => ({ server: 'wss://rtm.leancloud.cn/', secondary: 'wss://rtm.leancloud.cn/', ttl: 3600 })],
  [/\/token$/, () => ({ access_token: 'YWMt3f8a', expires_in: 3600, user: { uuid: 'a8f3c1d9-7b2e-4f60-a1b2-c3d4e5f60718', username: 'u' } })],
  [/\/v1\/open|\/v1\/pageview|branch/, () => ({ session_id: '1122334455667788990', identity_id: '1122334455667788991', randomized_device_token: '1122334455667788992', randomized_bundle_token: '1122334455667788993', link: 'https://b.app.link/x', data: '{}', has_app: false })],
  [/adjust/, () => ({ adid: '3f8ac1d97b2e4f60a1b2c3d4e5f60718', ask_in: 0, continue_in: 0, message: 'ok', timestamp: '2026-01-01T00:00:00.000Z+0000' })],
  [/features|collect\/features/, () => ({ code: 200, features: [] })],
  [/cdp\.customer\.io\/v1\/projects|hightouch.*settings/, () => ({ integrations: { 'Customer.io Data Pipelines': { apiKey: '8f3ac1d97b2e4f60a1b2', versionSettings: { version: '4.4.7', componentTypes: ['browser'] } } }, plan: { track: { __default: { enabled: true } } } })],
  [/bam\.nr-data\.net\/1\//, () => ({ app: { agents: [{ entityGuid: 'MzAwMDAwMXxCUk9XU0VSfEFQUExJQ0FUSU9OfDExMjAwNDU2Nzg' }] }, stn: 1, err: 1, ins: 1, spa: 1, loaded: 1, log: 3, sr: 0, srs: 0, sts: 0, st: 1 })],
  [/sdk\.fra-01\.braze\.eu/, () => ({ config: { time: 1, events_blacklist: [], attributes_blacklist: [], purchases_blacklist: [] }, triggers: [], message: 'success' })],
  [/rudderstack\.com\/sourceConfig/, () => ({ source: { id: '2Rk8', name: 'shop', writeKey: '2Rk8vN2kT7wR5yL9pZmB3xQ8vN2', enabled: true, workspaceId: 'w1', config: { statsCollection: { errors: { enabled: false }, metrics: { enabled: false } } }, destinations: [], connections: [] } })],
  [/identity\.mparticle\.com/, () => ({ mpid: '7346244611012968789', is_logged_in: true, matched_identities: {}, is_ephemeral: false, context: '' })],
  [/\/up\.qiniu|uc\/query|v4\/query/, () => ({ hosts: [{ up: { domains: ['up.qiniup.com'] } }], key: 'k', hash: 'h' })],
];

export async function startRecordServer(): Promise<RecordServer> {
  const requests: WireRequest[] = [];
  const server = createServer(makeCertificate([PAGE_HOST, 'any.example']));
  const self = { requests, driver: '', port: 0, close: () => closed(server) };
  server.on('request', (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(`https://${request.headers.host ?? PAGE_HOST}${request.url ?? '/'}`);
      const origin = request.headers.origin ?? '*';
      response.setHeader('access-control-allow-origin', origin);
      if (origin !== '*') response.setHeader('access-control-allow-credentials', 'true');
      response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*');
      response.setHeader('access-control-allow-methods', 'GET,POST,PUT,DELETE,PATCH,OPTIONS');
      if (request.method === 'OPTIONS') return void response.writeHead(204).end();
      if (url.hostname === PAGE_HOST && url.pathname === '/driver.js') return void response.setHeader('content-type', 'text/javascript; charset=utf-8').end(self.driver);
      if (url.hostname === PAGE_HOST && request.method === 'GET' && !url.pathname.startsWith('/api/')) return void response.setHeader('content-type', 'text/html; charset=utf-8').end(url.pathname === '/bye.html' ? '<!doctype html><title>bye</title>' : PAGE);
      requests.push({ method: request.method ?? 'GET', url: url.href, headers: headersOf(request), body: Buffer.concat(chunks).subarray(0, MOST_BYTES) });
      const answer = ANSWERS.find(([pattern]) => pattern.test(url.href))?.[1](url) ?? {};
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });
  // Sockets are accepted so that clients send; their frames are read through the browser's own log.
  server.on('upgrade', (request, socket) => {
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
    const protocol = request.headers['sec-websocket-protocol']?.split(',')[0]?.trim();
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n${protocol ? `Sec-WebSocket-Protocol: ${protocol}\r\n` : ''}\r\n`);
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  self.port = (server.address() as AddressInfo).port;
  return self;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = Array.isArray(value) ? value.join('; ') : (value ?? '');
  return headers;
}
