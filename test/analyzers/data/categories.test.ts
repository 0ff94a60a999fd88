import { describe, expect, it } from 'vitest';
import { byCategory, bySeverity, categoryName, complaintCategories } from '../../../analyzers/data/categories';
import { CATEGORY_ORDER } from '../../../analyzers/report';
import type { CategoryCode, Finding, Severity } from '../../../analyzers/report';

const finding = (category: CategoryCode, severity: Severity = 'medium'): Finding => ({
  rule: `${category}-${severity}`, outcome: 'violation', category, severity, basis: [], summary: { 'zh-CN': '', en: '' }, evidence: [],
});

describe('complaint categories', () => {
  it('carry the six official phrases word for word', () => {
    expect(CATEGORY_ORDER.slice(0, 6).map((code) => categoryName(code)['zh-CN'])).toEqual([
      '未经同意向他人提供个人信息',
      '违反必要原则，收集与其提供的服务无关的个人信息',
      '未经用户同意收集使用个人信息',
      '未按法律规定提供删除或更正个人信息功能，或未公布投诉、举报方式等信息',
      '未明示收集使用个人信息的目的、方式和范围',
      '未公开收集使用规则',
    ]);
  });

  it('put the gravest first on a complaint, each once', () => {
    const codes = complaintCategories([finding('rules-not-published', 'high'), finding('shared-without-consent', 'low'), finding('rules-not-published', 'low'), finding('no-consent', 'high')]);
    expect(codes).toEqual(['no-consent', 'rules-not-published', 'shared-without-consent']);
  });

  it('name what falls outside the six only when there is nothing else', () => {
    expect(complaintCategories([finding('incidental', 'high'), finding('no-consent', 'low')])).toEqual(['no-consent']);
    expect(complaintCategories([finding('incidental')])).toEqual(['incidental']);
  });

  it('group findings with sharing first, whatever their severity', () => {
    const groups = byCategory([finding('no-consent', 'high'), finding('shared-without-consent', 'low')]);
    expect(groups.map(({ category }) => category)).toEqual(['shared-without-consent', 'no-consent']);
  });

  it('sort what was done before what is only written, within a severity', () => {
    const written: Finding = { ...finding('shared-without-consent', 'high'), evidence: [{ kind: 'policy-text', url: '', sha256: '' }] };
    const done: Finding = { ...finding('no-consent', 'high'), evidence: [{ kind: 'request', requestId: '1', url: '', at: 0, recipient: '', items: [] }] };
    expect([written, done].sort(bySeverity)[0]).toBe(done);
    expect([{ ...done, severity: 'low' as const }, written].sort(bySeverity)[0]).toBe(written);
  });

  it('sort by severity before category', () => {
    expect([finding('shared-without-consent', 'low'), finding('incidental', 'high')].sort(bySeverity)[0]?.category).toBe('incidental');
  });
});
