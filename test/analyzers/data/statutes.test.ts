import { describe, expect, it } from 'vitest';
import type { Basis, InstrumentId } from '../../../analyzers/report';
import { articleOf, chineseNumber, citation, inCitationOrder, instrumentOf, instruments } from '../../../analyzers/data/statutes';
import { DUTIES } from '../../../analyzers/policy/duties';
import { RULES } from '../../../analyzers/rules';

const basis = (instrument: InstrumentId, article: string): Basis => ({ instrument, article });

describe('the statutes', () => {
  it('hold every article that a rule or duty cites', () => {
    const cited = [...RULES, ...DUTIES].flatMap(({ id, basis }) => basis.map((one) => ({ id, one })));
    const unknown = cited.filter(({ one }) => !articleOf(one)).map(({ id, one }) => `${id}: ${one.instrument} ${one.article}`);
    expect(unknown).toEqual([]);
  });

  it('give a wording exactly where it is verified', () => {
    for (const { id, articles } of instruments()) {
      for (const [number, article] of Object.entries(articles)) expect(Boolean(article.text), `${id} ${number}`).toBe(article.verified);
    }
  });

  it('are dated, and hold no note of the one who checked them', () => {
    for (const { id, effective, articles, name, issuer } of instruments()) {
      expect(effective, id).toMatch(/^20\d\d-\d\d-\d\d$/);
      for (const text of [name['zh-CN'], name.en, issuer['zh-CN'], issuer.en]) expect(text.length, id).toBeGreaterThan(2);
      for (const [number, { text }] of Object.entries(articles)) expect(text ?? '', `${id} ${number}`).not.toMatch(/未核实|[✔◐|#*]/);
    }
  });

  it('hold the two main instruments whole', () => {
    const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));
    for (const [id, count] of [['PIPL', 74], ['NDSR', 64]] as const) {
      expect(Object.keys(instrumentOf(id).articles)).toEqual(numbers(count));
      expect(Object.values(instrumentOf(id).articles).every(({ verified }) => verified)).toBe(true);
    }
  });

  it('know what article 23 of the PIPL says', () => {
    expect(articleOf(basis('PIPL', '23'))?.text).toContain('并取得个人的单独同意');
  });

  it('have the wording of the Cybersecurity Law in force since 2026, in its new numbering', () => {
    expect(articleOf(basis('CSL', '44'))?.text).toContain('未经被收集者同意，不得向他人提供个人信息');
    expect(articleOf(basis('CSL', '41'))).toBeUndefined();
  });
});

describe('a citation', () => {
  it.each([
    [basis('PIPL', '23'), '《个人信息保护法》第二十三条'],
    [basis('PIPL', '17(1)2'), '《个人信息保护法》第十七条第一款第二项'],
    [basis('CIVIL', '1035'), '《民法典》第一千零三十五条'],
    [basis('NDSR', '21'), '《网络数据安全管理条例》第二十一条'],
    [basis('CRITERIA', '三-4'), '《App违法违规收集使用个人信息行为认定方法》第三条第4项'],
    [basis('CRITERIA', '2.1'), '《App违法违规收集使用个人信息行为认定方法》第二条第1项'],
    [basis('GB35273', '5.5'), 'GB/T 35273—2020《信息安全技术 个人信息安全规范》 5.5'],
  ])('reads as lawyers write it: %j', (one, text) => {
    expect(citation(one, 'zh-CN')).toBe(text);
  });

  it('reads as an English reader expects it', () => {
    expect(citation(basis('PIPL', '17(1)2'), 'en')).toBe('Personal Information Protection Law, Art. 17(1), item 2');
    expect(citation(basis('CSL', '44'), 'en')).toBe('Cybersecurity Law, Art. 44');
    expect(citation(basis('CRITERIA', '三-4'), 'en')).toMatch(/, part 3, item 4$/);
  });

  it('comes in the order laws, regulations, rules, yardsticks, and once', () => {
    const mixed = [basis('CRITERIA', '三-1'), basis('FACE', '5'), basis('NDSR', '21'), basis('PIPL', '23'), basis('PIPL', '6'), basis('PIPL', '23'), basis('CSL', '44')];
    expect(inCitationOrder(mixed).map(({ instrument, article }) => `${instrument} ${article}`)).toEqual([
      'PIPL 6', 'PIPL 23', 'CSL 44', 'NDSR 21', 'FACE 5', 'CRITERIA 三-1',
    ]);
  });
});

describe('Chinese article numbers', () => {
  it.each([[1, '一'], [10, '十'], [16, '十六'], [20, '二十'], [47, '四十七'], [100, '一百'], [102, '一百零二'], [110, '一百一十'], [1000, '一千'], [1032, '一千零三十二']])('%i is %s', (value, text) => {
    expect(chineseNumber(value)).toBe(text);
  });
});
