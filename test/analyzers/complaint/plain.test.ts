import { describe, expect, it } from 'vitest';
import { beijingTime, firstPerson, maskPersonal, oneLine, plainAddress } from '../../../analyzers/complaint/plain';

describe('masking', () => {
  it.each([
    ['电话13812345678。', '电话138****5678。'],
    ['身份证11010519491231002X', '身份证1101********02X'.replace('02X', '002X')],
    ['卡6222020200112233445', '卡6222********3445'],
    ['a.b@mail.example.cn', 'a***@mail.example.cn'],
  ])('hides %s', (text, masked) => {
    expect(maskPersonal(text)).toBe(masked);
  });

  it.each(['京ICP备2021001234号', '京公网安备11010802020134号', '2026-11-21 09:30:00', '订单 123456'])('leaves %s alone', (text) => {
    expect(maskPersonal(text)).toBe(text);
  });
});

describe('addresses', () => {
  it('lose query, fragment and credentials', () => {
    expect(plainAddress('https://u:p@a.cn/x/y?phone=1#z')).toBe('https://a.cn/x/y');
  });

  it('of other kinds are dropped', () => {
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '']) expect(plainAddress(address)).toBe('');
  });
});

describe('lines', () => {
  it('hold no control or direction-changing characters', () => {
    expect(oneLine('a\u0000b\r\nc\u202ed\u200be')).toBe('a b cde');
  });

  it('take linear time on a megabyte', () => {
    const start = performance.now();
    oneLine('1@'.repeat(500_000));
    maskPersonal('1'.repeat(200_000) + 'a'.repeat(200_000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('the first person', () => {
  it('replaces the reader outside quoted words only', () => {
    expect(firstPerson('你还没同意，“您已同意”就写着，你自己没点。')).toBe('本人还没同意，“您已同意”就写着，本人没点。');
  });

  it.each([
    ['Before you made any choice, the page let them recognise your browser.', 'Before I made any choice, the page let them recognise my browser.'],
    ['It asks you for a number, tells who you are, and makes you fill it in: “you agree”.', 'It asks me for a number, tells who I am, and makes me fill it in: “you agree”.'],
    ['Your request was late; an account was made for you, and you were not asked.', 'My request was late; an account was made for me, and I was not asked.'],
  ])('speaks English too: %s', (sentence, own) => {
    expect(firstPerson(sentence, 'en')).toBe(own);
  });

  it('leaves out the mark at which quoted words were cut off, and writes lists the Chinese way', () => {
    expect(firstPerson('写着“身份证照片；”。给了 a.cn; b.cn。')).toBe('写着“身份证照片”。给了 a.cn；b.cn。');
  });
});

describe('Beijing time', () => {
  it('is eight hours ahead of UTC', () => {
    expect(beijingTime(Date.UTC(2026, 11, 31, 20, 0, 1))).toBe('2027-01-01 04:00:01');
  });

  it('of an impossible moment is empty', () => {
    for (const at of [Number.NaN, Infinity, 8.64e15]) expect(beijingTime(at)).toBe('');
  });
});
