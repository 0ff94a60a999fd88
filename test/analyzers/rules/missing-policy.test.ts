import { describe, expect, it } from 'vitest';
import { missingPolicy } from '../../../analyzers/rules/missing-policy';
import type { Exchange } from '../../../analyzers/artifacts';
import type { FlowRecipient } from '../../../analyzers/report';
import { fixture, judge, PAGE, READ, surfaceOf, visitOf } from './page-visit';

const failing = () => surfaceOf(fixture('missing-policy', 'failing.html'));

describe('missing-policy', () => {
  it('accuses a form without a link, on it or on the home page', () => {
    expect(judge(missingPolicy, visitOf([failing()]))).toMatchObject({ outcome: 'violation', evidence: [{ kind: 'page-element', text: expect.stringContaining('联系电话') }] });
  });

  it('passes when the footer links to the policy', () => {
    expect(judge(missingPolicy, visitOf([surfaceOf(fixture('missing-policy', 'passing.html'))])).outcome).toBe('pass');
  });

  it('does not apply to a search box', () => {
    expect(judge(missingPolicy, visitOf([surfaceOf(fixture('missing-policy', 'inapplicable.html'))])).outcome).toBe('not-applicable');
  });

  it('does not accuse before the home page was looked at', () => {
    expect(judge(missingPolicy, visitOf([failing()], { home: { seen: false, hasPolicyLink: false } }))).toMatchObject({ outcome: 'review', say: 'home-unseen' });
  });

  it.each([
    ['the home page has the link', { home: { seen: true, hasPolicyLink: true } }],
    ['the policy was read', { policy: READ }],
    ['the link is there but dead', { policy: { status: 'failed' as const, reason: 'http-error' as const, httpStatus: 404 } }],
  ])('passes when %s', (_what, changes) => {
    expect(judge(missingPolicy, visitOf([failing()], changes)).outcome).toBe('pass');
  });

  it('passes when the log-in frame of another host shows the link', () => {
    const frame = surfaceOf('<p><a href="/privacy">隐私政策</a></p>', 'https://passport.example.com/box');
    expect(judge(missingPolicy, visitOf([failing(), frame])).outcome).toBe('pass');
  });

  it('leaves it to a person when the page prints an agreement with rules on personal information', () => {
    const surface = surfaceOf('<form><input placeholder="手机号"><button>注册</button></form><div>注册协议：用户在本站登记的联系电话等个人信息，本站予以严格保密，未经许可不会向他人披露。</div>');
    expect(judge(missingPolicy, visitOf([surface]))).toMatchObject({ outcome: 'review', say: 'rules-in-page' });
  });

  it('concludes nothing from a page shown in the wrong character set', () => {
    const garbled = '璇疯緭鍏ユ墜鏈哄彿锛岄獙璇佺爜銆傛敞鍐屽嵆琛ㄧず鍚屾剰锛屾垜浠殑闅愮鏀跨瓥銆傝璇荤殑锛';
    const surface = surfaceOf(`<form><input name="phone" placeholder="phone"><button>ok</button></form><p>${garbled}</p>`);
    expect(judge(missingPolicy, visitOf([surface]))).toMatchObject({ outcome: 'error', say: 'unread' });
  });

  it('leaves it to a person when only an agreement is linked', () => {
    const surface = surfaceOf('<form><input placeholder="手机号"><button>登录</button><a href="/t">《用户协议》</a></form>');
    expect(judge(missingPolicy, visitOf([surface]))).toMatchObject({ outcome: 'review', say: 'other-document' });
  });

  it('accuses a page without forms where another company sets a lasting identifier, and not where its captcha does', () => {
    const cookie = { name: 'tuid', domain: 'stat.example.com', lifetimeHours: 8760, mask: 'a8f3…', digest: 'd1', isIdentifier: true, blocked: false };
    const exchange: Exchange = {
      id: 'r1', at: 10, url: 'https://stat.example.com/p.gif', host: 'stat.example.com', method: 'GET', type: 'image', pageUrl: PAGE, items: [], setCookies: [cookie],
      bodyBytes: 0, body: 'none', seenBy: 'web-request',
    };
    const judged = (role: FlowRecipient['role']) => {
      const recipient: FlowRecipient = { domain: 'stat.example.com', owner: 'stat.example.com', country: '', party: role === 'captcha' ? 'processor-like' : 'third', reason: 'known-owner', role };
      return missingPolicy.judge({ visit: visitOf([surfaceOf('<p>小游戏</p>')], { exchanges: [exchange] }), flows: [], recipientOf: () => recipient, recipientOfHost: () => recipient, stageAt: () => 'before-choice' });
    };
    expect(judged('analytics')).toMatchObject({ outcome: 'violation', say: 'violation-identifiers', evidence: [{ kind: 'request', requestId: 'r1' }] });
    expect(judged('captcha').outcome).toBe('not-applicable');
  });

  it('concludes nothing from a page that was cut', () => {
    expect(judge(missingPolicy, visitOf([{ ...failing(), truncated: true }])).outcome).toBe('error');
  });

  it('does not accuse a hidden form', () => {
    const surface = surfaceOf('<div style="display:none"><form><input placeholder="手机号"><button>提交</button></form></div>');
    expect(judge(missingPolicy, visitOf([surface])).outcome).toBe('not-applicable');
  });
});
