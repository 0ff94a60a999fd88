import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { checkPack } from '../../../analyzers/evidence/check';
import { markedPolicy } from '../../../analyzers/evidence/marked-policy';
import { filesByPart } from '../../../analyzers/evidence/parts';
import { sha256Hex } from '../../../analyzers/evidence/digest';
import { maskedIn } from '../../../analyzers/evidence/redact';
import { buildPack, packName, zipPack } from '../../../analyzers/evidence/pack';
import type { PackInput } from '../../../analyzers/evidence/pack';
import { START, badReport, visitOf } from '../../components/samples';

const NOW = START + 120_000;

function input(over: Partial<PackInput> = {}): PackInput {
  const report = badReport();
  return {
    report,
    visit: visitOf(report),
    reportHtml: '<!doctype html><title>x</title>',
    policyHtml: '<html>政策</html>',
    screenshots: [{ file: 'home.png', bytes: new Uint8Array([137, 80, 78, 71]) }],
    complaintText: '投诉正文',
    tool: report.tool,
    now: NOW,
    ...over,
  };
}

const folder = mkdtempSync(join(tmpdir(), 'pack-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('an evidence pack', () => {
  it('holds what the design lists', () => {
    expect([...buildPack(input()).keys()].sort()).toEqual([
      'README.txt', 'SHA256SUMS', 'complaint.docx', 'complaint.txt', 'findings.json', 'manifest.json', 'policy/policy.html', 'policy/policy.html.txt', 'policy/policy.txt', 'policy/source.json',
      'report.html', 'screenshots/home.png', 'traffic.har',
    ]);
  });

  it('is checked by sha256sum as it is, and fails there when a file is altered', () => {
    for (const [path, bytes] of Object.entries(unzipSync(zipPack(buildPack(input()), NOW)))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const check = () => execFileSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: folder, stdio: 'pipe' });
    expect(check).not.toThrow();
    writeFileSync(join(folder, 'complaint.txt'), '别的正文');
    expect(check).toThrow();
  });

  it('is the same bytes for the same input and time', () => {
    expect(Buffer.compare(zipPack(buildPack(input()), NOW), zipPack(buildPack(input()), NOW))).toBe(0);
  });

  it('lists in the manifest every file but itself and the checksums, with versions and times', () => {
    const files = buildPack(input());
    const manifest = JSON.parse(strFromU8(files.get('manifest.json')!));
    expect(manifest.files.map(({ path }: { path: string }) => path)).toEqual([...files.keys()].filter((path) => path !== 'SHA256SUMS' && path !== 'manifest.json').sort());
    expect(manifest).toMatchObject({ format: 'mingshi-evidence', createdAt: '2026-11-21T01:32:00.000Z', tool: { version: '0.1.0', rulesVersion: '2026.11' } });
  });

  it('archives only requests that matter, as HAR 1.2 without headers or bodies', () => {
    const { log } = JSON.parse(strFromU8(buildPack(input()).get('traffic.har')!));
    expect(log.version).toBe('1.2');
    expect(log.entries).toHaveLength(1);
    expect(log.entries[0]).toMatchObject({ pageref: 'page_1', request: { method: 'POST', headers: [] }, response: { status: 204 }, _mingshi: { id: 'r2' } });
    expect(log.entries[0].request).not.toHaveProperty('postData');
    expect(log.pages[0].title).toBe('https://www.yunshang-shop.cn/');
  });

  it('holds no query of a page, where what was typed may stand', () => {
    const files = buildPack(input());
    for (const path of ['findings.json', 'manifest.json', 'README.txt']) expect(strFromU8(files.get(path)!), path).not.toMatch(/13800001234|from=ad/);
  });

  it('holds the policy as it was received, where the bytes are those of the digest', () => {
    const received = strToU8('<html><script>1</script>政策</html>');
    const visit = visitOf(badReport());
    if (visit.policy.status !== 'read') throw new Error('the sample has a policy');
    visit.policy.document.source.sha256 = sha256Hex(received);
    visit.policy.linked = [{ ...visit.policy.document, source: { ...visit.policy.document.source, sha256: 'ab'.repeat(32) } }];
    const files = buildPack(input({ visit, policyHtml: undefined, policySources: new Map([[sha256Hex(received), received], ['ab'.repeat(32), strToU8('别的')]]) }));
    expect(files.get('policy/policy.html.txt')).toEqual(received);
    expect(files.has('policy/linked-1.html.txt')).toBe(false);
    expect(buildPack(input({ visit, policyHtml: undefined })).has('policy/policy.html.txt')).toBe(false);
  });

  it('names a site’s page so that it does not run when opened', () => {
    expect([...buildPack(input()).keys()].filter((path) => path.startsWith('policy/') && /\.html?$/.test(path))).toEqual(['policy/policy.html']);
    // That one is made here of text: nothing in it runs.
    expect(strFromU8(buildPack(input()).get('policy/policy.html')!)).not.toMatch(/<script|javascript:|\son\w+=/i);
  });

  it('keeps screenshots with odd or equal names inside its folder', () => {
    const shot = (file: string) => ({ file, bytes: new Uint8Array([1]) });
    const paths = [...buildPack(input({ screenshots: [shot('../../x.png'), shot('a b.png'), shot('a b.png'), shot('///')] })).keys()].filter((path) => path.startsWith('screenshots/'));
    expect(paths).toEqual(['screenshots/x.png', 'screenshots/a-b.png', 'screenshots/a-b-2.png', 'screenshots/file']);
  });

  it('does without policy, draft and screenshots, and with a clock that is wrong', () => {
    const report = badReport();
    const files = buildPack(input({ visit: visitOf(report, { policy: { status: 'failed', reason: 'timeout' } }), policyHtml: undefined, screenshots: undefined, complaintText: '', now: 0 }));
    expect([...files.keys()].some((path) => /policy|complaint|screenshots/.test(path))).toBe(false);
    expect(checkPack(zipPack(files, 0)).intact).toBe(true);
    expect(packName(report, NOW)).toBe('mingshi-yunshang-shop.cn-20261121-093200.zip');
  });
});

