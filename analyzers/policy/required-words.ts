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
  /** Each clause must hold wherever the part matches; none of them weaker than `WEAKEST`. */
  clauses: Weighed[];
}

interface Weighed {
  words: Clause;
  /** How often the words stand in a text by chance. */
  weakness: number;
}

/** Bounds of what is followed up. */
const MOST_EXACT = 16;
const MOST_CLASS = 24;
const MOST_WORDS = 160;
/** Clauses kept of a pattern: each costs a look per sentence, and two rule out nearly all. */
const MOST_CLAUSES = 2;
/** The same of one alternative: it is short, and its clauses stand for it alone. */
const MOST_CLAUSES_OF_WAY = 3;
/** Clauses weaker than this rule out too little. */
const WEAKEST = 6;

/** The clauses of a pattern, the strongest first; none where nothing is certain. */
export function requiredWords(pattern: RegExp): Clause[] {
  if (/[iuvs]/.test(pattern.flags)) return [];
  const source = new Source(pattern.source);
  const part = readAlternatives(source);
  if (source.failed || !source.atEnd) return [];
  return clausesOf(part).sort((a, b) => a.weakness - b.weakness).slice(0, MOST_CLAUSES).map(({ words }) => words);
}

/**
 * The ways in which a pattern can match: for each of its alternatives the clauses that must all hold, the plain words of all
 * alternatives gathered into one way. None where one alternative asks for nothing certain.
 */
export function requiredWays(pattern: RegExp): Clause[][] {
  if (/[iuvs]/.test(pattern.flags)) return [];
  const source = new Source(pattern.source);
  const parts = [readSequence(source)];
  while (source.take('|')) parts.push(readSequence(source));
  if (source.failed || !source.atEnd) return [];
  const ways: Clause[][] = [];
  let plain: string[] = [];
  for (const part of parts) {
    const clauses = clausesOf(part).sort((a, b) => a.weakness - b.weakness).slice(0, MOST_CLAUSES_OF_WAY).map(({ words }) => words);
    if (clauses.length === 0) return [];
    if (clauses.length === 1) plain = unique([...plain, ...clauses[0]!]);
    else ways.push(clauses);
  }
  return plain.length > 0 ? [[plain], ...ways] : ways;
}

/** The clauses of a part, those that its own strings make included. */
function clausesOf({ exact, clauses }: Part): Weighed[] {
  const own = exact && weigh(exact);
  return own ? [...clauses, own] : [...clauses];
}

/** A clause of some words; undefined where they ask for nothing worth a look. One character is common, three are rare. */
function weigh(words: Clause): Weighed | undefined {
  if (words.length === 0 || words.length > MOST_WORDS) return undefined;
  let weakness = 0;
  for (const { length } of words) {
    if (length === 0) return undefined;
    weakness += length === 1 ? 1 : length === 2 ? 0.1 : 0.03;
  }
  return weakness < WEAKEST ? { words, weakness } : undefined;
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
  const first = readSequence(source);
  if (source.text[source.at] !== '|') return first;
  const parts = [first];
  while (source.take('|')) parts.push(readSequence(source));
  const strings = parts.reduce((sum, { exact }) => sum + (exact ? exact.length : Infinity), 0);
  if (strings <= MOST_EXACT) return { exact: unique(parts.flatMap(({ exact }) => exact!)), clauses: [] };
  // Whichever alternative matches, the strongest clause of one of them holds.
  const words: string[] = [];
  for (const part of parts) {
    const [strongest] = clausesOf(part).sort((a, b) => a.weakness - b.weakness);
    if (!strongest) return NOTHING_CERTAIN;
    words.push(...strongest.words);
  }
  const clause = weigh(unique(words));
  return clause ? { clauses: [clause] } : NOTHING_CERTAIN;
}

function readSequence(source: Source): Part {
  const clauses: Weighed[] = [];
  /** The strings that what stands side by side so far can match. */
  let run: string[] = [''];
  let wholeRun = true;
  const endRun = (): void => {
    const clause = weigh(run);
    if (clause) clauses.push(clause);
    run = [''];
    wholeRun = false;
  };
  for (;;) {
    const literal = source.match(LITERAL);
    if (literal) {
      run = run.map((left) => left + literal[0]);
      continue;
    }
    const next = source.text[source.at];
    if (next === undefined || next === '|' || next === ')' || source.failed) break;
    const { exact, clauses: inner } = readQuantified(source);
    clauses.push(...inner);
    if (!exact) endRun();
    else if (run.length * exact.length > MOST_EXACT) {
      endRun();
      run = exact;
    } else if (exact.length === 1) {
      if (exact[0] !== '') run = run.map((left) => left + exact[0]);
    } else run = unique(run.flatMap((left) => exact.map((right) => left + right)));
  }
  if (wholeRun) return { exact: run, clauses };
  endRun();
  return { clauses };
}

/** Plain characters that no quantifier follows. */
const LITERAL = /[^\\^$.*+?()[\]{}|]+(?![?*+{])/y;
const QUANTIFIER = /([?*+]|\{(\d+)(,(\d*))?\})\??/y;

function readQuantified(source: Source): Part {
  const part = readAtom(source);
  const found = source.match(QUANTIFIER);
  if (!found) return part;
  const least = found[1] === '?' || found[1] === '*' ? 0 : found[1] === '+' ? 1 : Number(found[2]);
  const most = found[1] === '?' ? 1 : found[2] && !found[3] ? least : Infinity;
  if (least === 0) return most === 1 && part.exact && part.exact.length < MOST_EXACT ? { exact: unique([...part.exact, '']), clauses: [] } : NOTHING_CERTAIN;
  if (least === 1 && most === 1) return part;
  return { clauses: clausesOf(part) };
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

function unique(words: string[]): string[] {
  return words.length === 1 ? words : [...new Set(words)];
}
