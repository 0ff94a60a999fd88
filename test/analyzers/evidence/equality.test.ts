import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../../analyzers/evidence/equality';
import { digestOf } from '../../../analyzers/traffic/mask';
import type { Finding } from '../../../analyzers/report';
import { BAD_FINDINGS, START, badReport, item } from '../../components/samples';

const KEY = 'salt-of-the-visit';
const finding: Finding = { ...BAD_FINDINGS[0]!, evidence: [{ kind: 'request', requestId: 'r7', url: 'https://a.cn/', at: START, recipient: 'x', items: [item('phone', '138****1234', { digest: digestOf(KEY, '13800001234') })] }] };
const report = badReport({ findings: [finding] });

describe('a value and the digests of a pack', () => {
  it.each(['13800001234', '138 0000 1234', '+86 138-0000-1234', ' １３８00001234 '])('are the same for %j', (value) => {
    expect(itemsOf(report, KEY, value).map(({ requestId }) => requestId)).toEqual(['r7']);
  });

  it('are not for another value, and not with another key', () => {
    expect(itemsOf(report, KEY, '13800001235')).toEqual([]);
    expect(itemsOf(report, 'other', '13800001234')).toEqual([]);
    expect(itemsOf(report, KEY, '  ')).toEqual([]);
  });
});
