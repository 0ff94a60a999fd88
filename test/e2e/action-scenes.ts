/** The scenes on which the way from finding to action is walked in both browsers: traffic, typing, fields, deletion, faces, no policy, abroad, children. */
import { loadScenes } from '../scenes/scene';

const IDS = [
  'shop-tracks-before-choice', 'loan-sends-while-typing', 'hotpot-order-wants-birthday', 'bike-club-cancel-by-post', 'estate-face-only', 'escape-room-no-policy', 'lessons-silent-on-abroad',
  'kids-painting-no-guardian',
];
const library = loadScenes();

export const ACTION_SCENES = IDS.map((id) => {
  const scene = library.find((one) => one.id === id);
  if (!scene) throw new Error(`no scene ${id}`);
  return scene;
});
