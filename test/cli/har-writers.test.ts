import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { redactedHar } from '../../analyzers/evidence/har';
import { judgeVisit } from '../../analyzers/judge';
import { readHar } from '../../cli/read-har';

const PENDING = { status: 'pending' } as const;
const PHONE = '13800138000';
const JSON_BODY = `{"mobile":"${PHONE}"}`;

/** The same page view and log-in, as each program writes it; shapes after their own exports, values invented. */
const WRITERS: Record<string, string> = {
  // Chrome: page address in the title, cookies and timings everywhere, private members with an underscore.
  Chrome: JSON.stringify({
    log: {
      version: '1.2', creator: { name: 'WebInspector', version: '537.36' },
      pages: [{ startedDateTime: '2026-03-01T02:00:00.000Z', id: 'page_1', title: 'https://www.shop-a.cn/', pageTimings: { onContentLoad: 120.5, onLoad: 300.1 } }],
      entries: [
        { _connectionId: '11', _initiator: { type: 'other' }, _priority: 'VeryHigh', _resourceType: 'document', cache: {}, pageref: 'page_1', request: { method: 'GET', url: 'https://www.shop-a.cn/', httpVersion: 'http/2.0', headers: [{ name: ':authority', value: 'www.shop-a.cn' }], queryString: [], cookies: [], headersSize: -1, bodySize: 0 }, response: { status: 200, statusText: '', headers: [], cookies: [], content: { size: 10, mimeType: 'text/html', text: '<p>' }, redirectURL: '', headersSize: -1, bodySize: -1, _transferSize: 0, _error: null }, serverIPAddress: '203.0.113.7', startedDateTime: '2026-03-01T02:00:00.000Z', time: 80.1, timings: { blocked: 1, dns: -1, ssl: -1, connect: -1, send: 0.1, wait: 60, receive: 1, _blocked_queueing: 0.4 } },
        { _resourceType: 'fetch', cache: {}, pageref: 'page_1', request: { method: 'POST', url: 'https://api.tracker-b.com/v1', httpVersion: 'h3', headers: [{ name: 'content-type', value: 'application/json' }], queryString: [], cookies: [], headersSize: -1, bodySize: JSON_BODY.length, postData: { mimeType: 'application/json', text: JSON_BODY } }, response: { status: 0, statusText: '', headers: [], cookies: [], content: { size: 0, mimeType: 'x-unknown' }, redirectURL: '', headersSize: -1, bodySize: -1, _error: 'net::ERR_ABORTED' }, startedDateTime: '2026-03-01T02:00:01.500Z', time: 3, timings: {} },
        { _resourceType: 'websocket', _webSocketMessages: [{ type: 'send', time: 1772330402.1, opcode: 1, data: JSON.stringify({ tel: PHONE }) }, { type: 'receive', time: 1772330402.2, opcode: 1, data: '{"tel":"13900001111"}' }, { type: 'send', time: 1772330402.3, opcode: 2, data: Buffer.from(JSON.stringify({ tel: PHONE })).toString('base64') }], pageref: 'page_1', request: { method: 'GET', url: 'wss://im.tracker-b.com/ws', headers: [], queryString: [], cookies: [] }, response: { status: 101, headers: [], content: {} }, startedDateTime: '2026-03-01T02:00:02.000Z', time: 0 },
      ],
    },
  }),
  // Firefox: a byte order mark, title of the page, `params` beside `text`, times with an offset, no resource type.
  Firefox: `\ufeff${JSON.stringify({
    log: {
      version: '1.2', creator: { name: 'Firefox', version: '153.7' }, browser: { name: 'Firefox', version: '153.7' },
      pages: [{ id: 'page_1', pageTimings: { onContentLoad: 900, onLoad: 1200 }, startedDateTime: '2026-03-01T10:00:00.000+08:00', title: '甲店 - 首页' }],
      entries: [
        { startedDateTime: '2026-03-01T10:00:00.000+08:00', request: { bodySize: 0, method: 'GET', url: 'https://www.shop-a.cn/', httpVersion: 'HTTP/2', headers: [], cookies: [], queryString: [], headersSize: 300 }, response: { status: 200, statusText: '', headers: [{ name: 'content-type', value: 'text/html; charset=utf-8' }], cookies: [], content: { mimeType: 'text/html; charset=utf-8', size: 20, text: '' }, redirectURL: '', bodySize: 20 }, cache: {}, timings: { blocked: 0 }, time: 10, _securityState: 'secure', serverIPAddress: '203.0.113.7', connection: '443', pageref: 'page_1' },
        { startedDateTime: '2026-03-01T10:00:01.500+08:00', request: { bodySize: 30, method: 'POST', url: 'https://api.tracker-b.com/v1', headers: [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }], cookies: [], queryString: [], postData: { mimeType: 'application/x-www-form-urlencoded', params: [{ name: 'mobile', value: PHONE }], text: `mobile=${PHONE}` } }, response: { status: 204, headers: [], content: { mimeType: '', size: 0 } }, pageref: 'page_1' },
      ],
    },
  })}`,
  // Safari: times of the page only, no page title, media type with parameters, `_fetchType`, whole bodies.
  Safari: JSON.stringify({
    log: {
      version: '1.2', creator: { name: 'WebKit Web Inspector', version: '1.0' }, pages: [{ startedDateTime: '2026-03-01T02:00:00.000Z', id: 'page_0', title: 'https://www.shop-a.cn/', pageTimings: {} }],
      entries: [
        { pageref: 'page_0', startedDateTime: '2026-03-01T02:00:00.000Z', time: 0, request: { method: 'GET', url: 'https://www.shop-a.cn/', httpVersion: '', cookies: [], headers: [], queryString: [], headersSize: -1, bodySize: -1 }, response: { status: 200, content: { size: 1, compression: 0, mimeType: 'text/html' }, headers: [] }, _fetchType: 'Network Load', _priority: 'high' },
        { pageref: 'page_0', startedDateTime: '2026-03-01T02:00:01.500Z', request: { method: 'POST', url: 'https://api.tracker-b.com/v1', headers: [], bodySize: -1, postData: { mimeType: 'text/plain;charset=UTF-8', text: JSON_BODY } }, response: { status: 200, content: {}, headers: [] } },
      ],
    },
  }),
  // Charles: no pages, comments, the address with its port, numbers as strings, bodies in base64.
  Charles: JSON.stringify({
    log: {
      version: '1.2', creator: { name: 'Charles Proxy', version: '4.6.6' }, comment: '',
      entries: [
        { startedDateTime: '2026-03-01T10:00:00.000+08:00', time: 100, comment: '', request: { method: 'GET', url: 'https://www.shop-a.cn:443/', httpVersion: 'HTTP/2.0', cookies: [], headers: [], queryString: [], headersSize: '300', bodySize: '0' }, response: { _charlesStatus: 'COMPLETE', status: 200, statusText: 'OK', headers: [{ name: 'content-type', value: 'text/html' }], content: { size: 9, mimeType: 'text/html', text: 'PHA+', encoding: 'base64' } }, serverIPAddress: '203.0.113.7', cache: {}, timings: {} },
        { startedDateTime: '2026-03-01T10:00:01.500+08:00', request: { method: 'POST', url: 'https://api.tracker-b.com:443/v1', headers: [{ name: 'referer', value: 'https://www.shop-a.cn/' }], postData: { mimeType: 'application/octet-stream', text: Buffer.from(JSON_BODY).toString('base64'), encoding: 'base64' } }, response: { status: 200, headers: [], content: { mimeType: 'application/json' } } },
      ],
    },
  }),
  // mitmproxy: no pages, `postData` with empty params, microseconds, response null where none came, fields of the tunnel.
  mitmproxy: JSON.stringify({
    log: {
      version: '1.2', creator: { name: 'mitmproxy', version: '10.2.2', comment: '' }, pages: [],
      entries: [
        { startedDateTime: '2026-03-01T02:00:00.000123+00:00', time: 55, request: { method: 'GET', url: 'https://www.shop-a.cn/', httpVersion: 'HTTP/2.0', cookies: [], headers: [{ name: 'user-agent', value: 'Mozilla/5.0' }], queryString: [], headersSize: 90, bodySize: 0 }, response: { status: 200, headers: [], content: { size: 1, compression: 0, mimeType: 'text/html', text: '' } }, cache: {}, timings: { connect: 3 }, serverIPAddress: '203.0.113.7' },
        { startedDateTime: '2026-03-01T02:00:01.500456+00:00', request: { method: 'POST', url: 'https://api.tracker-b.com/v1', headers: [{ name: 'referer', value: 'https://www.shop-a.cn/' }], bodySize: 24, postData: { mimeType: 'application/json', text: JSON_BODY, params: [] } }, response: null },
      ],
    },
  }),
};

