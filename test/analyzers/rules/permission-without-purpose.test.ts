import { describe, expect, it } from 'vitest';
import { purposeToldIn } from '../../../analyzers/page/permission-words';
import { permissionWithoutPurpose } from '../../../analyzers/rules/permission-without-purpose';
import { judge } from './page-visit';
import { askingVisit, callOf, permissionFixture, pressedCall } from './permission-visit';

const outcome = (page: string, ...calls: ReturnType<typeof callOf>[]) => judge(permissionWithoutPurpose, askingVisit(page, calls)).outcome;

describe('permission-without-purpose', () => {
  it.each([['failing', 'violation'], ['passing', 'pass'], ['inapplicable', 'not-applicable']])('judges the %s page', (name, expected) => {
    expect(judge(permissionWithoutPurpose, permissionFixture('permission-without-purpose', name)).outcome).toBe(expected);
  });

  it.each([
    ['a dialog that says what the place is for', '<div class="pop"><p>开启定位，为您推荐附近的充电站</p><button>允许</button></div>', callOf(), 'pass'],
    ['a purpose for another permission only', '<p>需要使用麦克风，用于语音搜索商品。</p>', callOf({ permission: 'location' }), 'violation'],
    ['a purpose nobody can see', '<p style="display:none">需要获取您的位置，用于推荐附近门店。</p>', callOf(), 'violation'],
    ['better service as the only purpose', '<p>请允许访问您的位置，以便为您提供更好的服务。</p>', callOf(), 'review'],
    ['the place of a shop, which asks for nothing', '<p>门店位置：人民路 12 号，用于自提。</p>', callOf(), 'violation'],
    ['a button that says what it does', '<button>语音搜索</button>', pressedCall('语音搜索', '语音搜索', { permission: 'microphone' }), 'pass'],
    ['a button that names the permission alone', '<button>开启定位</button>', pressedCall('开启定位'), 'review'],
    ['a dialog that was gone before the page was read', '<h1>首页</h1>', pressedCall('去开启', '开启通知权限，用于订单发货提醒 暂不 去开启', { permission: 'notification' }), 'pass'],
    ['a page titled by the function', '<title>扫码点餐</title><h1>欢迎</h1>', callOf({ permission: 'camera' }), 'review'],
    ['words that stood there when it asked, and no more', '<h1>首页</h1>', callOf({ told: 'clear' }), 'pass'],
    ['vague words that stood there when it asked', '<h1>首页</h1>', callOf({ told: 'vague' }), 'review'],
    ['a camera used by an earlier permission', '<h1>首页</h1>', callOf({ permission: 'camera', grantedBefore: true }), 'review'],
  ])('answers %s', (_what, page, call, expected) => {
    expect(outcome(page, call)).toBe(expected);
  });

  it('reads the purpose out of the text a page showed while it asked', () => {
    expect(purposeToldIn('首页\n需要获取您的位置，用于查找附近的饭局\n好的', 'location')).toBe('clear');
    expect(purposeToldIn('请允许访问您的位置，以便为您提供更好的服务', 'location')).toBe('vague');
    expect(purposeToldIn('门店位置：人民路 12 号\n需要使用麦克风，用于语音搜索', 'location')).toBeUndefined();
  });

  it('takes the purpose of a video call for its microphone too', () => {
    const press = { text: '视频面签', around: '视频面签', selector: '#v' };
    expect(outcome('<h1>贷款</h1>', callOf({ permission: 'camera', afterUserAction: true, pressed: press }), callOf({ permission: 'microphone', at: 2_001, afterUserAction: true, pressed: press }))).toBe('pass');
  });

  it('concludes nothing for a page that was not read', () => {
    expect(outcome('<h1>首页</h1>', callOf({ pageUrl: 'https://www.example.cn/other' }))).toBe('error');
  });
});
