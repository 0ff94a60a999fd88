import { describe, expect, it } from 'vitest';
import { fit, renderTable, widthOf } from '../../cli/audit/table';

describe('widthOf', () => {
  it('counts Chinese characters and full-width signs as two columns', () => {
    expect(widthOf('隐私a，')).toBe(7);
    expect(widthOf('“ok”…')).toBe(5);
  });
});

describe('fit', () => {
  it('cuts before a character that would pass the edge', () => {
    expect(fit('个人信息', 7)).toBe('个人信…');
    expect(fit('个人信息', 6)).toBe('个人…');
    expect(fit('个人信息', 8)).toBe('个人信息');
  });
});

describe('renderTable', () => {
  it('aligns columns with Chinese and Latin cells', () => {
    const table = renderTable([{ title: '网站' }, { title: '疑似', align: 'right' }, { title: '最重' }], [
      ['a.test', '3', '未经同意'],
      ['清木商城', '12', ''],
    ]);
    expect(table.split('\n')).toEqual(['网站      疑似  最重', '────────  ────  ────────', 'a.test       3  未经同意', '清木商城    12']);
  });

  it('lets no cell break the lines or reach the terminal with control characters', () => {
    const table = renderTable([{ title: 'a' }], [['x\n\u001b[31my']]);
    expect(table.split('\n')).toHaveLength(3);
    expect(table).not.toContain('\u001b');
  });
});
