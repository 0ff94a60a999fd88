/** Reads the code blocks of the documents, for tests that hold them to their word. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../cli/build';

/** Contents of the blocks of one language, in order. */
export function codeOf(document: string, language: string): string[] {
  return [...readFileSync(join(ROOT, document), 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter(([, name]) => name === language).map(([, , content]) => content!);
}

export interface WorkflowStep {
  name?: string;
  uses?: string;
  run?: string;
  'working-directory'?: string;
  with?: Record<string, string>;
}

/** The steps of a workflow's one job: as much of YAML as the example of docs/ci.md uses. @throws where the file is written in a way this does not understand */
export function jobOf(yaml: string): { steps: WorkflowStep[] } {
  const lines = yaml.slice(yaml.indexOf('    steps:\n') + '    steps:\n'.length).trimEnd().split('\n');
  const steps: WorkflowStep[] = [];
  let folded: string[] | undefined;
  for (const line of lines) {
    if (folded && line.startsWith('          ')) {
      folded.push(line.trim());
      continue;
    }
    finish();
    const [, begins, key, value] = /^ {6}(- | {2})([\w-]+):(?: (.*))?$/.exec(line) ?? [];
    if (key === undefined) throw new Error(`not understood: ${line}`);
    if (begins === '- ') steps.push({});
    const step = steps.at(-1) as Record<string, unknown>;
    if (value === '>') folded = [];
    else step[key] = key === 'with' ? Object.fromEntries([...value!.matchAll(/([\w-]+): ([^,}]+?) ?(?=[,}])/g)].map(([, name, content]) => [name!, content!])) : value!.replace(/ +#.*$/, '');
  }
  finish();
  return { steps };

  /** A folded block is one line (YAML 1.2, 8.1.3). */
  function finish(): void {
    if (folded) steps.at(-1)!.run = folded.join(' ');
    folded = undefined;
  }
}
