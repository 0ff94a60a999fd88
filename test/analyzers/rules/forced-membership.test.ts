import { describe, expect, it } from 'vitest';
import { forcedMembership } from '../../../analyzers/rules/forced-membership';
import { fixture, judge, surfaceOf, visitOf } from './page-visit';

const verdict = (markup: string) => judge(forcedMembership, visitOf([surfaceOf(markup)]));
const outcome = (markup: string) => verdict(markup).outcome;

describe('forced-membership', () => {
  it.each([['failing', 'violation'], ['passing', 'pass'], ['inapplicable', 'not-applicable']])('answers its %s page with %s', (name, expected) => {
    expect(outcome(fixture('forced-membership', `${name}.html`))).toBe(expected);
  });

  it.each([
    ['a dictionary behind a log-in', '<html><head><title>汉英词典</title></head><body><p>请先登录后查看释义</p></body></html>', 'violation'],
    ['news behind a registration', '<html><head><title>江城新闻</title></head><body><div class="wall"><p>注册后才能阅读全文</p></div></body></html>', 'violation'],
    ['an article that ends at a log-in', '<html><head><title>江城新闻</title></head><body><div class="wall"><p>登录后阅读全文</p></div></body></html>', 'violation'],
    ['a phone number before ordering', '<html><head><title>扫码点餐</title></head><body><form><p>手机号 <input name="m" required></p><button>开始点餐</button></form></body></html>', 'violation'],
    ['a phone number that is free', '<html><head><title>扫码点餐</title></head><body><form><p>手机号（选填） <input name="m"></p><button>开始点餐</button></form></body></html>', 'not-applicable'],
    ['comments behind a log-in', '<html><head><title>江城新闻</title></head><body><p>请先登录后发表评论</p></body></html>', 'not-applicable'],
    ['paid films', '<html><head><title>看电影</title></head><body><p>开通 VIP 会员后可观看完整影片</p></body></html>', 'not-applicable'],
    ['a shop, for which the list names the phone', '<html><head><title>果园商城 - 购物</title></head><body><p>请先登录后提交订单</p></body></html>', 'not-applicable'],
    ['a forum', '<html><head><title>钓鱼论坛</title></head><body><p>登录后可继续浏览</p></body></html>', 'not-applicable'],
    ['a function that is not known', '<html><head><title>欢迎</title></head><body><p>请先注册后使用</p></body></html>', 'review'],
    ['a guest’s way', '<html><head><title>汉英词典</title></head><body><p>请先登录后查看释义</p><button>游客模式</button></body></html>', 'pass'],
    ['no log-in needed', '<html><head><title>汉英词典</title></head><body><p>无需注册登录，打开即可查词</p></body></html>', 'not-applicable'],
  ])('answers %s', (_what, markup, expected) => {
    expect(outcome(markup)).toBe(expected);
  });
});
