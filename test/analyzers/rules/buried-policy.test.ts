import { describe, expect, it } from 'vitest';
import type { Reach } from '../../../analyzers/artifacts';
import { buriedPolicy } from '../../../analyzers/rules/buried-policy';
import { fixture, judge, surfaceOf, visitOf } from './page-visit';

const read = (name: string) => (JSON.parse(fixture('buried-policy', `${name}.json`)) as { reach?: Reach }).reach;
const answer = (reach: Reach | undefined, hasPolicyLink = false) => judge(buriedPolicy, visitOf([surfaceOf('<p>首页</p>')], { reach, home: { seen: true, hasPolicyLink } }));

describe('buried-policy', () => {
  it('accuses a policy five clicks away, with the way there', () => {
    const verdict = answer(read('failing'));
    expect(verdict).toMatchObject({ outcome: 'violation', facts: { clicks: 5 } });
    expect(JSON.stringify(verdict)).toContain('“关于我们” → “帮助中心”');
  });

  it('passes one two clicks away', () => {
    expect(answer(read('passing')).outcome).toBe('pass');
  });

  it('does not apply where nobody looked', () => {
    expect(answer(read('inapplicable')).outcome).toBe('not-applicable');
  });

  it('passes a link on the home page without any search', () => {
    expect(answer(undefined, true).outcome).toBe('pass');
  });

  it('passes four clicks: more than four are too many', () => {
    expect(answer({ ...read('failing')!, clicks: 4 }).outcome).toBe('pass');
  });

  it('leaves it to a person where a shorter way may have been missed', () => {
    expect(answer({ ...read('failing')!, searched: 2 }).outcome).toBe('review');
  });

  it('leaves a policy nobody found to another rule', () => {
    expect(answer({ searched: 4, pages: 30, path: [] }).outcome).toBe('not-applicable');
  });
});
