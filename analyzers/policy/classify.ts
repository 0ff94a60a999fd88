/**
 * Whether a document is a privacy policy at all. What holds no rule on personal information is never judged as a policy;
 * whether it stands for a missing one is for the rules to say.
 */
import { LIMITS } from '../artifacts';
import type { PolicyDocument, PolicyFailureReason } from '../artifacts';
import { numberingOf } from './structure';

export type Classification = { kind: 'policy' | 'combined' } | { kind: 'failure'; reason: PolicyFailureReason };

/** Text below which a page that has scripts counts as a shell, UTF-16 units. */
const SHELL_CHARS = 250;

const POLICY_TITLE = /隐私|隱私|私隱|个人信息|個人資料|個資|信息保护|SDK.{0,6}(?:目录|清单|列表)|privacy|data protection|personal (?:information|data)|cookie/i;
const OTHER_POLICY_TITLE = /プライバシー|個人情報|개인정보|datenschutz|confidentialit|vie privée|privacidad|privacidade|конфиденциальн|персональн|quyền riêng tư|ความเป็นส่วนตัว/i;
const AGREEMENT_TITLE = /协议|協議|条款|條款|须知|守则|公约|免责声明|法律声明|terms|agreement|conditions|disclaimer/i;
const GUIDE_TITLE = /如何|怎么|怎样|教程|攻略|模板|范本|示例|生成器|解读|指南：|新闻|快讯|通报|(?:部署|托管|发布|配置|撰写|编写|填写)(?:说明|指南|步骤|方法)|(?:政策|协议)使用说明|设置指南|how to|template|generator|guide to|what is/i;
const PRIVACY_HEADING = /隐私|隱私|个人信息|个人资料|用户信息|信息保护|個人資料|personal (?:information|data)|privacy/i;

/** Someone does something … */
const HANDLING = /收集|采集|蒐集|获取|獲取|获得|取得|使用|利用|存储|储存|保存|保留|儲存|共享|分享|披露|公开|揭露|提供|转让|传输|上传|删除|刪除|处理|處理|记录|查阅|更正|注销|保护|保護|访问|读取|collect|use[sd]?\b|stor(?:e|age|ing)|shar(?:e|ing)|disclos|process|retain|delet|access|protect/i;
/** … with data about persons … */
const PERSONAL = /个人信息|个人资料|个人数据|个人敏感|个人隐私|隐私|用户信息|用户数据|您的(?:\S{0,6})?(?:信息|资料|数据|位置|账号|帐号)|用户的(?:\S{0,6})?(?:信息|资料|数据)|你的(?:\S{0,6})?(?:信息|数据)|(?:以下|该等|相关|这些|上述|此类)信息|手机号|电话号码|身份证|邮箱|电子邮件|姓名|昵称|头像|设备(?:信息|标识|型号)|位置信息|日志|IP\s?地址|浏览记录|cookie|個人資料|個人資訊|個資|隱私|您的(?:資料|資訊)|個人信息|personal (?:information|data)|privacy|your (?:information|data|name|e-?mail|device|account|location)|information (?:about|from|you)|ip address|user data/i;
/** … and the text speaks to the person, or of the operator. */
const SPEAKER = /我们|我們|我司|本(?:公司|平台|应用|網站|网站|软件|软体|产品|站|服务|程序|小程序|APP|集团|机构|店|人|方|政策|协议|规则|隐私|扩展|插件|工具|项目|游戏)|您|你|用户|用戶|使用者|会员|客户|顾客|来访者|访客|儿童|监护人|\bwe\b|\bour\b|\bus\b|\byou\b|\byour\b|users?\b/i;

/** The operator, as it calls itself. */
const OPERATOR = /我们|我們|我司|本(?:公司|平台|应用|網站|网站|软件|软体|产品|站|服务|程序|小程序|APP|集团|机构|店|人|方|扩展|插件|工具|项目|游戏|机器人|功能|系统)|\bwe\b|\bour\b|\bus\b|\bthis (?:app|site|website|extension|service)/i;