describe('a recording written by', () => {
  it.each(Object.entries(WRITERS))('%s shows page, recipient, time and what was sent', (_, source) => {
    const [visit, ...more] = readHar(source, PENDING);
    expect(more).toEqual([]);
    expect(visit).toMatchObject({ site: 'shop-a.cn', startedAt: Date.parse('2026-03-01T02:00:00.000Z') });
    const sent = visit!.exchanges[1]!;
    expect(sent).toMatchObject({ host: 'api.tracker-b.com', method: 'POST', at: Date.parse('2026-03-01T02:00:01.500Z') });
    expect(sent.items).toMatchObject([{ kind: 'phone', mask: '138****8000', where: 'body' }]);
  });

  it('Chrome shows the socket messages that the page sent, not those it received', () => {
    const [visit] = readHar(WRITERS.Chrome!, PENDING);
    const socket = visit!.exchanges.find(({ host }) => host === 'im.tracker-b.com');
    expect(socket).toMatchObject({ type: 'websocket', body: 'read' });
    expect(socket!.items.map(({ kind, mask }) => [kind, mask])).toEqual([['phone', '138****8000']]);
  });

  it('nobody in particular is read with times missing, null members and wrong types', () => {
    const odd = JSON.stringify({ log: { creator: null, pages: null, entries: [
      { request: { method: 7, url: 'https://www.shop-a.cn/', headers: [null, { name: 'Cookie' }, { name: 3, value: 4 }], postData: null }, response: null },
      { startedDateTime: 0, request: { url: 'https://api.tracker-b.com/v1', headers: 'none', postData: { text: JSON_BODY, encoding: 5, params: 'x' } }, response: { status: '200', headers: { a: 1 }, content: null } },
      { request: { url: 'http://', postData: { params: [{ name: '__proto__', value: PHONE }, { value: 1 }] } } }, 7, null,
    ] } });
    const visits = readHar(odd, PENDING);
    expect(visits.flatMap(({ exchanges }) => exchanges).some(({ items }) => items.some(({ kind }) => kind === 'phone'))).toBe(true);
    expect(JSON.stringify(visits)).not.toContain(PHONE);
  });

  it('a proxy that kept a compressed body as base64 is read through its Content-Encoding', () => {
    const body = gzipSync(JSON_BODY).toString('base64');
    const source = JSON.stringify({ log: { entries: [{ startedDateTime: '2026-03-01T02:00:00Z', request: { method: 'POST', url: 'https://api.tracker-b.com/v1', headers: [{ name: 'Content-Encoding', value: 'gzip' }], postData: { text: body, encoding: 'base64' } } }] } });
    expect(readHar(source, PENDING)[0]!.exchanges[0]!.items).toMatchObject([{ kind: 'phone', form: 'encoded' }]);
  });
});

