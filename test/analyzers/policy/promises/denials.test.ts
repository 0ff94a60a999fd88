import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../../../../analyzers/artifacts';
import { promisesOf } from '../../../../analyzers/policy/promises';
import { DENIAL_PATTERNS } from '../../../../analyzers/policy/promises/denials';
import { PRACTICE_PATTERNS } from '../../../../analyzers/policy/promises/practices';
import { documentOf } from '../document';

const promises = (text: string, language: PolicyDocument['language'] = 'zh') => promisesOf({ ...documentOf(text), language }, []);
const denied = (text: string, language?: PolicyDocument['language']) => promises(text, language).denials.map(({ of, kinds }) => (kinds ? `${of} ${kinds.join(' ')}` : of));

describe('denials', () => {
  it.each([
    ['我们不会收集您的地理位置信息。', ['kinds precise-location']],
    ['本网站从不获取您的通讯录、身份证号。', ['kinds id-number contacts']],
    ['我们承诺不收集任何个人信息。', ['nothing']],
    ['本站不使用 Cookie。', ['cookies']],
    ['我们不会使用任何Cookie或类似技术。', ['cookies']],
    ['我们不会向任何第三方提供您的个人信息。', ['sharing']],
    ['您的手机号不会提供给任何第三方。', ['sharing phone']],
    ['我们绝不将您的个人信息共享或出售给其他公司。', ['sharing']],
    ['您的个人信息仅存放在国内，不会传输至境外。', ['abroad']],
    ['目前我们不存在个人信息出境的情形。', ['abroad']],
    ['目前我们不会将上述信息传输至境外，如果将来需要向境外传输，我们会另行征得您的单独同意。', ['abroad']],
  ])('reads %s', (text, wanted) => {
    expect(denied(text)).toEqual(wanted);
  });

  it.each([
    ['We do not collect your precise location.', ['kinds precise-location']],
    ['We never share your personal information with any third party.', ['sharing']],
    ['This site does not use cookies.', ['cookies']],
    ['Your data will not be transferred outside China.', ['abroad']],
  ])('reads %s', (text, wanted) => {
    expect(denied(text, 'en')).toEqual(wanted);
  });

  it.each([
    '未经您同意，我们不会向第三方提供您的个人信息。',
    '除法律法规另有规定外，我们不会与任何公司分享您的个人信息。',
    '我们不会与任何第三方共享您的个人信息，但以下情况除外：',
    '我们不会将 Cookie 用于本政策所述目的之外的任何用途。',
    '我们不会收集与服务无关的位置信息。',
    '如您关闭定位权限，我们将不会收集您的位置信息。',
    '注册时，我们不会收集您的身份证号。',
    '该功能不会收集您的人脸信息。',
    '第三方不会获取您的手机号。',
    '不要将自己的手机号提供给第三方。',
    '我们不会出售您的个人信息。',
    '您可以选择不提供位置信息。',
    '我们不能向境外提供个人信息，除非取得您的单独同意。',
    '我们不会向第三方提供您的个人信息。但为完成配送所必需的除外。',
  ])('finds no flat denial in %s', (text) => {
    expect(denied(text)).toEqual([]);
  });

  it('marks a denial of sharing that other words of the policy belie', () => {
    const text = '我们不会向任何第三方提供您的个人信息。\n我们会将您的手机号提供给合作的物流公司用于配送。';
    expect(promises(text).denials[0]).toMatchObject({ of: 'sharing', contradicted: true });
  });

  it('takes a heading for no promise', () => {
    expect(denied('# 我们不收集位置信息')).toEqual([]);
  });
});

describe('kinds a policy declares', () => {
  it('counts what is collected and not what is denied', () => {
    const said = promises('我们收集您的手机号用于登录。\n我们不会收集您的身份证号。');
    expect(said.declares('phone')?.quote).toContain('手机号');
    expect(said.declares('id-number')).toBeUndefined();
    expect(said.mentions('id-number')).toBeUndefined();
  });

  it('reads words that stand for several kinds', () => {
    expect(promises('为处理您的咨询，我们会收集您的联系方式。').declares('email')).toBeDefined();
  });

  it('reads linked documents too', () => {
    const main = documentOf('我们收集手机号。具体见清单。');
    const list = { ...documentOf('| 第三方 | 信息 |', '| 甲统计 | 设备标识符 |'), finalUrl: 'https://policy.test/list' };
    expect(promisesOf(main, [list]).declares('device-id')?.url).toBe('https://policy.test/list');
    expect(promisesOf(main, []).declares('device-id')).toBeUndefined();
  });
});

describe('practices a policy tells of', () => {
  it.each([
    ['我们使用设备指纹技术识别异常登录。', 'told'],
    ['我们收集设备唯一标识用于统计。', 'near'],
    ['我们不使用设备指纹。', 'denied'],
    ['您可以用指纹解锁应用。', 'silent'],
  ])('fingerprinting in %s: %s', (text, says) => {
    expect(promises(text).fingerprinting.says).toBe(says);
  });

  it.each([
    ['我们会记录您的鼠标移动轨迹并用于会话回放。', 'told'],
    ['我们收集页面交互数据。', 'near'],
    ['撤回同意的操作路径：设置—隐私。', 'silent'],
  ])('recording in %s: %s', (text, says) => {
    expect(promises(text).recording.says).toBe(says);
  });

  it.each([
    ['我们会将您的邮箱传输至境外服务器（新加坡）。', 'told'],
    ['您的信息不会传输至境外。', 'denied'],
    ['我们使用甲公司（美国）的统计服务。', 'near'],
    ['您的信息存储在中华人民共和国境内。', 'silent'],
    ['如将来确需向境外提供个人信息，我们会征得您的单独同意。', 'silent'],
  ])('transfer abroad in %s: %s', (text, says) => {
    expect(promises(text).abroad.says).toBe(says);
  });
});

describe('the patterns', () => {
  it.each([...DENIAL_PATTERNS, ...PRACTICE_PATTERNS])('take linear time: %s', (pattern) => {
    expect(checkSync(pattern.source, pattern.flags, { checker: 'automaton', timeout: 20_000 }).status).toBe('safe');
  });
});
