/**
 * The classes of words by which a denial and whoever does something are found. The closed classes are whole; of verbs, those
 * that policies use of data. A tagger of the whole language would weigh an eighth of the extension and decided not one
 * labelled answer differently.
 */

export type WordClass =
  | 'auxiliary' // "do", "will", "is"
  | 'base' | 'third' | 'past' | 'ing' // forms of a verb: "share", "shares", "shared", "sharing"
  | 'noun' | 'plural' // whatever is none of the others
  | 'pronoun' | 'determiner' | 'preposition' | 'conjunction' | 'adverb';

const AUXILIARIES = 'do does did have has had be is are was were am been being will would can could may might shall should must ought';
const PRONOUNS = 'we us you they them it he she i who which that what itself themselves ourselves yourself';
const DETERMINERS = 'the a an your our their its his her my this these those any such each every some all no certain other another both';
const PREPOSITIONS = 'of to in on at by for from with without within into onto about through during under over between among against across after before upon via per until than as';
const CONJUNCTIONS = 'and or nor but if unless because while when where whether although though so';
const ADVERBS = 'not never ever also always then just still again otherwise instead yet already too either neither';

const REGULAR = `share rent trade disclose provide transfer pass transmit release reveal exchange license lease loan collect gather obtain acquire request require ask record store retain host save
  process use access receive track monitor upload submit enter create combine publish display target tailor personalise personalize profile serve deliver engage employ integrate include contain embed install
  notify inform alert contact remind post need want wish agree accept consent constitute delete erase remove correct update amend edit view review export download copy guarantee allow permit enable help
  offer extract mine intend design support verify identify determine analyse analyze infer link associate aggregate anonymise anonymize entrust outsource change modify apply turn visit browse register
  sign order ship handle manage control protect secure prevent respond reply answer report oblige relate participate decide look like log forward expose affect direct place`;
/** Base, past and (where another) participle. */
const IRREGULAR = 'sell sold, give gave given, send sent, keep kept, hold held, tell told, seek sought, make made, take took taken, get got, put put, see saw seen, find found, know knew known, choose chose chosen, mean meant, let let, read read, set set, pay paid, buy bought, show showed shown, withdraw withdrew withdrawn, undertake undertook undertaken';
/** Verbs that double their last letter. */
const DOUBLING = /^(?:transfer|submit|embed|ship|log|get|put|let|permit)$/;

const CLASSES = classes();

function classes(): ReadonlyMap<string, WordClass> {
  const map = new Map<string, WordClass>();
  const add = (words: string, kind: WordClass): void => {
    for (const word of words.split(/\s+/)) map.set(word, kind);
  };
  for (const verb of REGULAR.split(/\s+/)) addForms(map, verb, [past(verb)]);
  for (const entry of IRREGULAR.split(', ')) {
    const [verb, ...pasts] = entry.split(' ');
    addForms(map, verb!, pasts);
  }
  add(ADVERBS, 'adverb');
  add(CONJUNCTIONS, 'conjunction');
  add(PREPOSITIONS, 'preposition');
  add(DETERMINERS, 'determiner');
  add(PRONOUNS, 'pronoun');
  add(AUXILIARIES, 'auxiliary');
  return map;
}

function addForms(map: Map<string, WordClass>, verb: string, pasts: readonly string[]): void {
  const stem = DOUBLING.test(verb) ? verb + verb.at(-1)! : verb.replace(/e$/, '');
  for (const form of pasts) map.set(form, 'past');
  map.set(`${stem}ing`, 'ing');
  map.set(/[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : /(?:s|ch|sh|x)$/.test(verb) ? `${verb}es` : `${verb}s`, 'third');
  map.set(verb, 'base');
}

function past(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return DOUBLING.test(verb) ? `${verb}${verb.at(-1)!}ed` : `${verb}ed`;
}

/**
 * The class of a word, lower case.
 * @param before class and wording of the word before: "your use" and "of use" are no verbs, "to use" and "you use" are
 */
export function classOf(word: string, before?: { text: string; kind: WordClass }): WordClass {
  const known = CLASSES.get(word);
  if (!known) return /ly$/.test(word) ? 'adverb' : /[^su]s$/.test(word) ? 'plural' : 'noun';
  const isVerb = known === 'base' || known === 'third' || known === 'past';
  const isNamed = before?.kind === 'determiner' || (before?.kind === 'preposition' && before.text !== 'to' && known !== 'past');
  if (isVerb && isNamed) return known === 'third' ? 'plural' : 'noun';
  return known;
}
