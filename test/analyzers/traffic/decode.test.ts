import { brotliCompressSync, deflateRawSync } from 'node:zlib';
import { gzipSync, strToU8, zlibSync } from 'fflate';
import LzString from 'lz-string';
import { describe, expect, it } from 'vitest';
import { DECODE_LIMITS, Decoding, splitUrl, type Body } from '../../../analyzers/traffic/decode';

function decode(body: Body) {
  const decoding = new Decoding();
  decoding.body(body);
  return decoding.leaves;
}
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');
const valueAt = (body: Body, key: string) => decode(body).find((leaf) => leaf.key === key);
/** Text behind its length, and a packet of one kind (MQTT 3.1.1, 1.5.3 and 2). */
const sized = (text: string) => Buffer.concat([Buffer.from([0, text.length]), Buffer.from(text)]);
const mqtt = (first: number, rest: Buffer) => Buffer.concat([Buffer.from([first, ...(rest.length < 128 ? [rest.length] : [(rest.length & 127) | 128, rest.length >> 7])]), rest]);
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
    ['gzip in hex', (text: string) => Buffer.from(gzipSync(strToU8(text))).toString('hex')],
    ['raw deflate in base64', (text: string) => base64(deflateRawSync(text))],
    ['lz-string in base64', (text: string) => LzString.compressToBase64(text)],
    ['lz-string for addresses', (text: string) => LzString.compressToEncodedURIComponent(text)],
    ['lz-string in UTF-16', (text: string) => LzString.compressToUTF16(text)],
    ['a data address', (text: string) => `data:application/json;base64,${base64(text)}`],
    ['percent escapes in percent escapes in base64', (text: string) => base64(encodeURIComponent(encodeURIComponent(text)))],
    ['base64 in base64', (text: string) => base64(base64(text))],
  ])('reads JSON packed as %s and marks it encoded', (_, pack) => {
    const body = `v=1&data=${encodeURIComponent(pack(JSON.stringify(ORDER)))}`;
    expect(valueAt(body, 'phone')).toMatchObject({ value: '13800138000', encoded: true });
  });

  it.each([
    ['br', (text: string) => brotliCompressSync(text)],
    ['deflate', (text: string) => deflateRawSync(text)],
    ['gzip', (text: string) => gzipSync(strToU8(text))],
  ])('reads a body whose Content-Encoding is %s', (encoding, pack) => {
    const decoding = new Decoding();
    decoding.body(new Uint8Array(pack(JSON.stringify(ORDER))), encoding);
    expect(decoding.leaves.find(({ key }) => key === 'phone')).toMatchObject({ value: '13800138000', encoded: true });
  });

  it.each([
    ['JSON in JSON in a form', `d=${encodeURIComponent(JSON.stringify({ a: JSON.stringify({ b: JSON.stringify(ORDER) }) }))}`],
    ['escaped twice in the address of a form', `d=${encodeURIComponent(encodeURIComponent(encodeURIComponent(JSON.stringify(ORDER))))}`],
    ['JSON with escaped quotes that is no string', JSON.stringify(ORDER).replace(/"/g, '\\"')],
    ['a socket.io message', `42["report",${JSON.stringify(ORDER)}]`],
    ['a STOMP frame', `SEND\ndestination:/app/chat\ncontent-type:application/json\n\n${JSON.stringify(ORDER)}\u0000`],
    ['JSONP', `jsonp_17(${JSON.stringify(ORDER)});`],
    ['lines of JSON', `{"type":"session"}\n${JSON.stringify(ORDER)}\n`],
    ['XML', '<?xml version="1.0"?><req><user id="7"><phone>13800138000</phone></user></req>'],
    ['XML in CDATA', '<req><phone><![CDATA[13800138000]]></phone></req>'],
    ['attributes of XML', '<req><user phone="13800138000" name=""/></req>'],
    ['a literal of a script', "{id:7,'phone':'13800138000'}"],
    ['values written into GraphQL', '{"query":"mutation { bind(code: 8842, phone: \\"13800138000\\") { ok } }"}'],
    ['JSON with HTML escapes', `d=${encodeURIComponent(JSON.stringify(ORDER).replace(/"/g, '&quot;'))}`],
    ['server-sent events', `event: order\ndata: {"n":1}\n\nevent: order\ndata: ${JSON.stringify(ORDER)}\n\n`],
    ['lines of names with values', 'phone=13800138000\nemail=a@b.cn\n'],
    ['parts with a mark between', 'phone=13800138000|email=a@b.cn|v=1'],
    ['the control characters of logs', 'id\u00027\u0001phone\u000213800138000\u0001v\u00021'],
    ['a table', 'id,phone,city\n7,13800138000,sh\n'],
    ['a list of pairs', JSON.stringify({ props: [['id', 7], ['phone', '13800138000']] })],
    ['pairs in upper case', JSON.stringify([{ Name: 'phone', Value: '13800138000' }])],
    ['pairs with a prefix', JSON.stringify({ traits: [{ trait_key: 'phone', trait_value: '13800138000' }] })],
    ['a value with what is known of it', JSON.stringify({ phone: { value: '13800138000', set_at: 1 } })],
    ['pairs in a form', 'a[0][name]=phone&a[0][value]=13800138000'],
    ['bytes as a list of numbers', JSON.stringify({ data: [...Buffer.from(JSON.stringify(ORDER))] })],
    ['hex behind 0x', `d=0x${Buffer.from(JSON.stringify(ORDER)).toString('hex')}`],
    ['base64 behind a version', `d=v2_${base64(JSON.stringify(ORDER))}`],
  ])('reads %s', (_, body) => {
    expect(decode(body).filter(({ key }) => key === 'phone').map(({ value }) => value)).toContain('13800138000');
  });

  it.each([
    ['a connection over MQTT', mqtt(0x10, Buffer.concat([sized('MQTT'), Buffer.from([4, 0xc2, 0, 60]), sized('web-7'), sized('13800138000'), sized('secret-1')])), 'username'],
    ['a connection over MQTT 5', mqtt(0x10, Buffer.concat([sized('MQTT'), Buffer.from([5, 0x82, 0, 60, 5, 17, 0, 0, 0, 9]), sized('web-7'), sized('13800138000')])), 'username'],
    ['a message published over MQTT', mqtt(0x32, Buffer.concat([sized('shop/orders'), Buffer.from([0, 7]), Buffer.from(JSON.stringify(ORDER))])), 'phone'],
    ['UTF-16 without a mark', Buffer.from(JSON.stringify(ORDER), 'utf16le'), 'phone'],
    ['zlib behind a header', Buffer.concat([Buffer.from([0, 0, 0, 90, 0, 16, 0, 2, 0, 0, 0, 5, 0, 0, 0, 1]), zlibSync(strToU8(JSON.stringify(ORDER)))]), 'phone'],
  ] as const)('reads bytes of %s', (_, body, key) => {
    expect(valueAt(new Uint8Array(body), key)?.value).toBe('13800138000');
  });

  it('reads messages in protocol buffers each behind its own length', () => {
    const message = (text: string) => Buffer.concat([Buffer.from([10, 4]), Buffer.from('join'), Buffer.from([18, text.length]), Buffer.from(text)]);
    const delimited = (part: Buffer) => Buffer.concat([Buffer.from([part.length]), part]);
    const body = Buffer.concat([delimited(message('{"phone":"13800138000"}')), delimited(message('{"city":"sh"}'))]);
    expect(valueAt(new Uint8Array(body), 'phone')?.value).toBe('13800138000');
    expect(valueAt(new Uint8Array(body), 'city')?.value).toBe('sh');
  });

  it('keeps the values of pairs in one list together, as members of one object are', () => {
    const [phone, name] = ['phone', 'name'].map((key) => valueAt(JSON.stringify({ attributes: [{ Name: 'phone', Value: '13800138000' }, { Name: 'name', Value: '张三丰' }] }), key));
    expect(phone?.parent).toBe(name?.parent);
  });

  it('takes a number in a list for no more than that', () => {
    expect(decode(JSON.stringify({ points: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17] })).map(({ value }) => value)).toContain('17');
  });

  it.each([
    ['\\u escapes', JSON.stringify({ v: '\\u5f20\\u4e09\\u4e30' })],
    ['escape() of scripts', 'a=1&v=%u5F20%u4E09%u4E30'],
    ['GBK percent escapes', 'a=1&v=%D5%C5%C8%FD%B7%E1'],
    ['UTF-8 percent escapes', 'a=1&v=%E5%BC%A0%E4%B8%89%E4%B8%B0'],
  ])('reads a name in %s', (_, body) => {
    expect(valueAt(body, 'v')?.value).toBe('张三丰');
  });

  it('reads protocol buffers in messages, in base64 and behind a gRPC frame', () => {
    const text = (number: number, value: string) => [(number << 3) | 2, Buffer.byteLength(value), ...Buffer.from(value)];
    const inner = [...text(1, '张三丰'), ...text(2, '13800138000'), 0x18, 0x90, 0xca, 0xb5, 0xb4, 0x33];
    const message = Uint8Array.from([0x08, 0x96, 0x01, 0x12, inner.length, ...inner, ...text(3, 'login')]);
    const found = (body: Body) => decode(body).map(({ path, value }) => [path, value]);
    expect(found(message)).toEqual([['body > protobuf > 1', '150'], ['body > protobuf > 2.1', '张三丰'], ['body > protobuf > 2.2', '13800138000'], ['body > protobuf > 2.3', '13800138000'], ['body > protobuf > 3', 'login']]);
    expect(found(Uint8Array.from([0, 0, 0, 0, message.length, ...message]))).toEqual(found(message));
    expect(valueAt(JSON.stringify({ m: base64(message) }), '')?.path).toBe('body > json > m > base64 > protobuf > 1');
  });

  it('reads text parts beside a picture and a compressed part in multipart bytes', () => {
    const head = (name: string, more = '') => `--xyz1\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
    const body = Buffer.concat([
      Buffer.from(head('face', '; filename="f.jpg"\r\nContent-Type: image/jpeg')), Buffer.from([0xff, 0xd8, 0, 0x80, 0x0a]), Buffer.from(`\r\n${head('log', '; filename="blob"')}`),
      Buffer.from(gzipSync(strToU8(JSON.stringify(ORDER)))), Buffer.from(`\r\n${head('姓名')}张三丰\r\n--xyz1--\r\n`),
    ]);
    expect(valueAt(new Uint8Array(body), 'face')?.value).toBe('[image/jpeg]');
    expect(valueAt(new Uint8Array(body), 'phone')?.path).toBe('body > multipart > log > gzip > json > user.phone');
    expect(valueAt(new Uint8Array(body), '姓名')?.value).toBe('张三丰');
  });

  it('reads a compressed part behind a header of lengths', () => {
    expect(valueAt(new Uint8Array([0, 0, 1, 44, 2, 0xfe, ...gzipSync(strToU8(JSON.stringify(ORDER)))]), 'phone')?.value).toBe('13800138000');
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

/** 100,000 times the same letter, cut at the end. */
const LZ_BOMB = LzString.compressToBase64('a'.repeat(100_000)).slice(0, -8) + 'AAAA';

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

  it('stops unpacking what grows without end, in every packing', () => {
    const plain = JSON.stringify({ a: 'a'.repeat(4_000_000) });
    const bombs: [Body, string][] = [
      [new Uint8Array(brotliCompressSync(plain)), 'br'], [new Uint8Array(deflateRawSync(plain)), 'deflate'], [`d=${encodeURIComponent(base64(deflateRawSync(plain)))}`, ''],
      [`d=${LZ_BOMB}`, ''], [`a=1&${Array.from({ length: 300 }, (_, i) => `d${i}=${encodeURIComponent(LZ_BOMB)}`).join('&')}`, ''], [Buffer.from(gzipSync(strToU8(plain))).toString('hex'), ''],
    ];
    for (const [bomb, encoding] of bombs) {
      const decoding = new Decoding();
      const start = process.cpuUsage();
      decoding.body(bomb, encoding);
      expect(decoding.leaves.reduce((sum, leaf) => sum + leaf.value.length, 0)).toBeLessThanOrEqual(4 * DECODE_LIMITS.decodedBytes);
      // Ten times what it takes on a busy machine.
      expect(process.cpuUsage(start).user / 1_000).toBeLessThan(3_000);
    }
  });

  it('reads messages in messages to a bound, and no random bytes as a message', () => {
    let message: number[] = [0x0a, 3, 97, 98, 99];
    for (let i = 0; i < 60 && message.length < 120; i++) message = [0x0a, message.length, ...message];
    expect(decode(Uint8Array.from(message)).every((leaf) => leaf.path.split('.').length < 20)).toBe(true);
    let state = 7;
    const random = () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16 & 255;
    for (let i = 0; i < 500; i++) expect(decode(Uint8Array.from({ length: 20 + (i % 60) }, random)).filter((leaf) => leaf.path.includes('protobuf'))).toEqual([]);
  });

  it('survives damaged and cut input of every sort', () => {
    const whole = [gzipSync(strToU8(JSON.stringify(ORDER))), new Uint8Array(brotliCompressSync(JSON.stringify(ORDER))), strToU8(`d=${base64(gzipSync(strToU8(JSON.stringify(ORDER))))}`), strToU8('--b1\r\nContent-Disposition: form-data; name="mobile"\r\n\r\n13800138000\r\n--b1--')];
    for (const bytes of whole) {
      for (let cut = 1; cut < bytes.length; cut += 3) {
        const damaged = bytes.slice();
        damaged[cut] = damaged[cut]! ^ 0x55;
        expect(() => decode(bytes.subarray(0, cut))).not.toThrow();
        expect(() => decode(damaged)).not.toThrow();
      }
    }
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
