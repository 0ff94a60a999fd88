import { describe, expect, it } from 'vitest';
import type { ConsentSurface } from '../../../analyzers/artifacts';
import type { OverlayReading } from '../../../analyzers/page/overlays';
import { Showings } from '../../../analyzers/page/showings';
import { surfaceOf } from '../rules/page-visit';

const page = surfaceOf('<div class="modal" role="dialog"><p>请阅读并同意《隐私政策》。</p><i class="close"></i><button>同意</button></div>');
const asked = page.consentSurfaces;
const gone: ConsentSurface[] = asked.map((surface) => ({ ...surface, visible: false }));
const pop = (close?: OverlayReading['overlay']['close']): OverlayReading => ({
  element: undefined as unknown as Element, parts: [], overlay: { id: 'o', selector: '#p', text: '新人礼包', cover: 0.9, holds: 'offer', ...(close ? { close } : {}) },
});
const cross = { text: '×', selector: '#p i', width: 20, height: 20, hittable: true };

describe('what time tells of a page', () => {
  it('keeps each moment at which a question came into view, and whether the person asked for it', () => {
    const showings = new Showings();
    showings.note(1_000, asked, [], []);
    showings.note(2_000, asked, [], []);
    showings.note(3_000, gone, [], []);
    showings.onPress(8_000, true);
    showings.note(9_000, asked, [], []);
    expect(showings.complete(page).consentSurfaces[0]!.shown).toEqual([{ at: 1_000, byPerson: false }, { at: 9_000, byPerson: true }]);
  });

  it('does not take the answer to a question for a wish to see it again', () => {
    const showings = new Showings();
    showings.note(1_000, asked, [], []);
    showings.onPress(2_000, false);
    showings.note(2_300, gone, [], []);
    showings.note(3_000, asked, [], []);
    expect(showings.complete(page).consentSurfaces[0]!.shown![1]).toEqual({ at: 3_000, byPerson: false });
  });

  it('knows when the person closed a question, and only if it went', () => {
    const showings = new Showings();
    showings.note(1_000, asked, [], []);
    showings.onPress(2_000, false, asked[0]!.text);
    showings.note(2_300, asked, [], []);
    expect(showings.complete(page).consentSurfaces[0]!.closedAt).toBeUndefined();
    showings.note(2_900, gone, [], []);
    expect(showings.complete(page).consentSurfaces[0]!.closedAt).toBe(2_000);
  });

  it('keeps when an overlay came, could first be closed, and went', () => {
    const showings = new Showings();
    showings.note(1_000, [], [pop()], []);
    expect(showings.isWaiting).toBe(true);
    showings.note(4_000, [], [pop(cross)], []);
    showings.note(5_000, [], [pop(cross)], []);
    expect(showings.isWaiting).toBe(false);
    showings.note(6_000, [], [], []);
    expect(showings.complete(page).overlays).toMatchObject([{ firstAt: 1_000, lastAt: 5_000, goneAt: 6_000, byPerson: false, close: { at: 4_000 } }]);
  });

  it('forgets a better look at nothing: the first good close stands', () => {
    const showings = new Showings();
    showings.note(1_000, [], [pop({ ...cross, width: 6 })], []);
    showings.note(7_000, [], [pop(cross)], []);
    expect(showings.complete(page).overlays![0]!.close).toMatchObject({ width: 20, at: 7_000 });
  });

  it('leaves what is gone behind when a single-page site goes on', () => {
    const showings = new Showings();
    showings.note(1_000, [], [pop()], []);
    showings.note(2_000, [], [], []);
    showings.turnPage();
    expect(showings.complete(page).overlays).toBeUndefined();
  });
});
