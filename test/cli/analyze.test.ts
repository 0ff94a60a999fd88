import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../cli/main';
import type { Io } from '../../cli/io';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'mingshi-')); });
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...argv: string[]) {
  let out = '';
  let err = '';
  const io: Io = { stdout: (text) => { out += text; }, stderr: (text) => { err += text; }, lang: 'zh-CN' };
  return { code: await main(argv, io), out, err };
}

const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const POLICY = '隐私政策\n我们会收集您的手机号码用于登录，并保护您的个人信息安全。\n';

// The first run loads and compiles everything a judgement needs.
describe('mingshi analyze', { timeout: 30_000 }, () => {
  it('writes one JSON result to stdout and nothing else', async () => {
    const { code, out } = await run('analyze', '--json', file('a.txt', POLICY));
    const result = JSON.parse(out) as { id: string; language: string; sha256: string; duties: object };
    expect(code).toBe(0);
    expect(result).toMatchObject({ id: 'a', language: 'zh' });
    expect(result.sha256).toMatch(/^[\da-f]{64}$/);
    expect(Object.keys(result.duties)).not.toHaveLength(0);
  });

  it('reads a folder, and a file that is no policy does not stop the others', async () => {
    file('a.txt', POLICY);
    file('b.html', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
    file('c.txt', '今日菜单：红烧肉。');
    const { code } = await run('analyze', folder, '--out', join(folder, 'out'));
    const reason = (id: string) => (JSON.parse(readFileSync(join(folder, 'out', `${id}.json`), 'utf8')) as { reason?: string }).reason;
    expect([code, reason('a'), reason('b'), reason('c')]).toEqual([0, undefined, 'not-text', 'no-rules']);
  });

  it('reads the lists that a policy links beside itself, and nothing outside of its folder', async () => {
    mkdirSync(join(folder, 'site'));
    const list = (kit: string) => `<h1>第三方SDK目录</h1><table><tr><th>SDK名称</th><th>公司</th><th>收集信息</th></tr><tr><td>${kit}</td><td>北京${kit}科技有限公司</td><td>设备标识</td></tr></table>`;
    file('site/sdk.html', list('云雀'));
    file('outside.html', list('海燕'));
    const page = `<html><body><h1>隐私政策</h1><p>我们会收集您的手机号码用于登录，并保护您的个人信息安全。我们接入的工具见
      <a href="sdk.html#top">《第三方SDK目录》</a>、<a href="../outside.html">第三方共享清单</a>、<a href="https://a.test/x.html">第三方信息共享清单</a>。</p></body></html>`;
    const { out } = await run('analyze', '--json', file('site/policy.html', page));
    const { facts } = JSON.parse(out) as { facts: { recipients: { name: string }[] } };
    expect(facts.recipients.map(({ name }) => name)).toEqual(['北京云雀科技有限公司']);
  });

  it('ends with 2 where nothing could be read, and says what and how to mend', async () => {
    const { code, out } = await run('analyze', join(folder, 'none.txt'));
    expect(code).toBe(2);
    expect(out).toContain('找不到');
  });

  it.each([[['analyze']], [['analyze', '--nope', 'x']], [['analyze', '--out']], [['analyze', '--fail-on', 'x', 'y']], [['nope']], [['analyze', '--lang', 'fr']]])('refuses %j with 2', async (argv) => {
    const { code, out, err } = await run(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toBe('');
  });

  it('explains itself in both languages', async () => {
    expect((await run('analyze', '--help')).out).toContain('用法');
    expect((await run('analyze', '--help', '--lang', 'en')).out).toContain('Usage');
  });
});
