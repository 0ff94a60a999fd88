import { describe, expect, it } from 'vitest';
import { sdkList } from '../../../../analyzers/policy/duties/sdk-list';
import { labelOf } from '../judge-lines';

describe('sdk-list', () => {
  it('is met by a table', () => {
    expect(labelOf(sdkList, '# 第三方SDK', '| 名称 | 用途 | 收集的信息 |', '| 高德地图SDK | 导航 | 位置信息 |')).toBe('met');
  });

  it('is met by a list of its own', () => {
    expect(labelOf(sdkList, '我们接入的SDK请见《第三方SDK目录》。')).toBe('met');
  });

  it('is met in running text with name, purpose and data', () => {
    expect(labelOf(sdkList, '为推送消息，我们接入极光SDK，其会收集设备标识。')).toBe('met');
  });

  it('is partial when SDKs are only mentioned', () => {
    expect(labelOf(sdkList, '我们可能接入第三方SDK实现部分功能。')).toBe('partial');
  });

  it('does not apply without any third-party code', () => {
    expect(labelOf(sdkList, '我们仅收集您填写的姓名。')).toBe('na');
  });

  it('does not apply where third-party tools are said not to be used', () => {
    expect(labelOf(sdkList, '本应用不集成任何第三方统计 SDK，也不使用广告 SDK。')).toBe('na');
  });

  it('takes neither sites that keep code nor a browser extension for third-party code', () => {
    expect(labelOf(sdkList, '我们会读取您在第三方代码托管网站上的仓库名称。', '这些设置保存在本插件的存储区域中。')).toBe('na');
  });

  it('is met by a list under a link, whatever it is called', () => {
    expect(labelOf(sdkList, '我们接入的第三方 SDK 已逐项列举（点击查阅）。')).toBe('met');
  });

  it('is met by services listed below with purpose and data', () => {
    expect(labelOf(sdkList, '本应用使用以下第三方服务：', '微信云开发：用于存储，处理您的昵称和头像。')).toBe('met');
  });
});
