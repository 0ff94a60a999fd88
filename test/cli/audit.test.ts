import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditSite } from '../../cli/audit/audit-site';
import { inPool } from '../../cli/run/pool';
import { siteOf } from '../../cli/audit/unseen';
import { BrowserError, pause } from '../../cli/browser/session';
import { exitCodeOf } from '../../cli/run/results';
import { main } from '../../cli/main';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'audit-'))));
afterEach(() => rmSync(folder, { recursive: true }));

async function command(...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const written = { stdout: '', stderr: '' };
  const code = await main(['audit', ...argv], { stdout: (t) => void (written.stdout += t), stderr: (t) => void (written.stderr += t), lang: 'en' });
  return { code, ...written };
}

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

describe('wrong arguments', () => {
  it('asks for an address when there is none, also when the list is empty', async () => {
    for (const argv of [[], ['--list', file('list', '# nothing\n\n')]]) {
      expect(await command(...argv)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--list FILE') });
    }
  });

  it('names what is no web address', async () => {
    expect((await command('file:///etc/passwd')).stderr).toContain('file:///etc/passwd');
    expect((await command('javascript:alert(1)')).code).toBe(2);
    expect((await command('http://')).code).toBe(2);
  });

  it('refuses unknown ways to answer consent dialogs', async () => {
    expect(await command('a.test', '--consent', 'maybe')).toMatchObject({ code: 2, stderr: expect.stringContaining('ignore | accept | refuse | all') });
  });

  it('names the step of a steps file that is wrong', async () => {
    const steps = file('steps.json', '{"steps":[{"do":"wait","ms":1},{"do":"dance"}]}');
    expect(await command('a.test', '--steps', steps)).toMatchObject({ code: 2, stderr: expect.stringContaining('step 2 is “dance”') });
    expect(await command('a.test', '--steps', join(folder, 'none.json'))).toMatchObject({ code: 2, stderr: expect.stringContaining('none.json') });
  });

  it('refuses numbers out of range and an end it cannot judge', async () => {
    expect((await command('a.test', '--timeout', '0')).code).toBe(2);
    expect((await command('a.test', '--concurrency', 'many')).code).toBe(2);
    expect((await command('a.test', '--fail-on', 'review')).code).toBe(2);
    expect((await command('a.test', '--resume')).code).toBe(2);
  });
});

it('says in one line that a browser which was asked for is not there', async () => {
  const { code, stdout, stderr } = await command('a.test', '--browser', join(folder, 'no-browser'), '--json');
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain('no-browser');
});

it('gives a result in which nothing is judged when the browser does not start', async () => {
  const launch = () => Promise.reject(new BrowserError('no such luck\nwith a stack'));
  const audit = await auditSite({ url: 'https://www.a.com.cn/x', steps: [] }, { launch, lang: 'en', version: '1', timeoutMs: 1_000, screenshots: false });
  expect(audit.report).toMatchObject({ site: 'a.com.cn', requested: 'https://www.a.com.cn/x', problem: 'The browser did not start: no such luck', flows: [] });
  expect(audit.report.findings.length).toBeGreaterThan(40);
  expect(new Set(audit.report.findings.map(({ outcome }) => outcome))).toEqual(new Set(['error']));
});

describe('exitCodeOf', () => {
  const site = (suspected: string[], problemCode?: string) => ({ requested: 'https://a.test/', suspected, problemCode });

  it('is 0 whatever was found, and 1 only when asked to fail on violations', () => {
    expect(exitCodeOf([site(['a'])], false)).toBe(0);
    expect(exitCodeOf([site([]), site(['a'])], true)).toBe(1);
    expect(exitCodeOf([site([])], true)).toBe(0);
  });

  it('lets failed steps outrank unseen sites, and both outrank findings; what we left out ourselves is no failure', () => {
    expect(exitCodeOf([site(['a']), site([], 'dns')], true)).toBe(3);
    expect(exitCodeOf([site([], 'no-start'), site([], 'step.not-there')], true)).toBe(2);
    expect(exitCodeOf([site([], 'robots')], true)).toBe(0);
  });

  it('fails on what the baseline does not know, and on nothing else', () => {
    const baseline = { format: 'mingshi-baseline', version: 1, sites: { 'https://a.test/': ['a'] } } as const;
    expect(exitCodeOf([site(['a'])], true, { ...baseline, sites: { 'https://a.test/': ['a'] } })).toBe(0);
    expect(exitCodeOf([site(['a', 'b'])], true, { ...baseline, sites: { 'https://a.test/': ['a'] } })).toBe(1);
  });
});

describe('inPool', () => {
  it('runs no more jobs at once than allowed and keeps their order', async () => {
    let running = 0;
    let most = 0;
    const results = await inPool([30, 1, 20, 5], 2, async (ms) => {
      most = Math.max(most, ++running);
      await pause(ms);
      running--;
      return ms;
    });
    expect(results).toEqual([30, 1, 20, 5]);
    expect(most).toBe(2);
  });
});

describe('siteOf', () => {
  it('is the registrable domain, or the host where there is none', () => {
    expect(siteOf('https://m.shop.com.cn/a')).toBe('shop.com.cn');
    expect(siteOf('https://www.qingmu.test/')).toBe('qingmu.test');
    expect(siteOf('http://127.0.0.1:8080/')).toBe('127.0.0.1');
  });
});
