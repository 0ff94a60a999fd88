/** Text that holds several values: forms, tables, composed values, names with values in any notation, XML, addresses. */
import { pairsOf, type Pair, type UrlParts } from './address';
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
  const pairs = pairsOf(text);
  const names = namesOfValues(pairs);
  for (const { key, value } of pairs) {
    const name = names?.get(key) ?? key;
    if (!mayHold(value)) reader.leaf(value, inner, inner.path, `${inner.path} > ${key}`, name);
    else reader.value(value, member(inner, key, name));
  }
  return true;
}

/** `a[0][name]=mobile&a[0][value]=…`: the name of a value in a member beside it. Most forms have none. */
function namesOfValues(pairs: readonly Pair[]): Map<string, string> | undefined {
  let names: Map<string, string> | undefined;
  for (const { key } of pairs) {
    const last = key.charCodeAt(key.length - 1);
    if (last !== 93 /* ] */ && last !== 101 /* e */ && last !== 108 /* l */) continue;
    const [, object, member] = /^(.{1,56}[[.])(value|val)\]?$/.exec(key) ?? [];
    if (object === undefined || member === undefined) continue;
    const named = pairs.find((other) => other.key.startsWith(object) && /^(name|key|field)\]?$/.test(other.key.slice(object.length)));
    if (named) (names ??= new Map<string, string>()).set(key, named.value.slice(0, DECODE_LIMITS.keyChars));
  }
  return names;
}

/** Marks that stand between the parts of a composed value, and how long one may be. */
// eslint-disable-next-line no-control-regex -- lists are separated by such characters, chosen because text has none
const SEPARATOR = /[|;,\t\r\n^~\x01\x1e\x1f]|[.:](?=[\w+/-]{24})/;
const COMPOSED_CHARS = 2_000;

/** `v1|13800138000|a@b.cn`, `mobile:138…;mail:…`, `v2.<base64>`: parts that mean something of their own, and whatever is packed in them. */
export function readComposed(reader: Reader, text: string, place: Place): boolean {
  if (text.length > COMPOSED_CHARS || !SEPARATOR.test(text)) return false;
  let any = false;
  const parts = text.split(SEPARATOR, 24);
  for (const [i, part] of parts.entries()) {
    const value = part.trim();
    if (value.length >= PACKED_PART_CHARS && /^[\w+/=-]+$/.test(value)) readPacked(reader, value, deeper(place));
    // eslint-disable-next-line no-control-regex -- as above
    const named = /^[ "']{0,2}([A-Za-z_]\w{1,30})[ "']{0,2}[:=\x02][ "']{0,2}([^\s"'][^"']{0,200})["']?$/.exec(value);
    if (named) reader.push(named[2]!.trim(), member(place, named[1]!));
    else if (value.includes('@')) reader.push(value, { ...place, key: '' });
    // `mobile=138…;email=…` cut at the wrong mark: the first part belongs to the name of the whole.
    else if (i === 0 && value !== '' && parts.length > 1 && parts[1]!.includes('=')) reader.push(value, place);
    else continue;
    any = true;
  }
  return any;
}

/** Lines under a line of names, as spreadsheets are written. */
export function readTable(reader: Reader, text: string, place: Place): boolean {
  const [head = '', ...rows] = text.split('\n', 200).map((line) => line.trim());
  const mark = head.includes('\t') ? '\t' : ',';
  if (!/^[A-Za-z_]\w{0,40}(?:[,\t][A-Za-z_]\w{0,40}){1,60}$/.test(head)) return false;
  const names = head.split(mark);
  const inner = inside(place, 'table');
  for (const [i, row] of rows.entries()) {
    const values = row.split(mark);
    if (values.length !== names.length) continue;
    const line = member(inner, `[${i}]`);
    for (const [column, value] of values.entries()) reader.value(value, member(line, names[column]!));
  }
  return true;
}

/** A name and a value in any notation: `{mobile:"…"}`, `bind(mobile: "…")`, `<user mobile="…"/>`, `mobile = …`. */
const NAMED = /\b([A-Za-z_]\w{1,30})["']?\s{0,2}[:=~]\s{0,2}(?:"([^"\\\n]{1,200})"|'([^'\\\n]{1,200})'|([^\s"'`,;|&<>{}()[\]$~:=]{2,200}))/g;
const MOST_NAMED = 60;

/** Values that stand behind their names in text of a notation that nothing else reads. */
export function readNamed(reader: Reader, text: string, place: Place): boolean {
  if (text.length < 12 || text.length > 2 * COMPOSED_CHARS) return false;
  let found = 0;
  for (const [, name = '', double, single, bare] of text.matchAll(NAMED)) {
    if (found++ >= MOST_NAMED) break;
    reader.push((double ?? single ?? bare ?? '').trim(), member(place, name));
  }
  return found > 0;
}

/** Elements with nothing but text inside. */
export function readXml(reader: Reader, text: string, place: Place): boolean {
  const inner = inside(place, 'xml');
  let any = false;
  const plain = text.includes('<![CDATA[') ? text.replace(/<!\[CDATA\[([^\]<]{0,1000})\]\]>/g, '$1') : text;
  for (const [, name = '', value = ''] of plain.matchAll(/<([A-Za-z_][\w:.-]{0,63})(?:\s[^<>]{0,200})?>([^<>]{1,1000})<\//g)) {
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
