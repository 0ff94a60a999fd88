/**
 * `npm run bench:policy -- --docs DIR --labels DIR [--lang zh|en]`: how right and how fast the policy reader is.
 *
 * Prints the figures for both halves of the labelled documents, a row for each duty, how far confidence can be trusted, speed
 * and growth, and writes them to `scripts/bench/measured.json` and `docs/accuracy.md`.
 *
 * --labels DIR    one `<document>.json` each: `{ "id", "duties": { "<duty>": { "label", "alt"?, "quotes" } } }`
 * --lang zh|en    only documents in that language
 * --out DIR       also writes each result to `DIR/<document>.json`
 * --errors        also prints every answer that differs from its label
 * --blind TEXT    the documents were never looked at before: adds the figures to `scripts/bench/blind.json`, and Chinese answers to those
 *                 that `fit-confidence.ts` counts; TEXT says who had seen them
 * --kept DIR      also scores the labels kept in `test/labels`, whose documents lie below DIR (or below $MINGSHI_POLICIES)
 * --keep-speed    measures no speed, keeps the figures of the last time
 * --no-write      prints only
 * --no-grammar    reads English by patterns alone; prints only. With --lang en and labels both ways are read, and what compromise
 *                 decides that patterns alone do not is printed
 *
 * Without --labels it judges every document of the folder and prints the time (`tsx scripts/bench-policy.ts DOCS --out DIR`).
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PolicyResult } from '../analyzers/report';
import { analyzePolicy } from '../analyzers/policy/analyze';
import { loadGrammar } from '../analyzers/policy/en/grammar';
import { mixOf } from '../analyzers/policy/language';
import { RULES_VERSION } from '../analyzers/version';
import type { Blind, Measured } from './bench/accuracy-page';
import { readDocuments, sha256, type BenchDocument } from './bench/documents';
import { scoreKept } from './bench/kept-labels';
import { calibration, changedBetween, decide, halfOf, perDuty, scoreOf, type Decision, type Labelled } from './bench/labelled';
import { keepBlindAnswers, readBlind, readMeasured, writeJson, writePage } from './bench/accuracy-files';
import { printed } from './bench/print';
import { measureSpeed } from './bench/speed';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    docs: { type: 'string' }, labels: { type: 'string' }, lang: { type: 'string' }, out: { type: 'string' }, errors: { type: 'boolean' },
    blind: { type: 'string' }, kept: { type: 'string' }, 'keep-speed': { type: 'boolean' }, 'no-write': { type: 'boolean' }, 'no-grammar': { type: 'boolean' },
  },
});
/** Share of a text from which it is also written in that language. */
const BILINGUAL_SHARE = 0.15;

const printsOnly = values['no-write'] || values['no-grammar'];
const folder = values.docs ?? positionals[0];
if (!folder || (values.lang !== undefined && values.lang !== 'zh' && values.lang !== 'en') || (!values.labels && !values.out)) {
  console.error('usage: npm run bench:policy -- --docs DIR --labels DIR [--lang zh|en] [--out DIR] [--errors] [--blind TEXT] [--kept DIR] [--keep-speed] [--no-write] [--no-grammar]\n       tsx scripts/bench-policy.ts DOCS --out DIR');
  process.exit(2);
}

// A bilingual policy belongs to both of its languages.
const read = (): BenchDocument[] => readDocuments(folder).filter(({ document }) => !values.lang || document.language.startsWith(values.lang) || (document.language !== 'other' && mixOf(document.text)[values.lang as 'zh' | 'en'] >= BILINGUAL_SHARE));
const documents = read();
// Before the tagger is loaded; a document keeps its reading, so each way has its own.
const byPatterns = values.lang === 'en' && values.labels && !values['no-grammar'] ? answersOn(read()) : undefined;
// Only the tagger: reading is part of what is measured.
if (!values['no-grammar'] && documents.some(({ document }) => document.language === 'en')) await loadGrammar();
const results = judgeAll(documents);
if (values.out) {
  mkdirSync(values.out, { recursive: true });
  for (const [id, result] of results) writeFileSync(join(values.out, `${id}.json`), JSON.stringify(result, null, 1));
}
if (values.labels) await measureAgainst(values.labels);

