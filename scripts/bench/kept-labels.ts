/**
 * Labels that are kept in the repository (`test/labels/`): answers of independent readers on policies that are not. A label names
 * its document by digest and its quotes by their places in the document's decoded text, so that nobody's text is copied here.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseHTML } from 'linkedom';
import { analyzePolicy, prepareReading } from '../../analyzers/policy/analyze';
import { decodeBytes } from '../../analyzers/policy/decode';
import type { DutyLabel } from '../../analyzers/report';
import { POLICY_EXTENSIONS } from '../../cli/read-file';
import { readDocument, sha256 } from './documents';
import { decide, scoreOf, type Decision, type Labelled, type Score } from './labelled';

const FOLDERS = ['zh', 'en'].map((language) => new URL(`../../test/labels/${language}/`, import.meta.url));

export interface KeptLabel {
  /** Name of the document in the label; only for people. */
  id: string;
  /** Of the document's bytes. */
  sha256: string;
  /** Labels made together, by one reader. */
  set: string;
  /** `blind`: nobody who writes the rules has looked at it; `read`: its errors were read, and the rules mended. */
  status: 'blind' | 'read';
  /** What another reader answered who had not seen the first answers; only where the two differ. */
  secondReading?: { date: string; equal: number; differs: Record<string, { label: DutyLabel; alt?: DutyLabel }> };
  /** `at`: where the quotes stand in the decoded file, in UTF-16 units. */
  duties: Record<string, { label: DutyLabel; alt?: DutyLabel; at?: [number, number][] }>;
}

export interface KeptScore {
  set: string;
  status: KeptLabel['status'];
  score: Score;
}

/** All labels that are kept, of policies in any language. */
export function keptLabels(): KeptLabel[] {
  return FOLDERS.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.json')).sort().map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as KeptLabel));
}

/** Scores the kept labels whose documents lie somewhere below the folder, set by set; an empty list where there are none. */
export async function scoreKept(folder: string): Promise<KeptScore[]> {
  const labels = new Map(keptLabels().map((label) => [label.sha256, label]));
  const sets = new Map<string, { status: KeptLabel['status']; decisions: Decision[] }>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name);
    if (!POLICY_EXTENSIONS.includes(extname(name).toLowerCase())) continue;
    const bytes = readFileSync(path);
    const label = labels.get(sha256(bytes));
    const document = label && readDocument(path);
    if (!label || !document) continue;
    labels.delete(label.sha256); // a document may lie there twice
    await prepareReading(document);
    const decoded = decodeBytes(bytes);
    const decisions = decide(withQuotes(label, 'text' in decoded ? decoded.text : ''), analyzePolicy(document, { id: label.id, lang: 'zh-CN' }).duties);
    const set = sets.get(label.set);
    if (set) set.decisions.push(...decisions);
    else sets.set(label.set, { status: label.status, decisions });
  }
  return [...sets].sort().map(([set, { status, decisions }]) => ({ set, status, score: scoreOf(decisions) }));
}

/** The label with its quotes taken out of the document. */
export function withQuotes(label: KeptLabel, text: string): Labelled {
  const duties = Object.entries(label.duties).map(([duty, { label: answer, alt, at }]) =>
    [duty, { label: answer, ...(alt && { alt }), ...(at && { quotes: at.map(([start, end]) => visible(text.slice(start, end))) }) }] as const);
  return { id: label.id, duties: Object.fromEntries(duties) };
}

/** What a reader sees of a piece of a file: without tags, entities and marks of Markdown. */
function visible(source: string): string {
  const text = /[<&]/.test(source) ? (parseHTML(`<p>${source}</p>`).document.querySelector('p')?.textContent ?? source) : source;
  return text.replace(/[*`#|\\]/g, '');
}
