/** Made-up reports for tests of views, drafts and packs: a site that does much wrong, one that does nothing wrong, one that could not be read. */
import type { DataItem, Exchange, Visit } from '../../analyzers/artifacts';
import type { DutyResult, Finding, Flow, FlowRecipient, PolicyResult, SiteReport } from '../../analyzers/report';

/** 2026-11-21 09:30:00 in Beijing. */
export const START = Date.UTC(2026, 10, 21, 1, 30, 0);

const TOOL = { version: '0.1.0', rulesVersion: '2026.11', browser: 'Chromium 156' };
const POLICY_URL = 'https://www.yunshang-shop.cn/privacy';
const DIGEST = 'a3f1c09b5de8827746c1ab30f2d95e418b7c6640d1e9f35a728c04b6d3ef1902';

export function item(kind: DataItem['kind'], mask: string, more: Partial<DataItem> = {}): DataItem {
  return { kind, form: 'plain', where: 'body', path: `body > json > ${kind}`, mask, digest: `d-${kind}`, foundBy: 'value', ...more };
}

const HESUAN: FlowRecipient = { domain: 'hesuan-data.com', owner: '合算数据', country: 'CN', party: 'third', reason: 'known-owner', role: 'analytics' };
const ADWIDE: FlowRecipient = { domain: 'adwide.example.com', owner: 'Adwide Inc.', country: 'US', party: 'third', reason: 'known-owner', role: 'ads' };
const SLIDER: FlowRecipient = { domain: 'slider-check.cn', owner: '滑块验证', country: 'CN', party: 'processor-like', reason: 'role:captcha', role: 'captcha' };
const SELF: FlowRecipient = { domain: 'yunshang-shop.cn', owner: '云裳服饰有限公司', country: 'CN', party: 'first', reason: 'same-domain', role: 'unknown' };

function flow(recipient: FlowRecipient, stage: Flow['stage'], kinds: Flow['kinds'], requests: string[], form: Flow['form'] = 'plain'): Flow {
  return { recipient, stage, kinds, form, count: requests.length, firstAt: new Date(START + 1_200).toISOString(), requests };
}

export function duty(label: DutyResult['label'], ...quotes: string[]): DutyResult {
  return { label, quotes, confidence: 0.9, why: '' };
}

export function policy(over: Partial<PolicyResult> = {}): PolicyResult & { url: string } {
  return {
    id: 'policy',
    url: POLICY_URL,
    language: 'zh',
    title: '云裳商城隐私政策',
    sha256: DIGEST,
    rulesVersion: TOOL.rulesVersion,
    duties: {
      purposes: duty('met', '为了帮您完成下单和配送，我们会收集您的收货地址'),
      'right-access-copy': duty('met', '您可以在“我的—账户资料”中查看个人信息'),
      'right-correction': duty('partial', '您有权更正您的个人信息'),
      'right-deletion': duty('absent'),
      'account-cancellation': duty('absent'),
      'consent-withdrawal': duty('absent'),
      'minors-guardian-consent': duty('met', '未满十四周岁的儿童应由监护人同意后使用本商城'),
      'automated-decision-opt-out': duty('na'),
      'complaint-channel': duty('absent'),
    },
    facts: {
      handler: ['云裳服饰有限公司'],
      contacts: [{ kind: 'email', value: 'service@yunshang-shop.cn' }],
      dataKinds: [
        { name: '手机号', kind: 'phone', sensitive: false },
        { name: '收货地址', kind: 'address', sensitive: false },
        { name: '银行卡号', kind: 'bank-card', sensitive: true },
        { name: '设备型号', kind: 'device', sensitive: false },
      ],
      recipients: [{ name: '迅达快递', purpose: '配送商品', data: '收货人姓名、电话、地址', contact: '' }],
      retention: ['账号注销后三年'],
      regions: ['中国境内'],
      date: '2025-06-01',
    },
    ...over,
  };
}

