import { createHash } from 'node:crypto';
import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../analyzers/artifacts';
import { Observer, type RawRequest, type RawWrite } from '../../../analyzers/traffic/observe';

const PHONE = '13800138000';
const ID = '5f0c2e9a-71b3-4d8e-9a6f-3c2b1a0d9e8f';
const hash = (name: string, text: string) => createHash(name).update(text).digest('hex');

function request(change: Partial<RawRequest> = {}): RawRequest {
  return { id: 'r1', at: 1_000, url: 'https://t.example.net/c', method: 'post', type: 'xmlhttprequest', pageUrl: 'https://shop.example.cn/', seenBy: 'web-request', ...change };
}
function write(change: Partial<RawWrite> = {}): RawWrite {
  return { at: 900, area: 'local', key: 'visitor', value: ID, lifetimeHours: null, pageUrl: 'https://shop.example.cn/', ...change };
}

describe('typed values', () => {
  it.each([
    ['plain', 'plain', PHONE],
    ['with country code and spaces', 'plain', '+86 13800138000'],
    ['as MD5', 'hashed', hash('md5', PHONE)],
    ['as upper-case SHA-256 with country code', 'hashed', hash('sha256', `+86${PHONE}`).toUpperCase()],
    ['as SHA-1 in base64', 'hashed', createHash('sha1').update(PHONE).digest('base64')],
    ['as the middle of MD5', 'hashed', hash('md5', PHONE).slice(8, 24)],
    ['in base64', 'encoded', Buffer.from(PHONE).toString('base64')],
    ['in gzip in base64', 'encoded', Buffer.from(gzipSync(strToU8(PHONE))).toString('base64')],
    ['inside a sentence', 'plain', `联系电话:${PHONE},谢谢`],
    ['inside a sentence with country code', 'plain', `call +86${PHONE} please`],
  ])('are found %s, under a name that says nothing', (_, form, value) => {
    const observer = new Observer('salt');
    observer.addTyped('phone', '138 0013 8000');
    const { items } = observer.observe(request({ body: JSON.stringify({ x: value }) }));
    expect(items).toMatchObject([{ kind: 'phone', form, where: 'body', foundBy: 'needle', mask: '138****8000' }]);
  });

  it('give equal digests in every writing', () => {
    const observer = new Observer('salt');
    observer.addTyped('phone', PHONE);
    const digests = [PHONE, hash('md5', PHONE), `86${PHONE}`].map((x) => observer.observe(request({ body: JSON.stringify({ x }) })).items[0]?.digest);
    expect(new Set(digests).size).toBe(1);
  });

  it('are not found inside a longer number', () => {
    const observer = new Observer('salt');
    observer.addTyped('phone', PHONE);
    expect(observer.observe(request({ body: JSON.stringify({ x: `9${PHONE}77` }) })).items).toEqual([]);
  });

  it('of few letters are not looked for', () => {
    const observer = new Observer('salt');
    observer.addTyped('other', 'test');
    observer.addTyped('sms-code', '123456');
    expect(observer.observe(request({ body: JSON.stringify({ env: 'test', v: '123456' }) })).items).toEqual([]);
  });

  it('that were sent just before they were reported are found afterwards', () => {
    const observer = new Observer('salt');
    const early = observer.observe(request({ at: 1_000, body: JSON.stringify({ k: PHONE }) }));
    observer.addTyped('phone', PHONE, 995);
    expect(early.items).toMatchObject([{ kind: 'phone', foundBy: 'needle' }]);
    expect(observer.takeChanged()).toEqual([early]);
    expect(observer.takeChanged()).toEqual([]);
  });

  it('are found afterwards though their name told their kind already, and though clocks differ a little', () => {
    const observer = new Observer('salt');
    const early = observer.observe(request({ at: 1_000, body: JSON.stringify({ mobile: PHONE }) }));
    expect(early.items).toMatchObject([{ kind: 'phone', foundBy: 'key' }]);
    observer.addTyped('phone', PHONE, 1_003);
    expect(early.items).toMatchObject([{ kind: 'phone', foundBy: 'needle' }]);
  });

  it('never stand in what is handed out', () => {
    const observer = new Observer('salt');
    observer.addTyped('phone', PHONE);
    observer.addTyped('name', '欧阳小明');
    const text = JSON.stringify(
      observer.observe(request({ url: `https://u:p@t.example.net/${PHONE}/x?m=${PHONE}&n=${encodeURIComponent('欧阳小明')}&b=${Buffer.from(PHONE).toString('base64')}`, pageUrl: `https://shop.example.cn/?tel=${PHONE}`, body: `tel=${PHONE}&q=1`, headers: [{ name: 'Referer', value: `https://shop.example.cn/?tel=${PHONE}` }] })),
    );
    for (const secret of [PHONE, '欧阳小明', encodeURIComponent('欧阳小明'), Buffer.from(PHONE).toString('base64'), 'u:p@']) expect(text).not.toContain(secret);
  });
});