function judgeAll(list: readonly BenchDocument[]): Map<string, PolicyResult> {
  const judged = new Map<string, PolicyResult>();
  let characters = 0;
  let slowest = 0;
  const start = process.cpuUsage();
  for (const { id, document } of list) {
    const before = process.cpuUsage();
    judged.set(id, analyzePolicy(document, { id, lang: 'zh-CN' }));
    slowest = Math.max(slowest, milliseconds(before));
    characters += document.text.length;
  }
  const all = milliseconds(start);
  console.log(`${list.length} documents, ${characters} characters, ${all.toFixed(0)} ms: ${((all / characters) * 10_000).toFixed(2)} ms per 10,000 characters, slowest document ${slowest.toFixed(0)} ms`);
  return judged;
}

/** Like `judgeAll`, without a word on time. */
function answersOn(list: readonly BenchDocument[]): Map<string, PolicyResult> {
  return new Map(list.map(({ id, document }) => [id, analyzePolicy(document, { id, lang: 'zh-CN' })]));
}

function milliseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
}

async function measureAgainst(labels: string): Promise<void> {
  const gold = readdirSync(labels).filter((name) => name.endsWith('.json')).sort()
    .map((name) => JSON.parse(readFileSync(join(labels, name), 'utf8')) as Labelled).filter(({ id }) => results.has(id));
  if (gold.length === 0) {
    console.error(`no label file of ${labels} names a document of ${folder}`);
    process.exit(2);
  }
  const decisions = gold.flatMap((labelled) => decide(labelled, results.get(labelled.id)!.duties));
  const patternDecisions = byPatterns && gold.flatMap((labelled) => decide(labelled, byPatterns.get(labelled.id)!.duties));
  const half = (which: 'A' | 'B'): Decision[] => decisions.filter(({ document }) => halfOf(document, sha256) === which);
  const score = scoreOf(decisions);
  const date = new Date().toISOString().slice(0, 10);
  if (values.errors) {
    for (const { document, duty, gold: want, got } of decisions.filter((one) => one.gold !== one.got)) console.log([document, duty, `label ${want}`, `got ${got}`].join('\t'));
  }

  if (values.blind !== undefined) {
    const entry: Blind = { date, rulesVersion: RULES_VERSION, language: values.lang ?? 'zh', seenBy: values.blind, ...score };
    console.log(printed.scores([['not seen before', score], ...patternsAlone(patternDecisions)]));
    console.log(printed.duties(perDuty(decisions)));
    if (patternDecisions) console.log(printed.grammar(changedBetween(patternDecisions, decisions), decisions.length));
    console.log(printed.calibration(calibration(decisions)));
    if (!printsOnly) {
      const blind = readBlind();
      writeJson('blind.json', { ...blind, measurements: [...blind.measurements, entry] });
      // Chinese confidence is fitted on such answers alone.
      if (entry.language === 'zh') keepBlindAnswers(date, decisions);
      writePage();
    }
    return;
  }

  const keptFolder = values.kept ?? process.env['MINGSHI_POLICIES'];
  const kept = keptFolder ? await scoreKept(keptFolder) : (readMeasured()?.kept ?? []);
  const speed = (values['keep-speed'] && readMeasured()?.speed) || measureSpeed(documents.filter(({ id }) => results.has(id)).map(({ document }) => document.text));
  const measured: Measured = {
    date, rulesVersion: RULES_VERSION, language: values.lang ?? 'all', machine: `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`,
    halves: { A: scoreOf(half('A')), B: scoreOf(half('B')) }, all: score, duties: perDuty(decisions), calibration: calibration(decisions), kept, speed,
  };
  console.log(printed.scores([['half A', measured.halves.A], ['half B', measured.halves.B], ['all', measured.all], ...patternsAlone(patternDecisions), ...kept.map(({ set, status, score: own }): [string, typeof own] => [`kept ${set} (${status})`, own])]));
  console.log(printed.duties(measured.duties));
  if (patternDecisions) console.log(printed.grammar(changedBetween(patternDecisions, decisions), decisions.length));
  console.log(printed.calibration(measured.calibration));
  console.log(printed.speed(measured.speed));
  if (printsOnly) return;
  writeJson('measured.json', measured);
  writePage();
}

function patternsAlone(decisions: readonly Decision[] | undefined): [name: string, score: Measured['all']][] {
  return decisions ? [['patterns alone, without compromise', scoreOf(decisions)]] : [];
}
