/** A choice of scenes, audited through the command in Firefox, is judged as in Chromium: as the files say. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences } from '../../../cli/audit/expectation';
import { loadScenes } from '../../scenes/scene';
import { setStage } from '../stage';
import type { Stage } from '../stage';

/**
 * Traffic, forms and typing, consent by a box, a policy with a dead link, an overlay, layers that fade in, a permission asked
 * for after a dialog has closed: what the two browsers do differently inside.
 */
const CHOSEN = [
  'shop-tracks-before-choice', 'shop-asks-first', 'reader-login-implies-consent', 'mail-box-pre-ticked', 'renovation-quote-sold', 'running-club-dead-link',
  'coupon-without-cross', 'museum-refuses-in-settings', 'meal-mates-place-told', 'novel-locked-after-no',
];
const scenes = loadScenes().filter(({ id }) => CHOSEN.includes(id));

let stage: Stage;

beforeAll(async () => {
  stage = await setStage('firefox');
});

afterAll(async () => {
  await stage?.end();
});

it('knows the chosen scenes', () => {
  expect(scenes.map(({ id }) => id).sort()).toEqual([...CHOSEN].sort());
});

describe.each(scenes.map((scene) => [scene.id, scene] as const))('%s', (_, scene) => {
  it('is judged as its file says', async () => {
    const { report, code, stderr } = await stage.audit(scene.url, { steps: scene.steps });
    expect(code, stderr).toBe(0);
    expect(report.tool.browser).toContain('Firefox');
    expect(differences(report, scene.expect)).toEqual([]);
  });
});
