/** One payload in every usual writing and in pairs of them, at every place of a request: found in all, and nothing is made up of what cannot be read. */
import { createCipheriv, createHash } from 'node:crypto';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isText } from '../../../analyzers/traffic/decode/bytes';
import { Observer, type RawRequest } from '../../../analyzers/traffic/observe';

const PHONE = '13912340021';
const EMAIL = 'shen.ruoxi@mail.example';
const PAYLOAD = { event: 'reg', ts: 1_732_233_600_123, user: { mobile: PHONE, email: EMAIL }, ver: '1.2.3' };

type Bytes = Buffer<ArrayBufferLike>;
const bytes = (text: string): Bytes => Buffer.from(text);
const isPlain = (data: Bytes) => isText(data) && !data.includes(0x7f);

/** MessagePack of texts, small lists and objects, and times. */
function messagePack(value: unknown): Bytes {
  if (typeof value === 'string') {
    const text = bytes(value);
    return Buffer.concat([text.length < 32 ? Buffer.from([0xa0 | text.length]) : Buffer.from([0xd9, text.length]), text]);
  }
  if (typeof value === 'number') {
    const number = Buffer.alloc(9, 0xcf);
    number.writeBigUInt64BE(BigInt(value), 1);
    return number;
  }
  const entries = Object.entries(value as object);
  return Buffer.concat([Buffer.from([0x80 | entries.length]), ...entries.flatMap(([name, member]) => [messagePack(name), messagePack(member)])]);
}

/** The same in CBOR. */
function cbor(value: unknown): Bytes {
  const head = (kind: number, length: number) => Buffer.from(length < 24 ? [(kind << 5) | length] : [(kind << 5) | 24, length]);
  if (typeof value === 'string') return Buffer.concat([head(3, bytes(value).length), bytes(value)]);
  if (typeof value === 'number') {
    const number = Buffer.alloc(9, 0xfb);
    number.writeDoubleBE(value, 1);
    return number;
  }
  const entries = Object.entries(value as object);
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([name, member]) => [cbor(name), cbor(member)])]);
}

const SOURCES: Record<string, Bytes> = {
  json: bytes(JSON.stringify(PAYLOAD)),
  form: bytes(`mobile=${PHONE}&email=${encodeURIComponent(EMAIL)}&v=2`),
  'message-pack': messagePack(PAYLOAD),
  cbor: cbor(PAYLOAD),
  named: bytes(`mobile:${PHONE};email:${EMAIL};v:2`),
  bars: bytes(`v1|${PHONE}|${EMAIL}|1732233600123`),
  xml: bytes(`<req><mobile>${PHONE}</mobile><email>${EMAIL}</email></req>`),
};

