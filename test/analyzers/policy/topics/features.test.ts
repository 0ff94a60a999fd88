import { describe, expect, it } from 'vitest';
import { Features, isTitle } from '../../../../analyzers/policy/topics/features';

function read(text: string, heading = ''): { buckets: number[]; length: number } {
  const features = new Features(16);
  features.read(text, heading);
  const values = [...features.values.slice(0, features.count)];
  return { buckets: [...features.buckets.slice(0, features.count)], length: Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) };
}

describe('the features of a sentence', () => {
  it('are its n-grams up to three characters, each once', () => {
    expect(read('收集').buckets).toHaveLength(3);
    expect(read('收集收集').buckets.length).toBe(new Set(read('收集收集').buckets).size);
    expect(read('收集收集').buckets).toHaveLength(2 + 2 + 2);
  });

  it('count the same whatever the length', () => {
    expect(read('我们收集').length).toBeCloseTo(1);
    expect(read('我们收集您的手机号用于登录'.repeat(4)).length).toBeCloseTo(1);
  });

  it('do not tell one number from another', () => {
    expect(read('保存3年').buckets).toEqual(read('保存5年').buckets);
    expect(read('保存3年').buckets).not.toEqual(read('保存3月').buckets);
  });

  it('keep a heading apart from the same words in the sentence', () => {
    const own = read('您的权利').buckets;
    const both = read('您的权利', '您的权利').buckets;
    expect(both.slice(0, own.length)).toEqual(own);
    expect(both.slice(own.length)).not.toEqual(own);
  });

  it('are bounded on a sentence without end, and start anew with the next', () => {
    const features = new Features(16);
    features.read('收集信息'.repeat(100_000), '标题'.repeat(100_000));
    features.read('收集', '');
    expect(features.count).toBe(3);
  });
});

describe('a title', () => {
  it('is a short line that no mark ends', () => {
    expect(isTitle('三、我们如何共享您的个人信息')).toBe(true);
    for (const text of ['', '我们会共享您的个人信息。', '包括以下信息：', '我们收集您的信息用于向您提供服务并在法律规定的范围内进行处理和保存以便改进体验']) expect(isTitle(text)).toBe(false);
  });
});
