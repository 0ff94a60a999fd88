/** Broken, huge and hostile sites end in what their files say, and no exception reaches any console. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditSite } from '../../../cli/audit/audit-site';
import type { SiteAudit } from '../../../cli/audit/audit-site';
import { differences } from '../../../cli/audit/expectation';
import { loadScenes } from '../../scenes/scene';
import { setStage, startAll } from '../stage';
import type { Stage } from '../stage';

const scenes = loadScenes().filter((scene) => scene.id.startsWith('bad-input/'));
const TIMEOUT_MS = 15_000;

let stage: Stage;
let audits: Map<string, Promise<SiteAudit>>;

beforeAll(async () => {
  stage = await setStage('chromium');
  const { launch, version } = await stage.environment({ watched: true });
  const settings = { launch, version, lang: 'zh-CN', timeoutMs: TIMEOUT_MS, screenshots: true } as const;
  const started = startAll(scenes, (scene) => auditSite({ url: scene.url, steps: scene.steps }, settings));
  audits = new Map(scenes.map((scene, index) => [scene.id, started[index]!]));
});

afterAll(async () => {
  await Promise.allSettled(audits?.values() ?? []);
  await stage?.end();
});

describe.each(scenes.map((scene) => [scene.id, scene] as const))('%s', (id, scene) => {
  it('ends in a clear outcome', { timeout: 180_000 }, async () => {
    const { report } = await audits.get(id)!;
    expect(differences(report, scene.expect, { mayBeUnread: true })).toEqual([]);
    for (const finding of report.findings.filter(({ outcome }) => outcome === 'error')) {
      expect(finding.summary['zh-CN'], finding.rule).toMatch(/\p{Script=Han}{4}/u);
    }
  });

  it('leaves every console of the extension without exception', async () => {
    const { events } = await audits.get(id)!;
    const own = events.filter(({ kind, where }) => where !== 'page' && (kind === 'exception' || kind === 'console-error'));
    expect(own).toEqual([]);
  });
});
