import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { ZH } from '../../../analyzers/policy/zh';

const PATTERNS = ZH.sources.flatMap((source) => source.patterns);

describe('the patterns of the Chinese reader', () => {
  it('are there to be checked', () => {
    expect(PATTERNS.length).toBeGreaterThan(50);
  });

  // The automaton proves linear time; it has no notion of luck, and needs milliseconds for patterns of this sort.
  it.each(PATTERNS.map(({ signal, pattern }) => [signal, pattern] as const))('%s takes linear time: %s', (_signal, pattern) => {
    expect(pattern.flags).toBe('');
    const checked = checkSync(pattern.source, pattern.flags, { checker: 'automaton', timeout: 10_000 });
    expect(checked.status).toBe('safe');
  });
});
