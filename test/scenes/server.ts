/**
 * Serves the scene library on one loopback port: http and https for every made-up host, and an http proxy, all told apart
 * by the first byte. Nothing is ever passed on to a real server: a host that no scene has is answered 502 and logged.
 */
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { makeCertificate } from './certificate';
import type { Handler, SceneRequest, SceneResponse } from './http';
import { indexPage } from './index-page';
import { loadScenes, type Scene } from './scene';
import { siteHandler } from './site-handler';
import { THIRD_PARTIES } from './third-parties';

/** Host of the list of scenes, in a browser that is mapped to the server. */
export const INDEX_HOST = 'scenes.test';

/** Bytes of one request body that the log keeps. */
const LOGGED_BODY_BYTES = 64 * 1024;

export interface SceneServerOptions {
  /** Default: any free port. */
  port?: number;
  /** Default: the whole library. */
  scenes?: Scene[];
}

export interface SceneServer {
  /** The one port, on 127.0.0.1, for http, https and the proxy. */
  port: number;
  scenes: Scene[];
  /** Every host that is served, sorted. */
  hosts: string[];
  /** List of the scenes for a person; opens in any browser, its links need the flags or preferences below. */
  indexUrl: string;
  /** Every request so far, oldest first, those to unknown hosts included. */
  requests: SceneRequest[];
  /** Requests to one host, or to any of its subdomains when the host starts with a dot. */
  requestsTo(host: string): SceneRequest[];
  /** Forgets the requests so far. */
  clear(): void;
  /**
   * `--host-resolver-rules=MAP * 127.0.0.1:PORT,EXCLUDE localhost` and `--ignore-certificate-errors`: every address of
   * every host on every port comes here. Chromium applies the rule to the connection only; address and Host header stay.
   */
  chromeArgs(): string[];
  /** Preferences that make Firefox use the server as its proxy for http and https, without exceptions. */
  firefoxPrefs(): Record<string, string | number | boolean>;
  /** Closes the port and every connection. */
  stop(): Promise<void>;
}

/** Starts the server; it answers when the promise resolves. */
export async function startSceneServer(options: SceneServerOptions = {}): Promise<SceneServer> {
  const scenes = options.scenes ?? loadScenes();
  const handlers = handlersOf(scenes);
  const hosts = [...handlers.keys()].sort();
  const requests: SceneRequest[] = [];
  const sockets = new Set<Socket>();

  const answer = (protocol: 'http' | 'https') => (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    read(incoming, protocol).then((request) => {
      requests.push(request);
      const response = respond(request);
      if (response.delayMs === undefined) send(outgoing, request, response);
      else setTimeout(() => send(outgoing, request, response), response.delayMs).unref();
    }, () => outgoing.destroy());
  };
  const respond = (request: SceneRequest): SceneResponse => {
    const handler = handlers.get(request.host);
    if (handler) return handler(request) ?? notFound();
    if (request.host === INDEX_HOST || request.host === '127.0.0.1' || request.host === 'localhost') return indexPage(scenes, request);
    return { status: 502, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'no scene has this host; nothing was sent anywhere\n' };
  };

  const http = createHttp(answer('http'));
  const https = createHttps(makeCertificate([...hosts, INDEX_HOST, 'localhost']), answer('https'));
  // A TLS record of a handshake starts with 0x16; no http method does.
  const route = (socket: Socket): void => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === 0x16 ? https : http).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  };
  http.on('connect', (_request: IncomingMessage, socket: Socket, head: Buffer) => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    route(socket);
  });
  for (const inner of [http, https]) inner.on('clientError', (_error: Error, socket: Socket) => socket.destroy());
  https.on('tlsClientError', (_error: Error, socket: Socket) => socket.destroy());

  const outer = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    route(socket);
  });
  await new Promise<void>((resolve, reject) => {
    outer.once('error', reject);
    outer.listen(options.port ?? 0, '127.0.0.1', () => resolve());
  });
  const { port } = outer.address() as AddressInfo;

  return {
    port,
    scenes,
    hosts,
    indexUrl: `http://127.0.0.1:${port}/`,
    requests,
    requestsTo: (host) => requests.filter((r) => (host.startsWith('.') ? r.host === host.slice(1) || r.host.endsWith(host) : r.host === host)),
    clear: () => void requests.splice(0),
    chromeArgs: () => [`--host-resolver-rules=MAP * 127.0.0.1:${port},EXCLUDE localhost`, '--ignore-certificate-errors'],
    firefoxPrefs: () => ({
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'network.proxy.no_proxies_on': '',
      'network.proxy.failover_direct': false,
      'network.trr.mode': 5,
      'security.cert_pinning.enforcement_level': 0,
      'security.ssl.enable_ocsp_stapling': false,
    }),
    stop: () =>
      new Promise<void>((resolve) => {
        outer.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** One handler a host. The loader has made sure that scenes agree on shared hosts. */
function handlersOf(scenes: readonly Scene[]): Map<string, Handler> {
  const handlers = new Map<string, Handler>();
  for (const scene of scenes) {
    for (const [host, target] of Object.entries(scene.hosts)) {
      const thirdParty = target.startsWith('third-party:') ? THIRD_PARTIES[target.slice('third-party:'.length)] : undefined;
      handlers.set(host, thirdParty ?? siteHandler(scene, host, target));
    }
  }
  return handlers;
}

function read(incoming: IncomingMessage, protocol: 'http' | 'https'): Promise<SceneRequest> {
  return new Promise((resolve, reject) => {
    const kept: Buffer[] = [];
    let bodyBytes = 0;
    incoming.on('data', (chunk: Buffer) => {
      const room = LOGGED_BODY_BYTES - bodyBytes;
      if (room > 0) kept.push(chunk.subarray(0, room));
      bodyBytes += chunk.length;
    });
    incoming.on('error', reject);
    incoming.on('end', () => {
      // A proxy gets the whole address, everyone else the path alone.
      const address = new URL(incoming.url ?? '/', `${protocol}://${incoming.headers.host ?? 'unknown.invalid'}`);
      const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value ?? '']));
      resolve({ at: Date.now(), protocol, method: incoming.method ?? 'GET', host: address.hostname, path: address.pathname + address.search, headers, body: Buffer.concat(kept), bodyBytes });
    });
  });
}

function send(outgoing: ServerResponse, request: SceneRequest, response: SceneResponse): void {
  if (outgoing.destroyed) return;
  const body = typeof response.body === 'string' ? Buffer.from(response.body) : response.body ?? Buffer.alloc(0);
  outgoing.writeHead(response.status ?? 200, { 'content-length': String(body.length), ...response.headers });
  outgoing.end(request.method === 'HEAD' ? undefined : body);
}

function notFound(): SceneResponse {
  return { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<!doctype html><html lang="zh-CN"><title>404</title><h1>404</h1><p>您访问的页面不存在。</p></html>' };
}
