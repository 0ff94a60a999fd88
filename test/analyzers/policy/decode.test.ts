import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../../analyzers/policy/decode';

const SIMPLIFIED = '我们会收集您的手机号码，用于注册账号，并在中国境内存储您的个人信息。'.repeat(3);
const TRADITIONAL = '我們會收集您的電話號碼，用於註冊帳號，並保護您的個人資料與隱私權。'.repeat(3);

const encoded = (text: string, charset: string) => new Uint8Array(iconv.encode(text, charset));

describe('the charset of a document', () => {
  it.each([
    ['utf-8', SIMPLIFIED, 'utf-8'], ['gbk', SIMPLIFIED, 'gb18030'], ['gb18030', `${SIMPLIFIED}𠮷`, 'gb18030'], ['big5', TRADITIONAL, 'big5'],
  ])('%s is told from the bytes alone', (charset, text, expected) => {
    expect(decodeBytes(encoded(text, charset))).toEqual({ text, charset: expected });
  });

  it.each(['utf-16le', 'utf-16be'])('%s is known by its mark', (charset) => {
    const bytes = new Uint8Array(iconv.encode(SIMPLIFIED, charset, { addBOM: true }));
    expect(decodeBytes(bytes)).toEqual({ text: SIMPLIFIED, charset });
  });

  it('comes from the HTTP header before the meta element', () => {
    const html = `<meta charset="utf-8">${SIMPLIFIED}`;
    expect(decodeBytes(encoded(html, 'gbk'), 'text/html; charset=GB2312')).toEqual({ text: html, charset: 'gbk' });
  });

  it('comes from the meta element where the header is silent', () => {
    const html = `<meta http-equiv="Content-Type" content="text/html; charset=big5">${TRADITIONAL}`;
    expect(decodeBytes(encoded(html, 'big5'), 'text/html')).toEqual({ text: html, charset: 'big5' });
  });

  it('is the one of the bytes where a declaration contradicts them', () => {
    const html = `<meta charset="gb2312">${SIMPLIFIED}`;
    expect(decodeBytes(encoded(html, 'utf-8'))).toEqual({ text: html, charset: 'utf-8' });
  });
});

describe('bytes that are no text', () => {
  it('are told when they are a PDF', () => {
    expect(decodeBytes(encoded('%PDF-1.7\n%âãÏÓ', 'latin1'))).toEqual({ failure: 'pdf' });
  });

  it('are told when a picture is called a page', () => {
    expect(decodeBytes(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3]), 'text/html')).toEqual({ failure: 'not-text' });
  });

  it('are not an empty file, which is a text without characters', () => {
    expect(decodeBytes(new Uint8Array())).toEqual({ text: '', charset: 'utf-8' });
  });
});
