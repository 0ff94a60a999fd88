import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../../../analyzers/artifacts';
import { undisclosedRecipient } from '../../../analyzers/rules/undisclosed-recipient';
import { contextOf, exchange, item } from '../traffic/visit-builder';

const judge = (...args: Parameters<typeof contextOf>) => undisclosedRecipient.judge(contextOf(...args));
const stored = item('device-id', { lifetimeHours: 87_600 });
const sent = [exchange('stats.tracker.test', 5, [stored])];
const SILENT = '我们会与第三方合作伙伴共享必要信息。';

function documentWith(links: PolicyDocument['links']): PolicyDocument {
  return { url: 'https://shop.example.cn/privacy', finalUrl: 'https://shop.example.cn/privacy', title: '', language: 'zh', text: SILENT, blocks: [], links, source: { mediaType: 'text/html', charset: 'utf-8', bytes: 1, sha256: 'aa' }, fetchedAt: 0 };
}

describe('undisclosed-recipient', () => {
  it('is a suspicion where only 第三方合作伙伴 in general is named, with the policy beside the request as proof', () => {
    expect(judge({ exchanges: sent }, SILENT)).toMatchObject({ outcome: 'violation', evidence: [{ kind: 'request', recipient: 'tracker.test' }, { kind: 'policy-text', sha256: 'aa' }] });
  });

  it('passes where the domain stands in the policy', () => {
    expect(judge({ exchanges: sent }, `${SILENT}数据发送至 tracker.test。`).outcome).toBe('pass');
  });

  it('is a suspicion where the bare word 关联公司 stands', () => {
    expect(judge({ exchanges: sent }, '我们会与关联公司共享您的信息。').outcome).toBe('violation');
  });

  it('cannot say while the policy is being read, or where it could not be read', () => {
    expect(judge({ exchanges: sent, policy: { status: 'pending' } })).toMatchObject({ outcome: 'error', say: 'policy-pending' });
    expect(judge({ exchanges: sent, policy: { status: 'failed', reason: 'timeout' } })).toMatchObject({ outcome: 'error', say: 'policy-unread' });
  });

  it('is for review where the policy links to a third-party list that was not read', () => {
    const list = { text: '《第三方SDK清单》', href: 'https://shop.example.cn/sdk-list' };
    expect(judge({ exchanges: sent, policy: { status: 'read', document: documentWith([list]), linked: [] } }, SILENT)).toMatchObject({ outcome: 'review', say: 'list-unread' });
    const linked = { ...documentWith([]), url: list.href, finalUrl: list.href };
    expect(judge({ exchanges: sent, policy: { status: 'read', document: documentWith([list]), linked: [linked] } }, SILENT).outcome).toBe('violation');
  });

  it('is for review where what was sent may be no identifier', () => {
    expect(judge({ exchanges: [exchange('stats.tracker.test', 5, [item('device-id', { foundBy: 'key', path: 'url > uuid' })])] }, SILENT)).toMatchObject({ outcome: 'review', say: 'doubtful' });
  });

  it('does not ask for captcha, payment and delivery services to be named', () => {
    expect(judge({ exchanges: ['api.geetest.com', 'mclient.alipay.com', 'cdn.jsdelivr.net', 'b.oss-cn-beijing.aliyuncs.com'].map((host) => exchange(host, 5, [stored])) }, SILENT).outcome).toBe('not-applicable');
  });
});