/** Words of reports about others. */
const NEWS = /记者|据悉|近日|日前|报道|通报|发布会|专家(?:表示|认为|指出)|网信办(?:发布|通报|要求)|工信部(?:发布|通报|要求)|责编|编辑[:：]|来源[:：]|阅读量|点赞|评论\(|reported|according to (?:a|the) (?:report|study)|journalist/i;

/**
 * Classifies a document that was read.
 * @param document As extracted; for HTML `source.page` tells shells from empty pages.
 */
export function classifyDocument(document: PolicyDocument): Classification {
  const { text, title } = document;
  const page = document.source.page;
  if (text.length > LIMITS.policyChars) return failure('too-large');
  const bare = text.replace(/\s+/g, '').length;
  const named = namedAs(document);
  const counts = countSentences(document, named.policy && !named.agreement && !named.guide);
  if (counts.rules === 0 && bare < SHELL_CHARS) {
    const words = `${title} ${text}`;
    if (CHALLENGE.test(words)) return failure('blocked');
    if (DOWN.test(words)) return failure('other-document');
  }
  if (counts.rules === 0 && page && bare < SHELL_CHARS && isShell(page) && (page.appRoot || !SAYS_NOTHING.test(`${title} ${text}`))) return failure('shell');
  // Text in pictures is no text for us, but may well be there for a person: that is another fault, if any.
  if (counts.rules === 0 && page && bare < SHELL_CHARS && (page.pictures ?? 0) > 0 && !SAYS_NOTHING.test(`${title} ${text}`)) return failure('not-text');
  if (bare === 0) return failure('empty');

  if (document.language === 'other') return OTHER_POLICY_TITLE.test(`${title}\n${text.slice(0, 2_000)}`) || counts.rules >= 3 ? { kind: 'policy' } : failure('no-rules');
  if (isTemplate(document)) return failure('other-document');
  if (isStatute(document, counts)) return failure('other-document');
  if (isHelp(document) && !SELF_REFERENCE.test(text.slice(0, 1_500))) return failure(counts.rules === 0 ? 'no-rules' : 'other-document');
  const share = counts.rules / Math.max(1, counts.all);
  const newsy = counts.news >= 2 && counts.news * 3 > counts.rules;
  if (newsy && (counts.promises < 3 || !named.policy)) return failure(counts.rules === 0 ? 'no-rules' : 'other-document');
  if (named.policy && !named.agreement && !named.guide) {
    // Even a policy of one sentence says something about personal information.
    if (counts.rules === 0) return failure('no-rules');
    return counts.promises >= 1 || counts.rules >= 3 ? { kind: 'policy' } : failure('other-document');
  }
  if (named.agreement) {
    const hasPart = counts.promises >= 1 && (counts.underPrivacyHeading >= 3 || (named.policy && counts.rules >= 2) || (counts.rules >= 10 && share >= 0.25));
    if (hasPart) return { kind: 'combined' };
    return failure(counts.rules === 0 ? 'no-rules' : 'other-document');
  }
  if (counts.promises >= 3 && share >= (named.guide ? 0.5 : 0.2)) return { kind: 'policy' };
  // A short notice without a title, nothing but rules.
  if (counts.promises >= 2 && counts.rules >= 3 && share >= 0.5 && counts.all <= 12 && !named.guide) return { kind: 'policy' };
  return failure(counts.rules === 0 ? 'no-rules' : 'other-document');
}

/** A gap that a template leaves to whoever uses it: 【公司名称】, [邮箱地址], <APP name>. */
const GAP = /[[【〔<＜{（(]\s?(?:请?填写|输入|插入|你的|您的|贵)?(?:公司|产品|网站|应用|平台|运营者|开发者|企业|APP|第三方|联系|注册|办公|信息|存储|保存|使用|更新|生效|insert|your|company|app|website)[^\]】〕>＞}）)，。；]{0,10}?(?:名称|全称|名|邮箱|电话|地址|日期|方式|域名|类型|目的|期限|地点|网址|name|email|address|date)\s?[\]】〕>＞}）)]|[[【]\s?(?:日期|期限|地址|电话|邮箱|邮箱地址|公司|X{1,4})\s?[\]】]/gi;

/** Different gaps from which a text is a template; a policy that is in force may have forgotten one. */
const TEMPLATE_GAPS = 3;

