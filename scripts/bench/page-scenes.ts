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
      const found = expected.filter(({ audit }) => audit.report.findings.some(({ rule, outcome }) => rule === id && outcome === 'violation')).length;
      const codes = judged.flatMap(({ scene, audit }) => differences(audit.report, scene.expect, { rules: [id] }).filter(({ rule }) => rule === id).map(({ code }) => code));
      return {
        id, expected: expected.length, found, missed: expected.length - found,
        wrong: codes.filter((code) => code === 'wrong-violation').length, other: codes.filter((code) => code === 'other-outcome').length,
        open: judged.filter(({ scene }) => scene.expect.open?.[id]).length,
      };
    });
    type Figures = Omit<(typeof rows)[number], 'id'>;
    const total = (key: keyof Figures) => rows.reduce((all, row) => all + row[key], 0);
    const line = (name: string, row: Figures) =>
      `${name.padEnd(42)} expected ${row.expected}  found ${row.found}  missed ${row.missed}  wrongly accused ${row.wrong}  other outcome ${row.other}${row.open > 0 ? `  (either way right: ${row.open})` : ''}`;
    return [
      ...rows.map((row) => line(row.id, row)),
      line(`all, ${judged.length} scenes`, { expected: total('expected'), found: total('found'), missed: total('missed'), wrong: total('wrong'), other: total('other'), open: total('open') }),
      ...judged.filter(({ audit }) => audit.report.problem).map(({ scene, audit }) => `${scene.id}: ${audit.report.problem}`),
    ];
  } finally {
    await server.stop();
  }
}
