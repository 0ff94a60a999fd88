import { describe, expect, it } from 'vitest';
import { repeatedPrompt } from '../../../analyzers/rules/repeated-prompt';
import { judgeSeen, seen, visitOfSeen } from './seen-visit';
import { judge } from './page-visit';

const refused = seen('repeated-prompt', 'failing');
const answer = (changes: object) => judgeSeen(repeatedPrompt, { ...refused, ...changes });
const at = (moment: number, byPerson = false) => [{ at: 1_000, byPerson: false }, { at: moment, byPerson }];

describe('repeated-prompt', () => {
  it('accuses the same question asked again after a refusal, and says when', () => {
    expect(answer({})).toMatchObject({ outcome: 'violation', facts: { refused: '不同意', seconds: 7 }, evidence: [{ kind: 'page-element' }] });
  });

  it('passes a refusal that is respected', () => {
    expect(judgeSeen(repeatedPrompt, seen('repeated-prompt', 'passing')).outcome).toBe('pass');
  });

  it('does not apply where nothing was refused', () => {
    expect(judgeSeen(repeatedPrompt, seen('repeated-prompt', 'inapplicable')).outcome).toBe('not-applicable');
  });

  it.each([
    ['the person opened the settings themselves', { shown: at(9_000, true) }],
    ['the dialog was still fading out', { shown: at(2_200) }],
    ['the person agreed in between', { acts: [...refused.acts!, { at: 5_000, kind: 'accept', topics: ['policy'], text: '同意', selector: 'b' }] }],
    ['only messages of marketing were refused', { acts: [{ ...refused.acts![0], topics: ['marketing'] }] }],
  ])('passes where %s', (_what, changes) => {
    expect(answer(changes).outcome).toBe('pass');
  });

  it('passes the refused dialog that says something else in answer: that is a wall, if anything', () => {
    const visit = visitOfSeen({ ...refused, shown: [{ at: 1_000, byPerson: false }] });
    const [page] = visit.surfaces;
    page!.consentSurfaces.push({ ...page!.consentSurfaces[0]!, text: '您未同意《隐私政策》，无法继续阅读。', shown: at(3_000).slice(1) });
    expect(judge(repeatedPrompt, visit).outcome).toBe('pass');
  });

  it('leaves a question in other words to a person', () => {
    const visit = visitOfSeen(refused);
    const [page] = visit.surfaces;
    page!.consentSurfaces.push({ ...page!.consentSurfaces[0]!, id: 'other', text: '再想想？不同意《隐私政策》将错过推荐。', shown: at(6_000).slice(1) });
    page!.consentSurfaces[0]!.shown = [{ at: 1_000, byPerson: false }];
    expect(judge(repeatedPrompt, visit).outcome).toBe('review');
  });
});