const request = (requestId: string, recipient: FlowRecipient, seconds: number, items: DataItem[]): Finding['evidence'][number] => ({
  kind: 'request',
  requestId,
  url: `https://log.${recipient.domain}/collect?uid=8f3c&t=${seconds}`,
  at: START + seconds * 1_000,
  recipient: recipient.owner,
  items,
});

/** Findings of the bad site, one of each interesting sort of evidence. */
export const BAD_FINDINGS: Finding[] = [
  {
    rule: 'typed-data-to-third-party',
    outcome: 'violation',
    category: 'shared-without-consent',
    severity: 'high',
    basis: [{ instrument: 'PIPL', article: '23' }, { instrument: 'CSL', article: '44' }],
    summary: {
      'zh-CN': '你填写的手机号疑似未经单独同意，就发给了第三方“合算数据”。',
      en: 'The phone number you typed seems to have gone to the third party “合算数据” without separate consent.',
    },
    evidence: [request('r7', HESUAN, 41, [item('phone', '138****1234', { form: 'hashed', foundBy: 'needle' })])],
  },
  {
    rule: 'pre-consent-identifier',
    outcome: 'violation',
    category: 'no-consent',
    severity: 'high',
    basis: [{ instrument: 'CRITERIA', article: '三-1' }, { instrument: 'PIPL', article: '14' }, { instrument: 'PIPL', article: '13' }],
    summary: {
      'zh-CN': '你还没有同意，网页疑似就让“Adwide Inc.”等 2 家第三方给你的浏览器编了号。',
      en: 'Before you agreed, the page is suspected of letting “Adwide Inc.” and one more third party give your browser an identifier.',
    },
    evidence: [
      request('r2', ADWIDE, 1, [item('cookie-id', '8f3c…e1', { where: 'cookie', lifetimeHours: 17_520 })]),
      request('r3', ADWIDE, 2, [item('cookie-id', '8f3c…e1', { where: 'cookie', lifetimeHours: 17_520 })]),
      { kind: 'storage', area: 'local', key: 'hs_distinct_id', mask: '19ab…77', at: START + 1_500, scriptHost: 'static.hesuan-data.com', lifetimeHours: 8_760 },
    ],
  },
  {
    rule: 'pre-ticked-consent',
    outcome: 'violation',
    category: 'no-consent',
    severity: 'medium',
    basis: [{ instrument: 'PIPL', article: '14' }, { instrument: 'CRITERIA', article: '三-4' }],
    summary: { 'zh-CN': '“同意接收优惠短信”疑似在你动手之前就已经勾上。', en: 'The box “同意接收优惠短信” is suspected of being ticked before you touched it.' },
    evidence: [{ kind: 'page-element', url: 'https://www.yunshang-shop.cn/register?from=ad', selector: '#marketing', text: '同意接收优惠短信', at: START + 30_000 }],
  },
  {
    rule: 'right-deletion',
    outcome: 'violation',
    category: 'no-deletion-or-complaint',
    severity: 'medium',
    basis: [{ instrument: 'PIPL', article: '47' }],
    summary: { 'zh-CN': '隐私政策里疑似没有说怎样删除个人信息。', en: 'The policy is suspected of not saying how to have your data deleted.' },
    evidence: [{ kind: 'policy-text', url: POLICY_URL, sha256: DIGEST }],
  },
  {
    rule: 'retention-period',
    outcome: 'review',
    category: 'purpose-not-stated',
    severity: 'low',
    basis: [{ instrument: 'PIPL', article: '17(1)2' }, { instrument: 'NDSR', article: '21' }],
    summary: { 'zh-CN': '保存期限只说了“必要的时间”，是否足够具体请你判断。', en: 'The retention period is only “as long as necessary”: please judge whether that is concrete enough.' },
    evidence: [{ kind: 'policy-text', url: POLICY_URL, sha256: DIGEST, quote: '我们仅在实现目的所必要的时间内保存您的个人信息' }],
  },
];

