import { describe, expect, it } from 'vitest';
import type { Overlay, OverlayClose } from '../../../analyzers/artifacts';
import { uncloseableOverlay } from '../../../analyzers/rules/uncloseable-overlay';
import { judgeSeen, seen } from './seen-visit';

const [stuck] = seen('uncloseable-overlay', 'failing').overlays!;
const { close } = seen('uncloseable-overlay', 'passing').overlays![0]!;
const answer = (changes: Partial<Overlay>) => judgeSeen(uncloseableOverlay, { page: '<main>菜谱</main>', overlays: [{ ...stuck!, ...changes }] });
const closing = (changes: Partial<OverlayClose>) => ({ close: { ...close!, ...changes } });

describe('uncloseable-overlay', () => {
  it('accuses an offer over the page without any way to close it, watched for long enough', () => {
    expect(judgeSeen(uncloseableOverlay, seen('uncloseable-overlay', 'failing'))).toMatchObject({ outcome: 'violation', say: 'none', evidence: [{ selector: '#pop' }] });
  });

  it('passes the same offer with a cross', () => {
    expect(judgeSeen(uncloseableOverlay, seen('uncloseable-overlay', 'passing')).outcome).toBe('pass');
  });

  it('does not apply where nothing lies over the page', () => {
    expect(judgeSeen(uncloseableOverlay, seen('uncloseable-overlay', 'inapplicable')).outcome).toBe('not-applicable');
  });

  it.each([
    ['a cross of six pixels', closing({ width: 6, height: 6 }), 'small'],
    ['a cross in the colour of its ground', closing({ contrast: 1.2 }), 'pale'],
    ['a cross under something else', closing({ hittable: false }), 'covered'],
    ['a cross that is a link out', closing({ leadsTo: 'https://ad.example.net/' }), 'leads-away'],
    ['a cross after seven seconds', closing({ at: 8_000 }), 'late'],
  ])('accuses %s', (_what, changes, say) => {
    expect(answer(changes)).toMatchObject({ outcome: 'violation', say });
  });

  it.each([
    ['a cross after three seconds', closing({ at: 4_000 }), 'pass'],
    ['a picture of a cross, whose contrast nobody can tell', closing({ contrast: undefined }), 'pass'],
    ['one that went by itself in time', { goneAt: 4_000, lastAt: 3_500 }, 'pass'],
    ['one the person opened', { byPerson: true }, 'pass'],
    ['a question of consent', { holds: 'consent' as const }, 'pass'],
    ['a log-in box', { holds: 'fields' as const }, 'pass'],
    ['a wait', { holds: 'wait' as const }, 'pass'],
    ['one at an edge of the page', { cover: 0.2 }, 'not-applicable'],
    ['a word on an old browser', { holds: 'system' as const }, 'review'],
    ['a bare text', { holds: 'notice' as const }, 'review'],
    ['a frame nobody can look into', { holds: 'frame' as const }, 'review'],
    ['buttons of unknown effect', { otherAnswers: ['进入首页'] }, 'review'],
    ['one that was not watched for long', { lastAt: 3_000 }, 'error'],
  ])('answers %s', (_what, changes, outcome) => {
    expect(answer(changes).outcome).toBe(outcome);
  });
});
