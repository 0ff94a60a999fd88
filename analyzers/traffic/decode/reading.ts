/** Tells what a value, a text or some bytes are, and hands them to the reader of that format, until only plain values are left. */
import { splitUrl } from './address';
import { readMessage, readPackedBytes, readRawDeflate, readRest } from './binary';
import { compressionOf, isText, looseText, utf8Bytes } from './bytes';
import { isJson, readEmbeddedJson, readJson, readQuoted } from './json';
import { Budget, DECODE_LIMITS } from './limits';
import { isBracketCode } from './may-hold';
import { readMqtt } from './mqtt';
import { readMultipart } from './multipart';
import { readDataUrl, readJwt, readPacked, readWideLz, reversed } from './packed';
import { deeper, inside, packedInside, type Leaf, type Place } from './place';
import type { Reader } from './reader';
import { readComposed, readForm, readNamed, readNestedUrl, readTable, readXml } from './text-forms';
import { unescapeHtml, unescapeScript, unescapeText } from './unescape';

const UTF16 = new TextDecoder('utf-16le');

export class Reading implements Reader {
  readonly leaves: Leaf[] = [];
  readonly budget = new Budget();

  get isFull(): boolean {
    return this.leaves.length >= DECODE_LIMITS.leaves;
  }

  value(raw: string, place: Place): void {
    const text = raw.length > 1 ? raw.trim() : raw;
    if (text === '' || this.isFull) return;
    if (place.depth < DECODE_LIMITS.depth && text.length >= 6 && this.#isStructure(text, place)) return;
    this.push(text, place);
    if (place.depth >= DECODE_LIMITS.depth || text.length < 8) return;
    // What begins with a character outside ASCII is text; only lz-string writes such characters.
    if (text.charCodeAt(0) > 127) return readWideLz(this, text, place);
    if (text.startsWith('data:')) return readDataUrl(this, text, place);
    if (text.includes('://')) {
      const parts = text.length > 10 ? splitUrl(text) : undefined;
      if (parts) readNestedUrl(this, parts, inside(place, 'url'));
      return;
    }
    if (readJwt(this, text, place) || (isNotation(text) && readNamed(this, text, place)) || readComposed(this, text, place) || (/[:=][^=]/.test(text) && readNamed(this, text, place))) return;
    readPacked(this, text, place);
  }

  /** Reads what is nothing by itself but holds other values; false for a value. */
  #isStructure(text: string, place: Place): boolean {
    const first = text.charCodeAt(0);
    if ((first === 123 /* { */ || first === 91) /* [ */ && readJson(this, text, place)) return true;
    if (first === 34 /* " */ && text.endsWith('"') && readQuoted(this, text, place)) return true;
    if (readForm(this, text, place)) return true;
    const plain = text.includes('%') ? unescapeText(text) : text;
    const unescaped = plain !== text ? plain : text.includes('\\') ? (unescapeScript(text) ?? text) : text.includes('&quot;') || text.includes('&#') ? unescapeHtml(text) : text;
    if (unescaped !== text) {
      this.value(unescaped, deeper(place));
      return true;
    }
    if (isBracketCode(text.charCodeAt(text.length - 1)) && readEmbeddedJson(this, text, place)) return true;
    if (first === 125 /* } */ && text.endsWith('{') && readJson(this, reversed(text), packedInside(place, 'reversed'))) return true;
    return first === 60 /* < */ && readXml(this, text, place);
  }

  text(text: string, place: Place): void {
    if (text.startsWith('--') && text.includes('ontent-') && readMultipart(this, utf8Bytes(text), place)) return;
    const isLines = (text.startsWith('{') || text.startsWith('[')) && /[}\]]\r?\n[{[]/.test(text) && !isJson(text);
    if (isLines || /^(?:data|event|id|:)[ :].{0,200}\n/.test(text)) {
      // Lines of JSON, or of server-sent events.
      for (const line of text.split('\n', 400)) this.value(line.replace(/^data: ?/, ''), place);
      return;
    }
    if (text.includes('\n') && readTable(this, text, place)) return;
    this.value(text, place);
  }

  bytes(bytes: Uint8Array, place: Place): void {
    if (place.depth > DECODE_LIMITS.depth || bytes.length === 0) return;
    const format = compressionOf(bytes);
    if (format) {
      const plain = this.budget.inflate(bytes, format);
      if (plain) return this.bytes(plain, inside(place, format));
    }
    // Frames of STOMP end with a zero.
    const length = bytes[bytes.length - 1] === 0 ? bytes.length - 1 : bytes.length;
    if (length > 0 && isText(bytes, true, length)) return this.text(looseText(bytes), place);
    if (bytes[0] === 45 && bytes[1] === 45 && readMultipart(this, bytes, place)) return;
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return this.text(UTF16.decode(bytes.subarray(2)), inside(place, 'utf-16'));
    if (bytes.length >= 16 && bytes[0]! >= 32 && bytes[1] === 0 && bytes[3] === 0 && bytes[5] === 0) return this.text(UTF16.decode(bytes), inside(place, 'utf-16'));
    if (readMqtt(this, bytes, place) || readPackedBytes(this, bytes, place) || readMessage(this, bytes, place) || readRawDeflate(this, bytes, place)) return;
    readRest(this, bytes, place);
  }

  push(value: string, place: Place): void {
    this.leaf(value, place, place.parent, place.path, place.key);
  }

  leaf(text: string, { where, part, encoded, mediaType }: Place, parent: string, path: string, key: string): void {
    if (this.isFull || text === '') return;
    const value = text.length > DECODE_LIMITS.valueChars ? text.slice(0, DECODE_LIMITS.valueChars) : text;
    this.leaves.push({ where, path, parent, key, value, encoded, part, mediaType });
  }
}

/** Names with values among quotes and brackets; the lists of `readComposed` have neither. */
function isNotation(text: string): boolean {
  return /["'{(<]/.test(text) && /[:=][^=]/.test(text);
}
