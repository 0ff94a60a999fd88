/**
 * From bytes to text: which of UTF-8, GBK, GB18030, Big5 and UTF-16 a document is written in, and whether it is text at all.
 * Order of belief: byte order mark, HTTP header, `meta`, then the bytes themselves. A declaration that the bytes contradict loses.
 */

export type Decoded = { text: string; charset: string } | { failure: 'not-text' | 'pdf' };

/** Bytes at the head in which a `meta` declaration or a PDF mark is looked for (the HTML standard asks for 1024; pages often need more). */
const HEAD_BYTES = 4096;

/** Bytes that are looked at when the charset has to be guessed or text told from binary. */
const SAMPLE_BYTES = 64 * 1024;

/** Share of replacement characters among the non-ASCII ones above which a declared charset counts as wrong. */
const WRONG_CHARSET_SHARE = 0.02;

/** The most frequent characters of simplified and of traditional Chinese policies; enough to tell GBK from Big5. */
const FREQUENT = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们到作地于出就分对成会可主发年动同能下过子说产种面而方后多定行学法所民得经信息私隐政策服务您号码网站联系收集使用保护提供第三方本公司或者及与其将由如'
  + '這個為國時來們於對會產說過後學經資訊個人隱權條款網站聯絡蒐集提供第三方與將',
);

/**
 * Decodes a document.
 * @param bytes The document as received.
 * @param contentType The HTTP `Content-Type`, when there was one.
 * @returns Text and the WHATWG name of the charset, or why the bytes are no text.
 */
export function decodeBytes(bytes: Uint8Array, contentType?: string): Decoded {
  if (isPdf(bytes)) return { failure: 'pdf' };
  const marked = byteOrderMark(bytes);
  if (marked) return decodeAs(bytes, marked) ?? { failure: 'not-text' };
  const utf16 = unmarkedUtf16(bytes);
  if (utf16) return decodeAs(bytes, utf16) ?? { failure: 'not-text' };
  if (isBinary(bytes)) return { failure: 'not-text' };

  const isUtf8 = validUtf8(bytes);
  for (const declared of [charsetOf(contentType), metaCharset(bytes)]) {
    // Servers send Latin-1 by default without knowing: such a declaration says nothing about a Chinese page.
    if (!declared || declared === 'windows-1252' || declared.startsWith('utf-16')) continue;
    if (declared === 'utf-8' ? isUtf8 : !(isUtf8 && hasHighByte(bytes))) {
      const decoded = decodeAs(bytes, declared);
      if (decoded && brokenShare(decoded.text) <= WRONG_CHARSET_SHARE) return decoded;
    }
  }
  return decodeAs(bytes, isUtf8 ? 'utf-8' : guessLegacy(bytes)) ?? { failure: 'not-text' };
}

/** Whether the bytes are a PDF, which may have some rubbish before its mark. */
function isPdf(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(0, 1024)).includes('%PDF-');
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: nearly all its zero bytes stand on one side of the pairs, and what comes out is readable. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES & ~1);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) if (i % 2) odd++; else even++;
  const zeros = even + odd;
  if (zeros < sample.length / 200 || zeros === 0) return undefined;
  const charset = odd > even * 20 ? 'utf-16le' : even > odd * 20 ? 'utf-16be' : undefined;
  if (!charset) return undefined;
  const text = new TextDecoder(charset).decode(sample.subarray(0, sample.length & ~1));
  let readable = 0;
  for (const char of text) if (/[\t\n\r\u0020-\u007e\u00a0-\u024f\u2010-\u2040\u3000-\u30ff\u4e00-\u9fff\uff00-\uffee]/.test(char)) readable++;
  return readable > text.length * 0.95 ? charset : undefined;
}

/** Control bytes other than white space, form feed and escape do not stand in text. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let control = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if ((byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) || byte === 0x7f) control++;
  }
  return control > sample.length / 100;
}

function hasHighByte(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80);
}

/** Valid UTF-8; a character cut off at the very end, as in a truncated download, is forgiven. */
function validUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The charset in a `Content-Type`, in its WHATWG name; undefined when there is none or nobody knows it. */
function charsetOf(contentType: string | undefined): string | undefined {
  return canonical(/charset\s{0,5}=\s{0,5}["']?([\w:.-]{2,40})/i.exec((contentType ?? '').slice(0, 500))?.[1]);
}

function metaCharset(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes.subarray(0, HEAD_BYTES));
  const xml = /^\s{0,20}<\?xml[^>]{0,200}encoding=["']([\w.-]{2,40})/i.exec(head)?.[1];
  const meta = /<meta[^>]{0,300}charset\s{0,5}=\s{0,5}["']?([\w:.-]{2,40})/i.exec(head)?.[1];
  return canonical(meta) ?? canonical(xml);
}

function canonical(label: string | undefined): string | undefined {
  if (!label) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** GB18030 (which holds GBK and GB2312) or Big5, by which of them gives more of the characters policies are made of. */
function guessLegacy(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const gb = likeness(sample, 'gb18030');
  const big5 = likeness(sample, 'big5');
  // Neither reads as Chinese: broken UTF-8 or a western page; UTF-8 with marks for the broken bytes harms least.
  if (Math.max(gb, big5) < 0.05) return 'utf-8';
  return big5 > gb ? 'big5' : 'gb18030';
}

/** Share of frequent Chinese characters among the non-ASCII ones, less the share of broken ones. */
function likeness(sample: Uint8Array, charset: string): number {
  const text = new TextDecoder(charset).decode(sample);
  let high = 0;
  let frequent = 0;
  let broken = 0;
  for (const char of text) {
    if (char <= '\u007f') continue;
    high++;
    if (char === '\ufffd') broken++;
    else if (FREQUENT.has(char)) frequent++;
  }
  return high === 0 ? 0 : (frequent - 3 * broken) / high;
}

function brokenShare(text: string): number {
  let high = 0;
  let broken = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    high++;
    if (code === 0xfffd) broken++;
  }
  return high === 0 ? 0 : broken / high;
}

function decodeAs(bytes: Uint8Array, charset: string): { text: string; charset: string } | undefined {
  try {
    const decoder = new TextDecoder(charset);
    return { text: decoder.decode(bytes), charset: decoder.encoding };
  } catch {
    return undefined;
  }
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
