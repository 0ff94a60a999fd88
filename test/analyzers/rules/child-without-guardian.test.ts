import { describe, expect, it } from 'vitest';
import { childWithoutGuardian } from '../../../analyzers/rules/child-without-guardian';
import { fixture, judge, surfaceOf, visitOf } from './page-visit';

const verdict = (markup: string) => judge(childWithoutGuardian, visitOf([surfaceOf(markup)]));
const outcome = (markup: string) => verdict(markup).outcome;

describe('child-without-guardian', () => {
  it.each([['failing', 'violation'], ['passing', 'pass'], ['inapplicable', 'not-applicable']])('answers its %s page with %s', (name, expected) => {
    expect(outcome(fixture('child-without-guardian', `${name}.html`))).toBe(expected);
  });

  it.each([
    ['grades of a primary school', '<html><head><title>作文大赛</title></head><body><form><p>姓名 <input name="n"></p><p>年级 <select name="g"><option>三年级</option><option>四年级</option></select></p><button>报名</button></form></body></html>', 'violation'],
    ['a parent who fills it in', '<html><head><title>少儿英语试听</title></head><body><form><p>孩子姓名 <input name="c"></p><p>孩子年龄 <select name="g"><option>5岁</option></select></p><p>家长手机 <input name="m"></p><button>预约</button></form></body></html>', 'review'],
    ['ages of grown-ups', '<html><head><title>会员</title></head><body><form><p>姓名 <input name="n"></p><p>年龄段 <select name="a"><option>18-25岁</option><option>26-35岁</option></select></p><button>提交</button></form></body></html>', 'not-applicable'],
    ['years of birth up to this year', '<html><head><title>会员</title></head><body><form><p>姓名 <input name="n"></p><p>出生年份 <select name="y"><option>1950</option><option>1970</option></select></p><button>提交</button></form></body></html>', 'review'],
    ['a free date, as on any form', '<html><head><title>会员</title></head><body><form><p>姓名 <input name="n"></p><p>生日 <input type="date" name="y"></p><button>提交</button></form></body></html>', 'not-applicable'],
    ['a search for classes', '<html><head><title>少儿乐园</title></head><body><form><input name="q" placeholder="搜索课程"><button>搜索</button></form></body></html>', 'not-applicable'],
    ['a children’s ward named in passing', '<html><head><title>儿童医院</title></head><body><form><p>姓名 <input name="n"></p><button>预约</button></form></body></html>', 'not-applicable'],
  ])('answers %s', (_what, markup, expected) => {
    expect(outcome(markup)).toBe(expected);
  });
});
