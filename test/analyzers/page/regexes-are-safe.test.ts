import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { surfaceOf } from '../rules/page-visit';

const FOLDER = join(import.meta.dirname, '../../../analyzers');
const FILES = [
  ...['choices', 'required', 'gates', 'face', 'children', 'published', 'service', 'service-words', 'service-signs', 'fields', 'field-kind', 'sensitive-fields'].map((name) => `page/${name}.ts`),
  ...['nonessential-required-field', 'sensitive-field-without-separate-consent', 'forced-membership', 'silent-account-creation', 'face-only-verification', 'child-without-guardian'].map((name) => `rules/${name}.ts`),
];

/** Every regular expression literal of a source file, with its line. */
function literalsOf(file: string): { place: string; source: string; flags: string }[] {
  const source = ts.createSourceFile(file, readFileSync(join(FOLDER, file), 'utf8'), ts.ScriptTarget.Latest);
  const found: { place: string; source: string; flags: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ place: `${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const LITERALS = FILES.flatMap(literalsOf);

describe('the patterns of the form and gate readers', () => {
  it('are there to be checked', () => {
    expect(LITERALS.length).toBeGreaterThan(120);
  });

  // Texts are cut before they are matched, and gaps are bounded; what must never be is a cost that grows exponentially.
  it('never take exponential time', { timeout: 120_000 }, () => {
    const exponential = LITERALS.filter(({ source, flags }) => {
      const found = checkSync(source, flags.replace('g', ''), { checker: 'automaton', timeout: 2_000 });
      return found.status === 'vulnerable' && found.complexity.type === 'exponential';
    });
    expect(exponential.map(({ place }) => place)).toEqual([]);
  });

  it('stay within bounds on a page that says the words of every gate thousands of times', () => {
    const block = '<div><p>请先关注公众号后才能注册会员登录点餐，完善职业年级兴趣，已为您自动创建账号，人脸识别，小朋友，家长</p><p>13900000001</p></div>';
    const { gates = [], faceSteps = [], published = [] } = surfaceOf(block.repeat(3_000));
    expect(Math.max(gates.length, faceSteps.length, published.length)).toBeLessThanOrEqual(20);
  });
});
