import { describe, expect, it } from 'vitest';
import { DUTIES } from '../../../analyzers/policy/duties';
import { judgeDuty } from '../../../analyzers/policy/elsewhere';
import { readPolicy } from '../../../analyzers/policy/reading';
import { ZH } from '../../../analyzers/policy/zh';
import { documentOf } from './document';

const SUPPLEMENT = [
  '# 儿童个人信息保护规则', '关于Cookie，请您查阅《隐私政策》“我们如何使用Cookie”部分。', '关于共享儿童个人信息，请参见《隐私政策》第三条。',
  '您可以按照《隐私政策》“如何管理您的信息”章节管理您的个人信息。',
];
const labelOf = (id: string, ...lines: string[]) => judgeDuty(DUTIES.find((duty) => duty.id === id)!, readPolicy(documentOf(...lines), ZH)).label;

describe('what a supplement leaves to another privacy document', () => {
  it('counts as told there, for the matter that is named', () => {
    expect(labelOf('cookies-control', ...SUPPLEMENT)).toBe('met');
    expect(labelOf('recipients-named', ...SUPPLEMENT)).toBe('met');
    expect(labelOf('recipients-detail', ...SUPPLEMENT)).toBe('met');
  });
  it('excuses nothing that is not named', () => {
    expect(labelOf('right-portability', ...SUPPLEMENT)).toBe('absent');
    expect(labelOf('external-remedy', ...SUPPLEMENT)).toBe('absent');
  });
  it('is not a document that is named in passing, nor the document itself, nor a third party’s', () => {
    expect(labelOf('cookies-control', '我们使用Cookie，请您查阅《隐私政策》第二条。')).toBe('absent');
    const own = SUPPLEMENT.map((line) => line.replaceAll('《隐私政策》', '《儿童个人信息保护规则》'));
    expect(labelOf('cookies-control', '本《儿童个人信息保护规则》适用于全部儿童用户。', ...own)).toBe('absent');
    expect(labelOf('cookies-control', ...SUPPLEMENT.map((line) => line.replace('关于Cookie，', '微信使用Cookie，').replace('请您查阅《隐私政策》', '请您查阅微信的《隐私政策》')).slice(0, 2))).toBe('absent');
  });
});