/** A generator's template: nobody's policy yet. */
function isTemplate({ text }: PolicyDocument): boolean {
  if (!/[[【〔<＜{]/.test(text)) return false;
  return new Set(text.slice(0, 30_000).match(GAP)?.map((gap) => gap.toLowerCase().replace(/\s/g, '')) ?? []).size >= TEMPLATE_GAPS;
}

/** Names of laws and standards. */
const STATUTE_TITLE = /^(?:中华人民共和国)?[^，。；“”《》]{2,30}(?:法|条例|规定|办法|规范|标准|细则|准则|认定方法)(?:[（(][^（()）]{0,20}[）)])?$/;
/** How laws speak, and nobody else at such length. */
const STATUTE_VOICE = /(?:可(?:以)?(?:被)?认定为|第[一二三四五六七八九十百\d]{1,4}条|制定本(?:法|条例|规定|办法)|自\d{4}年\d{1,2}月\d{1,2}日起(?:施行|实施))/g;

/** Whom laws and rulings of authorities speak of, instead of "we" and "you". */
const LAW_SUBJECT = /个人信息处理者|网络(?:数据处理|运营)者|App\s?(?:运营者|提供者)|任何(?:组织|个人|单位)|主管部门|国家网信部门|自然人的|(?:运营者|提供者|处理者)(?:应当|不得)|可(?:以)?(?:被)?认定为|本(?:法|条例|规定|办法|标准)/g;
/** Whom an operator's text speaks to, or of. */
const ADDRESSED = /[您你]|我们|我司|我行|本人/;

/** The text of a law, or notes on one: rules for everybody, and no operator that would follow them. */
function isStatute({ text, title, blocks }: PolicyDocument, { operators, rules }: Counts): boolean {
  // A law quotes an operator's words now and then.
  if (operators * 10 > rules) return false;
  const head = text.slice(0, 20_000);
  if (!ADDRESSED.test(head) && (head.match(LAW_SUBJECT)?.length ?? 0) >= 3) return true;
  const names = [title, ...blocks.slice(0, 3).map((block) => text.slice(block.start, block.end))];
  return names.some((name) => STATUTE_TITLE.test(name.trim())) && (head.match(STATUTE_VOICE)?.length ?? 0) >= 4;
}

/** What people ask a help page; a policy's own questions are about the operator ("我们如何…"). */
const HELP_QUESTION = /^(?:[^\u4e00-\u9fffA-Za-z]{0,6}|Q\d{0,2}\s?[:：.]\s?|问\s?[:：]\s?)(?:如何|怎么|怎样|为什么|忘记|无法|收不到|为何|哪里|在哪|什么时候|how (?:do|can|to)|why|where|what if)[^。；]{2,40}[?？]?$/i;

/** A help page: questions of its users, each with steps below. */
function isHelp({ text, blocks }: PolicyDocument): boolean {
  const asked = blocks.filter((block) => block.end - block.start <= 48 && HELP_QUESTION.test(text.slice(block.start, block.end)) && !/我们|our\b|\bwe\b/i.test(text.slice(block.start, block.end))).length;
  return asked >= 3 && asked * 6 >= blocks.length;
}

function failure(reason: PolicyFailureReason): Classification {
  return { kind: 'failure', reason };
}

/** A test whether we are a person: the document stands behind it. */
const CHALLENGE = /(?:安全|人机|滑块|滑动|拖动|访问)验证|(?:访问|请求)(?:过于|太)频繁|异常(?:访问|流量)|just a moment|checking your browser|verify (?:that )?you are (?:a )?human|attention required/i;
/** The site is being worked on: it may be back tomorrow. */
const DOWN = /系统(?:正在)?(?:维护|升级)|(?:维护|升级)中|服务(?:器)?(?:繁忙|暂不可用)|\b(?:under maintenance|temporarily unavailable)\b/i;
/** What a page says politely instead of 404, or of having nothing yet. */
const SAYS_NOTHING = /敬请期待|正在(?:完善|建设|编辑|整理|制定)|(?:建设|完善)中|即将上线|\bcoming soon\b|\bunder construction\b|404|不存在|找不到|没有找到|未找到|已删除|已下架|已失效|走丢|迷路|\bnot found\b|\bno longer\b|\bdoes(?: not|n['’]t) exist\b/i;

/** The page leads on to another, or has scripts and next to nothing else: an application's root, a request to switch scripts on, or the text in a frame. */
function isShell(page: NonNullable<PolicyDocument['source']['page']>): boolean {
  return page.frames > 0 || page.refresh !== undefined || (page.scripts > 0 && (page.appRoot || page.asksForScript || page.elements < 30));
}

/** The document speaks of itself as a policy. */
const SELF_REFERENCE = /本[《“「]?(?:隐私|隱私|个人信息|用户隐私|用户个人信息)[^，。；]{0,10}(?:政策|声明|指引|条款|协议|规则|通知)|本政策|this privacy (?:policy|notice|statement)|our privacy policy/i;

/** It introduces itself by its name: 本《隐私政策》（以下简称“本政策”）. */
const NAMES_ITSELF = /本[《“「](?:[^，。；》”」]{0,16})(?:隐私|隱私|个人信息)(?:[^，。；》”」]{0,10})[》”」][（(](?:以下|下)(?:简|統|统)?称/;

/** Headings that policies are made of. */
const CHAPTERS = /收集|使用.{0,6}信息|共享|转让|披露|存储|储存|保存|保护|安全|权利|管理您|cookie|未成年|儿童|第三方|变更|更新|修订|联系|collect|use|share|sharing|disclos|retention|security|rights|children|changes|contact|cookies/i;

/** What the document calls itself: by its title, by the first lines that look like one, or by its own words and chapters. */
function namedAs(document: PolicyDocument): { policy: boolean; agreement: boolean; guide: boolean } {
  const top = document.blocks.slice(0, 12);
  const lines = top.filter((block, index) => block.end - block.start <= 50 && (block.kind === 'heading' || index < 5)).map((block) => document.text.slice(block.start, block.end));
  // A question or an exclamation is a headline about privacy, not the name of a policy.
  const names = [document.title, ...lines].filter((line) => line.length > 0 && !/[。；？?！!]/.test(line) && (!numberingOf(line) || line === document.title));
  // "隐私条款", "隐私协议" are policies; "用户协议与隐私政策" names both.
  const alsoAgreement = (line: string) => AGREEMENT_TITLE.test(line.replace(/(?:隐私|隱私|个人信息|privacy)\S{0,8}?(?:协议|協議|条款|條款|声明|须知|规则|terms|agreement)|监护人须知/gi, ''));
  const policyName = names.find((line) => POLICY_TITLE.test(line));
  const head = document.text.slice(0, 1_500);
  const chapters = document.blocks.filter((block) => block.kind === 'heading' && CHAPTERS.test(document.text.slice(block.start, block.end))).length;
  const itself = (SELF_REFERENCE.test(head) && chapters >= 3) || NAMES_ITSELF.test(head.slice(0, 600));
  const first = document.title || names[0] || '';
  return {
    policy: policyName !== undefined || itself,
    agreement: policyName === undefined ? names.slice(0, 3).some(alsoAgreement) : alsoAgreement(policyName) || (document.title !== policyName && alsoAgreement(document.title)),
    guide: GUIDE_TITLE.test(first) && !/^(?:我们|how we)/i.test(first),
  };
}

interface Counts {
  all: number;
  /** Sentences in which someone handles personal information and that speak of the operator or to the person. */
  rules: number;
  /** Rules whose sentence names the operator: what it does or promises itself. */
  promises: number;
  /** Rules whose sentence or heading names the operator, whatever the document calls itself. */
  operators: number;
  underPrivacyHeading: number;
  news: number;
}

/**
 * Counts what the sentences do. Lists and tables lean on their heading ("我们收集的信息"), so its words count for them.
 * @param isOwnVoice The document calls itself a policy: sentences without a subject are the operator's own.
 */
function countSentences(document: PolicyDocument, isOwnVoice: boolean): Counts {
  const counts: Counts = { all: 0, rules: 0, promises: 0, operators: 0, underPrivacyHeading: 0, news: 0 };
  let privacyLevel = 0;
  let heading = '';
  for (const block of document.blocks) {
    const text = document.text.slice(block.start, block.end);
    if (block.kind === 'heading') {
      const level = block.level ?? 4;
      heading = text.slice(0, 60);
      if (PRIVACY_HEADING.test(text)) privacyLevel = level;
      else if (privacyLevel && level <= privacyLevel) privacyLevel = 0;
      continue;
    }
    for (const sentence of text.split(/[。；！？!?;]|\.\s/)) {
      if (sentence.trim().length < 5) continue;
      counts.all++;
      if (NEWS.test(sentence)) counts.news++;
      if (sentence.length < 8 || !PERSONAL.test(sentence) || !(HANDLING.test(sentence) || HANDLING.test(heading))) continue;
      // A line of a form or menu ("同意《隐私政策》", "我已阅读…") is no rule.
      if (/^.{0,12}(?:阅读并|同意|agree)/i.test(sentence.trim()) && sentence.trim().length < 60 && /《|隐私(?:政策|条款|协议)|privacy policy/i.test(sentence)) continue;
      if (!isOwnVoice && !SPEAKER.test(sentence) && !SPEAKER.test(heading) && block.kind !== 'list-item' && block.kind !== 'table-row') continue;
      counts.rules++;
      const isOperators = OPERATOR.test(sentence) || OPERATOR.test(heading);
      if (isOperators) counts.operators++;
      if (isOwnVoice || isOperators) counts.promises++;
      if (privacyLevel) counts.underPrivacyHeading++;
    }
  }
  return counts;
}
