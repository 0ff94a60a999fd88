import { deflateRawSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COLUMNS, TopicModel, packWeights, scoreSentences, topicsOf, unpackWeights, type Topic } from '../../../../analyzers/policy/topics/model';
import WEIGHTS from '../../../../analyzers/policy/topics/weights.json';

describe('packed weights', () => {
  it('come back as they were, long runs of zeros and negative numbers included', () => {
    const weights = new Int8Array(2_000);
    weights[0] = -127;
    weights[1] = 5;
    weights[256] = 1;
    weights[257 + 255] = -1;
    weights[1_999] = 127;
    expect(unpackWeights(packWeights(weights), weights.length)).toEqual(weights);
  });

  it('never write beyond their length, whatever the bytes say', () => {
    expect(unpackWeights(Uint8Array.from([3, 1, 200, 1, 1, 1]), 5)).toEqual(Int8Array.from([0, 0, 0, 1, 0]));
  });
});

describe('the shipped model', () => {
  it('is small, complete, and says where it comes from', () => {
    const bytes = readFileSync(new URL('../../../../analyzers/policy/topics/weights.json', import.meta.url));
    expect(deflateRawSync(bytes, { level: 9 }).length).toBeLessThan(150_000);
    for (const list of [WEIGHTS.steps, WEIGHTS.biases, WEIGHTS.thresholds]) expect(list).toHaveLength(COLUMNS.length);
    expect(WEIGHTS.attribution).toMatch(/CAPP-130.*CC BY 4\.0/);
    expect(readFileSync(new URL('../../../../NOTICE', import.meta.url), 'utf8')).toContain('CAPP-130');
  });

  // Invented sentences, one clear case a topic.
  it.each<[Topic, string]>([
    ['collection', '当您注册小象书店账号时，我们会收集您的手机号码、昵称和头像。'],
    ['permissions', '拍照上传封面时，我们会申请开启您的相机权限和相册权限。'],
    ['sharing', '经您同意后，我们会将您的收货地址共享给承运的快递公司。'],
    ['storage', '我们在中华人民共和国境内收集的个人信息，将存储在中国境内的服务器上。'],
    ['security', '我们使用加密技术和访问控制机制保护您的个人信息，防止数据泄露。'],
    ['special-groups', '若您是未满十四周岁的儿童，请在监护人同意后使用小象书店。'],
    ['control', '您可以在“我的-设置-账号管理”中更正、删除您的个人信息或注销账号。'],
    ['contact', '如您对本政策有疑问，请发送邮件至 help@xiaoxiang.example 与我们联系。'],
    ['changes', '本政策发生重大变更时，我们会通过弹窗通知您，并重新征得您的同意。'],
  ])('finds %s in a plain sentence on it', (topic, text) => {
    expect(topicsOf([text])[0]!.map((found) => found.topic)).toContain(topic);
  });

  it('finds no topic in a greeting or a headline', () => {
    expect(topicsOf(['感谢您选择小象书店！', '小象书店隐私政策'])).toEqual([[], []]);
  });

  it('lets the heading above speak too', () => {
    const text = '具体名单请见下表。';
    const column = COLUMNS.indexOf('sharing');
    const [, under] = scoreSentences(['我们如何共享、转让、公开披露您的个人信息', text]);
    const [alone] = scoreSentences([text]);
    expect(under![column]).toBeGreaterThan(alone![column]!);
  });

  it('gives the same scores whatever was scored before', () => {
    const model = new TopicModel(WEIGHTS);
    const first = [...model.score('我们会收集您的手机号', '')];
    model.score('您可以注销账号', '您的权利');
    expect([...model.score('我们会收集您的手机号', '')]).toEqual(first);
  });
});
