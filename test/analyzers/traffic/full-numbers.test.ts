import { describe, expect, it } from 'vitest';
import { fullNumbers, shownMasked } from '../../../analyzers/traffic/full-numbers';

describe('fullNumbers', () => {
  it('masks phone and id numbers, each once', () => {
    expect(fullNumbers('{"a":"13800138000","b":13800138000,"id":"11010519491231002X"}')).toEqual([{ kind: 'phone', mask: '138****8000' }, { kind: 'id-number', mask: '110***********002X' }]);
  });

  it('takes times, order numbers, amounts and id numbers with a wrong check digit for none', () => {
    expect(fullNumbers('{"t":1732240000000,"order":"2026112213800138000","n":0.13800138000,"id":"110105194912310021","hash":"a13800138000b"}')).toEqual([]);
  });

  it('reads a bounded part and keeps a bounded number', () => {
    const many = Array.from({ length: 5_000 }, (_, i) => `1380${String(i).padStart(7, '0')}`).join(',');
    expect(fullNumbers(many)).toHaveLength(50);
    expect(fullNumbers(`${' '.repeat(300_000)}13800138000`)).toEqual([]);
  });
});

describe('shownMasked', () => {
  it('knows a mask by its beginning and end, however many asterisks stand between', () => {
    expect(shownMasked(['138****8000', '139****9000'], '李女士 138****8000　王先生 136xxxx1111')).toEqual(['138****8000']);
    expect(shownMasked(['110***********002X'], '证件号 110105********002X')).toEqual(['110***********002X']);
    expect(shownMasked(['138****8000'], '电话 13800138000')).toEqual([]);
  });
});
