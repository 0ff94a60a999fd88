/** Sentences longer than this are cut at a semicolon or comma (or anywhere): bounds the work of every pattern. */
const LONGEST = 700;

/** Closing marks that belong to the sentence that just ended. */
const TRAILING = '”’"\')]';

/** Words whose full stop ends no sentence, as they stand before it. */
const ABBREVIATION = /(?:^|[\s("“])(?:e\.g|i\.e|etc|inc|ltd|pte|pty|pvt|sdn|bhd|co|corp|llc|no|nos|art|arts|sec|st|dr|mr|mrs|ms|prof|vs|approx|dept|est|u\.s|u\.k|u\.s\.a|p\.o|a\.m|p\.m|rd|ave|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z]|\d{1,2}(?:\.[a-z\d]{1,3}){0,3})$/i;

/**
 * Ends of the sentences in a block; a semicolon ends a statement as well. A full stop ends one only before white space and a word that begins anew (a capital,
 * a digit, an opening mark), and not after an abbreviation: names of companies and addresses stay whole.
 */
export function cutEnglish(text: string): number[] {
  const ends: number[] = [];
  let start = 0;
  const end = (at: number): void => {
    ends.push(at);
    start = at;
  };
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (character === '.' || character === '!' || character === '?') {
      let after = i + 1;
      while (after < text.length && TRAILING.includes(text[after]!)) after++;
      if (endsSentence(text, i, after, character)) {
        end(after);
        i = after - 1;
      }
    } else if (character === ';' && /\s/.test(text[i + 1] ?? '')) end(i + 1);
    else if (i - start >= LONGEST && (character === ';' || character === ',' || i - start >= LONGEST * 2)) end(i + 1);
  }
  if (start < text.length) {
    if (text.slice(start).trim() === '' && ends.length > 0) ends[ends.length - 1] = text.length;
    else ends.push(text.length);
  }
  return ends;
}

function endsSentence(text: string, at: number, after: number, mark: string): boolean {
  if (after >= text.length) return true;
  if (!/\s/.test(text[after]!)) return false;
  const next = text.slice(after, after + 4).trimStart();
  if (next === '') return true;
  if (mark !== '.') return true;
  if (!/^[A-Z\d"“'‘([*•]/.test(next)) return false;
  return !ABBREVIATION.test(text.slice(Math.max(0, at - 12), at)) || isSentenceBreakAfterName(text, at, next);
}

/** "… Example Co., Ltd. We process …": after the form of a company a pronoun begins a sentence. */
function isSentenceBreakAfterName(text: string, at: number, next: string): boolean {
  return /(?:inc|ltd|co|corp|llc|etc)$/i.test(text.slice(Math.max(0, at - 4), at)) && /^(?:We|You|Our|The|It|If|In|Thi|Thes|For|Your)/.test(next);
}
