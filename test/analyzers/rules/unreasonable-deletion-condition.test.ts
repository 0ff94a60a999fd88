import { describe, expect, it } from 'vitest';
import type { PolicyOutcome } from '../../../analyzers/artifacts';
import { unreasonableDeletionCondition } from '../../../analyzers/rules/unreasonable-deletion-condition';
import { fixture, judge, READ, surfaceOf, visitOf } from './page-visit';

const saying = (text: string): PolicyOutcome => (READ.status === 'read' ? { ...READ, document: { ...READ.document, text } } : READ);
const onPage = (markup: string, policy?: PolicyOutcome) => judge(unreasonableDeletionCondition, visitOf([surfaceOf(markup)], policy ? { policy } : {}));
const inPolicy = (text: string) => judge(unreasonableDeletionCondition, visitOf([surfaceOf('<h1>首页</h1>')], { policy: saying(text) }));

describe('unreasonable-deletion-condition', () => {
  it.each([['failing', 'violation'], ['passing', 'pass'], ['inapplicable', 'not-applicable']])('judges the %s page', (name, expected) => {
    expect(onPage(fixture('unreasonable-deletion-condition', `${name}.html`)).outcome).toBe(expected);
  });

  it.each([
    ['a photo with the card in hand', '我们收集手机号用于登录。注销账号须上传手持身份证照片，我们核实后 15 个工作日内处理。', 'violation-hand-held'],
    ['papers by post', '如需注销账户，请将书面申请邮寄至我司法务部。', 'violation-post'],
    ['a list of what to hand in', '注销账号时需提供以下材料：\n1. 注册手机号；\n2. 本人手持身份证的照片；\n3. 注销原因。', 'violation-hand-held'],
    ['a copy of the card where registering took a phone number', '您注册时需提供手机号。注销账号需提交身份证正反面照片。', 'violation-more-data'],
  ])('accuses a policy that asks for %s', (_what, text, say) => {
    expect(inPolicy(text)).toMatchObject({ outcome: 'violation', say, evidence: [{ kind: 'policy-text', start: expect.any(Number) }] });
  });

  it.each([
    ['a card copied for an account that was opened with it', '实名认证时我们收集您的姓名和身份证号。注销账号需提交身份证正反面照片。', 'review'],
    ['proof that may be needed', '注销账号时我们可能要求您提供身份证明。', 'review'],
    ['what is expressly not needed', '注销账号无需提交手持身份证照片，也不需要邮寄材料。', 'not-applicable'],
    ['post as one way of several', '您可以在线注销账号，也可以将申请邮寄给我们。', 'not-applicable'],
    ['relatives of the dead', '近亲属要求删除逝者个人信息的，须提供死亡证明和身份证复印件。', 'not-applicable'],
    ['a return of goods by post', '退货请将商品邮寄至仓库。', 'not-applicable'],
  ])('does not accuse %s', (_what, text, expected) => {
    expect(inPolicy(text).outcome).toBe(expected);
  });

  it('reads the fields of a page that cancels', () => {
    const form = (field: string) => `<h1>注销账号</h1><form>${field}<button>提交注销申请</button></form>`;
    expect(onPage(form('<label>手持身份证照片<input type="file" name="p"></label>')).outcome).toBe('violation');
    expect(onPage(form('<input name="code" placeholder="短信验证码">')).outcome).toBe('pass');
  });

  it('leaves an account that cannot be logged in to to a person', () => {
    expect(onPage('<h1>注销账号</h1><p>手机号已停用、无法登录的，须提交手持身份证照片。</p>')).toMatchObject({ outcome: 'review', say: 'special' });
  });
});