describe('our own archive of a visit', () => {
  const [visit] = readHar(WRITERS.Chrome!, PENDING);
  const archive = redactedHar(visit!, judgeVisit(visit!, { version: '1.0.0', lang: 'zh-CN' }));

  it('has every member that HAR 1.2 asks for, and no value of a person', () => {
    const required: Record<string, string[]> = {
      entry: ['startedDateTime', 'time', 'request', 'response', 'cache', 'timings'],
      request: ['method', 'url', 'httpVersion', 'cookies', 'headers', 'queryString', 'headersSize', 'bodySize'],
      response: ['status', 'statusText', 'httpVersion', 'cookies', 'headers', 'content', 'redirectURL', 'headersSize', 'bodySize'],
      content: ['size', 'mimeType'], timings: ['send', 'wait', 'receive'],
    };
    expect(archive.log).toMatchObject({ version: '1.2', creator: { name: 'Mingshi', version: '1.0.0' } });
    expect(archive.log.entries.length).toBeGreaterThan(0);
    for (const entry of archive.log.entries as Record<string, Record<string, unknown>>[]) {
      const parts: Record<string, object> = { entry, request: entry.request!, response: entry.response!, content: entry.response!.content as object, timings: entry.timings! };
      for (const [name, members] of Object.entries(required)) expect(Object.keys(parts[name]!), name).toEqual(expect.arrayContaining(members));
      expect(archive.log.pages.map(({ id }) => id)).toContain(entry.pageref);
    }
    expect(JSON.stringify(archive)).not.toContain(PHONE);
  });

  it('is read again: same site, recipients and times', () => {
    const [again, ...more] = readHar(JSON.stringify(archive), PENDING);
    expect(more).toEqual([]);
    expect(again!.site).toBe(visit!.site);
    const withData = visit!.exchanges.filter(({ items }) => items.length > 0);
    expect(again!.exchanges.map(({ host, at }) => [host, at])).toEqual(expect.arrayContaining(withData.map(({ host, at }) => [host, at])));
  });
});
