import { describe, expect, it } from 'vitest';
import { externalRemedy } from '../../../../analyzers/policy/duties/external-remedy';
import { labelOf } from '../judge-lines';

describe('external-remedy', () => {
  it('is met by an authority', () => {
    expect(labelOf(externalRemedy, '您还可以向网信、公安等监管部门进行投诉或举报。')).toBe('met');
  });

  it('is met by a court', () => {
    expect(labelOf(externalRemedy, '协商不成的，可向有管辖权的人民法院提起诉讼。')).toBe('met');
  });

  it('is absent when authorities only ask for data', () => {
    expect(labelOf(externalRemedy, '我们可能根据法院或政府主管部门的要求披露信息。')).toBe('absent');
  });

  it('is absent when incidents are reported', () => {
    expect(labelOf(externalRemedy, '发生安全事件时，我们会按照监管部门要求上报处置情况。')).toBe('absent');
  });
});
