import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { makeSmaller } from '../../scripts/smaller-zip';

const folder = mkdtempSync(join(tmpdir(), 'smaller-zip-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('packs the same files into fewer bytes, always the same ones', async () => {
  const text = new TextEncoder().encode(Array.from({ length: 900 }, (_, i) => `第 ${i} 条：处理个人信息应当取得同意 ${i * 7919}`).join('\n'));
  const files = { 'manifest.json': text.subarray(0, 400), 'chunks/规则.js': text, 'icon/16.png': new Uint8Array(64).map((_, i) => (i * 97 + i * i) % 251), 'empty.txt': new Uint8Array() };
  const pack = async (name: string, mtime: string) => {
    const path = join(folder, name);
    writeFileSync(path, zipSync(files, { level: 9, mtime }));
    return { ...(await makeSmaller(path)), bytes: readFileSync(path) };
  };
  const one = await pack('one.zip', '2026-01-02');
  const other = await pack('other.zip', '2027-03-04');
  expect(one.after).toBeLessThan(one.before);
  expect(one.bytes.length).toBe(one.after);
  expect(one.bytes.equals(other.bytes)).toBe(true);
  const read = unzipSync(new Uint8Array(one.bytes));
  expect(Object.keys(read).sort()).toEqual(Object.keys(files).sort());
  for (const [name, bytes] of Object.entries(files)) expect(Buffer.from(read[name]!).equals(Buffer.from(bytes))).toBe(true);
});
