/**
 * Text packed by lz-string, which recorders and forms on the Chinese web use. The library itself cannot be stopped: 64 KB may
 * unpack to hundreds of megabytes, so the format is read here with a bound on what comes out. Its format: codes of growing
 * width, least significant bit first; 0 and 1 bring a new character of 8 and 16 bits, 2 ends, others repeat.
 */

/** Bits of one unit: six in base64 alphabets, fifteen in the UTF-16 form. */
interface Units {
  length: number;
  bits: number;
  /** Value of unit `i`, or -1 where the character is none. */
  at(i: number): number;
}

const STANDARD = alphabet('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const ADDRESS = alphabet('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-');

function alphabet(characters: string): Int8Array {
  const table = new Int8Array(128).fill(-1);
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = i;
  return table;
}

/**
 * Unpacks text in one of the three written forms of lz-string.
 * @param limit UTF-16 units that may come out; more is cut.
 * @returns undefined unless the whole of it is packed text without control characters.
 */
export function unpackLzText(text: string, limit: number): string | undefined {
  const wide = text.charCodeAt(0) > 127;
  if (wide) return unpack({ length: text.length, bits: 15, at: (i) => text.charCodeAt(i) - 32 }, limit);
  let length = text.length;
  while (length > 0 && text.charCodeAt(length - 1) === 61 /* = */) length--;
  const table = text.includes('-') ? ADDRESS : STANDARD;
  const unit = (i: number) => {
    const code = text.charCodeAt(i);
    // A plus sign in an address arrives as a space.
    return code === 32 ? 62 : code < 128 ? table[code]! : -1;
  };
  return unpack({ length, bits: 6, at: unit }, limit);
}

/** Whether the first units could begin packed JSON: a new 8-bit character, `{` or `[`. Cheap, for text that is mostly not packed. */
export function mayBeLzJson(text: string): boolean {
  const value = text.charCodeAt(0) - 32;
  // Two zero bits, then eight bits of the character, least significant first, from the top of fifteen.
  return value >= 0 && (value >> 5 === 0b0011011110 || value >> 5 === 0b0011011010);
}

function unpack(units: Units, limit: number): string | undefined {
  let unit = 0;
  let value = units.at(0);
  let bit = units.bits - 1;
  const read = (count: number): number => {
    let result = 0;
    for (let i = 0; i < count; i++) {
      if (unit >= units.length || value < 0) return -1;
      if ((value >> bit) & 1) result |= 1 << i;
      if (bit-- === 0) {
        bit = units.bits - 1;
        value = units.at(++unit);
      }
    }
    return result;
  };
  const character = (code: number): string | undefined => {
    const found = read(code === 0 ? 8 : 16);
    const isControl = (found < 32 && found !== 9 && found !== 10 && found !== 13) || (found >= 127 && found < 160);
    return isControl ? undefined : String.fromCharCode(found);
  };
  const first = read(2);
  if (first !== 0 && first !== 1) return undefined;
  let word = character(first);
  if (word === undefined) return undefined;
  const words: string[] = ['', '', '', word];
  const parts: string[] = [word];
  let size = 1;
  let width = 3;
  let room = 4; // new entries until codes grow by one bit
  const grow = () => {
    if (--room === 0) room = 2 ** width++;
  };
  for (;;) {
    let code = read(width);
    if (code < 0) return undefined;
    // The end stands in the last unit: random characters read as packed text end anywhere.
    if (code === 2) return size >= 2 && unit >= units.length - 2 ? parts.join('') : undefined;
    if (code <= 1) {
      const fresh = character(code);
      if (fresh === undefined) return undefined;
      code = words.push(fresh) - 1;
      grow();
    }
    const entry: string | undefined = words[code] || (code === words.length ? word + word[0]! : undefined);
    if (!entry) return undefined;
    size += entry.length;
    parts.push(entry);
    if (size > limit) return parts.join('').slice(0, limit);
    words.push(word + entry[0]!);
    grow();
    word = entry;
  }
}
