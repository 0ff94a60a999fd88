import { describe, expect, it } from 'vitest';
import { overseasTransferDetail } from '../../../../analyzers/policy/duties/overseas-transfer-detail';
import { labelOf } from '../judge-lines';

describe('overseas-transfer-detail', () => {
  it('is met when recipient and purpose will be told', () => {
    expect(labelOf(overseasTransferDetail, '我们会将您的订单信息传输至境外合作方。', '我们会向您告知境外接收方的名称、处理目的和信息种类。')).toBe('met');
  });

  it('is partial when it is only declared', () => {
    expect(labelOf(overseasTransferDetail, '您的数据可能会被传输到其他国家的服务器。')).toBe('partial');
  });

  it('does not apply when denied', () => {
    expect(labelOf(overseasTransferDetail, '我们不会将您的个人信息传输至境外。')).toBe('na');
  });

  it('does not apply to a case that is not there yet', () => {
    expect(labelOf(overseasTransferDetail, '您的信息存储在境内。如需跨境传输，我们将单独征得您的同意。')).toBe('na');
  });

  it('does not apply to practice abroad', () => {
    expect(labelOf(overseasTransferDetail, '按照其他国家的通行做法，我们保障您的权利。')).toBe('na');
  });

  it('is partial where data may go beyond the country', () => {
    expect(labelOf(overseasTransferDetail, '您的信息可能会被转移到您所在国家或政府管辖范围之外的计算机上。')).toBe('partial');
  });

  it('is partial where data may go abroad after consent', () => {
    expect(labelOf(overseasTransferDetail, '如需跨境传输，我们会征得您的同意。您的个人信息可能会被转移到境外管辖区。')).toBe('partial');
  });

  it('does not apply where data are not moved about the world', () => {
    expect(labelOf(overseasTransferDetail, '我们不会在全球范围内转移您的信息。')).toBe('na');
  });
});