describe('checking a pack', () => {
  const files = buildPack(input());
  const zipped = (change: (files: Record<string, Uint8Array>) => void): Uint8Array => {
    const copy = Object.fromEntries(files);
    change(copy);
    return zipSync(copy);
  };

  it('finds an untouched one intact', () => {
    expect(checkPack(zipPack(files, NOW))).toMatchObject({ intact: true, altered: [], missing: [], added: [] });
  });

  it('names what was altered, taken out and put in', () => {
    const zip = zipped((copy) => {
      copy['complaint.txt'] = strToU8('别的');
      delete copy['traffic.har'];
      copy['extra.txt'] = strToU8('x');
    });
    expect(checkPack(zip)).toMatchObject({ intact: false, altered: ['complaint.txt'], missing: ['traffic.har'], added: ['extra.txt'] });
  });

  it('tells another list by its seal when files and list were changed together', () => {
    const other = buildPack(input({ complaintText: '别的' }));
    expect(checkPack(zipPack(other, NOW)).seal).not.toBe(checkPack(zipPack(files, NOW)).seal);
  });

  it.each([
    ['an empty file', new Uint8Array(0), 'not-a-zip'],
    ['text', strToU8('not a zip at all, really'), 'not-a-zip'],
    ['a truncated pack', zipPack(files, NOW).slice(0, 900), 'not-a-zip'],
    ['a foreign zip', zipSync({ 'a.txt': strToU8('a') }), 'no-list'],
    ['a broken list', zipped((copy) => void (copy.SHA256SUMS = strToU8('hello\n'))), 'bad-list'],
    ['an empty list', zipped((copy) => void (copy.SHA256SUMS = strToU8(''))), 'bad-list'],
    ['a name that leads out', zipped((copy) => void (copy['../evil.txt'] = strToU8('x'))), 'unsafe-name'],
    ['an absolute name', zipped((copy) => void (copy['/etc/x'] = strToU8('x'))), 'unsafe-name'],
    ['a Windows name', zipped((copy) => void (copy['C:\\x'] = strToU8('x'))), 'unsafe-name'],
  ] as const)('refuses %s', (_, zip, problem) => {
    expect(checkPack(zip)).toMatchObject({ intact: false, problem });
  });

  it('refuses a bomb before unpacking it', () => {
    const zip = zipSync({ SHA256SUMS: strToU8('x'), big: new Uint8Array(1024) });
    // The declared unpacked size stands in the central directory, 24 bytes after its signature.
    const at = Buffer.from(zip).lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    new DataView(zip.buffer).setUint32(at + 24, 0xf0000000, true);
    expect(checkPack(zip)).toMatchObject({ intact: false, problem: 'too-large' });
  });

  it('refuses two files of one name', () => {
    const zip = zipSync({ 'SHA256SUMS': files.get('SHA256SUMS')!, 'aaa.txt': strToU8('1'), 'bbb.txt': strToU8('2') });
    const bytes = Buffer.from(zip);
    for (let at = bytes.indexOf('bbb.txt'); at >= 0; at = bytes.indexOf('bbb.txt', at + 1)) bytes.write('aaa.txt', at);
    expect(checkPack(new Uint8Array(bytes)).problem).toBe('unsafe-name');
  });
});

