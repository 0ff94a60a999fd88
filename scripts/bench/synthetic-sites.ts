/** Made-up sites for measuring views with thousands of them: real forms, real rule ids, plausible numbers, the same every time. */
import { type CategoryCode, type Finding, type Flow, type FlowRecipient, type Outcome, type SiteReport } from '../../analyzers/report';
import type { DataKind } from '../../analyzers/artifacts';
import { DUTIES } from '../../analyzers/policy/duties';
import { RULES } from '../../analyzers/rules';
import { RULES_VERSION } from '../../analyzers/version';
import { say } from '../../locales/index';
import { ruleTitle } from '../../locales/rule-title';

const WORDS = ['云裳', '青木', '合算', '迅达', '清泉', '星河', '麦田', '蓝鲸', '松果', '千里', '晨光', '木棉', '远山', '灯塔', '知味', '乐学', '安居', '优行', '鹿鸣', '海棠'];
const TRADES = ['商城', '医院', '教育', '旅行', '地图', '图书馆', '招聘', '外卖', '票务', '论坛', '银行', '快递'];
const PINYIN = ['yunshang', 'qingmu', 'hesuan', 'xunda', 'qingquan', 'xinghe', 'maitian', 'lanjing', 'songguo', 'qianli', 'chenguang', 'mumian', 'yuanshan', 'dengta', 'zhiwei', 'lexue', 'anju', 'youxing', 'luming', 'haitang'];
const OWNERS: [string, string, string, Flow['recipient']['role']][] = [
  ['百度', 'baidu.com', 'CN', 'analytics'], ['腾讯', 'qq.com', 'CN', 'social-login'], ['阿里巴巴', 'alicdn.com', 'CN', 'cdn'], ['字节跳动', 'bytedance.com', 'CN', 'ads'], ['友盟', 'umeng.com', 'CN', 'analytics'],
  ['极验', 'geetest.com', 'CN', 'captcha'], ['高德', 'amap.com', 'CN', 'map'], ['神策数据', 'sensorsdata.cn', 'CN', 'analytics'], ['Google', 'google-analytics.com', 'US', 'analytics'], ['Microsoft', 'clarity.ms', 'US', 'analytics'],
  ['Meta', 'facebook.net', 'US', 'ads'], ['Criteo', 'criteo.com', 'FR', 'ads'], ['Yandex', 'yandex.ru', 'RU', 'analytics'], ['数云', 'shuju-yun.test', '', 'unknown'], ['GrowingIO', 'growingio.com', 'CN', 'analytics'],
];
const KINDS: DataKind[] = ['cookie-id', 'device-id', 'phone', 'ip', 'precise-location', 'email', 'account-id', 'search-or-page-content'];

/** Numbers that look random and are the same every time (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Judged {
  id: string;
  category: CategoryCode;
  severity: Finding['severity'];
  basis: Finding['basis'];
  kind: 'conduct' | 'duty';
}
const JUDGED: Judged[] = [...RULES.map(({ id, category, severity, basis }): Judged => ({ id, category, severity, basis, kind: 'conduct' })), ...DUTIES.map(({ id, category, severity, basis }): Judged => ({ id, category, severity, basis, kind: 'duty' }))];

/** The report of site number `index`, looked at on one of the 400 days before `until`. */
export function syntheticReport(index: number, until: number): SiteReport {
  const next = numbers(index + 1);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(next() * list.length)]!;
  const word = index % WORDS.length;
  const trade = pick(TRADES);
  const site = `${PINYIN[word]}-${index}.test`;
  const at = until - Math.floor(next() * 400) * 86_400_000 - Math.floor(next() * 86_400_000);
  const badness = next() ** 3;
  const flows: Flow[] = [];
  const count = Math.floor(next() ** 2 * 12);
  for (let i = 0; i < count; i++) {
    const [owner, domain, country, role] = OWNERS[Math.floor(next() ** 1.6 * OWNERS.length)]!;
    const recipient: FlowRecipient = { domain, owner, country, role, party: role === 'cdn' || role === 'captcha' ? 'processor-like' : 'third', reason: 'known-owner' };
    flows.push({ recipient, stage: next() < 0.4 ? 'before-choice' : 'after-accept', kinds: [pick(KINDS), pick(KINDS)], form: next() < 0.8 ? 'plain' : 'hashed', count: 1 + Math.floor(next() * 9), firstAt: new Date(at + 1_000 * i).toISOString(), requests: [`r${i}`] });
  }
  const confidence: Record<string, number> = {};
  const findings = JUDGED.map(({ id, category, severity, basis, kind }): Finding => {
    const roll = next();
    const outcome: Outcome = roll < 0.02 + badness * 0.18 ? 'violation' : roll < 0.1 + badness * 0.2 ? 'review' : roll < 0.14 ? 'error' : roll < 0.7 ? 'pass' : 'not-applicable';
    if (kind === 'duty') confidence[id] = Math.round((outcome === 'review' ? 0.4 + next() * 0.4 : 0.8 + next() * 0.2) * 100) / 100;
    const flow = flows[0];
    const evidence: Finding['evidence'] =
      outcome !== 'violation' && outcome !== 'review' ? [] : kind === 'duty' || !flow ? [{ kind: 'policy-text', url: `https://www.${site}/privacy`, sha256: 'ab'.repeat(32), quote: '我们仅在实现目的所必要的时间内保存您的个人信息' }] : [{ kind: 'request', requestId: 'r0', url: `https://${flow.recipient.domain}/collect`, at: at + 1_000, recipient: flow.recipient.owner, items: [] }];
    return { rule: id, outcome, category, severity, basis, summary: { 'zh-CN': `${ruleTitle(id, 'zh-CN')}。`, en: `${ruleTitle(id, 'en')}.` }, evidence };
  });
  return {
    site,
    url: `https://www.${site}/`,
    startedAt: new Date(at).toISOString(),
    tool: { version: '0.1.0', rulesVersion: RULES_VERSION, browser: 'Chrome 156' },
    policy:
      next() < 0.12
        ? { error: say('judge.policy.no-link', { status: '' })['zh-CN'], reason: 'no-link' }
        : {
            id: site, url: `https://www.${site}/privacy`, language: 'zh', title: `${WORDS[word]}${trade}隐私政策`, sha256: 'ab'.repeat(32), rulesVersion: RULES_VERSION,
            duties: Object.fromEntries(Object.entries(confidence).map(([id, value]) => [id, { label: 'partial' as const, quotes: [], confidence: value, why: '' }])),
            facts: { handler: [`${WORDS[word]}${trade}有限公司`], contacts: [], dataKinds: [], recipients: [], retention: [], regions: [], date: '2026-01-01' },
          },
    flows,
    findings,
    operator: { name: `${WORDS[word]}${trade}有限公司`, icp: `京ICP备${20_000_000 + index}号`, police: '' },
    acts: [],
  };
}

/** Ready to be opened in the dashboard: `results.jsonl`, findings that nobody looks at left out. */
export function* syntheticLines(count: number, until: number): Generator<string> {
  for (let index = 0; index < count; index++) {
    const report = syntheticReport(index, until);
    yield `${JSON.stringify({ ...report, findings: report.findings.filter(({ outcome }) => outcome !== 'not-applicable') })}\n`;
  }
}
