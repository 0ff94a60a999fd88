import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { EN } from '../../../../analyzers/policy/en';

const PATTERNS = EN.sources.flatMap((source) => source.patterns);

describe('the patterns of the English reader', () => {
  it('are there to be checked', () => {
    expect(PATTERNS.length).toBeGreaterThan(100);
  });

  it.each(PATTERNS.map(({ signal, pattern }) => [signal, pattern] as const))('%s takes linear time: %s', (_signal, pattern) => {
    expect(pattern.flags).toBe('');
    expect(checkSync(pattern.source, pattern.flags, { checker: 'automaton', timeout: 10_000 }).status).toBe('safe');
  });
});
