/** Writes which made-up site shows each rule, out of the scene library: `tsx scripts/rule-examples.ts`. A test fails when it is stale. */
import { writeFileSync } from 'node:fs';
import type { Text } from '../analyzers/artifacts';
import { loadScenes } from '../test/scenes/scene';

/** For each rule the site that shows it best: the one with the fewest other faults, the first of the library among equals. */
export function ruleExamples(): Record<string, { title: Text; story: Text }> {
  const examples = new Map<string, { title: Text; story: Text; faults: number }>();
  const scenes = loadScenes().filter(({ id }) => !id.startsWith('bad-input/'));
  for (const { title, story, expect } of scenes) {
    const rules = expect.violations.length > 0 ? expect.violations : expect.reviews;
    const faults = expect.violations.length + expect.reviews.length;
    for (const rule of rules) if (faults < (examples.get(rule)?.faults ?? Infinity)) examples.set(rule, { title, story, faults });
  }
  return Object.fromEntries([...examples].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, { title, story }]) => [rule, { title, story }]));
}

if (process.argv[1]?.endsWith('rule-examples.ts')) {
  writeFileSync(new URL('../analyzers/data/rule-examples.json', import.meta.url), `${JSON.stringify(ruleExamples(), null, 1)}\n`);
  console.log('analyzers/data/rule-examples.json written');
}
