/** Whether a name stands in a text as itself. */

/** Names shorter than this say nothing: two Chinese characters, four Latin letters. */
function isLongEnough(name: string): boolean {
  return /[\u4e00-\u9fff]/.test(name) ? name.length >= 2 : name.replace(/[^a-z0-9]/gi, '').length >= 3;
}

/**
 * True when `name` occurs in `text` and is no part of a longer Latin word (`ads` in `threads`). Chinese names have no such
 * borders and are taken wherever they stand. Case does not matter.
 */
export function standsInText(text: string, name: string): boolean {
  const wanted = name.trim();
  if (!isLongEnough(wanted)) return false;
  const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s{0,3}');
  const before = /^[a-z0-9]/i.test(wanted) ? '(?<![A-Za-z0-9])' : '';
  const after = /[a-z0-9]$/i.test(wanted) ? '(?![A-Za-z0-9])' : '';
  return new RegExp(before + escaped + after, 'i').test(text);
}
