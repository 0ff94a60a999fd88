/** Conduct rules over the scene library: what each should find, finds, misses and finds wrongly. */
import { RULES } from '../../analyzers/rules';
import { auditSite } from '../../cli/audit/audit-site';
import { prepare } from '../../cli/audit/environment';
import { differences } from '../../cli/audit/expectation';
import { inPool } from '../../cli/run/pool';
import { startLibrary } from '../../cli/audit/scene-library';
import type { Io } from '../../cli/io';

const BROWSERS = 4;
const TIMEOUT_MS = 20_000;

/** Audits every scene and gives a line for each rule, then the sum. */
export async function benchScenes(io: Io): Promise<string[]> {
  const { server, scenes } = await startLibrary();
  try {
    const firefoxPrefs = Object.entries(server.firefoxPrefs()).map(([name, value]) => `${name}=${value}`);
    const environment = await prepare({ chromeArgs: server.chromeArgs(), firefoxPrefs, headed: false }, io);
    const settings = { launch: environment.launch, lang: io.lang, version: environment.version, timeoutMs: TIMEOUT_MS, screenshots: false };
    const judged = await inPool(scenes, BROWSERS, async (scene) => ({ scene, audit: await auditSite({ url: scene.url, steps: scene.steps }, settings) }));
    const rows = RULES.map(({ id }) => {
      const expected = judged.filter(({ scene }) => scene.expect.violations.includes(id));
      const accused = judged.filter(({ audit }) => audit.report.findings.some(({ rule, outcome }) => rule === id && outcome === 'violation'));
      const found = expected.filter((one) => accused.includes(one)).length;
      const other = judged.filter(({ scene, audit }) => differences(audit.report, scene.expect, { rules: [id] }).some(({ code }) => code === 'other-outcome')).length;
      return { id, expected: expected.length, found, missed: expected.length - found, wrong: accused.filter((one) => !expected.includes(one)).length, other };
    });
    const total = (key: 'expected' | 'found' | 'missed' | 'wrong' | 'other') => rows.reduce((all, row) => all + row[key], 0);
    const line = (name: string, row: Record<'expected' | 'found' | 'missed' | 'wrong' | 'other', number>) =>
      `${name.padEnd(42)} expected ${row.expected}  found ${row.found}  missed ${row.missed}  wrongly accused ${row.wrong}  other outcome ${row.other}`;
    return [
      ...rows.map((row) => line(row.id, row)),
      line(`all, ${judged.length} scenes`, { expected: total('expected'), found: total('found'), missed: total('missed'), wrong: total('wrong'), other: total('other') }),
      ...judged.filter(({ audit }) => audit.report.problem).map(({ scene, audit }) => `${scene.id}: ${audit.report.problem}`),
    ];
  } finally {
    await server.stop();
  }
}
