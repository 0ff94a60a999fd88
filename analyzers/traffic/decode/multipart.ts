/** Bodies in several parts (RFC 7578), each of which may be compressed, or a picture. */
import { looseText } from './bytes';
import { DECODE_LIMITS } from './limits';
import { inside, member, type Place } from './place';
import type { Reader } from './reader';

/** Reads the parts by their boundary, each as bytes. */
export function readMultipart(reader: Reader, bytes: Uint8Array, place: Place): boolean {
  const text = latinText(bytes);
  const end = text.indexOf('\n');
  const boundary = text.slice(0, end < 0 ? text.length : end).trim();
  if (place.depth >= DECODE_LIMITS.depth || boundary.length < 4 || boundary.length > 200) return false;
  const inner = inside(place, 'multipart');
  let from = boundary.length;
  for (let parts = 0; parts < 200 && from < text.length; parts++) {
    const next = text.indexOf(boundary, from);
    const to = next < 0 ? text.length : next;
    readPart(reader, bytes, text, from, to, inner);
    from = to + boundary.length;
  }
  return true;
}

function readPart(reader: Reader, bytes: Uint8Array, text: string, from: number, to: number, inner: Place): void {
  const gap = /\r?\n\r?\n/.exec(text.slice(from, Math.min(to, from + 1_100)));
  if (!gap || gap.index > 1_000) return;
  const head = looseText(bytes.subarray(from, from + gap.index));
  const key = /[ ;]name="?([^";\r\n]{1,64})/i.exec(head)?.[1] ?? '';
  const mediaType = /content-type:[ \t]{0,4}([\w.+-]{1,40}\/[\w.+-]{1,80})/i.exec(head)?.[1]?.toLowerCase();
  const there = member(inner, key);
  if (mediaType && /^(image|audio|video)\//.test(mediaType)) return reader.push(`[${mediaType}]`, { ...there, mediaType });
  const start = from + gap.index + gap[0].length;
  let stop = to;
  if (stop > start && text[stop - 1] === '\n') stop -= text[stop - 2] === '\r' ? 2 : 1;
  reader.bytes(bytes.subarray(start, Math.max(start, stop)), { ...there, depth: there.depth + 1 });
}

/** One character a byte, so that places in the text are places in the bytes. */
function latinText(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8_192) text += String.fromCharCode(...bytes.subarray(i, i + 8_192));
  return text;
}
