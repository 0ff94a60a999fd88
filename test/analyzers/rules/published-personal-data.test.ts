import { describe, expect, it } from 'vitest';
import { publishedPersonalData } from '../../../analyzers/rules/published-personal-data';
import { fixture, judge, surfaceOf, visitOf } from './page-visit';

const verdict = (markup: string) => judge(publishedPersonalData, visitOf([surfaceOf(markup)]));
const outcome = (markup: string) => verdict(markup).outcome;

describe('published-personal-data', () => {
  it.each([['failing', 'violation'], ['passing', 'pass'], ['inapplicable', 'not-applicable']])('answers its %s page with %s', (name, expected) => {
    expect(outcome(fixture('published-personal-data', `${name}.html`))).toBe(expected);
  });

  it('keeps no number, only masks', () => {
    const text = JSON.stringify(surfaceOf(fixture('published-personal-data', 'failing.html')));
    expect(text).not.toMatch(/110101199003070011|13900000001/);
    expect(text).toContain('110***********0011');
    expect(verdict(fixture('published-personal-data', 'failing.html'))).toMatchObject({ facts: { ids: 2, phones: 2 } });
  });

  it('leaves the person’s own account page alone', () => {
    expect(judge(publishedPersonalData, visitOf([surfaceOf('<p>实名信息：110101199003070011</p>', 'https://www.example.cn/user/info')])).outcome).toBe('not-applicable');
  });

  it.each([
    ['sellers who want to be called', '<h1>二手市场</h1><table><tr><td>出售自行车</td><td>13900000001</td></tr><tr><td>出租车位</td><td>13900000002</td></tr></table>', 'not-applicable'],
    ['a page of contacts', '<html><head><title>联系我们</title></head><body><table><tr><td>华东</td><td>13900000001</td></tr><tr><td>华南</td><td>13900000002</td></tr><tr><td>华北</td><td>13900000003</td></tr></table></body></html>', 'not-applicable'],
    ['customer service', '<p>客服热线：13900000001</p>', 'not-applicable'],
    ['an example of the format', '<p>身份证号格式，例如 110101199003070011</p>', 'not-applicable'],
    ['eighteen digits with a wrong check digit', '<h1>业主名单</h1><p>编号 110101199003070012</p>', 'not-applicable'],
    ['winners with phones', '<h2>中奖名单</h2><ul><li>赵一 13900000001</li><li>钱二 13900000002</li></ul>', 'violation'],
    ['owners in arrears with a column of phones', '<h2>欠费业主通报</h2><div><p>张建国 联系电话 13900000001</p><p>李秀英 联系电话 13900000002</p></div>', 'violation'],
    ['one contact for a notice', '<h2>业主大会公告</h2><p>如有异议请联系物业张先生，联系电话 13900000001</p>', 'not-applicable'],
    ['a court’s list', '<h1>失信被执行人名单 - 某某人民法院</h1><p>赵一 110101199003070011</p>', 'not-applicable'],
    ['an identity number in a post', '<p>就是他，110101199003070011</p>', 'review'],
    ['two bare phone numbers', '<p>13900000001</p><p>13900000002</p>', 'pass'],
  ])('answers %s', (_what, markup, expected) => {
    expect(outcome(markup)).toBe(expected);
  });
});
