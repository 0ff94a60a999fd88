/** Text escapes of addresses and scripts, undone without exceptions. */
import { chineseText, isText, looseText, toBase64 } from './bytes';

/**
 * Percent-decoding that leaves alone what is none. Bytes that are no UTF-8 are read as GBK, which old Chinese pages send;
 * a character cut at the end is dropped. `%u624B` of JavaScript's `escape` counts as well.
 */
export function unescapeText(text: string): string {
  const spaced = text.includes('+') && !text.includes(' ') && text.includes('%') ? text.replace(/\+/g, ' ') : text;
  if (!spaced.includes('%')) return spaced;
  const wide = spaced.includes('%u') ? spaced.replace(/%u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : spaced;
  try {
    return decodeURIComponent(wide);
  } catch {
    return packedAsBase64(wide) ?? wide.replace(/(?:%[0-9a-f]{2})+/gi, bytesAsText);
  }
}

/**
 * Bytes that are no text in any charset (they hold control characters), escaped one by one: given as base64, so that they are
 * unpacked like any other packed value. Undefined for what may be text.
 */
function packedAsBase64(text: string): string | undefined {
  if (!/%[01][0-9a-f]/i.test(text)) return undefined;
  const bytes = new Uint8Array(text.length);
  let length = 0;
  let hasControl = false;
  for (let i = 0; i < text.length; i++) {
    const escaped = text.charCodeAt(i) === 37 ? parseInt(text.slice(i + 1, i + 3), 16) : NaN;
    const byte = Number.isNaN(escaped) ? text.charCodeAt(i) : escaped;
    if (byte > 255) return undefined;
    if (!Number.isNaN(escaped)) i += 2;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) hasControl = true;
    bytes[length++] = byte;
  }
  return hasControl && length >= 8 ? toBase64(bytes.subarray(0, length)) : undefined;
}

/** A run of percent escapes: UTF-8 (the last character may be cut), else GBK, else its ASCII part. */
function bytesAsText(run: string): string {
  const bytes = new Uint8Array(run.length / 3);
  for (let i = 0; i < bytes.length; i++) bytes[i] = parseInt(run.slice(i * 3 + 1, i * 3 + 3), 16);
  if (isText(bytes, true)) return looseText(bytes).replace(/\ufffd$/, '');
  const chinese = chineseText(bytes);
  if (chinese !== undefined && /^[\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+$/.test(chinese)) return chinese;
  return run.replace(/%[0-9a-f]{2}/gi, (code) => {
    const byte = parseInt(code.slice(1), 16);
    return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : code;
  });
}

const ENTITIES: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'", nbsp: ' ' };

/** `&quot;` and `&#34;` as characters; what is none of the few that writers of pages use stays. */
export function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
}

/** `\\u624b` and `\\x31` as characters; quotes and slashes lose their backslash. Undefined where there is nothing to undo. */
export function unescapeScript(text: string): string | undefined {
  if (!/\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|["/\\])/i.test(text)) return undefined;
  return text.replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(["/\\]))/gi, (_, wide?: string, narrow?: string, plain?: string) => plain ?? String.fromCharCode(parseInt(wide ?? narrow ?? '0', 16)));
}
