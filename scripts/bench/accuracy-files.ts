/** The figures kept beside the scripts, and the page made of them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { accuracyPage, type BlindFile, type Measured, type TopicFigures } from './accuracy-page';

const at = (name: string): URL => new URL(name, import.meta.url);
const read = <T>(name: string): T | undefined => (existsSync(at(name)) ? (JSON.parse(readFileSync(at(name), 'utf8')) as T) : undefined);

export const readMeasured = (): Measured | undefined => read('measured.json');
export const readBlind = (): BlindFile => read<BlindFile>('blind.json') ?? { tunedOn: '', measurements: [] };
export const readTopics = (): TopicFigures | undefined => read('topics.json');

export function writeJson(name: 'measured.json' | 'blind.json' | 'topics.json', value: unknown): void {
  writeFileSync(at(name), JSON.stringify(value, rounded, 2) + '\n');
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
