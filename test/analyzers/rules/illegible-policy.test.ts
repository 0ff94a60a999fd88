import { describe, expect, it } from 'vitest';
import type { Looks, Presentation } from '../../../analyzers/artifacts';
import { illegiblePolicy } from '../../../analyzers/rules/illegible-policy';
import { fixture, judge, surfaceOf, visitOf } from './page-visit';

interface Case { page: string; looks?: Looks }
const read = (name: string) => JSON.parse(fixture('illegible-policy', `${name}.json`)) as Case;
const pageOf = ({ page, looks }: Case, presentation?: Presentation, url?: string) => {
  const surface = surfaceOf(page, url);
  return { ...surface, policyLinks: surface.policyLinks.map((link) => ({ ...link, ...(looks ? { looks } : {}) })), ...(presentation ? { presentation } : {}) };
};
const answer = (name: string, presentation?: Presentation) => judge(illegiblePolicy, visitOf([pageOf(read(name), presentation)]));
const text = (shares: Partial<Presentation>): Presentation => ({ measured: 5_000, small: 0, pale: 0, tight: 0, worst: { fontSize: 8, contrast: 2, lineHeight: 0.9, text: '我们收集', selector: 'p' }, ...shares });

describe('illegible-policy', () => {
  it('accuses a link nobody can read, with its measures', () => {
    expect(answer('failing')).toMatchObject({ outcome: 'violation', say: 'link', facts: { measure: { 'zh-CN': '字只有 9 像素高，不到 10，和底色的对比度只有 2.1，不到 3', en: 'letters of 9 pixels, below 10, contrast to the ground 2.1, below 3' } } });
  });

  it('passes a small link that can still be read', () => {
    expect(answer('passing')).toMatchObject({ outcome: 'pass', say: 'link-only' });
  });

  it('does not apply without link or policy', () => {
    expect(answer('inapplicable').outcome).toBe('not-applicable');
  });

  it.each([
    ['small letters', text({ small: 0.9 }), 'violation'],
    ['pale letters', text({ pale: 0.8 }), 'violation'],
    ['lines on top of each other', text({ tight: 0.7 }), 'violation'],
    ['nothing but pictures', text({ measured: 30, worst: undefined, pictures: { count: 3, selector: 'img' } }), 'violation'],
    ['a fifth of small print', text({ small: 0.2 }), 'review'],
    ['a small line at the foot', text({ small: 0.03 }), 'pass'],
    ['a text beside pictures', text({ pictures: { count: 1, selector: 'img' } }), 'pass'],
  ])('answers a policy of %s', (_what, presentation, outcome) => {
    expect(answer('passing', presentation).outcome).toBe(outcome);
  });

  it('leaves it to a person where the link can be read on another page', () => {
    const other = pageOf(read('passing'), undefined, 'https://www.example.cn/other');
    expect(judge(illegiblePolicy, visitOf([pageOf(read('failing')), other])).outcome).toBe('review');
  });

  it('takes the better of two links on one page', () => {
    const page = pageOf(read('failing'));
    page.policyLinks.push({ ...page.policyLinks[0]!, place: 'login', looks: { fontSize: 14, contrast: 7 } });
    expect(judge(illegiblePolicy, visitOf([page])).outcome).toBe('pass');
  });
});
