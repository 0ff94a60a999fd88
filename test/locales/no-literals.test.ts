import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
/** Where what people see is put together. */
const FOLDERS = ['components', 'cli', 'entrypoints'];
/** Attributes whose text is read out or shown. */
const SHOWN: ReadonlySet<string> = new Set(['title', 'alt', 'placeholder', 'label', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext']);
/** Functions that write to a person; the extension's console is for those who build it. */
const WRITES = /^(?:process\.(?:stdout|stderr)\.write|(?:\w+\.)*io\.(?:out|err|error|print|write|say))$/;
/** What a reader does not read as a sentence of ours, and why. */
const ALLOWED: Record<string, string> = {
  'components/seal.tsx': 'the one character of the seal, a picture',
  'components/settings-menu.tsx': 'the name of a language in that language',
  'cli/audit/choose.ts': 'words looked for on pages',
  'cli/audit/doors.ts': 'words looked for on pages',
  'cli/audit/plant.ts': 'values typed into pages, to be known again',
};
const SENTENCE = /[\p{Script=Han}]|\p{L}{2,}[^\p{L}]+\p{L}{2,}/u;

/** Texts in the source that a person would read, with their places. */
function literals(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: string[] = [];
  const add = (node: ts.Node, text: string): void => void found.push(`${relative(ROOT, path)}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${text.trim()}`);
  const textOf = (node: ts.Node): string => {
    if (ts.isStringLiteralLike(node)) return node.text;
    if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('…');
    return '';
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}{2,}/u.test(node.text)) add(node, node.text);
    if (ts.isJsxAttribute(node) && SHOWN.has(node.name.getText()) && node.initializer) {
      const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (value && /\p{L}{2,}/u.test(textOf(value))) add(node, textOf(value));
    }
    if (ts.isJsxExpression(node) && node.expression && ts.isJsxElement(node.parent) && /\p{L}{2,}/u.test(textOf(node.expression))) add(node, textOf(node.expression));
    if (ts.isCallExpression(node) && WRITES.test(node.expression.getText())) for (const argument of node.arguments) if (SENTENCE.test(textOf(argument))) add(argument, textOf(argument));
    if ((ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) && /\p{Script=Han}/u.test(textOf(node))) add(node, textOf(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const files = FOLDERS.flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name)).map((name) => join(ROOT, folder, name)));

describe('what people see', () => {
  it('would be found in code', () => {
    const folder = mkdtempSync(join(tmpdir(), 'literals-'));
    const path = join(folder, 'a.tsx');
    writeFileSync(path, "export const A = () => <p title='Good morning'>Hello {'there you'} {say('key')}</p>;\nexport const b = (io: any) => io.out('One two');\nconst c = '你好';");
    expect(literals(path).map((found) => found.replace(/^.*?:\d+ /, '')).sort()).toEqual(['Good morning', 'Hello', 'One two', 'there you', '你好']);
    rmSync(folder, { recursive: true });
  });

  it('stands in the locales, not in code', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap(literals).filter((found) => !(found.replace(/:\d+ .*$/su, '') in ALLOWED))).toEqual([]);
  });
});