describe('stored identifiers', () => {
  it('are recognised when sent under another name, and carry how long they are kept', () => {
    const observer = new Observer('salt');
    const stored = observer.addStored(write());
    expect(stored).toMatchObject({ isIdentifier: true, mask: '5f0c…(36)' });
    expect(stored).not.toHaveProperty('value');
    const [item] = observer.observe(request({ url: `https://t.example.net/c?x=${ID}` })).items;
    expect(item).toMatchObject({ kind: 'device-id', foundBy: 'needle', digest: stored.digest });
    expect(item!.lifetimeHours).toBeGreaterThan(24);
  });

  it('that were sent before they were stored are recognised afterwards, and masked in the address', () => {
    const observer = new Observer('salt');
    const early = observer.observe(request({ url: `https://t.example.net/c?x=${ID}` }));
    expect(early.items).toEqual([]);
    observer.addStored(write());
    expect(early.items).toMatchObject([{ kind: 'device-id', where: 'url', foundBy: 'needle' }]);
    expect(early.url).not.toContain(ID);
  });

  it('inside the JSON of a cookie are recognised', () => {
    const observer = new Observer('salt');
    observer.addStored(write({ area: 'cookie', key: 'sensorsdata2015jssdkcross', lifetimeHours: 1_752_000, value: encodeURIComponent(JSON.stringify({ distinct_id: '18c5f3d2a1b09f-0a1b2c3d4e5f6-1b525634-1296000-18c5f3d2a1c0', props: { $latest_referrer: '' } })) }));
    const data = Buffer.from(JSON.stringify({ anyname: '18c5f3d2a1b09f-0a1b2c3d4e5f6-1b525634-1296000-18c5f3d2a1c0' })).toString('base64');
    expect(observer.observe(request({ body: `data=${encodeURIComponent(data)}&ext=crc` })).items).toMatchObject([{ kind: 'cookie-id', form: 'encoded', foundBy: 'needle' }]);
  });

  it('of Google Analytics are recognised without their prefix', () => {
    const observer = new Observer('salt');
    observer.addStored(write({ area: 'cookie', key: '_ga', value: 'GA1.2.1234567890.1732233600', lifetimeHours: 9_600 }));
    expect(observer.observe(request({ url: 'https://t.example.net/g?cid=1234567890.1732233600' })).items[0]).toMatchObject({ kind: 'cookie-id', foundBy: 'needle' });
  });

  it('are none where the value is a setting, a choice, a key, a time or protects the service', () => {
    const observer = new Observer('salt');
    const plain: [string, string][] = [
      ['theme', 'dark-theme-v2'], ['cc_cookie', JSON.stringify({ categories: ['necessary'], consentId: ID })], ['XSRF-TOKEN', 'Zk3PqX9vTb2LmR8sYw5N'], ['acw_tc', '9f86d081884c7d659a2feaa0c55ad015'],
      ['Hm_lvt_1', '1732233600'], ['config', JSON.stringify({ appKey: '9f86d081884c7d659a2feaa0c55ad015', build: 'Zk3PqX9vTb2LmR8sYw5N' })], ['lang', 'zh-CN'], ['OptanonConsent', `consentId=${ID}&groups=C1`],
    ];
    expect(plain.filter(([key, value]) => observer.addStored(write({ key, value })).isIdentifier)).toEqual([]);
  });

  it('are none where the value is the number of an account, or stands in a request that waits to be sent', () => {
    const observer = new Observer('salt');
    const kept: [string, string][] = [['shop_user_id', '80417735'], ['SVC_ACCOUNT_ID', '"R65-ZKR-8W7Z"'], ['queue', JSON.stringify({ q: `https://t.example.net/a?deviceId=${ID}` })]];
    expect(kept.filter(([key, value]) => observer.addStored(write({ key, value })).isIdentifier)).toEqual([]);
    expect(observer.observe(request({ body: JSON.stringify({ user_id: '80417735' }) })).items).toMatchObject([{ kind: 'account-id' }]);
  });

  it('of the session only are not followed', () => {
    const observer = new Observer('salt');
    observer.addStored(write({ area: 'session' }));
    observer.addStored(write({ area: 'cookie', lifetimeHours: null, value: 'Zk3PqX9vTb2LmR8sYw5N' }));
    expect(observer.observe(request({ url: `https://t.example.net/c?x=${ID}&y=Zk3PqX9vTb2LmR8sYw5N` })).items).toEqual([]);
  });
});

