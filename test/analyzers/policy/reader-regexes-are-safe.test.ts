import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../../analyzers/policy');
const FILES = [
  'decode', 'extract', 'dom-blocks', 'structure', 'markdown', 'templates', 'language', 'linked', 'link-words', 'pdf-layout', 'source-size', 'classify', 'policy-part', 'anchor',
].map((name) => `${name}.ts`).concat(readdirSync(join(FOLDER, 'facts')).map((name) => join('facts', name)));

/** Every regular expression literal of a source file, with its line. */
function literalsOf(file: string): { place: string; source: string; flags: string }[] {
  const source = ts.createSourceFile(file, readFileSync(join(FOLDER, file), 'utf8'), ts.ScriptTarget.Latest);
  const found: { place: string; source: string; flags: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const text = node.text;
      const end = text.lastIndexOf('/');
      found.push({ place: `${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`, source: text.slice(1, end), flags: text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const LITERALS = FILES.flatMap(literalsOf);

describe('the patterns of the document reader', () => {
  it('are there to be checked', () => {
    expect(LITERALS.length).toBeGreaterThan(150);
  });

  // Bounded gaps keep the cost of one start bounded; what must never be is a cost that grows exponentially.
  it('never take exponential time', { timeout: 120_000 }, () => {
    const exponential = LITERALS.filter(({ source, flags }) => {
      const found = checkSync(source, flags.replace('g', ''), { checker: 'automaton', timeout: 2_000 });
      return found.status === 'vulnerable' && found.complexity.type === 'exponential';
    });
    expect(exponential.map(({ place }) => place)).toEqual([]);
  });
});
