import { describe, expect, it } from 'vitest';
import type { Overlay } from '../../../analyzers/artifacts';
import { consentWall } from '../../../analyzers/rules/consent-wall';
import { isWall } from '../../../analyzers/page/walls';
import { judgeSeen, seen } from './seen-visit';

const locked = seen('consent-wall', 'failing');
const open = seen('consent-wall', 'passing');
const [wall] = locked.walls!;
const [refusal] = locked.acts!;
const cover: Overlay = { id: 'o', selector: '#m', text: '', cover: 1, holds: 'consent', byPerson: false, firstAt: 900, lastAt: 9_000 };

describe('consent-wall', () => {
  it('accuses a page that locks its content after a refusal, with its own words as evidence', () => {
    expect(judgeSeen(consentWall, locked)).toMatchObject({ outcome: 'violation', evidence: [{ text: wall!.text }] });
  });

  it('passes a page that stays open after a refusal', () => {
    expect(judgeSeen(consentWall, open).outcome).toBe('pass');
  });

  it('does not apply where nothing was refused and nothing threatens', () => {
    expect(judgeSeen(consentWall, seen('consent-wall', 'inapplicable')).outcome).toBe('not-applicable');
  });

  it.each([
    ['the question still covers the page', { ...open, overlays: [cover] }, 'violation'],
    ['the question was gone soon', { ...open, overlays: [{ ...cover, lastAt: 2_500 }] }, 'pass'],
    ['the person agreed after all, and words stood there then', { ...locked, walls: [{ ...wall!, at: 6_000 }], acts: [refusal!, { ...refusal!, at: 4_000, kind: 'accept' as const }] }, 'pass'],
    ['the words came before the refusal', { ...locked, walls: [{ ...wall!, at: 1_500 }] }, 'pass'],
    ['the words block nothing', { ...locked, walls: [{ ...wall!, blocks: false }] }, 'pass'],
    ['the page is a form that needs data', { ...locked, page: `${locked.page}<form><input name="mobile" placeholder="手机号"><button>提交</button></form>` }, 'review'],
    ['the press led away to another site', { ...open, jumps: [{ at: 2_100, to: 'https://www.example.net/', cause: 'press' as const, pressed: 'refuse' as const, text: '不同意', selector: 'b', pageUrl: 'https://www.example.cn/page' }] }, 'violation'],
    ['the person pressed 退出 and left', { ...open, acts: [{ ...refusal!, text: '退出' }], jumps: [{ at: 2_100, to: 'https://www.example.net/', cause: 'press' as const, pressed: 'refuse' as const, text: '退出', selector: 'b', pageUrl: 'https://www.example.cn/page' }] }, 'review'],
    ['only an agreement was refused', { ...locked, acts: [{ ...refusal!, topics: ['agreement' as const] }] }, 'not-applicable'],
  ])('answers well where %s', (_what, what, outcome) => {
    expect(judgeSeen(consentWall, what).outcome).toBe(outcome);
  });

  it('asks a person about a dialog over the page that threatens', () => {
    const page = '<div class="modal" role="dialog"><p>请同意《隐私政策》，若不同意将无法继续浏览本站。</p><button>不同意</button><button>同意</button></div>';
    expect(judgeSeen(consentWall, { page, overlays: [cover] })).toMatchObject({ outcome: 'review', say: 'announced' });
  });

  it.each([
    ['您已拒绝隐私政策，无法继续浏览', true],
    ['请先同意 Cookie 政策后继续阅读全文', true],
    ['You must accept cookies to continue reading.', true],
    ['如不同意，您仍可浏览本站的全部内容', false],
    ['拒绝定位将无法使用附近门店功能', false],
    ['不同意将无法注册会员', false],
    ['我们尊重您的选择', false],
  ])('reads %s', (sentence, expected) => {
    expect(isWall(sentence)).toBe(expected);
  });
});