const PASSES: Finding[] = ['missing-policy', 'dead-policy-link', 'sensitive-field-without-notice'].map((rule) => ({
  rule,
  outcome: 'pass',
  category: 'rules-not-published',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '17' }],
  summary: { 'zh-CN': `没有发现问题：${rule}`, en: `Nothing found: ${rule}` },
  evidence: [],
}));

export function badReport(over: Partial<SiteReport> = {}): SiteReport {
  return {
    site: 'yunshang-shop.cn',
    url: 'https://www.yunshang-shop.cn/register?from=ad&phone=13800001234',
    startedAt: new Date(START).toISOString(),
    tool: TOOL,
    policy: policy(),
    flows: [
      flow(ADWIDE, 'before-choice', ['cookie-id'], ['r2', 'r3']),
      flow(HESUAN, 'before-choice', ['device-id'], ['r4']),
      flow(SLIDER, 'before-choice', ['device-id'], ['r5']),
      flow(HESUAN, 'after-accept', ['phone', 'device-id'], ['r7'], 'hashed'),
      flow(SELF, 'after-accept', ['phone', 'account-id'], ['r8']),
    ],
    findings: [...PASSES, ...BAD_FINDINGS],
    operator: { name: '云裳服饰有限公司', icp: '京ICP备2021001234号', police: '京公网安备11010802020134号' },
    acts: [{ at: START + 20_000, kind: 'accept', topics: ['cookies', 'policy'], text: '同意并继续', selector: '#ok', pageUrl: 'https://www.yunshang-shop.cn/' }],
    ...over,
  };
}

export function cleanReport(over: Partial<SiteReport> = {}): SiteReport {
  return badReport({
    site: 'qingquan-library.org.cn',
    url: 'https://www.qingquan-library.org.cn/',
    flows: [],
    findings: PASSES,
    operator: { name: '清泉市图书馆', icp: '浙ICP备2020005678号', police: '' },
    acts: [],
    ...over,
  });
}

/** Nothing suspected, but the policy could not be read. */
export function unreadReport(reason = 'shell'): SiteReport {
  return cleanReport({
    policy: { url: 'https://www.qingquan-library.org.cn/privacy', error: 'not read', reason },
    findings: [
      ...PASSES.slice(0, 1),
      { ...PASSES[1]!, rule: 'purposes', outcome: 'error', category: 'purpose-not-stated', summary: { 'zh-CN': '隐私政策没能读到，无法判断是否说明了目的。', en: 'The policy could not be read.' } },
    ],
    operator: { name: '', icp: '', police: '' },
  });
}

export function exchange(id: string, over: Partial<Exchange> = {}): Exchange {
  return {
    id,
    at: START + 1_000,
    url: 'https://log.adwide.example.com/collect?uid=***',
    host: 'log.adwide.example.com',
    method: 'POST',
    type: 'beacon',
    pageUrl: 'https://www.yunshang-shop.cn/?q=***',
    items: [],
    setCookies: [],
    bodyBytes: 0,
    body: 'none',
    seenBy: 'web-request',
    status: 204,
    ...over,
  };
}

export function visitOf(report: SiteReport, over: Partial<Visit> = {}): Visit {
  return {
    id: 'visit-1',
    site: report.site,
    url: report.url,
    startedAt: START,
    endedAt: START + 60_000,
    browser: TOOL.browser,
    surfaces: [],
    acts: report.acts,
    permissions: [],
    exchanges: [
      exchange('r1', { host: 'www.yunshang-shop.cn', url: 'https://www.yunshang-shop.cn/style.css', type: 'style' }),
      exchange('r2', { items: [item('cookie-id', '8f3c…e1')] }),
    ],
    storage: [],
    probes: [],
    policy: {
      status: 'read',
      document: {
        url: POLICY_URL,
        finalUrl: POLICY_URL,
        title: '云裳商城隐私政策',
        language: 'zh',
        text: '云裳商城隐私政策\n我们仅在实现目的所必要的时间内保存您的个人信息。',
        blocks: [],
        links: [],
        source: { mediaType: 'text/html', charset: 'utf-8', bytes: 100, sha256: DIGEST },
        fetchedAt: START + 3_000,
      },
      linked: [],
    },
    home: { seen: true, hasPolicyLink: true },
    problems: [],
    ...over,
  };
}

