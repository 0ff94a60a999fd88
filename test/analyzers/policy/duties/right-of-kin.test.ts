import { describe, expect, it } from 'vitest';
import { rightOfKin } from '../../../../analyzers/policy/duties/right-of-kin';
import { labelOf } from '../judge-lines';

describe('right-of-kin', () => {
  it('is met when relatives of the dead may ask', () => {
    expect(labelOf(rightOfKin, '用户去世后，其近亲属可以查阅、复制、更正、删除其相关个人信息。')).toBe('met');
  });

  it('is absent when relatives are mere examples of data', () => {
    expect(labelOf(rightOfKin, '我们可能收集您填写的紧急联系人及亲属姓名。')).toBe('absent');
  });

  it('is absent when a company has successors', () => {
    expect(labelOf(rightOfKin, '关联公司指上述公司的合法继承人。')).toBe('absent');
  });
});
