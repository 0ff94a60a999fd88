import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../analyzers/artifacts';
import type { FlowRecipient } from '../../../analyzers/report';
import { missingRefusal } from '../../../analyzers/rules/missing-refusal';
import { fixture, judge, surfaceOf, visitOf } from './page-visit';

const answer = (markup: string) => judge(missingRefusal, visitOf([surfaceOf(markup)]));
const dialog = (buttons: string, text = '请阅读并同意《隐私政策》，我们将据此处理您的个人信息。') => `<div class="modal" role="dialog"><p>${text}</p>${buttons}</div>`;

describe('missing-refusal', () => {
  it('accuses a dialog whose only button agrees, with the dialog as evidence', () => {
    expect(answer(fixture('missing-refusal', 'failing.html'))).toMatchObject({ outcome: 'violation', evidence: [{ kind: 'page-element', text: expect.stringContaining('隐私政策') }] });
  });

  it('passes the same dialog with a refusal beside it', () => {
    expect(answer(fixture('missing-refusal', 'passing.html')).outcome).toBe('pass');
  });

  it('does not apply to a notice that asks for nothing', () => {
    expect(answer(fixture('missing-refusal', 'inapplicable.html')).outcome).toBe('not-applicable');
  });

  it.each([
    ['我知道了 under a text that declares consent', dialog('<button>我知道了</button>', '继续使用本站即表示您同意我们按照隐私政策处理您的个人信息。'), 'violation'],
    ['an English wall', dialog('<button>Accept all</button>', 'We and our partners use cookies for statistics. See our privacy policy.'), 'violation'],
    ['a button that is a div', dialog('<div class="btn">同意并进入</div>'), 'violation'],
    ['我知道了 under a text that only promises to ask', dialog('<button>我知道了</button>', '未经您同意，我们不会收集您的个人信息。'), 'not-applicable'],
    ['我知道了 under news of a new version', dialog('<button>我知道了</button>', '我们更新了隐私政策，请您查看。'), 'not-applicable'],
    ['refusal in words of its own', dialog('<button>同意</button><a class="cancel">残忍离开</a>'), 'pass'],
    ['a plain part beside the button that lets one look round', dialog('<div class="btn">同意</div><div>仅浏览</div>'), 'pass'],
    ['a plain part beside the button in words no list knows', dialog('<div class="btn">同意</div><div>回到地球</div>'), 'pass'],
    ['pictures for buttons', dialog('<img alt="不同意"><img alt="同意">'), 'pass'],
    ['a button in running text', '<div class="bar">我们使用Cookie收集您的浏览信息用于个性化广告，请您同意。<span class="btn">好的，我同意</span></div>', 'violation'],
    ['a banner in traditional characters', '<div class="bar">本網站使用 Cookie 分析您的瀏覽行為並投放廣告，請您同意。<button>我同意</button></div>', 'violation'],
    ['only what is necessary', dialog('<button>全部接受</button><button>仅使用必要 Cookie</button>'), 'pass'],
    ['a link that refuses', dialog('<button>同意</button><a href="#">不同意</a>'), 'pass'],
    ['putting off', dialog('<button>同意</button><button>取消</button>'), 'pass'],
    ['switches beside the button', dialog('<label><input type="checkbox"> 统计</label><button>全部接受</button><button>确定</button>'), 'pass'],
    ['a settings layer nobody opened', dialog('<button>全部接受</button><button>偏好设置</button>'), 'review'],
    ['a bare cross', dialog('<button>同意</button><i class="close-icon"></i>'), 'review'],
    ['a text that tells of another way', dialog('<button>同意</button>', '我们使用 Cookie 统计访问，您可以在浏览器设置中关闭统计 Cookie。'), 'review'],
    ['a user agreement alone, a matter of contract', dialog('<button>同意</button>', '请阅读并同意《用户服务协议》。'), 'not-applicable'],
    ['a dialog that waits unseen', dialog('<button>同意</button>').replace('<div', '<div style="display:none"'), 'not-applicable'],
  ])('answers %s', (_what, markup, expected) => {
    expect(answer(markup).outcome).toBe(expected);
  });

  it('finds the refusal on a layer in waiting', () => {
    const markup = `${dialog('<button>全部接受</button><button>设置</button>')}<div class="modal" style="display:none"><p>选择 Cookie：</p><button>全部拒绝</button><button>全部接受</button></div>`;
    expect(answer(markup).outcome).toBe('pass');
  });

  it('answers error, not not-applicable, where the page could not be read whole', () => {
    expect(judge(missingRefusal, visitOf([{ ...surfaceOf('<p>正文</p>'), truncated: true }]))).toMatchObject({ outcome: 'error' });
  });

  describe('a cross that was pressed', () => {
    const page = surfaceOf(dialog('<button>同意</button><i class="close-icon"></i>'));
    page.consentSurfaces[0]!.closedAt = 2_000;
    const sent = (at: number): Exchange => ({
      id: 'e', at, url: 'https://t.example.net/c', host: 't.example.net', method: 'GET', type: 'xhr', pageUrl: page.url, setCookies: [], bodyBytes: 0, body: 'none', seenBy: 'web-request',
      items: [{ kind: 'device-id', form: 'plain', where: 'url', path: 'id', mask: 'ab**', digest: 'd', foundBy: 'needle' }],
    });
    const recipientOf = (): FlowRecipient => ({ domain: 'example.net', owner: 'example.net', country: '', party: 'third', reason: 'unknown-domain', role: 'unknown' });
    const outcome = (at: number) => missingRefusal.judge({ visit: visitOf([page], { exchanges: [sent(at)] }), flows: [], recipientOf, recipientOfHost: recipientOf, stageAt: () => 'before-choice' }).outcome;

    it('refuses where nothing is sent after it', () => {
      expect(outcome(1_000)).toBe('pass');
    });

    it('is for a person to weigh where identifiers still leave', () => {
      expect(outcome(3_000)).toBe('review');
    });
  });
});
