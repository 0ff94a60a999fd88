/** The browser may end the extension's worker at any moment: what was found stays, what was missed is said. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RULES } from '../../../analyzers/rules';
import { auditSite } from '../../../cli/audit/audit-site';
import type { SiteAudit } from '../../../cli/audit/audit-site';
import type { ChromiumSession } from '../../../cli/browser/chromium';
import { pause } from '../../../cli/browser/session';
import { loadScenes } from '../../scenes/scene';
import { setStage } from '../stage';
import type { Stage } from '../stage';

const scene = loadScenes().find(({ id }) => id === 'shop-tracks-before-choice')!;

/** The store writes at most once a second: after this a request is kept. */
const WRITTEN_MS = 2_500;
/** Some of the page's requests are under way by then, some are not. */
const MIDWAY_MS = 80;

let stage: Stage;

beforeAll(async () => {
  stage = await setStage('chromium');
});

afterAll(async () => {
  await stage?.end();
});

/** Audits the scene; the worker is killed so long after the page has loaded, and, where asked for, in the middle of loading as well. */
async function auditKilling(afterMs: number, midway = false): Promise<SiteAudit> {
  const { launch, version } = await stage.environment();
  const launchAndKill = async () => {
    const session = (await launch()) as ChromiumSession;
    const open = session.open.bind(session);
    session.open = async (...args) => {
      const opening = open(...args);
      if (midway) {
        await pause(MIDWAY_MS);
        await session.killBackground();
      }
      const arrival = await opening;
      await pause(afterMs);
      await session.killBackground();
      return arrival;
    };
    return session;
  };
  return auditSite({ url: scene.url, steps: scene.steps }, { launch: launchAndKill, version, lang: 'zh-CN', timeoutMs: 20_000, screenshots: false });
}

const conduct = new Set(RULES.map(({ id }) => id));
const accused = ({ report }: SiteAudit) => report.findings.filter(({ rule, outcome }) => outcome === 'violation' && conduct.has(rule)).map(({ rule }) => rule).sort();

it('keeps what was seen before the worker was ended', async () => {
  const audit = await auditKilling(WRITTEN_MS);
  expect(audit.failure).toBeUndefined();
  expect(accused(audit)).toEqual([...scene.expect.violations].sort());
  expect(audit.visit?.surfaces).not.toEqual([]);
});

it('neither invents nor acquits when the worker is ended while the page loads, and again at once', async () => {
  const audit = await auditKilling(0, true);
  expect(audit.report.findings.length).toBeGreaterThan(40);
  expect(accused(audit).filter((rule) => !scene.expect.violations.includes(rule))).toEqual([]);
  for (const rule of scene.expect.violations) {
    expect(audit.report.findings.find((finding) => finding.rule === rule)?.outcome, rule).not.toBe('pass');
  }
});
