import { describe, expect, it } from 'vitest';
import { analyzePolicy } from '../../../analyzers/policy/analyze';
import { joinParts, saysMore } from '../../../analyzers/policy/parts';
import { documentOf } from './document';

const policy = documentOf('# 隐私政策', '我们会收集您的手机号码用于登录。', '我们接入了第三方SDK，详见第三方SDK目录。', '| 类型 | 用途 |', '| 手机号码 | 登录 |');
const list = { ...documentOf('# 第三方SDK目录', '| SDK名称 | 公司 | 使用目的 | 收集信息 | 隐私政策链接 |', '| 云雀推送 | 北京云雀科技有限公司 | 推送消息 | 设备标识 | https://lark.test/p |'), finalUrl: 'https://policy.test/sdk' };
const children = documentOf('# 儿童个人信息保护规则', '未满14周岁的儿童使用前，应取得监护人的同意。我们只在监护人同意后收集儿童的个人信息。');

const labelsOf = (linked: (typeof policy)[]) => Object.fromEntries(Object.entries(analyzePolicy(policy, { id: 'p', lang: 'zh-CN', linked }).duties).map(([id, { label }]) => [id, label]));

describe('a policy with its parts', () => {
  const together = joinParts(policy, [list, children]);

  it('keeps the places of its own text, and gives each block its words', () => {
    expect(together.text.startsWith(policy.text)).toBe(true);
    const words = (document: typeof policy) => document.blocks.map((block) => document.text.slice(block.start, block.end));
    expect(words(together)).toEqual([...words(policy), ...words(list), ...words(children)]);
    const row = together.blocks[policy.blocks.length + 2];
    expect(row?.cells?.map((cell) => together.text.slice(cell.start, cell.end))).toContain('云雀推送');
  });

  it('keeps tables apart', () => {
    expect(new Set(together.blocks.flatMap(({ table }) => table ?? [])).size).toBe(2);
  });

  it('names the recipients of its list', () => {
    const { facts } = analyzePolicy(policy, { id: 'p', lang: 'zh-CN', linked: [list] });
    expect(facts.recipients.map(({ name }) => name)).toContain('云雀推送（北京云雀科技有限公司）');
  });

  it('is better where a part fills what it leaves open, and no duty gets worse', () => {
    const alone = labelsOf([]);
    const joined = labelsOf([list, children]);
    expect(joined['minors-guardian-consent']).toBe('met');
    expect(alone['minors-guardian-consent']).not.toBe('met');
    for (const [id, label] of Object.entries(joined)) if (label !== alone[id]) expect([id, saysMore(alone[id] as 'absent', label)]).toEqual([id, true]);
  });

  it('is not read beyond what is judged', () => {
    const long = { ...documentOf('长'.repeat(600_000)) };
    expect(joinParts(policy, [long, long]).text.length).toBeLessThan(1_000_000);
  });
});
