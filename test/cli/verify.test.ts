import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildPack, zipPack } from '../../analyzers/evidence/pack';
import { main } from '../../cli/main';
import type { Io } from '../../cli/io';
import { START, badReport, visitOf } from '../components/samples';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
afterAll(() => rmSync(folder, { recursive: true }));
const report = badReport();
const files = buildPack({ report, visit: visitOf(report), reportHtml: '<p>', complaintText: '正文', tool: report.tool, now: START });

function save(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function verify(...argv: string[]) {
  let out = '';
  let err = '';
  const io: Io = { lang: 'zh-CN', stdout: (text) => void (out += text), stderr: (text) => void (err += text) };
  return { code: await main(['verify', ...argv], io), out, err };
}

const whole = save('whole.zip', zipPack(files, START));
const altered = save('altered.zip', zipPack(new Map(files).set('complaint.txt', new Uint8Array([1])).set('new\u202etxt.exe', new Uint8Array([2])), START));

describe('mingshi verify', () => {
  it('says that an untouched pack is intact, with the seal of its list', async () => {
    const { code, out } = await verify(whole);
    expect(code).toBe(0);
    expect(out).toMatch(/完好.*\n.*[0-9a-f]{64}/);
  });

  it('names what was altered, without characters of the pack that could fool the reader', async () => {
    const { code, out } = await verify(altered);
    expect(code).toBe(0);
    expect(out).toContain('被改动：complaint.txt');
    expect(out).toContain('多出来：new?txt.exe');
    expect(out).not.toContain('\u202e');
  });

  it('compares with an earlier pack, finding by finding', async () => {
    const later = { ...report, startedAt: new Date(START + 9e6).toISOString(), findings: report.findings.map((one) => (one.rule === 'right-deletion' ? { ...one, outcome: 'pass' as const, evidence: [] } : one)) };
    const after = save('after.zip', zipPack(buildPack({ report: later, visit: visitOf(later), reportHtml: '<p>', complaintText: '', tool: report.tool, now: START }), START));
    const { code, out } = await verify(after, '--before', whole);
    expect(code).toBe(0);
    expect(out).toMatch(/已改正 \(1\)\n {2}隐私政策里疑似没有说怎样删除/);
    expect(JSON.parse((await verify('--json', after, '--before', whole)).out)).toMatchObject({ intact: true, before: { intact: true }, comparison: { fixed: ['right-deletion'], new: [], unclear: [] } });
    expect((await verify(after, '--before', 'nowhere.zip')).code).toBe(2);
  });

  it('gives one line of JSON and nothing else on request', async () => {
    const { out } = await verify('--json', altered);
    expect(JSON.parse(out)).toMatchObject({ intact: false, altered: ['complaint.txt'], missing: [] });
  });

  it('exits 1 for a broken pack only when asked to', async () => {
    expect((await verify('--fail-on', 'violation', altered)).code).toBe(1);
    expect((await verify('--fail-on=violation', whole)).code).toBe(0);
  });

  it.each([
    ['no pack named', [], '用法'],
    ['two packs', [whole, altered], '用法'],
    ['an option it does not know', ['--fast', whole], '--fast'],
    ['a file that is not there', [join(folder, 'none.zip')], 'none.zip'],
    ['a folder', [folder], folder],
  ])('exits 2 with a plain message: %s', async (_, argv, word) => {
    const { code, out, err } = await verify(...argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(word);
  });

  it('exits 2 for a file that is no pack', async () => {
    const { code, out } = await verify(save('text.zip', new Uint8Array([72, 105])));
    expect(code).toBe(2);
    expect(out).toContain('不是完整的 zip');
  });
});
