import { describe, expect, it } from 'vitest';
import { forcedFollow } from '../../../analyzers/rules/forced-follow';
import { fixture, judge, surfaceOf, visitOf } from './page-visit';

const verdict = (markup: string) => judge(forcedFollow, visitOf([surfaceOf(markup)]));
const outcome = (markup: string) => verdict(markup).outcome;

describe('forced-follow', () => {
  it.each([['failing', 'violation'], ['passing', 'pass'], ['inapplicable', 'not-applicable']])('answers its %s page with %s', (name, expected) => {
    expect(outcome(fixture('forced-follow', `${name}.html`))).toBe(expected);
  });

  it.each([
    ['a blog that opens by following', '<div class="lock"><p>扫码关注公众号后，回复“验证码”解锁全文，才能继续阅读</p></div>', 'violation'],
    ['a group before the download', '<div class="box"><p>需先加入微信群才能下载文件</p></div>', 'violation'],
    ['words split over elements', '<div class="m"><p>请<b>关注</b>“<em>车位通</em>”<b>公众号</b>后继续缴费</p></div>', 'violation'],
    ['a condition in English', '<div class="modal"><p>Follow our WeChat account to continue using WiFi</p></div>', 'violation'],
    ['a gift for following', '<p>关注公众号即可领取 10 元优惠券</p>', 'not-applicable'],
    ['news for followers', '<footer><p>关注公众号，获取最新资讯</p></footer>', 'not-applicable'],
    ['no need to follow', '<p>无需关注公众号即可点餐</p>', 'not-applicable'],
    ['a report on such pages', '<article><p>有的餐厅要求关注公众号后才能点餐，消费者很无奈。</p></article><p>多地要求商家不得强制关注公众号才能点餐。</p>', 'not-applicable'],
    ['a condition in the line after the account', '<div class="mask"><div class="dialog"><p>扫码关注“茶里时光”公众号</p><p>关注成功后自动跳转点单页面</p></div></div>', 'violation'],
    ['a locker that stays shut', '<p>开柜前请关注我们的服务号，未关注用户不能开柜</p>', 'violation'],
    ['an overlay that only asks', '<div class="popup"><p>请关注我们的公众号</p></div>', 'review'],
    ['an overlay with a close mark', '<div class="popup"><p>关注公众号后即可点餐</p><button>关闭</button></div>', 'review'],
    ['a skip link of the page’s frame', '<a href="#main">跳过导航</a><div class="popup"><p>关注公众号后即可点餐</p></div>', 'violation'],
  ])('answers %s', (_what, markup, expected) => {
    expect(outcome(markup)).toBe(expected);
  });
});
