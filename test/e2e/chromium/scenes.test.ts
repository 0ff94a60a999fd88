/** Every scene of the library, audited through the command in Chromium, is judged as its file says is right. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SiteReport } from '../../../analyzers/report';
import { checkPack } from '../../../analyzers/evidence/check';
import { differences } from '../../../cli/audit/expectation';
import { loadScenes } from '../../scenes/scene';
import { readJson, setStage, startAll } from '../stage';
import type { CommandResult, Stage } from '../stage';

const scenes = loadScenes().filter((scene) => !scene.id.startsWith('bad-input/'));
const FIRST_AUDIT_MS = 60_000;

let stage: Stage;
let audits: Map<string, Promise<CommandResult>>;

beforeAll(async () => {
  stage = await setStage('chromium');
  const started = startAll(scenes, (scene) => stage.audit(scene.url, { steps: scene.steps }));
  audits = new Map(scenes.map((scene, index) => [scene.id, started[index]!]));
});

afterAll(async () => {
  await Promise.allSettled(audits?.values() ?? []);
  await stage?.end();
});

describe.each(scenes.map((scene) => [scene.id, scene] as const))('%s', (id, scene) => {
  it('is judged as its file says', { timeout: FIRST_AUDIT_MS * 2 }, async () => {
    const { report, code, stderr } = await audits.get(id)!;
    expect(code, stderr).toBe(0);
    expect(report.problem).toBeUndefined();
    expect(differences(report, scene.expect)).toEqual([]);
  });

  it('leaves a folder with the result, and a pack whose checksums hold', async () => {
    const { report, out } = await audits.get(id)!;
    const folder = join(out, report.site);
    expect(readJson<SiteReport>(folder, 'result.json')).toEqual(report);
    expect(readFileSync(join(out, 'results.jsonl'), 'utf8')).toBe(`${JSON.stringify(report)}\n`);
    expect(checkPack(readFileSync(join(folder, 'evidence.zip')))).toMatchObject({ intact: true, altered: [], missing: [], added: [] });
    expect(existsSync(join(folder, 'screenshots', 'page.png'))).toBe(true);
    const files = unzipSync(readFileSync(join(folder, 'evidence.zip')));
    const [source] = files['policy/source.json'] ? (JSON.parse(strFromU8(files['policy/source.json'])) as { sha256: string }[]) : [];
    // The policy byte for byte as the site served it.
    if (source) expect(createHash('sha256').update(files['policy/policy.html.txt'] ?? '').digest('hex')).toBe(source.sha256);
  });
});

it('proves every suspected violation with at least one piece of evidence', async () => {
  for (const { report } of await Promise.all(audits.values())) {
    const unproven = report.findings.filter((finding) => finding.outcome === 'violation' && finding.evidence.length === 0);
    expect(unproven.map((finding) => `${report.site}: ${finding.rule}`)).toEqual([]);
  }
});
