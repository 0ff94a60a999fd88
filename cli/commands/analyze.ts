/** `mingshi analyze`: judges policy files and writes one result each, in the public form. */
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { outcomeOf } from '../../analyzers/judge';
import { analyzePolicy, prepareReading } from '../../analyzers/policy/analyze';
import { classifyDocument } from '../../analyzers/policy/classify';
import { DUTIES } from '../../analyzers/policy/duties';
import { policyPartOf } from '../../analyzers/policy/policy-part';
import type { DutyLabel, PolicyError, PolicyResult } from '../../analyzers/report';
import { translate } from '../../locales/cli';
import { begin } from '../begin';
import { EXIT, messageOf } from '../io';
import type { Io } from '../io';
import { readLinkedFiles } from '../read-linked';
import { POLICY_EXTENSIONS, idOf, readPolicyFile } from '../read-file';

/** Folders below the one asked for are read this deep. */
const MAX_DEPTH = 8;

/** A file that could not even be read as text; such failures alone make the command fail. */
const UNREADABLE: ReadonlySet<string> = new Set(['missing', 'unreadable', 'not-text', 'pdf', 'too-large', 'failed']);

type Outcome = { path: string; id: string; result: PolicyResult } | { path: string; id: string; error: Required<Pick<PolicyError, 'id' | 'error' | 'reason'>> };

/** Runs the command. Results go to stdout (one JSON object a line with `--json`, else a short account), progress to stderr. */
export async function run(argv: string[], io: Io): Promise<number> {
  const say = (key: string, params = {}) => translate(io.lang, `cli.analyze.${key}`, params);
  const args = begin(argv, { name: 'analyze', options: { out: 'value' }, nothing: 'no-path' }, io);
  if (typeof args === 'number') return args;

  const out = args.values.get('out');
  if (out !== undefined) {
    try {
      await mkdir(out, { recursive: true });
    } catch (error) {
      io.stderr(`${say('out-failed', { path: out, reason: messageOf(error) })}\n`);
      return EXIT.usage;
    }
  }
  const files = await listFiles(args.positional);
  if (files.length === 0) {
    io.stderr(`${say('no-files', { paths: args.positional.join(', '), extensions: POLICY_EXTENSIONS.join(' ') })}\n`);
    return EXIT.usage;
  }

  const outcomes: Outcome[] = [];
  const ids = new Set<string>();
  for (const [index, path] of files.entries()) {
    if (files.length > 1) io.stderr(`${say('reading', { number: index + 1, of: files.length, path })}\n`);
    // Two files of one name would write over each other's result.
    const id = ids.has(idOf(path)) ? basename(path) : idOf(path);
    ids.add(id);
    const outcome = await judgeFile(path, id, io);
    outcomes.push(outcome);
    const json = 'result' in outcome ? outcome.result : outcome.error;
    if (out !== undefined) await writeFile(join(out, `${id}.json`), `${JSON.stringify(json, null, 1)}\n`);
    if (args.flags.has('json')) io.stdout(`${JSON.stringify(json)}\n`);
    else io.stdout(describe(outcome, io));
  }
  if (files.length > 1 || out !== undefined) io.stderr(`${closing(outcomes, out, io)}\n`);
  if (outcomes.every((outcome) => 'error' in outcome && UNREADABLE.has(outcome.error.reason))) return EXIT.usage;
  return args.values.has('fail-on') && outcomes.some((outcome) => 'result' in outcome && suspicionsOf(outcome.result).length > 0) ? EXIT.found : EXIT.done;
}

async function judgeFile(path: string, id: string, io: Io): Promise<Outcome> {
  const failed = (reason: string, detail = ''): Outcome => ({ path, id, error: { id, error: translate(io.lang, `cli.analyze.error.${reason}`, { path, detail }), reason } });
  try {
    const reading = await readPolicyFile(path, Date.now());
    if (reading.status === 'failed') return failed(reading.reason);
    const kind = classifyDocument(reading.document);
    if (kind.kind === 'failure') return failed(kind.reason);
    // No answer at all would look like a policy without faults.
    if (reading.document.language === 'other') return failed('language');
    const document = kind.kind === 'combined' ? policyPartOf(reading.document) : reading.document;
    const linked = await readLinkedFiles(path, document, Date.now());
    await prepareReading(document, linked);
    return { path, id, result: analyzePolicy(document, { id, lang: io.lang, linked }) };
  } catch (error) {
    // One bad file must not cost the results of the others.
    return failed('failed', messageOf(error));
  }
}

/** Files named, and all policy files in folders named, in order of name; a path that does not exist stays, to be reported as missing. */
async function listFiles(paths: string[]): Promise<string[]> {
  const files: string[] = [];
  const walk = async (folder: string, depth: number): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (depth < MAX_DEPTH) await walk(path, depth + 1);
      } else if (POLICY_EXTENSIONS.includes(extname(entry.name).toLowerCase())) files.push(path);
    }
  };
  for (const path of paths) {
    const isFolder = await stat(path).then((info) => info.isDirectory(), () => false);
    if (isFolder) await walk(path, 0);
    else files.push(path);
  }
  return files;
}

/** Duties of a result that count as suspected violations: the same threshold as in a site's report. */
function suspicionsOf(result: PolicyResult): string[] {
  return DUTIES.filter((duty) => {
    const answer = result.duties[duty.id];
    return answer !== undefined && outcomeOf(duty, answer) === 'violation';
  }).map((duty) => duty.id);
}

function describe(outcome: Outcome, io: Io): string {
  const say = (key: string, params = {}) => translate(io.lang, `cli.analyze.${key}`, params);
  if ('error' in outcome) return `${outcome.id}\n  ${outcome.error.error}\n`;
  const { result } = outcome;
  const counts = new Map<DutyLabel, number>();
  for (const { label } of Object.values(result.duties)) counts.set(label, (counts.get(label) ?? 0) + 1);
  const count = (label: DutyLabel) => counts.get(label) ?? 0;
  const lines = [
    `${outcome.id}  ${result.title}`,
    `  ${say('counts', { met: count('met'), partial: count('partial'), absent: count('absent'), present: count('present'), na: count('na') })}`,
  ];
  const suspected = new Set(suspicionsOf(result));
  for (const duty of DUTIES) {
    const answer = result.duties[duty.id];
    if (!answer || !suspected.has(duty.id)) continue;
    lines.push(`  · ${answer.why || `${say('suspected')} ${duty.id}`}${answer.quotes[0] ? say('quote', { quote: answer.quotes[0] }) : ''}`);
  }
  return `${lines.join('\n')}\n`;
}

function closing(outcomes: Outcome[], out: string | undefined, io: Io): string {
  const judged = outcomes.filter((outcome) => 'result' in outcome).length;
  const sentence = translate(io.lang, 'cli.analyze.done', { judged, failed: outcomes.length - judged });
  return out === undefined ? sentence : `${sentence} ${translate(io.lang, 'cli.analyze.written', { path: out })}`;
}