const CHARS = 40;
const stated = (text: string, start = CHARS) => ({ text, start, end: start + text.length });

/** A policy of which the reading found values and passages for most questions. */
export function richPolicy(over: Partial<PolicyResult> = {}): PolicyResult & { url: string } {
  const base = policy();
  const rights = '您可以在“我的—账户与安全—注销账号”中注销账号，我们会在十五个工作日内完成。';
  return {
    ...base,
    duties: {
      ...base.duties,
      'data-categories': duty('met', '我们会收集您的手机号、收货地址和银行卡号'),
      'recipients-named': duty('met', '我们与迅达快递、合算数据共享必要的信息'),
      'retention-period': duty('met', '交易记录自交易完成之日起保存三年'),
      'storage-location': duty('met', '您的个人信息存储于中华人民共和国境内'),
      'account-cancellation': duty('met', rights),
      'consent-withdrawal': duty('partial', '您可以撤回您的同意'),
      'response-time': duty('met', '我们将在十五个工作日内答复您的请求'),
      'automated-decision-opt-out': duty('met', '您可以在“设置—隐私—个性化推荐”中关闭'),
      'security-measures': duty('partial', '我们采取合理的安全措施'),
      'change-notice': duty('absent'),
    },
    facts: {
      ...base.facts,
      handlers: [{ name: '云裳服饰有限公司', kind: 'company' }],
      contacts: [{ kind: 'email', value: 'service@yunshang-shop.cn', officer: true }, { kind: 'phone', value: '400-800-0000', purpose: '客服' }],
      recipients: [{ name: '迅达快递', purpose: '配送商品', data: '收货人姓名、电话、地址', contact: '' }, { name: '合算数据（北京合算科技有限公司）', purpose: '统计分析', data: '设备标识', contact: '' }],
      retentionPeriods: [{ ...stated('交易记录自交易完成之日起保存三年'), what: '交易记录', length: { amount: 3, unit: 'year' } }, { ...stated('其他信息保存至您注销账号'), what: '其他信息', until: 'account-closing' }],
      abroad: [{ ...stated('我们不会向境外提供您的个人信息'), says: 'none' }],
      rights: [
        { ...stated('您可以在“我的—账户资料”中查看个人信息'), right: 'access', route: '我的—账户资料' },
        { ...stated(rights), right: 'account-closing', route: '我的—账户与安全—注销账号' },
      ],
      personalisation: { ...stated('我们会根据您的浏览记录推荐商品'), says: 'used', off: stated('您可以在“设置—隐私—个性化推荐”中关闭') },
      purposes: [stated('完成下单和配送'), stated('登录和联系您'), stated('结算货款')],
      responseTimes: [{ ...stated('我们将在十五个工作日内答复您的请求'), within: { amount: 15, unit: 'workday' } }],
    },
    summary: [
      { about: 'collected', silent: false, passages: [stated('我们会收集您的手机号、收货地址和银行卡号，用于完成交易和配送。')] },
      { about: 'permissions', silent: true, passages: [] },
      { about: 'purposes', silent: false, passages: [stated('为了帮您完成下单和配送，我们会收集您的收货地址，并与快递公司核对收货人。')] },
      { about: 'recipients', silent: false, passages: [stated('我们与迅达快递、合算数据共享必要的信息')] },
      { about: 'personalisation', silent: false, passages: [stated('我们会根据您的浏览记录推荐商品')] },
      { about: 'children', silent: false, passages: [stated('未满十四周岁的儿童应由监护人同意后使用本商城')] },
      { about: 'security', silent: false, passages: [stated('我们采取合理的安全措施')] },
      { about: 'changes', silent: true, passages: [] },
    ],
    ...over,
  };
}

