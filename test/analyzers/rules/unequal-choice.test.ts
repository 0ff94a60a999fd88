import { describe, expect, it } from 'vitest';
import type { Control, PageSurface } from '../../../analyzers/artifacts';
import { unequalChoice } from '../../../analyzers/rules/unequal-choice';
import { fixture, judge, surfaceOf, visitOf } from './page-visit';

const answer = (markup: string) => judge(unequalChoice, visitOf([surfaceOf(markup)]));

/** The passing page with its two answers drawn as given. */
function drawn(agree: Partial<Control>, refuse: Partial<Control>): PageSurface {
  const page = surfaceOf(fixture('unequal-choice', 'passing.html'));
  const [surface] = page.consentSurfaces;
  surface!.controls = surface!.controls.map((control) => ({ ...control, visible: true, ...(control.role === 'accept' ? agree : refuse) }));
  return page;
}
const outcome = (page: PageSurface) => judge(unequalChoice, visitOf([page]));
const button = (width: number, height: number, contrast: number) => ({ width, height, looks: { fontSize: 14, contrast, shape: 'button' as const } });

describe('unequal-choice', () => {
  it('asks a person about a refusal on a deeper layer, and never accuses', () => {
    expect(answer(fixture('unequal-choice', 'failing.html'))).toMatchObject({ outcome: 'review', say: 'deeper', evidence: [{ text: '全部接受' }, { text: '全部拒绝' }] });
  });

  it('passes two buttons side by side', () => {
    expect(answer(fixture('unequal-choice', 'passing.html')).outcome).toBe('pass');
  });

  it('does not apply to a page that asks nothing', () => {
    expect(answer(fixture('unequal-choice', 'inapplicable.html')).outcome).toBe('not-applicable');
  });

  it('does not compare what has no refusal at all: that is another rule', () => {
    expect(answer('<div class="cookie-banner"><p>我们用 Cookie 统计访问，详见隐私政策。</p><button>接受</button></div>').outcome).toBe('not-applicable');
  });

  it.each([
    ['three times the area', button(240, 44, 7), button(80, 44, 7), 'smaller'],
    ['pale grey words beside a clear button', button(120, 44, 7), button(120, 44, 2.1), 'paler'],
  ])('asks a person about %s', (_what, agree, refuse, say) => {
    expect(outcome(drawn(agree, refuse))).toMatchObject({ outcome: 'review', say });
  });

  it.each([
    ['words of different length', button(104, 40, 7), button(72, 40, 7)],
    ['a refusal larger than the agreement', button(80, 40, 7), button(200, 40, 7)],
    ['both pale', button(100, 40, 2.5), button(100, 40, 2.2)],
    ['a refusal just clear enough', button(100, 40, 12), button(100, 40, 3.1)],
    ['a refusal on a picture, whose contrast nobody can tell', button(100, 40, 12), { width: 100, height: 40, looks: { fontSize: 14 } }],
  ])('passes %s', (_what, agree, refuse) => {
    expect(outcome(drawn(agree, refuse)).outcome).toBe('pass');
  });
});