describe('parts of a pack', () => {
  it('that the person leaves out are not in it, and it says so', () => {
    const files = buildPack(input({ without: ['screenshots', 'complaint'] }));
    expect([...files.keys()].filter((path) => /screenshots|complaint/.test(path))).toEqual([]);
    expect(JSON.parse(strFromU8(files.get('manifest.json')!)).leftOut).toEqual(['screenshots', 'complaint']);
    expect(strFromU8(files.get('README.txt')!)).toContain('没有放入：screenshots、complaint');
    expect(checkPack(zipPack(files, NOW)).intact).toBe(true);
  });

  it('are listed with their files and sizes', () => {
    const parts = filesByPart(buildPack(input({ letterText: '信' })));
    expect(parts.map(({ part }) => part)).toEqual(['report', 'findings', 'complaint', 'letter', 'traffic', 'policy', 'screenshots']);
    expect(parts.at(-1)?.files).toEqual([{ path: 'screenshots/home.png', bytes: 4 }]);
  });
});

describe('page texts in a pack', () => {
  const report = badReport({ findings: [{ ...badReport().findings.find(({ rule }) => rule === 'pre-ticked-consent')!, evidence: [{ kind: 'page-element', url: 'https://a.cn/', selector: 'p', text: '您好 13912345678', at: START }] }] });

  it('are masked, and shown where the person says so', () => {
    const text = (shown?: ReadonlySet<string>) => strFromU8(buildPack(input({ report, ...(shown ? { shown } : {}) })).get('findings.json')!);
    expect(text()).toContain('139****5678');
    expect(text()).not.toContain('13912345678');
    expect(text(new Set(maskedIn(report).map(({ id }) => id)))).toContain('13912345678');
  });
});

describe('the marked policy', () => {
  it('marks what the evidence quotes and shows markup in the text as text', () => {
    const report = badReport();
    const visit = visitOf(report);
    if (visit.policy.status !== 'read') throw new Error('no policy');
    const { document } = visit.policy;
    const html = markedPolicy({ ...document, title: '</title><script>alert(1)</script>', text: `${document.text}\n<img src=x onerror=alert(1)>` }, report);
    expect(html).toContain('<mark>我们仅在实现目的所必要的时间内保存您的个人信息</mark>');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toMatch(/<script|<img/);
  });
});