const WRITINGS: Record<string, { write: (data: Bytes) => Bytes; ofText?: boolean }> = {
  plain: { write: (data) => data },
  gzip: { write: (data) => gzipSync(data) },
  zlib: { write: (data) => deflateSync(data) },
  base64: { write: (data) => bytes(data.toString('base64')) },
  base64url: { write: (data) => bytes(data.toString('base64url')) },
  'base64 in lines': { write: (data) => bytes(data.toString('base64').replace(/.{76}/g, '$&\r\n')) },
  'base64 behind a version': { write: (data) => bytes(`v2.${data.toString('base64url')}`) },
  hex: { write: (data) => bytes(data.toString('hex')) },
  'hex in capitals': { write: (data) => bytes(data.toString('hex').toUpperCase()) },
  'percent escapes': { write: (data) => bytes(encodeURIComponent(data.toString())), ofText: true },
  'JSON string': { write: (data) => bytes(JSON.stringify(data.toString())), ofText: true },
  'base64 from its end': { write: (data) => bytes([...data.toString('base64')].reverse().join('')), ofText: true },
  'bytes in percent escapes': { write: (data) => bytes([...data].map((byte) => (byte > 47 && byte < 58) || (byte > 96 && byte < 123) ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, '0')}`).join('')) },
  'data URL': { write: (data) => bytes(`data:application/json;base64,${data.toString('base64')}`) },
};

const URL = 'https://c.collect-demo.cn/c';
type Request = Pick<RawRequest, 'url' | 'body' | 'headers'>;
const PLACES: Record<string, (data: Bytes) => Request | undefined> = {
  body: (data) => ({ url: URL, body: new Uint8Array(data) }),
  multipart: (data) => ({ url: URL, body: new Uint8Array(Buffer.concat([bytes('------AbC1\r\nContent-Disposition: form-data; name="p"\r\n\r\n'), data, bytes('\r\n------AbC1--\r\n')])) }),
  'form field': (data) => (isPlain(data) ? { url: URL, body: `v=1&data=${encodeURIComponent(data.toString())}&t=1732233600` } : undefined),
  query: (data) => (isPlain(data) ? { url: `${URL}?v=1&d=${encodeURIComponent(data.toString())}` } : undefined),
  'JSON member': (data) => (isPlain(data) ? { url: URL, body: JSON.stringify({ v: 1, d: data.toString() }) } : undefined),
  cookie: (data) => (isPlain(data) ? { url: URL, headers: [{ name: 'Cookie', value: `a=1; ctx=${encodeURIComponent(data.toString())}` }] } : undefined),
};

function kindsIn(request: Request): Set<string> {
  const observer = new Observer('test');
  observer.addTyped('phone', PHONE);
  observer.addTyped('email', EMAIL);
  return new Set(observer.observe({ id: '1', at: 1, method: 'POST', type: 'xhr', pageUrl: 'https://www.shop.example.cn/', seenBy: 'web-request', ...request }).items.map(({ kind }) => kind));
}

describe.each(Object.entries(SOURCES))('%s', (_name, source) => {
  it('is read in each writing and each pair of writings, wherever it stands', () => {
    const missed: string[] = [];
    let all = 0;
    for (const [first, inner] of Object.entries(WRITINGS)) {
      if (inner.ofText && !isPlain(source)) continue;
      const once = inner.write(source);
      for (const [second, outer] of Object.entries(WRITINGS)) {
        if ((outer.ofText && !isPlain(once)) || (first === 'plain' && second !== 'plain')) continue;
        const twice = outer.write(once);
        for (const [place, put] of Object.entries(PLACES)) {
          const request = put(twice);
          if (!request) continue;
          all++;
          const kinds = kindsIn(request);
          if (!kinds.has('phone') || !kinds.has('email')) missed.push(`${first}, ${second}, ${place}`);
        }
      }
    }
    expect(all).toBeGreaterThan(300);
    expect(missed.length / all, missed.join('\n')).toBeLessThanOrEqual(0.03);
  });
});

it('finds nothing where the text cannot be known', () => {
  const cipher = createCipheriv('aes-128-cbc', Buffer.alloc(16, 7), Buffer.alloc(16, 9));
  const aes = Buffer.concat([cipher.update(SOURCES.json!), cipher.final()]);
  const salted = createHash('md5').update(`${PHONE}:pepper`).digest('hex');
  const hidden = SOURCES.json!.map((byte) => byte ^ 0x5a);
  for (const data of [bytes(aes.toString('base64')), bytes(aes.toString('hex')), aes, bytes(salted), Buffer.from(hidden), bytes(Buffer.from(hidden).toString('base64'))]) {
    // A cookie of random characters is an identifier, whatever it hides.
    for (const [place, put] of Object.entries(PLACES).filter(([name]) => name !== 'cookie')) {
      const request = put(data);
      if (request) expect([...kindsIn(request)], place).toEqual([]);
    }
  }
});

it('knows hashes whatever their letters are, and phones whatever stands between their digits', () => {
  const md5 = createHash('md5').update(PHONE).digest('hex').toUpperCase();
  const sha256 = createHash('sha256').update(EMAIL).digest('hex').toUpperCase();
  expect(kindsIn({ url: URL, body: JSON.stringify({ a: md5, b: sha256 }) })).toEqual(new Set(['phone', 'email']));
  for (const written of ['+86-139-1234-0021', '86 139 1234 0021', '139-1234-0021', '0086 13912340021']) {
    expect(kindsIn({ url: URL, body: JSON.stringify({ user: { mobile: written } }) }), written).toContain('phone');
  }
  expect(kindsIn({ url: URL, body: JSON.stringify({ mobile: Number(PHONE) }) })).toContain('phone');
});

it('reads base64 that was cut, even inside a character, and values written from their end', () => {
  const long = Buffer.from(JSON.stringify({ user: { mobile: PHONE, email: EMAIL }, note: '收货地址以订单为准'.repeat(6) })).toString('base64');
  for (let cut = 1; cut <= 16; cut++) expect(kindsIn({ url: `${URL}?d=${encodeURIComponent(long.slice(0, -cut))}` }), `${cut}`).toEqual(new Set(['phone', 'email']));
  const turned = (text: string) => [...text].reverse().join('');
  expect(kindsIn({ url: URL, body: JSON.stringify({ a: turned(PHONE), b: turned(EMAIL) }) })).toEqual(new Set(['phone', 'email']));
  expect(kindsIn({ url: URL, body: `d=${encodeURIComponent(turned(gzipSync(SOURCES.json!).toString('base64')))}` })).toEqual(new Set(['phone', 'email']));
  expect(kindsIn({ url: URL, body: turned(JSON.stringify(PAYLOAD)) })).toEqual(new Set(['phone', 'email']));
});
