import { gzipSync, strToU8, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DECODE_LIMITS, Decoding, splitUrl, type Body } from '../../../analyzers/traffic/decode';

function decode(body: Body) {
  const decoding = new Decoding();
  decoding.body(body);
  return decoding.leaves;
}
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');
const valueAt = (body: Body, key: string) => decode(body).find((leaf) => leaf.key === key);
const ORDER = { user: { phone: '13800138000' }, list: [{ name: 'city', value: '上海' }] };

describe('Decoding', () => {
  it('names the way through nested JSON', () => {
    expect(valueAt(JSON.stringify([{ properties: { phone: '13800138000' } }]), 'phone')).toMatchObject({ value: '13800138000', path: 'body > json > [0].properties.phone', encoded: false });
  });

  it('reads JSON inside a string inside JSON', () => {
    expect(valueAt(JSON.stringify({ data: JSON.stringify(ORDER) }), 'phone')?.value).toBe('13800138000');
  });

  it('takes the name of a name–value pair for the name of the value', () => {
    expect(valueAt(JSON.stringify(ORDER), 'city')?.value).toBe('上海');
  });

  it('reads form text and decodes percent escapes and plus signs', () => {
    expect(valueAt('tel=138%200013%208000&name=%E5%BC%A0+%E4%B8%89', 'tel')?.value).toBe('138 0013 8000');
    expect(valueAt('a=1&name=%E5%BC%A0+%E4%B8%89', 'name')?.value).toBe('张 三');
  });

  it.each([
    ['base64', (text: string) => base64(text)],
    ['base64url without padding', (text: string) => Buffer.from(text).toString('base64url')],
    ['gzip in base64', (text: string) => base64(gzipSync(strToU8(text)))],
    ['zlib in base64', (text: string) => base64(zlibSync(strToU8(text)))],
    ['hex', (text: string) => Buffer.from(text).toString('hex')],
    ['base64 in base64', (text: string) => base64(base64(text))],
  ])('reads JSON packed as %s and marks it encoded', (_, pack) => {
    const body = `v=1&data=${encodeURIComponent(pack(JSON.stringify(ORDER)))}`;
    expect(valueAt(body, 'phone')).toMatchObject({ value: '13800138000', encoded: true });
  });

  it('reads a compressed body as bytes', () => {
    expect(valueAt(gzipSync(strToU8(JSON.stringify(ORDER))), 'phone')?.path).toContain('body > gzip > json');
  });

  it('reads the payload of a JWT', () => {
    const jwt = [{ alg: 'HS256' }, { sub: '42', mobile: '13800138000' }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.') + '.c2lnbmF0dXJl';
    expect(valueAt(JSON.stringify({ token: jwt }), 'mobile')?.value).toBe('13800138000');
  });

  it('reads multipart parts and names files by media type without their content', () => {
    const body = '--b1\r\nContent-Disposition: form-data; name="mobile"\r\n\r\n13800138000\r\n--b1\r\nContent-Disposition: form-data; name="face"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n\u0001\u0002\r\n--b1--';
    expect(valueAt(body, 'mobile')?.value).toBe('13800138000');
    expect(valueAt(body, 'face')).toMatchObject({ value: '[image/jpeg]', mediaType: 'image/jpeg' });
  });

  it('reads the query of an address inside a value', () => {
    expect(valueAt(JSON.stringify({ url: 'https://a.example.cn/p?mobile=13800138000' }), 'mobile')?.value).toBe('13800138000');
  });

  it('reads form data by field', () => {
    expect(valueAt({ mobile: ['13800138000'] }, 'mobile')?.path).toBe('body > mobile');
  });

  it('keeps all digits of a whole number too large for JSON', () => {
    expect(valueAt('{"card":6222020000000000018}', 'card')?.value).toBe('6222020000000000018');
  });

  it('reads what is left of a cut JSON text', () => {
    const text = JSON.stringify({ phone: '13800138000', more: 'x'.repeat(500) });
    expect(valueAt(text.slice(0, 200), 'phone')?.value).toBe('13800138000');
  });

  it('reads what is left of a cut gzip stream', () => {
    const packed = gzipSync(strToU8(JSON.stringify({ phone: '13800138000', more: Array.from({ length: 400 }, (_, i) => i * 7919) })));
    expect(valueAt(packed.subarray(0, packed.length - 200), 'phone')?.value).toBe('13800138000');
  });

  it('finds readable runs in binary data', () => {
    const bytes = new Uint8Array([8, 1, 18, 11, ...strToU8('13800138000'), 0, 255, 254]);
    expect(decode(bytes).some((leaf) => leaf.value.includes('13800138000'))).toBe(true);
  });

  it('does not take a random token for encoded text', () => {
    const leaves = decode(JSON.stringify({ id: 'Zk3PqX9vTb2LmR8sYw5N' }));
    expect(leaves).toHaveLength(1);
  });
});

describe('hostile input', () => {
  it('stops inflating a bomb at the limit', () => {
    const bomb = gzipSync(new Uint8Array(6_000_000).fill(97), { level: 9 });
    const leaves = decode(bomb);
    expect(leaves.reduce((sum, leaf) => sum + leaf.value.length, 0)).toBeLessThanOrEqual(DECODE_LIMITS.decodedBytes);
  });

  it('stops at nested encodings deeper than the limit', () => {
    let text = JSON.stringify({ phone: '13800138000' });
    for (let i = 0; i < DECODE_LIMITS.depth + 2; i++) text = base64(text);
    expect(decode(text).every((leaf) => leaf.key !== 'phone')).toBe(true);
  });

  it('survives 64 KB of brackets, quotes, ampersands and percent signs', () => {
    for (const unit of ['[', '{"a":', '"', '&=', '%', '%E4', '--\r\n\r\n', '\\"']) {
      expect(decode(unit.repeat(Math.floor(65_536 / unit.length))).length).toBeLessThanOrEqual(DECODE_LIMITS.leaves);
    }
  });

  it('keeps no more values than the limit', () => {
    expect(decode(JSON.stringify(Array.from({ length: 9_000 }, (_, i) => i)))).toHaveLength(DECODE_LIMITS.leaves);
  });
});

describe('splitUrl', () => {
  it('drops user information and fragment', () => {
    expect(splitUrl('https://me:secret@a.example.cn:8080/x/y?b=1#c')).toMatchObject({ origin: 'https://a.example.cn:8080', host: 'a.example.cn', segments: ['x', 'y'], query: [{ key: 'b', value: '1' }] });
  });

  it('has no answer for text without authority', () => {
    expect(splitUrl('about:blank')).toBeUndefined();
  });
});
