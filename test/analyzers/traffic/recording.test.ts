import { describe, expect, it } from 'vitest';
import { Decoding } from '../../../analyzers/traffic/decode';
import { recordingSign } from '../../../analyzers/traffic/recording';

const signOf = (body: unknown) => {
  const decoding = new Decoding();
  decoding.body(typeof body === 'string' ? body : JSON.stringify(body));
  return recordingSign(decoding.leaves);
};
const positions = (count: number) => Array.from({ length: count }, (_, i) => ({ x: 100 + i, y: 200 + i, id: 7, timeOffset: -i * 50 }));
const node = (depth: number): unknown => ({ type: 2, tagName: 'div', attributes: { class: 'a' }, childNodes: depth > 0 ? [node(depth - 1), node(depth - 1)] : [], id: depth });

describe('recordingSign', () => {
  it('finds events of a session recorder', () => {
    const events = [{ type: 4, data: { href: 'https://a.test/', width: 800, height: 600 }, timestamp: 1 }, { type: 2, data: { node: node(4), initialOffset: { top: 0, left: 0 } }, timestamp: 2 }, { type: 3, data: { source: 1, positions: positions(3) }, timestamp: 3 }];
    expect(signOf({ session: 's1', events })).toMatchObject({ form: 'replay' });
  });

  it('finds a snapshot whose body was cut in the middle', () => {
    const whole = JSON.stringify({ events: [{ type: 2, data: { node: node(6) }, timestamp: 2 }] });
    expect(signOf(whole.slice(0, whole.length - 200))).toMatchObject({ form: 'replay' });
  });

  it('finds a recording that a product packs whole, by the name of its event', () => {
    expect(signOf({ event: '$snapshot', properties: { token: 'phc_x', distinct_id: 'd', $session_id: 's', $window_id: 'w', $snapshot_bytes: 900, $lib: 'web', $lib_version: '1', a: 1, b: 2, c: 3, d: 4, $snapshot_data: 'H4sIAA' } })).toMatchObject({ form: 'replay' });
  });

  it('finds timed pointer positions, as objects and as triples', () => {
    expect(signOf({ uid: 'a1', moves: Array.from({ length: 20 }, (_, i) => ({ x: i, y: i * 2, t: 1_000 + i * 16 })) })).toMatchObject({ form: 'pointer', events: 20 });
    expect(signOf({ uid: 'a1', track: Array.from({ length: 20 }, (_, i) => [i, i * 2, i * 16]) })).toMatchObject({ form: 'pointer' });
  });

  it('finds input stroke by stroke', () => {
    expect(signOf({ page: '/', inputs: Array.from({ length: 6 }, (_, i) => ({ selector: '#name', value: 'abc'.slice(0, i), time: 100 + i })) })).toMatchObject({ form: 'input' });
  });

  it.each([
    ['statistics with words for types', { batch: Array.from({ length: 20 }, (_, i) => ({ type: 'click', timestamp: 1_000 + i, data: { element: 'a' } })) }],
    ['events numbered by type without recorded data', { batch: Array.from({ length: 20 }, (_, i) => ({ type: 3, timestamp: 1_000 + i, data: { name: 'view', page: '/' } })) }],
    ['a shape on a map', { line: Array.from({ length: 40 }, (_, i) => ({ x: i, y: i })) }],
    ['points of a chart', { points: Array.from({ length: 40 }, (_, i) => [i, i * 2]) }],
    ['a few clicks with their places', { clicks: [{ x: 1, y: 2, t: 3 }, { x: 4, y: 5, t: 6 }], a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }],
    ['a form of many fields', Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`field${i}`, `v${i}`]))],
  ])('takes %s for no recording', (_name, body) => {
    expect(signOf(body)).toBeUndefined();
  });
});
