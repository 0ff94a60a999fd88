import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SiteReport } from '../../analyzers/report';
import { RunFolder, folderName, setAside } from '../../cli/run/run-folder';

const reportOf = (site: string, url = `https://${site}/`): SiteReport => ({
  site,
  url,
  startedAt: '2026-01-01T00:00:00.000Z',
  tool: { version: '1', rulesVersion: '1', browser: 'x' },
  policy: { error: 'none' },
  flows: [],
  findings: [],
  operator: { name: '', icp: '', police: '' },
  acts: [],
});

describe('RunFolder', () => {
  let path = '';
  beforeEach(() => (path = mkdtempSync(join(tmpdir(), 'out-'))));
  afterEach(() => rmSync(path, { recursive: true }));

  it('writes result, pack and screenshots of a site, and one line a site', () => {
    const out = new RunFolder(path);
    const folder = out.write({ report: reportOf('a.test'), pack: new Uint8Array([80, 75]), screenshots: [{ file: 'screenshots/page.png', bytes: new Uint8Array([1]) }] });
    out.write({ report: reportOf('b.test'), screenshots: [] });
    expect(readdirSync(folder).sort()).toEqual(['evidence.zip', 'result.json', 'screenshots']);
    expect(readdirSync(join(path, 'b.test'))).toEqual(['result.json']);
    expect(readFileSync(out.results, 'utf8').trim().split('\n').map((line) => (JSON.parse(line) as SiteReport).site)).toEqual(['a.test', 'b.test']);
  });

  it('gives two pages of one site two folders', () => {
    const out = new RunFolder(path);
    expect(out.write({ report: reportOf('a.test', 'https://a.test/1'), screenshots: [] })).toBe(join(path, 'a.test'));
    expect(out.write({ report: reportOf('a.test', 'https://a.test/2'), screenshots: [] })).toBe(join(path, 'a.test-2'));
  });

  it('leaves nothing of an earlier run in a folder it writes again', () => {
    new RunFolder(path).write({ report: reportOf('a.test'), pack: new Uint8Array([1]), screenshots: [{ file: 'screenshots/old.png', bytes: new Uint8Array([1]) }] });
    const again = new RunFolder(path);
    again.write({ report: reportOf('a.test'), screenshots: [] });
    expect(readdirSync(join(path, 'a.test'))).toEqual(['result.json']);
    expect(readFileSync(again.results, 'utf8').trim().split('\n')).toHaveLength(1);
  });

  it('puts the results of an earlier run aside as a whole, and touches nothing else', () => {
    expect(setAside(path)).toBeUndefined();
    const first = new RunFolder(path);
    first.write({ report: reportOf('a.test'), pack: new Uint8Array([1]), screenshots: [] });
    first.put('index.html', '');
    mkdirSync(join(path, 'mine'));
    const aside = setAside(path)!;
    expect(readdirSync(path).sort()).toEqual([basename(aside), 'mine']);
    expect(readdirSync(aside).sort()).toEqual(['a.test', 'index.html', 'results.jsonl']);
    new RunFolder(path).write({ report: reportOf('a.test'), screenshots: [] });
    expect(setAside(path)).not.toBe(aside);
    // Where several machines write, only the run's own files move.
    new RunFolder(path).write({ report: reportOf('b.test'), screenshots: [] });
    expect(readdirSync(setAside(path, true)!)).toEqual(['results.jsonl']);
    expect(readdirSync(path)).toContain('b.test');
  });

  it('knows after a crash which addresses are done, and does not overwrite them', async () => {
    new RunFolder(path).write({ report: { ...reportOf('a.test', 'https://a.test/landing'), requested: 'https://a.test/' } as SiteReport, screenshots: [] });
    appendFileSync(join(path, 'results.jsonl'), '{"site":"b.te');
    const resumed = new RunFolder(path, true);
    expect([...(await resumed.done())]).toEqual(['https://a.test/']);
    expect(resumed.write({ report: reportOf('a.test', 'https://a.test/other'), screenshots: [] })).toBe(join(path, 'a.test-2'));
    expect(JSON.parse(readFileSync(resumed.results, 'utf8').trim().split('\n').at(-1)!)).toMatchObject({ site: 'a.test' });
  });

  it('takes what a kill left without its line for the same site again', async () => {
    const report = { ...reportOf('a.test'), requested: 'https://a.test/' };
    new RunFolder(path).place({ report, screenshots: [] });
    mkdirSync(join(path, '.unfinished-b.test'));
    const resumed = new RunFolder(path, true);
    expect((await resumed.done()).size).toBe(0);
    expect(resumed.write({ report, screenshots: [] })).toBe(join(path, 'a.test'));
    expect(readdirSync(path).sort()).toEqual(['a.test', 'results.jsonl']);
  });

  it('leaves nothing of a file that cannot be written', () => {
    mkdirSync(join(path, 'index.html', 'in the way'), { recursive: true });
    expect(() => new RunFolder(path).put('index.html', '<p>')).toThrow();
    expect(readdirSync(path)).toEqual(['index.html']);
  });

  it('counts a site whose line cannot be written as not done, and leaves no half line', async () => {
    const full = new RunFolder(path);
    symlinkSync('/dev/full', full.results);
    expect(() => full.write({ report: reportOf('a.test'), screenshots: [] })).toThrow(/ENOSPC/);
    unlinkSync(full.results);
    expect(full.write({ report: reportOf('a.test'), screenshots: [] })).toBe(join(path, 'a.test'));
    expect((await full.done()).size).toBe(1);
  });

  it('starts anew without resume', async () => {
    writeFileSync(join(path, 'results.jsonl'), '{"url":"https://old.test/"}\n');
    expect((await new RunFolder(path).done()).size).toBe(0);
    expect(readdirSync(path)).toEqual([]);
  });
});

describe('folderName', () => {
  it('cannot leave the folder', () => {
    expect(folderName('../../etc')).not.toMatch(/[/\\]|^\./);
    expect(folderName('..')).toBe('site');
    expect(folderName('[::1]:8080')).toBe('_1_8080');
  });

  it('keeps Chinese domains readable', () => {
    expect(folderName('例子.中国')).toBe('例子.中国');
  });
});
