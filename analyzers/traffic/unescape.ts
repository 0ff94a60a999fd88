/** Text escapes of addresses and scripts, undone without exceptions. */
import { chineseText, isText, looseText } from './bytes';

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
    return wide.replace(/(?:%[0-9a-f]{2})+/gi, bytesAsText);
  }
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

/** `\\u624b` and `\\x31` as characters; quotes and slashes lose their backslash. Undefined where there is nothing to undo. */
export function unescapeScript(text: string): string | undefined {
  if (!/\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|["/\\])/i.test(text)) return undefined;
  return text.replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(["/\\]))/gi, (_, wide?: string, narrow?: string, plain?: string) => plain ?? String.fromCharCode(parseInt(wide ?? narrow ?? '0', 16)));
}
