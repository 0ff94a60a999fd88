/** Small conversions for texts that people send: one line, no control characters, no personal values. */

/**
 * Text from a page as part of one line: white space folded, control, zero-width and direction-changing characters
 * dropped (they could reorder or hide words), cut to `max` UTF-16 units with an ellipsis.
 */
export function oneLine(text: string, max = 120): string {
  const clean = maskPersonal(
    text
      .slice(0, 4_000)
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
      .replace(/\p{Cf}/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return clean.length > max ? `${clean.slice(0, max - 1)}…` : clean;
}

/**
 * Masks what looks like a person's number or address in free text: mainland mobiles, 18-digit ids, 16 to 19-digit cards
 * and e-mail names. Quotes of a policy are not passed through here: an operator's own contact is evidence.
 */
export function maskPersonal(text: string): string {
  return text
    .replace(/(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g, '$1****$2')
    .replace(/(?<!\d)(\d{4})\d{8,11}(\d{3}[\dXx])(?!\d)/g, '$1********$2')
    .replace(/(?<![A-Za-z0-9._%+-])([A-Za-z0-9])[A-Za-z0-9._%+-]{0,63}@/g, '$1***@');
}

/** An address without its query and fragment, where identifiers and what people typed live. Empty for anything but http(s). */
export function plainAddress(address: string, max = 160): string {
  const match = /^(https?:\/\/)(?:[^/?#@]*@)?([^/?#]+)([^?#]*)/i.exec(address);
  if (!match) return '';
  return oneLine(`${match[1]}${match[2]}${match[3]}`, max);
}

/** A moment in Beijing time, `2026-11-21 08:05:09`: where the complaint is read, whatever the machine's own zone. */
export function beijingTime(at: number): string {
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15 - 8 * 3_600_000) return '';
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** A sentence that speaks to the reader (你) as the complainant's own (本人). Quoted words, between “ and ”, stay as they are. */
export function firstPerson(sentence: string): string {
  return sentence
    .split(/(“[^“”]*”)/)
    .map((part) => (part.startsWith('“') ? part : part.replace(/[你您]自己|[你您]/g, '本人')))
    .join('');
}
