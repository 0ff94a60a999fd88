import { describe, expect, it } from 'vitest';
import { EN } from '../../../analyzers/policy/en';
import { requiredWays, requiredWords } from '../../../analyzers/policy/required-words';
import { ZH } from '../../../analyzers/policy/zh';

const sorted = (pattern: RegExp) => requiredWords(pattern).map((clause) => [...clause].sort());

describe('the words a pattern requires', () => {
  it('are those of one alternative each, joined across what stands side by side', () => {
    expect(sorted(/登[录陆]|签到/)).toEqual([['登录', '登陆', '签到'].sort()]);
    expect(sorted(/(?:用户|您)的?(?:账号|账户)/)).toEqual([['用户的账号', '用户的账户', '用户账号', '用户账户', '您的账号', '您的账户', '您账号', '您账户'].sort()]);
  });

  it('form a clause on each side of a gap', () => {
    expect(sorted(/删除[^，。]{0,20}账号/)).toEqual([['删除'], ['账号']]);
  });

  it('leave out what may be missing', () => {
    expect(requiredWords(/(?:立即)?[\u4e00-\u9fa5]?(?:删除)*/)).toEqual([]);
    expect(sorted(/(?:马上|立即)?删除/)).toEqual([['删除', '马上删除', '立即删除'].sort()]);
  });

  it('do not include what is only looked at', () => {
    expect(sorted(/(?<!不)收集(?=信息)(?!资料)/)).toEqual([['收集']]);
    expect(requiredWords(/(?=删除)[^。]/)).toEqual([]);
  });

  it('take repetition by its least number', () => {
    expect(sorted(/(?:删除){2}/)).toEqual([['删除']]);
    expect(requiredWords(/(?:删除){0,2}/)).toEqual([]);
    expect(sorted(/(?:删除)+/)).toEqual([['删除']]);
  });

  it('understand escapes, and ask nothing of classes they cannot list', () => {
    expect(sorted(/\u5220\x41\.\[甲\]/)).toEqual([['删A.[甲]']]);
    expect(requiredWords(/\d{4}/)).toEqual([]);
    expect(sorted(/\d{4}年度报告/)).toEqual([['年度报告']]);
    expect(requiredWords(/[^甲]/)).toEqual([]);
    expect(requiredWords(/[a-z]/)).toEqual([]);
  });

  it('are none where a flag changes what letters mean', () => {
    expect(requiredWords(/cookie/i)).toEqual([]);
    expect(sorted(/cookie/)).toEqual([['cookie']]);
  });

  it('are told for each alternative by itself, plain ones together', () => {
    expect(requiredWays(/删除[^，。]{0,20}账号|注销|退出[^，。]{0,9}群组|销户/)).toEqual([[['注销', '销户']], [['删除'], ['账号']], [['退出'], ['群组']]]);
    expect(requiredWays(/删除|\d+/)).toEqual([]);
    expect(requiredWays(/删除/i)).toEqual([]);
  });

  it('are none as soon as one alternative has none', () => {
    expect(requiredWords(/删除账号|\d+/)).toEqual([]);
  });
});

/** A seeded generator, so that a failure can be seen again. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

describe.each([['Chinese', ZH], ['English', EN]] as const)('the %s patterns', (_name, language) => {
  const patterns = language.sources.flatMap((source) => source.patterns).map(({ pattern }) => pattern);

  it('are nearly all held back by the words they require', () => {
    const free = patterns.filter((pattern) => requiredWords(pattern).length === 0);
    expect(free.length).toBeLessThan(patterns.length / 10);
  });

  // Texts pieced together from the patterns' own words: many match, and none may match without the words.
  it('never match a text without them', () => {
    const random = generator(7);
    const required = new Map(patterns.map((pattern) => [pattern, requiredWords(pattern)]));
    const pieces = patterns.flatMap(({ source }) => source.match(/[\u4e00-\u9fa5]+|[a-z ]{3,}|\d/g) ?? []);
    let matches = 0;
    for (let i = 0; i < 2_000; i++) {
      const text = Array.from({ length: 12 }, () => pieces[Math.floor(random() * pieces.length)] + (random() < 0.2 ? '，' : '')).join('');
      for (const pattern of patterns) {
        if (!pattern.test(text)) continue;
        matches++;
        const ways = requiredWays(pattern);
        if (ways.length > 0 && !ways.some((way) => way.every((clause) => clause.some((word) => text.includes(word))))) expect.fail(`${pattern.source} matches ${text} in no known way`);
        for (const clause of required.get(pattern)!) if (!clause.some((word) => text.includes(word))) expect.fail(`${pattern.source} matches ${text} without ${clause.join('|')}`);
      }
    }
    expect(matches).toBeGreaterThan(300);
  });
});
