/** Which values are worth a look for what is encoded in them. */

/** A part of a composed value is looked into from here on. */
export const PACKED_PART_CHARS = 24;

/** `}`, `]`, `)`, `;` or the zero that ends a STOMP frame. */
export function isBracketCode(code: number): boolean {
  return code === 125 || code === 93 || code === 41 || code === 59 || code === 0;
}

/**
 * Whether a value may hold others: one look at its characters, so that the many plain words, numbers and sentences cost no more.
 * What is plain has no escape, no pair, no address, no brackets, and is no base64 or hex of eight characters or more.
 */
export function mayHold(text: string): boolean {
  const { length } = text;
  if (length < 6) return length > 0 && (text.charCodeAt(0) <= 32 || text.charCodeAt(length - 1) <= 32);
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(length - 1);
  // White space to trim; brackets; the characters that packed JSON begins with in lz-string's wide form.
  if (length > 256 || first <= 32 || last <= 32 || first === 34 || first === 123 || first === 91 || first === 60 || last === 123 || isBracketCode(last) || (first > 0x1b00 && first < 0x1c00)) return true;
  let isWord = true;
  let isNumber = true;
  let isDotted = false;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) continue;
    isNumber = false;
    if (code === 37 /* % */ || code === 92 /* \ */ || code === 61 /* = */ || code === 38 /* & */) return true;
    if (code === 58 /* : */ && (text.charCodeAt(i + 1) === 47 || first === 100)) return true;
    if (code === 46 || code === 58) isDotted = true;
    // Letters, + - / _ and the space that a plus sign becomes.
    if (!((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 43 || code === 45 || code === 47 || code === 95 || code === 32 || code === 10 || code === 13)) isWord = false;
    if (code === 64 /* @ */ || code === 124 /* | */ || code === 59 /* ; */ || code === 94 /* ^ */) return true;
  }
  if (isNumber) return length >= 20;
  return isWord ? length >= 8 : isDotted && length > PACKED_PART_CHARS;
}
