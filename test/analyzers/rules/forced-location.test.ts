import { describe, expect, it } from 'vitest';
import { forcedLocation } from '../../../analyzers/rules/forced-location';
import { judge } from './page-visit';
import { askingVisit, callOf, permissionFixture } from './permission-visit';

const REFUSED = callOf({ afterUserAction: true, answer: 'denied', answeredAt: 2_500 });
const outcome = (page: string, call = REFUSED) => judge(forcedLocation, askingVisit(page, [call])).outcome;

describe('forced-location', () => {
  it.each([['failing', 'violation'], ['passing', 'pass'], ['inapplicable', 'not-applicable']])('judges the %s page', (name, expected) => {
    expect(judge(forcedLocation, permissionFixture('forced-location', name)).outcome).toBe(expected);
  });

  it.each([
    ['a wall before choosing a shop', '<title>选择门店</title><p>您已拒绝定位授权，无法选择门店，请在浏览器设置中打开。</p>', 'violation'],
    ['the same wall with a list of cities', '<title>选择门店</title><p>您已拒绝定位授权，无法选择门店。</p><a href="/city">切换城市</a>', 'pass'],
    ['a field that only positioning fills', '<title>新增地址</title><p>未开启定位，无法添加地址</p><input readonly placeholder="点击定位选择地址"><input placeholder="门牌号">', 'violation'],
    ['the purpose of positioning, which is no choice', '<title>门店自提</title><p>获取位置用于查找门店</p><p>您已拒绝定位授权，必须允许定位后才能下单</p>', 'violation'],
    ['words that let one go on without', '<title>点餐</title><p>定位失败，无法推荐门店，您也可以手动选择门店。</p>', 'pass'],
    ['navigation, which lives on the position', '<title>步行导航</title><p>定位权限未开启，无法使用导航</p>', 'pass'],
    ['a closed function nobody can name', '<title>任务大厅</title><p>未获取定位权限，无法继续使用</p>', 'review'],
    ['a request alone', '<title>外卖点餐</title><p>请开启定位权限</p>', 'review'],
    ['a page that goes on as if nothing had happened', '<title>外卖点餐</title><p>今日推荐：牛肉面</p>', 'pass'],
  ])('answers %s', (_what, page, expected) => {
    expect(outcome(page)).toBe(expected);
  });

  it('knows a refusal from the page where the browser does not tell', () => {
    expect(outcome('<title>收货地址</title><p>您拒绝了位置授权，无法添加收货地址</p>', callOf())).toBe('violation');
    expect(outcome('<title>收货地址</title><p>请先开启定位权限后添加收货地址</p>', callOf())).toBe('not-applicable');
  });

  it('concludes nothing from a page that was read before the refusal', () => {
    expect(outcome('<p>未开启定位，无法添加地址</p>', callOf({ answer: 'denied', answeredAt: 20_000 }))).toBe('error');
  });

  it('gives the page a moment to show its way round', () => {
    expect(outcome('<title>收货地址</title><p>未开启定位，无法添加地址</p>', callOf({ answer: 'denied', answeredAt: 9_500 }))).toBe('error');
  });
});
