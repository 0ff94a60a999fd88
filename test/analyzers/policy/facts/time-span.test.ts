import { describe, expect, it } from 'vitest';
import { numberOf, timeSpansIn } from '../../../../analyzers/policy/facts/time-span';

const spans = (text: string) => timeSpansIn(text).map(({ amount, unit }) => `${amount} ${unit}`);

describe('lengths of time', () => {
  it.each([
    ['十五个工作日', ['15 workday']], ['三十（30）天', ['30 day']], ['不少于六个月', ['6 month']], ['２４小时', ['24 hour']], ['两年', ['2 year']], ['180 天', ['180 day']],
    ['within thirty (30) days', ['30 day']], ['10 business days', ['10 workday']],
  ])('are read from %s', (text, expected) => {
    expect(spans(text)).toEqual(expected);
  });

  it.each([['2024年3月5日'], ['自3月30日起'], ['7×24小时'], ['18周岁'], ['2021年']])('are not seen in %s', (text) => {
    expect(spans(text)).toEqual([]);
  });

  it('know Chinese numerals', () => {
    expect(['十', '十五', '二十', '九十', '一百八十', '两'].map(numberOf)).toEqual([10, 15, 20, 90, 180, 2]);
  });
});
