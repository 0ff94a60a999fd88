import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DUTIES } from '../analyzers/policy/duties';
import { RULES } from '../analyzers/rules';
import { hasText, keysOf, translate } from '../locales/cli';
import '../locales/action';
import '../locales/dashboard';
import { rulesPage, scenesPage } from '../scripts/docs';
import { ruleExamples } from '../scripts/rule-examples';

const root = new URL('../', import.meta.url);
const filesIn = (folder: string) =>
  readdirSync(new URL(folder, root), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.name !== 'index.ts')
    .map((entry) => entry.name.replace(/\.ts$/, ''))
    .sort();

describe('conduct rules', () => {
  it('are all registered, under the name of their file', () => {
    expect(RULES.map((rule) => rule.id).sort()).toEqual(filesIn('analyzers/rules/'));
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s has its sentences, an article and three fixtures', (id, rule) => {
    for (const key of ['title', 'violation']) expect(hasText(`rules.${id}.${key}`), `rules.${id}.${key}`).toBe(true);
    expect(rule.basis.length).toBeGreaterThan(0);
    const folder = new URL(`test/fixtures/rules/${id}/`, root);
    const fixtures = existsSync(folder) ? readdirSync(folder).map((name) => name.replace(/\..*$/, '')) : [];
    for (const name of ['failing', 'passing', 'inapplicable']) expect(fixtures, `test/fixtures/rules/${id}/`).toContain(name);
  });
});

describe('policy duties', () => {
  it('are the 48 of the guide, registered under the name of their file', () => {
    expect(DUTIES).toHaveLength(48);
    expect(DUTIES.map((duty) => duty.id).sort()).toEqual(filesIn('analyzers/policy/duties/'));
  });

  it.each(DUTIES.map((duty) => [duty.id, duty] as const))('%s has its sentences and an article', (id, duty) => {
    const labels = duty.kind === 'flag' ? ['present', 'none'] : ['met', 'absent'];
    for (const key of ['title', ...labels]) expect(hasText(`duties.${id}.${key}`), `duties.${id}.${key}`).toBe(true);
    expect(duty.basis.length).toBeGreaterThan(0);
  });
});

describe('sentences', () => {
  it('are never empty', () => {
    const empty = (['zh-CN', 'en'] as const).flatMap((lang) => keysOf(lang).filter((key) => translate(lang, key).trim() === ''));
    expect(empty).toEqual([]);
  });

  it('exist in both languages', () => {
    expect(keysOf('en')).toEqual(keysOf('zh-CN'));
  });

  it('have the same placeholders in both languages', () => {
    const slots = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort().join();
    const different = keysOf('zh-CN').filter((key) => slots(translate('zh-CN', key)) !== slots(translate('en', key)));
    expect(different).toEqual([]);
  });

  it('never claim an official finding', () => {
    const claims = keysOf('zh-CN').filter((key) => /(?:已|被|予以)认定(?:为|违)|构成违法|已经违法/.test(translate('zh-CN', key)));
    expect(claims).toEqual([]);
  });
});

describe('generated documents', () => {
  it('docs/scenes.md is as `npm run docs` writes it', () => {
    const page = readFileSync(new URL('docs/scenes.md', root), 'utf8');
    expect(page).toBe(scenesPage(page));
  });

  it('docs/rules.md is as `npm run docs` writes it', () => {
    expect(readFileSync(new URL('docs/rules.md', root), 'utf8')).toBe(rulesPage());
  });

  it('the examples of the rule catalogue are as `tsx scripts/rule-examples.ts` writes them', () => {
    expect(JSON.parse(readFileSync(new URL('analyzers/data/rule-examples.json', root), 'utf8'))).toEqual(ruleExamples());
  });
});
