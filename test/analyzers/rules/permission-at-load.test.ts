import { describe, expect, it } from 'vitest';
import { permissionAtLoad } from '../../../analyzers/rules/permission-at-load';
import { judge, PAGE, visitOf } from './page-visit';
import { askingVisit, callOf, permissionFixture, pressedCall } from './permission-visit';

const outcome = (page: string, ...calls: ReturnType<typeof callOf>[]) => judge(permissionAtLoad, askingVisit(page, calls));

describe('permission-at-load', () => {
  it('accuses a page that asks for location and notifications before anything was pressed', () => {
    const verdict = judge(permissionAtLoad, permissionFixture('permission-at-load', 'failing'));
    expect(verdict).toMatchObject({ outcome: 'violation', facts: { permissions: { 'zh-CN': '位置、通知' } }, evidence: [{ text: 'location' }, { text: 'notification' }] });
  });

  it('passes a page that asks after a press on 查看附近餐厅', () => {
    expect(judge(permissionAtLoad, permissionFixture('permission-at-load', 'passing')).outcome).toBe('pass');
  });

  it('does not apply where nothing is asked', () => {
    expect(judge(permissionAtLoad, permissionFixture('permission-at-load', 'inapplicable')).outcome).toBe('not-applicable');
  });

  it('says how often, where the same permission is asked for again and again', () => {
    expect(outcome('<h1>快车</h1>', callOf(), callOf({ at: 4_000 }), callOf({ at: 6_000 }))).toMatchObject({ outcome: 'violation', say: 'violation-repeated', facts: { count: 3 } });
  });

  it.each([
    ['a call the browser answered from before', '<h1>天气</h1>', callOf({ grantedBefore: true, answer: 'granted' }), 'review'],
    ['a page titled 扫码, reached by a link of the site', '<title>扫码</title>', callOf({ permission: 'camera', fromSite: true }), 'review'],
    ['a page of another title, reached by a link of the site', '<title>商品详情</title>', callOf({ permission: 'camera', fromSite: true }), 'violation'],
    ['a frame of another company', '<h1>门店</h1>', callOf({ pageUrl: 'https://map.other.cn/' }), 'review'],
    ['a slow scanner after a press on 扫一扫', '<h1>首页</h1>', pressedCall('扫一扫', '扫一扫', { permission: 'camera', afterUserAction: false }), 'pass'],
    ['sharing the screen, which browsers allow after a press only', '<h1>会议</h1>', callOf({ permission: 'screen' }), 'pass'],
  ])('answers %s', (_what, page, call, expected) => {
    expect(outcome(page, call).outcome).toBe(expected);
  });

  it('concludes nothing where the hooks were missing or no page was read', () => {
    expect(judge(permissionAtLoad, visitOf([])).outcome).toBe('error');
    expect(judge(permissionAtLoad, askingVisit('<h1>首页</h1>', [], { problems: [{ at: 0, kind: 'hook-missing' }] })).outcome).toBe('error');
  });

  it('points at the control that was pressed, else at the page', () => {
    expect(outcome('<h1>首页</h1>', callOf())).toMatchObject({ evidence: [{ url: PAGE, selector: 'html' }] });
  });
});
