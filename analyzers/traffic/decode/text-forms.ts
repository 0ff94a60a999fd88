/** Text that holds several values: forms, composed values, XML, addresses. */
import { pairsOf, type UrlParts } from './address';
import { DECODE_LIMITS } from './limits';
import { mayHold, PACKED_PART_CHARS } from './may-hold';
import { readPacked } from './packed';
import { deeper, inside, member, type Place } from './place';
import type { Reader } from './reader';
import { unescapeText } from './unescape';

/** `a=1&b=2`. A lone `a=1` is taken only as a whole body, else base64 padding would pass for it. */
export function readForm(reader: Reader, text: string, place: Place): boolean {
  const equals = text.indexOf('=');
  if (equals < 1 || equals > DECODE_LIMITS.keyChars) return false;
  const ampersand = text.indexOf('&');
  if (ampersand >= 0 ? ampersand < equals : place.path !== 'body' || equals >= text.length - 2) return false;
  if (!/^[\w.$[\]%:\- ]+$/.test(text.slice(0, equals)) || text.includes('://') && text.indexOf('://') < equals) return false;
  const inner = inside(place, 'form');
  for (const { key, value } of pairsOf(text)) {
    if (!mayHold(value)) reader.leaf(value, inner, inner.path, `${inner.path} > ${key}`, key);
    else reader.value(value, member(inner, key));
  }
  return true;
}

/** Marks that stand between the parts of a composed value, and how long one may be. */
const SEPARATOR = /[|;,\t\r\n^~]|[.:](?=[\w+/-]{24})/;
const COMPOSED_CHARS = 2_000;

/** `v1|13800138000|a@b.cn`, `mobile:138…;mail:…`, `v2.<base64>`: parts that mean something of their own, and whatever is packed in them. */
export function readComposed(reader: Reader, text: string, place: Place): boolean {
  if (text.length > COMPOSED_CHARS || !SEPARATOR.test(text)) return false;
  let any = false;
  for (const part of text.split(SEPARATOR, 24)) {
    const value = part.trim();
    if (value.length >= PACKED_PART_CHARS && /^[\w+/=-]+$/.test(value)) readPacked(reader, value, deeper(place));
    const named = /^[ "']{0,2}([A-Za-z_]\w{1,30})[ "']{0,2}[:=][ "']{0,2}([^\s"'][^"']{0,200})["']?$/.exec(value);
    if (named) reader.push(named[2]!.trim(), member(place, named[1]!));
    else if (value.includes('@')) reader.push(value, { ...place, key: '' });
    else continue;
    any = true;
  }
  return any;
}

/** Elements with nothing but text inside. */
export function readXml(reader: Reader, text: string, place: Place): boolean {
  const inner = inside(place, 'xml');
  let any = false;
  for (const [, name = '', value = ''] of text.matchAll(/<([A-Za-z_][\w:.-]{0,63})(?:\s[^<>]{0,200})?>([^<>]{1,1000})<\//g)) {
    any = true;
    reader.value(value, deeper(member(inner, name.slice(name.indexOf(':') + 1))));
  }
  return any;
}

/** An address inside a value: its path as it is, its query pair by pair. */
export function readNestedUrl(reader: Reader, parts: UrlParts, place: Place): void {
  for (const segment of parts.segments) if (segment.length >= 6) reader.push(unescapeText(segment), { ...place, key: '' });
  for (const { key, value } of parts.query) reader.value(value, member(place, key));
}