describe('cookies of answers', () => {
  it('are read with their lifetime and recognised when they come back', () => {
    const observer = new Observer('salt');
    const exchange = observer.observe(request());
    const [cookie, session] = observer.observeResponse(exchange, [
      { name: 'Set-Cookie', value: `vid=${ID}; Max-Age=31536000; Domain=.example.net; Path=/` },
      { name: 'set-cookie', value: 'sid=Zk3PqX9vTb2LmR8sYw5N; Path=/; HttpOnly' },
    ]);
    expect(cookie).toMatchObject({ name: 'vid', domain: 'example.net', lifetimeHours: 8_760, isIdentifier: true, blocked: false });
    expect(session).toMatchObject({ lifetimeHours: null, domain: 't.example.net' });
    expect(exchange.setCookies).toHaveLength(2);
    const next = observer.observe(request({ headers: [{ name: 'Cookie', value: `vid=${ID}; theme=dark` }] }));
    expect(next.items).toMatchObject([{ kind: 'cookie-id', where: 'cookie', foundBy: 'needle', lifetimeHours: 8_760 }]);
    expect(next.cookiesSent).toBe(2);
  });

  it('count expiry from the request', () => {
    const observer = new Observer('salt');
    const exchange = observer.observe(request({ at: Date.UTC(2026, 0, 1) }));
    expect(observer.observeResponse(exchange, [{ name: 'Set-Cookie', value: `a=${ID}; Expires=Sat, 03 Jan 2026 00:00:00 GMT` }])[0]!.lifetimeHours).toBe(48);
    expect(observer.observeResponse(exchange, [{ name: 'Set-Cookie', value: 'a=; Max-Age=0' }])[0]!.lifetimeHours).toBe(0);
  });

  it('that the browser refused are not followed', () => {
    const observer = new Observer('salt');
    const exchange = observer.observe(request());
    expect(observer.observeResponse(exchange, [{ name: 'Set-Cookie', value: `vid=${ID}; Max-Age=31536000` }], () => true)[0]!.blocked).toBe(true);
    expect(observer.observe(request({ url: `https://t.example.net/?x=${ID}` })).items).toEqual([]);
  });
});

describe('bodies seen by the page', () => {
  it('are added to their request', () => {
    const observer = new Observer('salt');
    observer.addTyped('phone', PHONE);
    const exchange = observer.observe(request({ bodyUnreadable: true }));
    expect(exchange.body).toBe('unreadable');
    observer.addHookedBody(exchange, 'https://t.example.net/c', 1_000, strToU8(`m=${PHONE}&a=1`));
    expect(exchange).toMatchObject({ body: 'read', items: [{ kind: 'phone' }] });
    expect(observer.takeChanged()).toEqual([exchange]);
  });

  it('make a request of their own where none was seen', () => {
    const observer = new Observer('salt');
    observer.addTyped('phone', PHONE);
    expect(observer.addHookedBody(undefined, 'wss://t.example.net/live', 2_000, strToU8(JSON.stringify({ m: PHONE })))).toMatchObject({ type: 'websocket', host: 't.example.net', seenBy: 'page-hook', items: [{ kind: 'phone' }] });
  });
});

