/**
 * Which characters a match of a pattern can begin with. A pattern of hundreds of words tries them all at every place of a text;
 * with a look at the first character before, most places cost one comparison.
 */

/**
 * First characters of a pattern made of literals, groups, alternatives, small character classes, look-arounds and `?`.
 * @param source source of a regular expression
 * @returns undefined where the pattern uses anything else, or can match nothing at all.
 */
export function firstCharacters(source: string): ReadonlySet<string> | undefined {
  const reader = { source, at: 0 };
  try {
    const { first, empty } = alternatives(reader);
    return empty || reader.at < source.length ? undefined : first;
  } catch {
    return undefined;
  }
}

/** A pattern that begins with a look at the first character; the same pattern where the characters cannot be told. */
export function withFirstLook(source: string, flags: string): RegExp {
  const first = firstCharacters(source);
  return new RegExp(first ? `(?=[${[...first].map((char) => (/[\]\\^-]/.test(char) ? `\\${char}` : char)).join('')}])(?:${source})` : source, flags);
}

/** Members of a class: "a-z", "- ", "、，". */
function membersOf(members: string): Set<string> {
  const first = new Set<string>();
  for (let i = 0; i < members.length; i++) {
    const from = members.charCodeAt(i);
    const isRange = members[i + 1] === '-' && i + 2 < members.length;
    if (isRange) i += 2;
    const to = members.charCodeAt(i);
    if (to - from > MOST_OF_RANGE) throw new Unknown();
    for (let code = from; code <= to; code++) first.add(String.fromCharCode(code));
  }
  return first;
}

/** Characters that one range of a class may span. */
const MOST_OF_RANGE = 128;

interface Reader {
  source: string;
  at: number;
}

interface Firsts {
  first: Set<string>;
  /** Can match without taking a character. */
  empty: boolean;
}

class Unknown extends Error {}

function alternatives(reader: Reader): Firsts {
  const all: Firsts = { first: new Set(), empty: false };
  for (;;) {
    const one = sequence(reader);
    one.first.forEach((char) => all.first.add(char));
    all.empty ||= one.empty;
    if (reader.source[reader.at] !== '|') return all;
    reader.at++;
  }
}

function sequence(reader: Reader): Firsts {
  const all: Firsts = { first: new Set(), empty: true };
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at]!)) {
    const atom = quantified(reader);
    if (all.empty) atom.first.forEach((char) => all.first.add(char));
    all.empty &&= atom.empty;
  }
  return all;
}

function quantified(reader: Reader): Firsts {
  const atom = readAtom(reader);
  const next = reader.source[reader.at] ?? '';
  if (next === '?') {
    reader.at++;
    return { ...atom, empty: true };
  }
  if (next === '{') {
    const bounds = /^\{(\d{1,4})(?:,\d{0,4})?\}/.exec(reader.source.slice(reader.at, reader.at + 12));
    if (!bounds) throw new Unknown();
    reader.at += bounds[0].length;
    return { ...atom, empty: atom.empty || bounds[1] === '0' };
  }
  if (next === '*' || next === '+') throw new Unknown();
  return atom;
}

function readAtom(reader: Reader): Firsts {
  const { source } = reader;
  const char = source[reader.at]!;
  if (char === '(') {
    const kind = /^\((?:\?(?::|<?[=!]))?/.exec(source.slice(reader.at, reader.at + 4))![0];
    reader.at += kind.length;
    const inner = alternatives(reader);
    if (source[reader.at++] !== ')') throw new Unknown();
    return kind === '(' || kind === '(?:' ? inner : { first: new Set(), empty: true };
  }
  reader.at++;
  if (char === '[') {
    const end = source.indexOf(']', reader.at);
    const members = source.slice(reader.at, end);
    if (end < 0 || /[\\^]/.test(members)) throw new Unknown();
    reader.at = end + 1;
    return { first: membersOf(members), empty: false };
  }
  if (char === '\\') {
    const escaped = source[reader.at++] ?? '';
    if (escaped === 'b') return { first: new Set(), empty: true };
    if (/[a-zA-Z\d]/.test(escaped)) throw new Unknown();
    return { first: new Set(escaped), empty: false };
  }
  if (char === '$' || char === '^') return { first: new Set(), empty: true };
  if (char === '.' || char === '*' || char === '+' || char === '?') throw new Unknown();
  return { first: new Set(char), empty: false };
}
