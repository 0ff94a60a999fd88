/** A site for people in mainland China has no privacy policy in simplified Chinese. */
import type { PolicyDocument, PolicyFailureReason, PolicyOutcome, Visit } from '../artifacts';
import { ownSurfaces, policyLinksOf, sawTooLittle } from '../page/judging';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';

export const noSimplifiedChinesePolicy: Rule = {
  id: 'no-simplified-chinese-policy',
  category: 'rules-not-published',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '17' }, { instrument: 'CRITERIA', article: '一-4' }],
  judge,
};

type Read = Extract<PolicyOutcome, { status: 'read' }>;

/** There is no document to speak of: that is another rule's matter. */
const NO_DOCUMENT: ReadonlySet<PolicyFailureReason> = new Set(['no-link', 'http-error', 'redirect-loop', 'self-link', 'empty', 'no-rules', 'other-document']);
/** Chinese characters from which a document in another language counts as one in two languages. */
const BILINGUAL_CHARS = 400;
/** Words that lead to the Chinese text. */
const CHINESE_VERSION = /中文|简体|简中|[汉漢]语|\bchinese\b|\bzh[-_]?(?:cn|hans)\b/i;

function judge({ visit }: RuleContext): Verdict {
  const { policy } = visit;
  const pages = ownSurfaces(visit);
  if (policy.status !== 'read') {
    if (policy.status === 'failed' && NO_DOCUMENT.has(policy.reason)) return { outcome: 'not-applicable' };
    return { outcome: 'error', say: 'unread' };
  }
  if (isInSimplifiedChinese(policy)) return { outcome: 'pass' };
  const inChinese = pages.some((page) => page.language === 'zh');
  const isRegistered = pages.some((page) => page.footer.icp !== undefined || page.footer.police !== undefined);
  if (!inChinese && !isRegistered) return sawTooLittle(visit, pages) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable', say: 'not-for-mainland' };
  if (leadsToChinese(policy)) return { outcome: 'pass', say: 'linked' };
  const evidence = evidenceOf(policy.document);
  const say = policy.document.language === 'zh-Hant' ? 'traditional' : 'foreign';
  if (!inChinese) return { outcome: 'review', say: 'registered-only', evidence: [evidence] };
  if (hasOtherChineseLink(visit, policy)) return { outcome: 'review', say: 'other-document', evidence: [evidence] };
  return { outcome: 'violation', say, evidence: [evidence] };
}

/** The policy, a linked document that is one, or a part of some length. */
function isInSimplifiedChinese({ document, linked }: Read): boolean {
  if (document.language === 'zh') return true;
  if (linked.some((part) => part.language === 'zh' && /隐私|个人信息/.test(part.text.slice(0, 4_000)) && part.text.length > 800)) return true;
  return document.language !== 'zh-Hant' && hanIn(document) >= BILINGUAL_CHARS;
}

function hanIn({ text }: PolicyDocument): number {
  return (text.slice(0, 200_000).match(/[\u4e00-\u9fff]/g) ?? []).length;
}

function leadsToChinese({ document, linked }: Read): boolean {
  return [document, ...linked].some((part) => part.links.some((link) => CHINESE_VERSION.test(link.text) || /\/zh[-_](?:cn|hans)(?:[/?#]|$)/i.test(link.href))) || (document.language !== 'zh-Hant' && /(?:中文|简体)(?:版本?|文本)|\bchinese version\b/i.test(document.text.slice(0, 100_000)));
}

/** Another link on the pages names a policy in Chinese, and it is not the document that was read. */
function hasOtherChineseLink(visit: Visit, { document }: Read): boolean {
  const bare = (url: string) => url.replace(/[?#].*$/s, '');
  const read = new Set([bare(document.url), bare(document.finalUrl)]);
  return policyLinksOf(ownSurfaces(visit)).some(({ link }) => /[\u4e00-\u9fff]/.test(link.text) && link.href !== '' && !read.has(bare(link.href)));
}

function evidenceOf(document: PolicyDocument): Evidence {
  return { kind: 'policy-text', url: document.finalUrl, sha256: document.source.sha256, quote: document.text.slice(0, 100), start: 0, end: Math.min(100, document.text.length) };
}
