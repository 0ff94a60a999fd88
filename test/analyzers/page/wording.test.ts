import { describe, expect, it } from 'vitest';
import { boxTopics, impliesConsent, roleOf, sentencesOf, statesPurpose, topicsOf, withdraws } from '../../../analyzers/page/wording';

describe('roleOf', () => {
  it.each([
    ['同意', 'accept'], ['同意并继续', 'accept'], ['全部接受', 'accept'], ['接受所有 Cookie', 'accept'], ['我已阅读并同意', 'accept'], ['Accept all', 'accept'], ['我知道了，同意', 'accept'], ['I agree', 'accept'], ['好的，我同意', 'accept'], ['没问题，接受', 'accept'],
    ['不同意', 'refuse'], ['仅浏览', 'refuse'], ['先逛逛', 'refuse'], ['游客模式', 'refuse'], ['拒绝所有', 'refuse'], ['仅使用必要 Cookie', 'refuse'], ['残忍拒绝', 'refuse'], ['暂不同意，仅浏览', 'refuse'], ['不同意，继续访问', 'refuse'], ['暂不使用', 'refuse'], ['Reject all', 'refuse'], ['Necessary only', 'refuse'], ['不，谢谢', 'refuse'], ['不需要', 'refuse'], ['算了', 'refuse'], ['关闭非必要Cookie', 'refuse'],
    ['我知道了', 'acknowledge'], ['好的', 'acknowledge'], ['Got it', 'acknowledge'], ['Cookie 设置', 'settings'], ['Manage preferences', 'settings'], ['×', 'close'], ['稍后再说', 'close'],
    ['登 录', 'submit'], ['立即注册', 'submit'], ['获取验证码', 'send-code'], ['搜索', 'search'],
  ])('%s is %s', (text, role) => {
    expect(roleOf(text)).toBe(role);
  });

  it.each([
    ['the name of a document', '《用户授权协议》'], ['a label', '设置密码：'], ['a sentence', '登录即代表您同意隐私政策'], ['a headline', '本省禁止任何形式的传销'], ['a log-in with another account', '微信授权登录'],
  ])('%s decides nothing', (_what, text) => {
    expect(['accept', 'refuse']).not.toContain(roleOf(text));
  });

  it('knows a withdrawal', () => {
    expect(withdraws('撤回同意')).toBe(true);
    expect(withdraws('撤回我的 Cookie 授权')).toBe(true);
    expect(withdraws('同意')).toBe(false);
  });
});

describe('topicsOf', () => {
  it('names each matter of a bundled line', () => {
    expect(topicsOf('我同意《用户协议》和《隐私政策》，并授权查询本人征信，接收营销短信，向合作机构提供我的资料')).toEqual(['policy', 'agreement', 'marketing', 'sharing', 'credit-query']);
  });

  it('finds nothing in a filter', () => {
    expect(topicsOf('只看有货')).toEqual([]);
    expect(boxTopics('只看有货')).toEqual([]);
    expect(boxTopics('记住我，同意在本机保存用户名')).toEqual([]);
  });
});

describe('impliesConsent', () => {
  it.each(['登录即代表同意《隐私政策》', '注册即为同意《服务协议》', '继续浏览本站，即视为您接受我们的 Cookie 政策', '点击“提交”即表示您授权我们联系您', '提交即表示同意专家与您联系', '登录即代表您同意我们分析您的行为信息', '点击“登录”即代表同意《隐私政策》', 'By continuing to use this site, you consent to our cookies.', 'Your continued use constitutes acceptance of this notice.'])(
    '%s', (sentence) => {
      expect(impliesConsent(sentence)).toBe(true);
    },
  );

  it.each(['我已阅读并同意《隐私政策》', '点击“同意”按钮即表示您同意《隐私政策》', '勾选即代表同意', '登录不代表同意本政策', '登录后即可查看订单', 'By ticking this box you agree to the policy.', '页面上写着“登录即代表同意《隐私政策》”，没有勾选框', '法官认为，登录即视为同意隐私政策不成立', '把登录视为同意隐私政策的做法不妥', '注册就等于同意隐私政策？'])('not: %s', (sentence) => {
    expect(impliesConsent(sentence)).toBe(false);
  });

  it('stays quick on a sentence made to be slow', () => {
    const started = performance.now();
    for (const text of ['登录'.repeat(200), `${'注册即'.repeat(130)}`, `by using ${'you agre '.repeat(40)}`, '使用代表'.repeat(100)]) impliesConsent(text);
    expect(performance.now() - started).toBeLessThan(100);
  });
});

describe('small readings', () => {
  it('tells a purpose from a format hint', () => {
    expect(statesPurpose('仅用于核验购票人身份')).toBe(true);
    expect(statesPurpose('请输入18位号码')).toBe(false);
  });

  it('cuts Chinese and English into sentences', () => {
    expect(sentencesOf('您好。请阅读！Then go on. Thanks')).toEqual(['您好。', '请阅读！', 'Then go on.', 'Thanks']);
  });
});
