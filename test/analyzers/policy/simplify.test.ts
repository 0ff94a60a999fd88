import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Converter } from 'opencc-js/t2cn';
import { simplified } from '../../../analyzers/policy/zh/simplify';

/** Folders whose words are matched against folded text. Surnames (`traffic/shapes.ts`) are matched as they are written. */
const VOCABULARY = ['analyzers/policy', 'analyzers/page', 'analyzers/rules'];

const toSimplified = Converter({ from: 't', to: 'cn' });

describe('the table of traditional characters', () => {
  it('folds every traditional form, as OpenCC has it, of every character the patterns are written with', () => {
    const forms = traditionalForms();
    const unknown = [...wordsOf(VOCABULARY)].flatMap((simple) =>
      (forms.get(simple) ?? []).filter((form) => simplified(form.charCodeAt(0)) === form.charCodeAt(0)).map((form) => form + simple));
    expect(unknown.join(''), 'add these pairs to PAIRS in analyzers/policy/zh/simplify.ts').toBe('');
  });
});

/** Simplified character → its traditional forms, over all that Big5 can write. */
function traditionalForms(): Map<string, string[]> {
  const big5 = new TextDecoder('big5');
  const forms = new Map<string, string[]>();
  for (let lead = 0xa4; lead <= 0xf9; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const form = big5.decode(new Uint8Array([lead, trail]));
      if (!/^[\u4e00-\u9fff]$/.test(form)) continue;
      const simple = toSimplified(form);
      if (simple !== form) forms.set(simple, [...(forms.get(simple) ?? []), form]);
    }
  }
  return forms;
}

/** Characters of the code in these folders, without comments. */
function wordsOf(folders: readonly string[]): Set<string> {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => join(folder, file)));
  expect(files.length).toBeGreaterThan(100);
  return new Set(files.map((file) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*/g, '')).join(''));
}
