import { describe, expect, it } from 'vitest';
import { FrameReader } from '../../cli/browser/marionette';

const frame = (value: unknown) => {
  const json = JSON.stringify(value);
  return Buffer.from(`${Buffer.byteLength(json)}:${json}`);
};

describe('FrameReader', () => {
  it('counts bytes, not characters', () => {
    expect(new FrameReader().push(frame({ text: '隐私政策' }))).toEqual([{ text: '隐私政策' }]);
  });

  it('puts a frame together that comes byte by byte', () => {
    const reader = new FrameReader();
    const frames = [...frame([1, 7, null, { value: '同意' }])].flatMap((byte) => reader.push(Buffer.from([byte])));
    expect(frames).toEqual([[1, 7, null, { value: '同意' }]]);
  });

  it('gives all frames of one chunk and keeps the beginning of the next', () => {
    const reader = new FrameReader();
    const third = frame('c');
    expect(reader.push(Buffer.concat([frame('a'), frame('b'), third.subarray(0, 2)]))).toEqual(['a', 'b']);
    expect(reader.push(third.subarray(2))).toEqual(['c']);
  });

  it('refuses a stream that is something else', () => {
    expect(() => new FrameReader().push(Buffer.from('HTTP/1.1 400 Bad Request\r\n'))).toThrow('not a Marionette stream');
    expect(() => new FrameReader().push(Buffer.from('-5:x'))).toThrow('bad frame length');
  });
});
