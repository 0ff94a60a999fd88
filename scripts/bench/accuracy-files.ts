/** The figures kept beside the scripts, and the page made of them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { accuracyPage, type BlindFile, type Measured, type TopicFigures } from './accuracy-page';
import type { BlindAnswers } from './confidence';
import type { Decision } from './labelled';

const at = (name: string): URL => new URL(name, import.meta.url);
const read = <T>(name: string): T | undefined => (existsSync(at(name)) ? (JSON.parse(readFileSync(at(name), 'utf8')) as T) : undefined);

export const readMeasured = (): Measured | undefined => read('measured.json');
export const readBlind = (): BlindFile => read<BlindFile>('blind.json') ?? { tunedOn: '', measurements: [] };
export const readTopics = (): TopicFigures | undefined => read('topics.json');

export function writeJson(name: 'measured.json' | 'blind.json' | 'topics.json', value: unknown): void {
  writeFileSync(at(name), JSON.stringify(value, rounded, 2) + '\n');
}

export const readBlindAnswers = (): BlindAnswers => read<BlindAnswers>('blind-answers.json')!;

/** Adds a set of answers whose labels nobody had seen. Documents that nothing was answered on tell nothing of confidence. */
export function keepBlindAnswers(set: string, decisions: readonly Decision[]): void {
  const { duties, sets } = readBlindAnswers();
  const documents = Object.fromEntries([...new Set(decisions.map(({ document }) => document))].flatMap((document) => {
    const tokens = duties.map((duty) => decisions.find((one) => one.document === document && one.duty === duty)).map((one) => one && `${one.got}${one.got === one.gold ? '+' : '-'}`);
    return tokens.every((token) => token !== undefined && !token.startsWith('missing')) ? [[document, tokens.join(' ')] as const] : [];
  }));
  writeFileSync(at('blind-answers.json'), blindAnswersText({ duties, sets: [...sets, { set, documents }] }));
}

/** One line a document, so that changes can be read. */
function blindAnswersText({ duties, sets }: BlindAnswers): string {
  const line = ([document, answers]: [string, string]) => `   ${JSON.stringify(document)}: ${JSON.stringify(answers)}`;
  const block = (one: BlindAnswers['sets'][number]) => `  {"set": ${JSON.stringify(one.set)}, "documents": {\n${Object.entries(one.documents).map(line).join(',\n')}\n  }}`;
  return `{\n "duties": ${JSON.stringify(duties)},\n "sets": [\n${sets.map(block).join(',\n')}\n ]\n}\n`;
}

/** Five digits are more than any figure here is worth, and keep changes readable. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(5)) : value;
}

/** `docs/accuracy.md` as it should be now. */
export function currentPage(): string {
  return accuracyPage(readMeasured(), readBlind(), readTopics());
}

export function writePage(): void {
  writeFileSync(at('../../docs/accuracy.md'), currentPage());
}
