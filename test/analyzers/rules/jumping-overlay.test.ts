import { describe, expect, it } from 'vitest';
import type { Jump, Overlay } from '../../../analyzers/artifacts';
import { jumpingOverlay } from '../../../analyzers/rules/jumping-overlay';
import { judgeSeen, seen } from './seen-visit';

const shaken = seen('jumping-overlay', 'failing');
const [overlay] = shaken.overlays!;
const [jump] = shaken.jumps!;
const answer = (change: Partial<Overlay>, jumped?: Partial<Jump>) =>
  judgeSeen(jumpingOverlay, { page: '<main>菜谱</main>', overlays: [{ ...overlay!, asksMotion: undefined, ...change }], jumps: jumped ? [{ ...jump!, ...jumped }] : [] });
const LINK = { href: 'https://ad.guanggao.test/landing', share: 1 };

describe('jumping-overlay', () => {
  it('accuses a page that leaves for another owner when the device moves', () => {
    expect(judgeSeen(jumpingOverlay, shaken)).toMatchObject({ outcome: 'violation', say: 'shaken', facts: { to: 'https://ad.guanggao.test/landing' } });
  });

  it('passes an advertisement that is opened by pressing its picture', () => {
    expect(judgeSeen(jumpingOverlay, seen('jumping-overlay', 'passing')).outcome).toBe('pass');
  });

  it('does not apply where nothing lies over the page', () => {
    expect(judgeSeen(jumpingOverlay, seen('jumping-overlay', 'inapplicable')).outcome).toBe('not-applicable');
  });

  it.each([
    ['the cross was pressed', {}, { cause: 'press', pressed: 'close' }, 'pressed'],
    ['the bare area was pressed', {}, { cause: 'press', pressed: 'blank' }, 'pressed'],
    ['all of it is a link and nothing closes it', { link: LINK, close: undefined }, undefined, 'whole-area'],
  ] as const)('accuses where %s', (_what, change, jumped, say) => {
    expect(answer(change, jumped)).toMatchObject({ outcome: 'violation', say });
  });

  it.each([
    ['the page went to another page of the site', {}, { cause: 'press', pressed: 'close', to: 'https://m.example.cn/' }, 'pass'],
    ['all of it is a link but a cross closes it', { link: LINK }, undefined, 'pass'],
    ['all of it leads to the site itself', { link: { ...LINK, href: 'https://www.example.cn/sale' }, close: undefined }, undefined, 'pass'],
    ['the page went by itself, nobody can say why', {}, { cause: 'none' }, 'pass'],
    ['its words ask to shake and nobody did', { asksMotion: true }, undefined, 'review'],
    ['the other side bears the name of the site', {}, { cause: 'press', pressed: 'close', to: 'https://www.example-mall.cn/' }, 'review'],
  ] as const)('answers well where %s', (_what, change, jumped, outcome) => {
    expect(answer(change, jumped).outcome).toBe(outcome);
  });
});
