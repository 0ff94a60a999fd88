/** JSON: whole, cut, written twice, or behind a few characters of something else. */
import { compressionOf, isText } from './bytes';
import { DECODE_LIMITS } from './limits';
import { deeper, inside, member, packedInside, type Place } from './place';
import { mayHold } from './may-hold';
import type { Reader } from './reader';

export function readJson(reader: Reader, text: string, place: Place): boolean {
  // Whole numbers above 2^53 (card and id numbers) would lose digits: quote them first.
  const source = /[:,[]\s{0,4}\d{16}/.test(text) ? text.replace(/([:,[]\s{0,4})(\d{16,20})(?=\s{0,4}[,}\]])/g, '$1"$2"') : text;
  let root: unknown;
  try {
    root = JSON.parse(source);
  } catch {
    return readCutJson(reader, text, place);
  }
  if (typeof root !== 'object' || root === null) return false;
  const inner = inside(place, 'json');
  walk(reader, root, inner, inner.path, inner.path, place.key, 0);
  return true;
}

/** Values of a parsed document. Written without copying objects: this is where most time of most requests goes. */
export function walk(reader: Reader, node: unknown, place: Place, parent: string, path: string, key: string, level: number): void {
  if (reader.isFull) return;
  if (typeof node === 'string') {
    if (!mayHold(node)) reader.leaf(node, place, parent, path, key);
    else reader.value(node, { where: place.where, path, parent, key, part: place.part, encoded: place.encoded, depth: place.depth + 1 });
  } else if (typeof node === 'number') reader.leaf(String(node), place, parent, path, key);
  else if (typeof node !== 'object' || node === null || level >= DECODE_LIMITS.jsonDepth) return;
  else if (Array.isArray(node)) {
    const bytes = bytesOf(node);
    if (bytes) return reader.bytes(bytes, { ...packedInside(place, 'bytes'), path: `${path} > bytes`, parent, key });
    if (isListOfPairs(node)) {
      for (const [name, value] of node.slice(0, DECODE_LIMITS.leaves) as [string, unknown][]) walk(reader, value, place, path, `${path}.${name.slice(0, DECODE_LIMITS.keyChars)}`, name.slice(0, DECODE_LIMITS.keyChars), level + 2);
      return;
    }
    for (let i = 0; i < node.length && i < DECODE_LIMITS.leaves; i++) walk(reader, node[i], place, path, `${path}${level === 0 ? ' > ' : ''}[${i}]`, key, level + 1);
  } else {
    // An object that says whom it describes.
    const owner = (node as Record<string, unknown>).kind === 'user' || 'traits' in node || ('identifier' in node && 'attributes' in node) ? `${path}.user` : path;
    let left: number = DECODE_LIMITS.leaves;
    for (const name in node) {
      if (left-- <= 0) break;
      const short = name.length > DECODE_LIMITS.keyChars ? name.slice(0, DECODE_LIMITS.keyChars) : name;
      const value = (node as Record<string, unknown>)[name];
      const way = path + (level === 0 ? ' > ' : '.') + short;
      const isValue = endsLikeValue(name);
      const paired = isValue ? nameBeside(node as Record<string, unknown>, name) : undefined;
      // The values of pairs in one list belong together, as if they were members of one object.
      if (paired !== undefined) walk(reader, value, place, parent, way, paired, level + 1);
      else walk(reader, value, place, owner, way, isValue && key !== '' && isTypedValue(name, path) ? key : short, level + 1);
    }
  }
}

/** Pairs of a JSON text that was cut: names and scalar values, without their nesting. */
function readCutJson(reader: Reader, text: string, place: Place): boolean {
  const found = text.matchAll(/"([^"\\]{1,64})"\s{0,4}:\s{0,4}(?:"([^"\\]{0,1000})"|(-?\d{1,20}(?:\.\d{1,20})?))/g);
  const inner = inside(place, 'json');
  let any = false;
  for (const [, key = '', quoted, number] of found) {
    if (reader.isFull) break;
    any = true;
    reader.value(quoted ?? number ?? '', deeper(member(inner, key)));
  }
  return any;
}

/** A JSON document that is one string: what it holds was written twice. */
export function readQuoted(reader: Reader, text: string, place: Place): boolean {
  let inner: unknown;
  try {
    inner = JSON.parse(text);
  } catch {
    return false;
  }
  if (typeof inner !== 'string') return false;
  reader.value(inner, deeper(place));
  return true;
}

/** JSON behind a few characters of something else: JSONP, socket.io (`42["event",{…}]`), STOMP headers, guards against hijacking. */
export function readEmbeddedJson(reader: Reader, text: string, place: Place): boolean {
  const start = text.slice(0, 400).search(/[{[]\s{0,4}["{[]/);
  if (start < 1) return false;
  const closing = text[start] === '{' ? text.lastIndexOf('}') : text.lastIndexOf(']');
  if (closing <= start || text.length - closing > 4) return false;
  const inner = text.slice(start, closing + 1);
  if (!isJson(inner) || !readJson(reader, inner, deeper(place))) return false;
  reader.push(text.slice(0, start), place);
  return true;
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Text or compressed data written as a list of its bytes. */
function bytesOf(list: readonly unknown[]): Uint8Array | undefined {
  if (list.length < 16 || !list.every((one) => typeof one === 'number' && one >= 0 && one < 256 && Number.isInteger(one))) return undefined;
  const bytes = Uint8Array.from(list as number[]);
  return compressionOf(bytes) || isText(bytes, true) ? bytes : undefined;
}

/** `[["mobile", "…"], ["email", "…"]]` */
function isListOfPairs(list: readonly unknown[]): boolean {
  return Array.isArray(list[0]) && list.every((one) => Array.isArray(one) && one.length === 2 && typeof one[0] === 'string' && /^[A-Za-z_$][\w.$-]{0,63}$/.test(one[0]));
}

/** Words for the name in a pair. */
const NAMING = ['name', 'key', 'field', 'code', 'attribute', 'property', 'label'];

/**
 * The name of a member's value, where it is the value of another member: `{ name: 'phone', value: '…' }`, `{ Name, Value }`,
 * `{ trait_key, trait_value }`, `{ attributeName, attributeValue }`.
 */
function nameBeside(node: Record<string, unknown>, member: string): string | undefined {
  const [, prefix, word] = /^([A-Za-z]{0,12}_?)(val(?:ue)?)$/i.exec(member) ?? [];
  if (prefix === undefined || word === undefined) return undefined;
  const isUpper = word.charCodeAt(0) < 97;
  for (const naming of NAMING) {
    const name = node[prefix + (isUpper ? naming[0]!.toUpperCase() + naming.slice(1) : naming)];
    if (typeof name === 'string' && name !== '' && name.length <= DECODE_LIMITS.keyChars) return name;
  }
  return undefined;
}

/** One look at two letters: most members are told from `value` and `val` by them. */
function endsLikeValue(member: string): boolean {
  const { length } = member;
  return (length >= 3 && (member.charCodeAt(length - 3) | 32) === 118) || (length >= 5 && (member.charCodeAt(length - 5) | 32) === 118);
}

/** `{ "phone": { "stringValue": "…" } }`, `{ "phone": { "value": "…", "setAt": 1 } }`: a value by its type, or as such, not its name. */
const TYPED_VALUE = /^(?:(?:string|text|int|integer|long|double|number)_?)?[vV]alue$/;

function isTypedValue(name: string, path: string): boolean {
  // Values in a list are the list's entries.
  return TYPED_VALUE.test(name) && (name.length > 5 || !path.endsWith(']'));
}
