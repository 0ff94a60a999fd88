/** The extension asks the network for nothing but policy documents of the visited site, once and without cookies. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadScenes } from '../../scenes/scene';
import { setStage } from '../stage';
import type { Stage } from '../stage';

const VISITED = ['shop-tracks-before-choice', 'escape-room-no-policy', 'running-club-dead-link'];
const scenes = loadScenes().filter(({ id }) => VISITED.includes(id));

let stage: Stage;

beforeAll(async () => {
  stage = await setStage('chromium');
});

afterAll(async () => {
  await stage?.end();
});

it('knows the scenes it visits', () => {
  expect(scenes.map(({ id }) => id).sort()).toEqual([...VISITED].sort());
});

it.each(scenes.map((scene) => [scene.id, scene] as const))('on %s', async (_, scene) => {
  stage.server.clear();
  const { report } = await stage.audit(scene.url, { steps: scene.steps });
  const requests = [...stage.server.requests];

  expect(requests.filter(({ host }) => !Object.hasOwn(scene.hosts, host)).map(({ host, path }) => host + path)).toEqual([]);

  // Requests of pages name a page as their origin or lead to a document; what is left is asked by an extension.
  const own = requests.filter(({ headers }) => headers['sec-fetch-site'] === 'none' && headers['sec-fetch-dest'] === 'empty');
  const asked = own.map(({ protocol, host, path }) => `${protocol}://${host}${path}`);
  expect(new Set(asked).size, asked.join('\n')).toBe(asked.length);
  expect(own.filter(({ headers }) => headers.cookie !== undefined)).toEqual([]);
  expect(own.every(({ method }) => method === 'GET')).toBe(true);
  expect(own.filter(({ host }) => host !== new URL(scene.url).hostname)).toEqual([]);
  if (!('error' in report.policy)) expect(asked).toContain(report.policy.url);
});