const NECESSITY: Finding = {
  rule: 'nonessential-required-field',
  outcome: 'review',
  category: 'not-necessary',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '6' }, { instrument: 'NECESSARY', article: '5' }],
  summary: { 'zh-CN': '页面要求必须填写生日、性别，是否需要要看这个页面是做什么的。', en: 'The page insists on birthday and gender; whether it needs them depends on what it is for.' },
  evidence: [
    { kind: 'page-element', url: 'https://www.yunshang-shop.cn/register', selector: '#birthday', text: '生日 *', at: START + 30_000 },
    { kind: 'page-element', url: 'https://www.yunshang-shop.cn/register', selector: '#gender', text: '性别 *', at: START + 30_000 },
  ],
};

/** The bad site with everything a view can show. */
export function richReport(over: Partial<SiteReport> = {}): SiteReport {
  const quoted = (quote: string) => ({ url: POLICY_URL, sha256: DIGEST, quote, start: CHARS, end: CHARS + quote.length });
  return badReport({
    policy: richPolicy(),
    flows: [
      { ...flow(ADWIDE, 'before-choice', ['cookie-id'], ['r2', 'r3']), firstAt: new Date(START + 1_000).toISOString() },
      { ...flow(HESUAN, 'before-choice', ['device-id'], ['r4']), firstAt: new Date(START + 1_450).toISOString() },
      { ...flow(SLIDER, 'before-choice', ['device-id'], ['r5']), firstAt: new Date(START + 2_100).toISOString() },
      { ...flow(HESUAN, 'after-accept', ['phone', 'device-id'], ['r7'], 'hashed'), firstAt: new Date(START + 41_000).toISOString() },
      { ...flow(SELF, 'after-accept', ['phone', 'account-id'], ['r8']), firstAt: new Date(START + 41_300).toISOString() },
    ],
    findings: [...PASSES, ...BAD_FINDINGS, NECESSITY],
    practice: {
      rows: [
        { recipient: ADWIDE, kind: 'cookie-id', count: 2, stages: ['before-choice'], certain: true, says: 'omits', missing: 'both' },
        { recipient: HESUAN, kind: 'device-id', count: 2, stages: ['before-choice', 'after-accept'], certain: true, says: 'allows', said: quoted('我们与迅达快递、合算数据共享必要的信息') },
        { recipient: HESUAN, kind: 'phone', count: 1, stages: ['after-accept'], certain: true, says: 'denies', said: quoted('我们不会把您的手机号提供给任何第三方') },
        { recipient: SELF, kind: 'phone', count: 1, stages: ['after-accept'], certain: true, says: 'allows', said: quoted('我们会收集您的手机号、收货地址和银行卡号') },
        { recipient: SELF, kind: 'account-id', count: 1, stages: ['after-accept'], certain: true, says: 'omits', missing: 'kind' },
      ],
      unseen: { kinds: [{ kind: 'bank-card', said: quoted('我们会收集您的手机号、收货地址和银行卡号') }], recipients: ['迅达快递'] },
    },
    ...over,
  });
}

/** Names and texts as a hostile or unlucky page gives them. */
export function hostileReport(): SiteReport {
  const name = '<b onmouseover="alert(1)">شركة التجارة 👩‍👩‍👧‍👦</b>\u202Eevil';
  const owner = { ...ADWIDE, owner: `${name} ${'极长的公司名称'.repeat(12)}` };
  return richReport({
    site: `${'sub-'.repeat(14)}example.cn`,
    operator: { name, icp: '京ICP备2021001234号'.repeat(4), police: '' },
    flows: [{ ...flow(owner, 'before-choice', ['cookie-id', 'device-id', 'phone', 'email', 'name', 'address'], ['r2']), count: 9_999 }],
    policy: richPolicy({ title: name.repeat(3) }),
    findings: [{ ...BAD_FINDINGS[2]!, summary: { 'zh-CN': `页面上写着“${name}”${'长句'.repeat(80)}`, en: `The page says “${name}” ${'long '.repeat(80)}` } }, ...PASSES],
    practice: undefined,
  });
}
