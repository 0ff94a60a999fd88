/** JSON: whole, cut, written twice, or behind a few characters of something else. */
import { DECODE_LIMITS } from './limits';
import { deeper, inside, member, type Place } from './place';
import { mayHold } from './may-hold';
import type { Reader } from './reader';

export function readJson(reader: Reader, text: string, place: Place): boolean {
  // Whole numbers above 2^53 (card and id numbers) would lose digits: quote them first.
  const source = /\d{16}/.test(text) ? text.replace(/([:,[]\s{0,4})(\d{16,20})(?=\s{0,4}[,}\]])/g, '$1"$2"') : text;
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
    for (let i = 0; i < node.length && i < DECODE_LIMITS.leaves; i++) walk(reader, node[i], place, path, `${path}${level === 0 ? ' > ' : ''}[${i}]`, key, level + 1);
  } else {
    const named = nameOfPair(node as Record<string, unknown>);
    // An object that says whom it describes.
    const owner = (node as Record<string, unknown>).kind === 'user' ? `${path}.user` : path;
    let left: number = DECODE_LIMITS.leaves;
    for (const name in node) {
      if (left-- <= 0) break;
      const short = name.length > DECODE_LIMITS.keyChars ? name.slice(0, DECODE_LIMITS.keyChars) : name;
      walk(reader, (node as Record<string, unknown>)[name], place, owner, path + (level === 0 ? ' > ' : '.') + short, named && isValueName(name) ? named : key !== '' && isTypedValue(name) ? key : short, level + 1);
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

/** `{ "name": "phone", "value": "…" }` names its value by another member. */
function nameOfPair(node: Record<string, unknown>): string | undefined {
  if (!('value' in node || 'val' in node)) return undefined;
  const name = node.name ?? node.key ?? node.field ?? node.code;
  return typeof name === 'string' && name.length <= DECODE_LIMITS.keyChars ? name : undefined;
}

/** `{ "phone": { "stringValue": "…" } }`: the type of a value, not its name. */
const TYPED_VALUE = /^(string|text|int|integer|long|double|number)_?[vV]alue$/;

function isTypedValue(name: string): boolean {
  return name.length > 7 && name.endsWith('alue') && TYPED_VALUE.test(name);
}

function isValueName(name: string): boolean {
  return name === 'value' || name === 'val';
}
