import { describe, expect, it } from 'vitest';
import { batchPermissions } from '../../../analyzers/rules/batch-permissions';
import { judge } from './page-visit';
import { askingVisit, callOf, permissionFixture, pressedCall } from './permission-visit';

const outcome = (page: string, ...calls: ReturnType<typeof callOf>[]) => judge(batchPermissions, askingVisit(page, calls)).outcome;
const WALL = '<div><p>使用本站需先开启以下全部权限：定位、摄像头。不开启将无法继续使用。</p></div>';

describe('batch-permissions', () => {
  it.each([['failing', 'violation'], ['passing', 'pass'], ['inapplicable', 'not-applicable']])('judges the %s page', (name, expected) => {
    expect(judge(batchPermissions, permissionFixture('batch-permissions', name)).outcome).toBe(expected);
  });

  it('accuses two permissions behind words that close the site without them', () => {
    expect(outcome(WALL, callOf(), callOf({ permission: 'camera', at: 3_000 }))).toBe('violation');
  });

  it.each([
    ['one permission behind the same words', [callOf()], 'pass'],
    ['two permissions half a minute apart', [callOf(), callOf({ permission: 'camera', at: 32_000 })], 'pass'],
    ['two permissions, each after its own press', [pressedCall('定位'), pressedCall('扫码', '扫码', { permission: 'camera', at: 4_000 })].map((call, i) => ({ ...call, pressed: { ...call.pressed!, selector: `#b${i}` } })), 'pass'],
    ['permissions the browser had from before', [callOf({ grantedBefore: true }), callOf({ permission: 'camera', at: 3_000, grantedBefore: true })], 'pass'],
  ])('passes %s', (_what, calls, expected) => {
    expect(outcome(WALL, ...calls)).toBe(expected);
  });

  it('leaves two permissions without such words to a person', () => {
    expect(outcome('<h1>首页</h1>', callOf(), callOf({ permission: 'notification', at: 3_000 }))).toBe('review');
    expect(outcome('<p>开启定位和通知，用于配送进度提醒，可跳过，不影响使用。</p>', callOf(), callOf({ permission: 'notification', at: 3_000 }))).toBe('review');
  });

  it('takes camera and microphone of one video call for one permission', () => {
    expect(outcome(WALL, callOf({ permission: 'camera' }), callOf({ permission: 'microphone', at: 2_001 }))).toBe('pass');
  });
});
