import { describe, expect, it } from 'vitest';
import { analyzePolicy } from '../../../../analyzers/policy/analyze';
import { cutEnglish } from '../../../../analyzers/policy/en/cut';
import { foldEnglish } from '../../../../analyzers/policy/en/fold';
import { DUTIES } from '../../../../analyzers/policy/duties';
import { EN } from '../../../../analyzers/policy/en';
import { provenDuties } from '../../../../analyzers/policy/en/confidence';
import { ACCUSE_CONFIDENCE } from '../../../../analyzers/judge';
import { documentOf } from '../document';

const sentences = (text: string): string[] => {
  let from = 0;
  return cutEnglish(text).map((end) => {
    const sentence = text.slice(from, end).trim();
    from = end;
    return sentence;
  });
};

describe('cutting English into sentences', () => {
  it('keeps names of companies, abbreviations and addresses of pages whole', () => {
    expect(sentences('Blue Fern Tea Co., Ltd. of Hangzhou (see www.bluefern.test/help) keeps logs, e.g. Your IP address. Ask us anything!')).toEqual([
      'Blue Fern Tea Co., Ltd. of Hangzhou (see www.bluefern.test/help) keeps logs, e.g. Your IP address.', 'Ask us anything!',
    ]);
  });

  it('ends a sentence after the form of a company when a new one begins', () => {
    expect(sentences('The site is run by Blue Fern Tea Co., Ltd. We keep no logs.')).toEqual(['The site is run by Blue Fern Tea Co., Ltd.', 'We keep no logs.']);
  });

  it('covers every character, so that offsets hold', () => {
    const text = 'One. Two? "Three!" Four (five.) Six';
    const ends = cutEnglish(text);
    expect(ends.at(-1)).toBe(text.length);
    expect([...ends].sort((a, b) => a - b)).toEqual(ends);
  });

  it('bounds the length of a sentence without any mark', () => {
    const ends = cutEnglish('word '.repeat(2000));
    expect(Math.max(...ends.map((end, i) => end - (ends[i - 1] ?? 0)))).toBeLessThanOrEqual(1500);
  });
});

describe('folding English', () => {
  it('gives every folded character its place in the original', () => {
    const text = 'We  “don’t” **SELL**\u00a0data';
    const { text: folded, offsets } = foldEnglish(text);
    expect(folded).toBe('we "don\'t" sell data');
    expect(text.slice(offsets[folded.indexOf('sell')]!, offsets[folded.indexOf('sell') + 4]!)).toContain('SELL');
    expect(offsets[folded.length]).toBe(text.length);
  });
});

describe('languages of a policy', () => {
  const english = documentOf('We collect your name, phone number and IP address.', 'By using the site you agree to this policy.');

  it('lets an English reading accuse by its own confidence only where that is proven', () => {
    const { duties } = analyzePolicy({ ...english, language: 'en' }, { id: 'x', lang: 'en' });
    expect(duties['flag-implied-consent']?.label).toBe('present');
    for (const duty of DUTIES) {
      const result = duties[duty.id]!;
      if ((result.label === 'absent' || result.label === 'present') && !EN.proven!.has(duty.id)) expect(result.confidence).toBeLessThan(ACCUSE_CONFIDENCE);
    }
    expect(duties['flag-implied-consent']!.confidence).toBeGreaterThanOrEqual(ACCUSE_CONFIDENCE);
    expect(duties['right-correction']).toMatchObject({ label: 'absent' });
    expect(duties['right-correction']!.confidence).toBeLessThan(ACCUSE_CONFIDENCE);
  });

  it('takes twenty accusations, 97 of a hundred right and none hard, for a proof', () => {
    const count = (answers: number, wrong: number, hard = 0) => provenDuties({ a: { answers, wrong, hard } }).has('a');
    expect([count(20, 0), count(34, 1), count(19, 0), count(33, 1), count(40, 1, 1)]).toEqual([true, true, false, false, false]);
  });

  it('counts the one-sided clauses together, without those once taken wrongly', () => {
    const proven = (...answers: [number, number][]) => [...provenDuties(Object.fromEntries(answers.map(([n, wrong], i) => [`flag-${i}`, { answers: n, wrong, hard: wrong }])))];
    expect(proven([12, 0], [8, 0])).toEqual(['flag-0', 'flag-1']);
    expect(proven([12, 0], [7, 0])).toEqual([]);
    expect(proven([12, 0], [8, 0], [9, 1])).toEqual(['flag-0', 'flag-1']);
    expect(proven([12, 0], [8, 1])).toEqual([]);
  });

  it('answers nothing on a policy in a language that nobody reads', () => {
    expect(analyzePolicy({ ...documentOf('Nous recueillons votre nom et votre adresse.'), language: 'other' }, { id: 'x', lang: 'en' }).duties).toEqual({});
  });

  it('reads each part of a bilingual policy in its own language', () => {
    const mixed = documentOf(
      '# 我们收集的信息', 'When you send an enquiry we collect your name, company name, e-mail address and phone number so that we can answer you.',
      '# 数据保留', '询盘和往来邮件最多保留三年，之后删除。', '# 你的权利', 'You may write to privacy@gasket.test to access, correct or delete your personal data, and we answer within ten days.',
    );
    for (const language of ['en', 'zh'] as const) {
      const { duties } = analyzePolicy({ ...mixed, language }, { id: 'x', lang: 'en' });
      expect(duties['retention-period']?.label).toBe('met');
      expect(duties['right-deletion']?.label).toBe('met');
      expect(duties['response-time']?.label).toBe('met');
    }
  });
});
