import { describe, expect, it } from 'vitest';
import { Decoding } from '../../../analyzers/traffic/decode';
import { recognise, recognisePairs } from '../../../analyzers/traffic/kinds';
import { isLuhn, isResidentId, looksRandom } from '../../../analyzers/traffic/shapes';

function kindsOf(body: unknown): string[] {
  const decoding = new Decoding();
  decoding.body(JSON.stringify(body));
  const single = decoding.leaves.flatMap((leaf) => recognise(leaf)?.kind ?? []);
  return [...new Set([...single, ...recognisePairs(decoding.leaves).map(({ found }) => found.kind)])];
}

describe('recognise finds', () => {
  it.each([
    ['phone', { mobile: '13800138000' }],
    ['phone', { contact: '+86 138-0013-8000' }],
    ['phone', { loginName: '13800138000' }],
    ['phone', { phoneMd5: '0f1e2d3c4b5a69788796a5b4c3d2e1f0' }],
    ['id-number', { v: '11010519491231002X' }],
    ['email', { q: 'someone@example.com' }],
    ['bank-card', { cardNo: '6222 0200 0000 0000 018'.replace(/ /g, '') }],
    ['name', { realName: '欧阳小明' }],
    ['address', { address: '上海市浦东新区示例路100号3楼' }],
    ['birthday', { birthday: '1990-02-03' }],
    ['gender', { gender: '女' }],
    ['precise-location', { lat: 31.23041, lng: 121.4737 }],
    ['precise-location', { location: '116.397128,39.916527' }],
    ['precise-location', { coordinates: [116.397128, 39.916527] }],
    ['coarse-location', { latitude: '31.2', longitude: '121.5' }],
    ['ip', { clientIp: '203.0.113.7' }],
    ['account-id', { openid: 'oAbCdEfGhIjKlMnOpQrStUvWxYz0' }],
    ['account-id', { user_id: '10293847' }],
    ['device-id', { deviceId: '5f0c2e9a-71b3-4d8e-9a6f-3c2b1a0d9e8f' }],
    ['device-id', { distinct_id: '18c5f3d2a1b09f-0a1b2c3d4e5f6-1b525634-1296000-18c5f3d2a1c0' }],
    ['device-id', { visitorId: '9f86d081884c7d659a2feaa0c55ad015' }],
    ['password', { password: 'correct horse' }],
    ['account-id', { uuid: 'user_80417735' }],
    ['account-id', { userToken: 'user-80417735' }],
    ['account-id', { visitor_id: '80417735' }],
    ['account-id', { identifier: '80417735', traits: { vip: true } }],
    ['device-id', { device_application_stamp: '6bacf45f-d77a-40b5-a7ab-4c5d189e4e23' }],
    ['device-id', { user_token: 'anonymous-3277942c-e87b-4985-bc66-8c54424fdc2b' }],
    ['name', { nick: '沈若溪' }],
    ['account-id', { room: 'user_80417735' }],
    ['account-id', { line: '用户 80417735 下单失败' }],
    ['account-id', { from: '80417735', text: '在吗', mobile: '13800138000' }],
    ['account-id', { user_identities: { other: 'oLVPpjqs9BhvzwPj5A-vTYAX3GLc' } }],
    ['account-id', { target: { identifier: '80417735', attributes: {} } }],
    ['phone', { identity: '18677010456', password: 'x' }],
    ['address', { shippingAddress: { detail: '上海市浦东新区示例路100号3楼' } }],
    ['birthday', { user: { birthday: { value: '1990-03-07', set_timestamp: 1_796_095_819_552 } } }],
    ['phone', { attributes: [{ entity_id: '3', key: 'phone', value: '18677010456' }] }],
  ])('%s in %j', (kind, body) => {
    expect(kindsOf(body)).toContain(kind);
  });
});

describe('recognise leaves alone', () => {
  it.each([
    ['a time in milliseconds', { t: 1_732_233_600_000, ts: '1732233600' }],
    ['an order number like a phone number', { orderNo: '13800138000' }],
    ['an unnamed number like a phone number', { n: '13800138000' }],
    ['an id number with a wrong check digit', { idCard: '110105194912310021' }],
    ['a product id of 18 digits', { goodsId: '11010519491231002X' }],
    ['a card number with a wrong checksum', { cardNo: '6222020000000000019' }],
    ['a Luhn number under another name', { traceId: '6222020000000000018' }],
    ['a version', { version: '13.8.0.13', sdk_ver: '1.38.13800138000' }],
    ['a build hash', { build: '9f86d081884c7d659a2feaa0c55ad015', commit: 'da39a3ee5e6b4b0d3255bfef95601890afd80709' }],
    ['a file name with an at sign', { src: 'logo@2x.png' }],
    ['a package with a version', { lib: 'core@1.2.3' }],
    ['a trace number', { trace_id: '5f0c2e9a-71b3-4d8e-9a6f-3c2b1a0d9e8f', requestId: '9f86d081884c7d659a2feaa0c55ad015' }],
    ['an application key', { appKey: '9f86d081884c7d659a2feaa0c55ad015', api_key: 'Zk3PqX9vTb2LmR8sYw5N' }],
    ['a session id', { session_id: '5f0c2e9a-71b3-4d8e-9a6f-3c2b1a0d9e8f' }],
    ['where a message comes from, when nothing tells of a person', { from: '20261201', text: '上新' }],
    ['a hotline of the shop', { shop_phone: '13800138000' }],
    ['a place of the shop', { store_lat: 31.23041, store_lng: 121.4737 }],
    ['ratios of a screen', { lat: 0.512, lng: 0.331 }],
    ['zero coordinates', { lat: 0, lng: 0 }],
    ['an address inside the network', { ip: '192.168.1.4' }],
    ['a product name', { productName: '红烧牛肉面' }],
    ['an empty user', { uid: '0', user_id: 'null', openid: 'undefined' }],
    ['a screen size and language', { screen: '1920x1080', lang: 'zh-CN', tz: 'Asia/Shanghai' }],
    ['a gender flag', { gender: '1' }],
  ])('%s', (_, body) => {
    expect(kindsOf(body)).toEqual([]);
  });
});

describe('shapes', () => {
  it('checks province, date and check digit of a resident id', () => {
    expect(isResidentId('11010519491231002X')).toBe(true);
    expect(isResidentId('11010519491331002X')).toBe(false);
    expect(isResidentId('99010519491231002X')).toBe(false);
  });

  it('refuses repeated digits that pass the Luhn sum', () => {
    expect(isLuhn('0000000000000000')).toBe(false);
    expect(isLuhn('4111111111111111')).toBe(true);
  });

  it.each([['5f0c2e9a-71b3-4d8e-9a6f-3c2b1a0d9e8f', true], ['GA1.2.1234567890.1732233600', true], ['Zk3PqX9vTb2LmR8sYw5N', true], ['7301234567890123456', true], ['1732233600000', false], ['2024-11-22', false], ['cookie-consent-v2', false], ['zh-CN,zh;q=0.9', false], ['https://a.example.cn/9f86d081884c', false], ['00000000-0000-0000-0000-000000000000', false]])('random look of %s is %s', (text, expected) => {
    expect(looksRandom(text)).toBe(expected);
  });
});
