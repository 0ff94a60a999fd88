/**
 * Full phone and id numbers in an answer, masked at once. Also runs in the page's own world: it imports nothing and keeps
 * nothing, and reads text of bounded length in one pass.
 */

/** UTF-16 units of an answer that are looked through. */
export const ANSWER_CHARS = 256 * 1_024;
/** Numbers kept of one answer. */
export const ANSWER_NUMBERS = 50;

export interface FullNumber {
  kind: 'phone' | 'id-number';
  mask: string;
}

const NUMBER = /(?<![\d.A-Za-z_-])(?:1[3-9]\d{9}|[1-9]\d{5}(?:19|20)\d{9}[\dXx])(?![\d.A-Za-z_-])/g;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Different numbers in a JSON text, first come first; times and order numbers have other lengths, id numbers a check digit. */
export function fullNumbers(text: string): FullNumber[] {
  const found = new Map<string, FullNumber>();
  for (const [number] of text.slice(0, ANSWER_CHARS).matchAll(NUMBER)) {
    if (found.has(number)) continue;
    if (number.length === 11) found.set(number, { kind: 'phone', mask: `${number.slice(0, 3)}****${number.slice(-4)}` });
    else if (hasCheckDigit(number)) found.set(number, { kind: 'id-number', mask: `${number.slice(0, 3)}***********${number.slice(-4)}` });
    if (found.size >= ANSWER_NUMBERS) break;
  }
  return [...found.values()];
}

/** ISO 7064 MOD 11-2, as GB 11643-1999 uses it. */
function hasCheckDigit(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return '10X98765432'[sum % 11] === number[17]!.toUpperCase();
}

const SHOWN = /(\d{2,6})[ -]{0,1}[*＊×xX•●]{3,14}[ -]{0,1}(\d{1,4}[\dXx]{0,1})/g;

/** Masks among `masks` that a page's text shows: their beginning and end stand there around asterisks. */
export function shownMasked(masks: readonly string[], pageText: string): string[] {
  const shown = [...pageText.slice(0, ANSWER_CHARS * 2).matchAll(SHOWN)].slice(0, 500).map(([, head = '', tail = '']) => ({ head, tail }));
  return [...new Set(masks)].filter((mask) => {
    const [, head = '', tail = ''] = /^(\d+)\*+([\dXx]+)$/.exec(mask) ?? [];
    return shown.some((one) => (one.head.startsWith(head) || head.startsWith(one.head)) && (one.tail.endsWith(tail) || tail.endsWith(one.tail)) && one.head.length + one.tail.length >= 5);
  });
}
