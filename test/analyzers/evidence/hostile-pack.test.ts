/** Packs come from strangers: nothing in them may run, and what cannot be checked is said. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openPack } from '../../../analyzers/evidence/check';
import { buildPack, zipPack } from '../../../analyzers/evidence/pack';
import { readReport } from '../../../analyzers/evidence/read-report';
import { START, badReport, visitOf } from '../../components/samples';

const report = badReport();
const files = (): Map<string, Uint8Array> => buildPack({ report, visit: visitOf(report), reportHtml: '<p>x</p>', complaintText: 'x', tool: report.tool, now: START });
const packed = (change: (all: Map<string, Uint8Array>) => void): Uint8Array => {
  const all = files();
  change(all);
  return zipPack(all, START);
};

describe('a pack that is opened', () => {
  it('gives its report back as it was handed on', () => {
    const opened = openPack(zipPack(files(), START));
    expect(opened.check.intact).toBe(true);
    expect(opened.report?.site).toBe(report.site);
    expect(opened.report?.findings).toHaveLength(report.findings.length);
    expect(opened.files.map(({ path }) => path)).toContain('SHA256SUMS');
  });

  it('names what was altered, is missing and was added', () => {
    const { check } = openPack(packed((all) => {
      all.set('complaint.txt', strToU8('别的'));
      all.delete('traffic.har');
      all.set('extra.exe', strToU8('MZ'));
    }));
    expect(check).toMatchObject({ intact: false, altered: ['complaint.txt'], missing: ['traffic.har'], added: ['extra.exe'] });
  });

  it.each(['../evil.txt', '/etc/passwd', 'C:\\x.txt', 'a/../../b', 'a\u0000b'])('refuses the name %j', (name) => {
    const opened = openPack(zipSync({ SHA256SUMS: strToU8('x'), [name]: strToU8('x') }));
    expect(opened.check.problem).toBe('unsafe-name');
    expect(opened.files).toEqual([]);
  });

  it('does not unpack more than a bomb says it holds', () => {
    const bomb = zipSync({ SHA256SUMS: new Uint8Array(20 * 1024 * 1024) }, { level: 1 });
    // The unpacked size it declares, in the central directory 24 bytes after its signature.
    const at = Buffer.from(bomb).lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    new DataView(bomb.buffer).setUint32(at + 24, 10, true);
    const { check } = openPack(bomb);
    expect(check.problem).toMatch(/not-a-zip|bad-list/);
  });

  it('says of a truncated or foreign file that it cannot be checked', () => {
    const whole = zipPack(files(), START);
    expect(openPack(whole.subarray(0, whole.length / 2)).check.problem).toBe('not-a-zip');
    expect(openPack(strToU8('hello')).check.problem).toBe('not-a-zip');
    expect(openPack(zipSync({ 'a.txt': strToU8('x') })).check.problem).toBe('no-list');
  });

  it('with a report of the wrong form shows none, and is checked all the same', () => {
    for (const text of ['{', '[]', '{"site":1}', JSON.stringify({ ...report, findings: [{ ...report.findings[0], basis: [{ instrument: 'NONE', article: '1' }] }] })]) {
      const opened = openPack(packed((all) => all.set('findings.json', strToU8(text))));
      expect(opened.report, text).toBeUndefined();
      expect(opened.check.altered).toEqual(['findings.json']);
    }
  });
});

describe('a report from outside', () => {
  it('is taken only whole', () => {
    expect(readReport(JSON.parse(JSON.stringify(report)))).toBeDefined();
    for (const field of ['site', 'tool', 'policy', 'flows', 'findings', 'operator', 'acts']) expect(readReport({ ...report, [field]: 7 }), field).toBeUndefined();
    expect(readReport({ ...report, findings: Array.from({ length: 500 }, () => report.findings[0]) })).toBeUndefined();
    for (const value of [null, 1, 'x', [], undefined]) expect(readReport(value)).toBeUndefined();
  });
});
