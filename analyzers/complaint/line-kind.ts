/** What a line of a draft or letter is, told by its place and its beginning: for those who set it in type. */

export type LineKind = 'title' | 'heading' | 'item' | 'fact';

/** 一、二、 or I. II. is a section's heading, 1. an item, 1.1 a fact below it. */
const BEGINNINGS: readonly [RegExp, LineKind][] = [
  [/^(?:[一二三四五六七八九十]{1,3}、|[IVX]{1,4}\. )/, 'heading'],
  [/^\d{1,3}\. /, 'item'],
  [/^\d{1,3}\.\d{1,2} /, 'fact'],
];

/** Undefined for a line of plain text. */
export function lineKind(line: string, index: number): LineKind | undefined {
  return index === 0 ? 'title' : BEGINNINGS.find(([beginning]) => beginning.test(line))?.[1];
}
