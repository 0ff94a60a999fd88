import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PolicyResult } from '../analyzers/report';
import type { Io } from '../cli/io';
import { main } from '../cli/main';
import { readPolicyFile } from '../cli/read-file';

/**
 * Each folder of `test/policies` holds one invented document in one form of input, and what the command line must make of it:
 * the values of a policy, or the reason why it is none.
 */
interface Expected {
  reason?: string;
  charset?: string;
  language?: string;
  handler?: string;
  date?: string;
  kinds?: string[];
  contacts?: string[];
  /** Each must be a part of some recipient's name. */
  recipients?: string[];
  /** Term for answering: amount and unit. */
  answers?: string;
  met?: string[];
}

const FOLDER = join(import.meta.dirname, 'policies');
const SLUGS = readdirSync(FOLDER);

let out = '';
beforeAll(() => { out = mkdtempSync(join(tmpdir(), 'mingshi-')); });
afterAll(() => rmSync(out, { recursive: true }));

describe('policies in every form of input', { timeout: 30_000 }, () => {
  it('are there to be read', () => {
    expect(SLUGS.length).toBeGreaterThan(12);
  });

  it.each(SLUGS)('%s', async (slug) => {
    const expected = JSON.parse(readFileSync(join(FOLDER, slug, 'expected.json'), 'utf8')) as Expected;
    const path = join(FOLDER, slug, readdirSync(join(FOLDER, slug)).find((name) => name.startsWith('policy.'))!);
    const io: Io = { stdout: () => undefined, stderr: () => undefined, lang: 'zh-CN' };
    await main(['analyze', path, '--out', join(out, slug)], io);
    const result = JSON.parse(readFileSync(join(out, slug, 'policy.json'), 'utf8')) as PolicyResult & { reason?: string; error?: string };
    expect(result.reason).toBe(expected.reason);
    if (expected.reason !== undefined) {
      // An error line and no zeros.
      expect(result.error).toMatch(/\S/);
      expect(result).not.toHaveProperty('duties');
      return;
    }
    const { facts, duties } = result;
    expect(result.language).toBe(expected.language);
    if (expected.handler) expect(facts.handler[0]).toBe(expected.handler);
    expect(facts.date).toBe(expected.date);
    expect(facts.dataKinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(expected.kinds ?? []));
    expect(facts.contacts.map(({ value }) => value)).toEqual(expected.contacts);
    for (const name of expected.recipients ?? []) expect(facts.recipients.map((recipient) => recipient.name).join(' ')).toContain(name);
    expect(facts.responseTimes?.map(({ within }) => `${within.amount} ${within.unit}`)).toEqual([expected.answers]);
    expect((expected.met ?? []).filter((id) => duties[id]?.label !== 'met')).toEqual([]);
    if (expected.charset) {
      const reading = await readPolicyFile(path, 0);
      expect(reading.status === 'read' && reading.document.source.charset).toBe(expected.charset);
    }
  });
});
