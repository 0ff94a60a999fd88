/**
 * What a text must hold for a pattern to match it at all. A pattern whose words are not there need not be run: one pass of
 * the term scanner over a sentence rules out most of a language's patterns.
 *
 * The patterns are read as far as the reading is certain; whatever is not understood asks for nothing. So a pattern may be
 * run in vain, but never left out where it would have matched.
 */

/** One of these words must stand in the text. */
export type Clause = readonly string[];

/** What a part of a pattern tells. */
interface Part {
  /** All strings the part can match, when they are few; `['']` for what has no width. */
  exact?: string[];
  /** Each clause must hold wherever the part matches. */
  clauses: Clause[];
}

/** Bounds of what is followed up. */
const MOST_EXACT = 48;
const MOST_CLASS = 24;
const MOST_WORDS = 160;
/** Clauses kept of a pattern: each costs a look per sentence, and two or three rule out nearly all. */
const MOST_CLAUSES = 3;
/** Clauses weaker than this rule out too little (see `weakness`). */
const WEAKEST = 6;

/** The clauses of a pattern, the strongest first; none where nothing is certain. */
export function requiredWords(pattern: RegExp): Clause[] {
  if (/[iuvs]/.test(pattern.flags)) return [];
  const source = new Source(pattern.source);
  const { exact, clauses } = readAlternatives(source);
  if (source.failed || !source.atEnd) return [];
  const all = exact ? [...clauses, exact] : clauses;
  return all.filter(isUsable).sort((a, b) => weakness(a) - weakness(b)).slice(0, MOST_CLAUSES);
}

function isUsable(clause: Clause): boolean {
  return clause.length > 0 && clause.length <= MOST_WORDS && !clause.includes('') && weakness(clause) < WEAKEST;
}

/** How often the words of a clause stand in a text by chance: one character is common, three are rare. */
function weakness(clause: Clause): number {
  return clause.reduce((sum, word) => sum + (word.length === 1 ? 1 : word.length === 2 ? 0.1 : 0.03), 0);
}

class Source {
  at = 0;
  failed = false;
  constructor(readonly text: string) {}
  get atEnd(): boolean {
    return this.at >= this.text.length;
  }
  /** Takes a piece of syntax when it stands here. */
  take(piece: string): boolean {
    if (!this.text.startsWith(piece, this.at)) return false;
    this.at += piece.length;
    return true;
  }
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at += found[0].length;
    return found;
  }
}

const NOTHING_CERTAIN: Part = { clauses: [] };
const NO_WIDTH: Part = { exact: [''], clauses: [] };

function readAlternatives(source: Source): Part {
  const parts = [readSequence(source)];
  while (source.take('|')) parts.push(readSequence(source));
  if (parts.length === 1) return parts[0]!;
  const exact = parts.every((part) => part.exact) ? unique(parts.flatMap((part) => part.exact!)) : undefined;
  if (exact && exact.length <= MOST_EXACT) return { exact, clauses: [] };
  // Whichever alternative matches, the strongest clause of one of them holds.
  const strongest = parts.map((part) => [...part.clauses, ...(part.exact ? [part.exact] : [])].filter(isUsable).sort((a, b) => weakness(a) - weakness(b))[0]);
  if (strongest.some((clause) => clause === undefined)) return NOTHING_CERTAIN;
  return { clauses: [unique(strongest.flatMap((clause) => clause!))] };
}

function readSequence(source: Source): Part {
  const clauses: Clause[] = [];
  /** The strings that what stands side by side so far can match. */
  let run: string[] = [''];
  let wholeRun = true;
  const endRun = (): void => {
    if (!run.includes('')) clauses.push(run);
    run = [''];
    wholeRun = false;
  };
  while (!source.atEnd && !source.failed && source.text[source.at] !== '|' && source.text[source.at] !== ')') {
    const part = readQuantified(source);
    clauses.push(...part.clauses);
    if (!part.exact) endRun();
    else if (run.length * part.exact.length > MOST_EXACT) {
      endRun();
      run = part.exact;
    } else run = unique(run.flatMap((left) => part.exact!.map((right) => left + right)));
  }
  if (wholeRun) return { exact: run, clauses };
  endRun();
  return { clauses };
}

const QUANTIFIER = /([?*+]|\{(\d+)(,(\d*))?\})\??/y;

function readQuantified(source: Source): Part {
  const part = readAtom(source);
  const found = source.match(QUANTIFIER);
  if (!found) return part;
  const least = found[1] === '?' || found[1] === '*' ? 0 : found[1] === '+' ? 1 : Number(found[2]);
  const most = found[1] === '?' ? 1 : found[2] && !found[3] ? least : Infinity;
  if (least === 0) return most === 1 && part.exact && part.exact.length < MOST_EXACT ? { exact: unique([...part.exact, '']), clauses: [] } : NOTHING_CERTAIN;
  if (least === 1 && most === 1) return part;
  return { clauses: part.exact ? [...part.clauses, part.exact] : part.clauses };
}

function readAtom(source: Source): Part {
  if (source.take('(')) return readGroup(source);
  if (source.take('[')) return readClass(source);
  if (source.take('^') || source.take('$') || source.take('\\b') || source.take('\\B')) return NO_WIDTH;
  if (source.take('.')) return NOTHING_CERTAIN;
  if (source.take('\\')) {
    const character = readEscape(source);
    return character === undefined ? NOTHING_CERTAIN : { exact: [character], clauses: [] };
  }
  return { exact: [source.text[source.at++]!], clauses: [] };
}

function readGroup(source: Source): Part {
  const looks = source.take('?=') || source.take('?!') || source.take('?<=') || source.take('?<!');
  if (!looks && !source.take('?:') && source.match(/\?<[A-Za-z]\w*>/y) === null && source.text[source.at] === '?') source.failed = true;
  const inner = readAlternatives(source);
  if (!source.take(')')) source.failed = true;
  // What is looked at need not be part of the match, and takes no room in it.
  return looks ? NO_WIDTH : inner;
}

/** A class of few characters is a choice between them; a range or a negated class is anything. */
function readClass(source: Source): Part {
  const negated = source.take('^');
  const characters: string[] = [];
  let certain = !negated;
  while (!source.take(']')) {
    if (source.atEnd) {
      source.failed = true;
      return NOTHING_CERTAIN;
    }
    const character = source.take('\\') ? readEscape(source) : source.text[source.at++]!;
    if (character === undefined) certain = false;
    else characters.push(character);
    if (source.text[source.at] === '-' && source.text[source.at + 1] !== ']') {
      certain = false;
      source.at++;
    }
  }
  return certain && characters.length <= MOST_CLASS ? { exact: unique(characters), clauses: [] } : NOTHING_CERTAIN;
}

/** The one character an escape stands for; undefined for a class of characters or a reference back. */
function readEscape(source: Source): string | undefined {
  const code = source.match(/u([\da-fA-F]{4})|x([\da-fA-F]{2})/y);
  if (code) return String.fromCharCode(parseInt(code[1] ?? code[2]!, 16));
  const letter = source.text[source.at++]!;
  if (/[dDwWsSbBpPkc0-9]/.test(letter)) return undefined;
  return { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v' }[letter] ?? letter;
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
