import { afterEach, describe, expect, it, vi } from 'vitest';
import { analyzePolicy, prepareReading } from '../../../analyzers/policy/analyze';
import { DUTIES } from '../../../analyzers/policy/duties';
import { EN } from '../../../analyzers/policy/en';
import { atOnce, inSlices, type Stepwise } from '../../../analyzers/policy/slices';
import { documentOf } from './document';

afterEach(() => vi.restoreAllMocks());

function* steps(count: number): Stepwise<number> {
  for (let i = 0; i < count; i++) yield undefined;
  return count;
}

describe('work in steps', () => {
  it('comes to the same end at once and in slices', async () => {
    expect(atOnce(steps(5))).toBe(5);
    expect(await inSlices(steps(5))).toBe(5);
  });
  it('rests when a slice is over, and only then', async () => {
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (clock += 9));
    const rest = vi.spyOn(globalThis, 'setTimeout');
    await inSlices(steps(10));
    // 27 ms are over at every third look.
    expect(rest.mock.calls.length).toBe(3);
  });
});

describe('judging a policy in slices', () => {
  const document = { ...documentOf('# Privacy Policy', ...Array.from({ length: 40 }, (_, i) => `We collect your phone number for order ${i}. We keep it for ${i + 2} years.`), 'Long. '.repeat(200)), language: 'en' as const };
  const part = { ...documentOf('# Partners', 'We share your address with Acme Ltd.', 'You have the right to delete your data.'), language: 'en' as const };

  it('does one duty, or a few sentences, between two rests, parts and facts included', async () => {
    let [clock, judged, folded] = [0, 0, 0];
    const work: [judged: number, folded: number][] = [];
    for (const duty of DUTIES) {
      const judge = duty.judge.bind(duty);
      vi.spyOn(duty, 'judge').mockImplementation((reading) => (judged++, judge(reading)));
    }
    const fold = EN.fold.bind(EN);
    vi.spyOn(EN, 'fold').mockImplementation((text) => (folded++, fold(text)));
    // Time stands for a machine on which every step fills a slice.
    vi.spyOn(performance, 'now').mockImplementation(() => (clock += 100));
    vi.spyOn(globalThis, 'setTimeout').mockImplementation(((go: () => void) => {
      work.push([judged, folded]);
      [judged, folded] = [0, 0];
      queueMicrotask(go);
    }) as typeof setTimeout);

    await prepareReading(document, [part]);
    expect(Math.max(...work.map(([duties]) => duties))).toBe(1);
    expect(Math.max(...work.map(([, sentences]) => sentences))).toBeLessThanOrEqual(16);
    expect(work.reduce((sum, [duties]) => sum + duties, 0)).toBeGreaterThan(DUTIES.length);

    [judged, folded] = [0, 0];
    const result = analyzePolicy(document, { id: 'a', lang: 'en', linked: [part] });
    expect([judged, folded]).toEqual([0, 0]);
    expect(Object.keys(result.duties)).toHaveLength(DUTIES.length);
    expect(result.facts.recipients.map(({ name }) => name)).toContain('Acme Ltd.');
  });

  it('says the same as judging at once', async () => {
    const sliced = { ...document };
    await prepareReading(sliced, [part]);
    expect(analyzePolicy(sliced, { id: 'a', lang: 'en', linked: [part] })).toEqual(analyzePolicy({ ...document }, { id: 'a', lang: 'en', linked: [part] }));
  });
  it('judges again with other parts', async () => {
    const once = { ...document };
    await prepareReading(once);
    const alone = analyzePolicy(once, { id: 'a', lang: 'en' });
    const together = analyzePolicy(once, { id: 'a', lang: 'en', linked: [part] });
    expect([alone.duties['recipients-named']!.label, together.duties['recipients-named']!.label]).toEqual(['na', 'na']);
    expect([alone.duties['right-deletion']!.label, together.duties['right-deletion']!.label]).toEqual(['absent', 'partial']);
    expect(alone.facts.recipients).toEqual([]);
  });
});