describe('bounds', () => {
  it('keeps no more items and no longer address than the limits', () => {
    const observer = new Observer('salt');
    const phones = Array.from({ length: 300 }, (_, i) => ({ mobile: `138${String(10_000_000 + i)}` }));
    const exchange = observer.observe(request({ url: `https://t.example.net/?q=${'x'.repeat(9_000)}`, body: JSON.stringify(phones) }));
    expect(exchange.items).toHaveLength(LIMITS.itemsPerExchange);
    expect(exchange.url.length).toBeLessThanOrEqual(LIMITS.urlChars);
  });

  it('marks a body that is longer than what is read as cut', () => {
    expect(new Observer('salt').observe(request({ body: new Uint8Array(LIMITS.bodyBytes + 1).fill(97) })).body).toBe('cut');
  });

  it('reads the beginning of an upload of 50 MB and no more', () => {
    const observer = new Observer('salt');
    const upload = new Uint8Array(50 * 1024 * 1024).fill(32);
    upload.set(strToU8(`{"mobile":"${PHONE}","rest":"`));
    upload.set(strToU8('"mobile":"13900001111"'), upload.length - 100);
    const before = process.memoryUsage().arrayBuffers;
    const exchange = observer.observe(request({ body: upload }));
    expect(exchange).toMatchObject({ body: 'cut', bodyBytes: upload.length, items: [{ kind: 'phone', mask: '138****8000' }] });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 * 1024 * 1024);
  });

  it('gives different digests in different visits', () => {
    const digest = (salt: string) => new Observer(salt).observe(request({ body: JSON.stringify({ mobile: PHONE }) })).items[0]!.digest;
    expect(digest('a')).not.toBe(digest('b'));
  });
});

describe('addresses of requests', () => {
  const kinds = (url: string) => new Observer('salt').observe(request({ url })).items.map(({ kind }) => kind);

  it('tell whose number follows the word for a person, and of nothing else', () => {
    expect(kinds('https://t.example.net/api/users/80417735/orders')).toEqual(['account-id']);
    expect(kinds('https://t.example.net/api/memberships/user_80417735')).toEqual(['account-id']);
    expect(kinds('https://t.example.net/api/goods/80417735')).toEqual([]);
    expect(kinds('https://t.example.net/webapi/user/create.action')).toEqual([]);
  });
});

describe('cookies that were set before', () => {
  const kinds = (value: string) => new Observer('salt').observe(request({ headers: [{ name: 'Cookie', value }] })).items.map(({ kind }) => kind);

  it('are identifiers where they look random, unless their name says that they end with the session', () => {
    const member = encodeURIComponent(JSON.stringify({ id: 'cfb94d0f245b570085ffc146e7d6ade5', startTime: 1_796_097_390_383 }));
    expect(kinds(`_rum_visitor=${member}`)).toEqual(['cookie-id']);
    expect(kinds(`_rum_sid=${member}`)).toEqual([]);
  });
});

describe('names of applications', () => {
  const kinds = (body: unknown) => new Observer('salt').observe(request({ body: JSON.stringify(body) })).items.map(({ kind }) => kind);

  it('are no identifiers of the browser where a person logs in, and are elsewhere', () => {
    expect(kinds({ ClientId: '3f8ac1d97b2e4f60a1b2c3d4e5', Username: 'x', Password: '' })).toEqual([]);
    expect(kinds({ client_id: '3f8ac1d97b2e4f60a1b2c3d4e5', event: 'view' })).toEqual(['device-id']);
  });

  it('are no accounts of persons beside the name of the program that reports', () => {
    expect(kinds({ account_id: '12123048', project_id: '15095380001', client_name: 'sdk' })).toEqual([]);
    expect(kinds({ account_id: '12123048', nickname: 'x' })).toEqual(['account-id']);
  });
});
