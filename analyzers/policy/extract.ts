/**
 * From a decoded document to a policy: its text, in order, with headings, lists, tables and links, without the page around it.
 */
import { Readability } from '@mozilla/readability';
import { LIMITS } from '../artifacts';
import type { PolicyDocument } from '../artifacts';
import { readBlocks } from './dom-blocks';
import { languageOf } from './language';
import { looksLikeMarkdown, readMarkdown, readPlain } from './markdown';
import { CONTENTS_LEAD, assemble, dropContents, fold, markStructure, numberingOf } from './structure';
import type { RawBlock } from './structure';
import { hasServerMarks, stripTemplate } from './templates';

/** Where a document came from; everything of a `PolicyDocument` that its text does not tell. */
export type DocumentOrigin = Pick<PolicyDocument, 'url' | 'finalUrl' | 'source' | 'fetchedAt'>;

/** Elements and depth of nesting above which Readability is not asked: its cost grows faster than the page (20,000 elements take seconds). */
const READABILITY_ELEMENTS = 4_000;
const READABILITY_DEPTH = 120;

/** Links kept of one document. */
const MAX_LINKS = 1_000;

/** Longest title kept. */
const TITLE_CHARS = 120;

/** Lines that are kept though they stand outside the main text: who runs the site, how to reach them, since when the policy holds. */
const OPERATOR_LINE = /公司|集团|中心|协会|大学|学院|研究院|委员会|工作室|事务所|ICP|备案|©|copyright|版权所有|@|邮箱|电话|热线|地址|联系|Inc\b|Ltd\b|LLC\b|Limited|Corp/i;
const DATE_LINE = /\d{4}\s?[年./-]\s?\d{1,2}|更新|生效|发布|版本|updated|effective/i;
const TITLE_WORDS = /隐私|隱私|个人信息|個人資料|個資|政策|声明|条款|privacy|policy|notice/i;

/**
 * Reads an HTML document. The DOM stays as it is.
 * @param root Document (or, for a part of a page, an element) of any DOM implementation.
 * @param origin Where it came from; links are resolved against `finalUrl`.
 */
export function extractHtml(root: Document | Element, origin: DocumentOrigin): PolicyDocument {
  const isDocument = root.nodeType === 9;
  const doc = isDocument ? (root as Document) : root.ownerDocument;
  const body = isDocument ? ((root as Document).body ?? (root as Document).documentElement) : (root as Element);
  if (!body) return finish([], '', origin);
  const whole = readBlocks(body, LIMITS.policyChars);
  const article = isDocument && whole.depth <= READABILITY_DEPTH ? readArticle(root as Document) : undefined;
  const blocks = article ? choose(whole.blocks, article) : whole.blocks;
  const pageTitle = isDocument ? fold(doc?.querySelector('title')?.textContent ?? '') : '';
  const document = finish(blocks, pageTitle, origin);
  document.source = { ...document.source, page: pageFacts(body) };
  return document;
}

/**
 * Reads plain text or Markdown.
 * @param text Decoded text.
 */
export function extractText(text: string, origin: DocumentOrigin): PolicyDocument {
  const bounded = text.slice(0, LIMITS.policyChars * 2);
  const isMarkdown = /markdown/.test(origin.source.mediaType) || looksLikeMarkdown(bounded);
  return finish(isMarkdown ? readMarkdown(bounded) : readPlain(bounded), '', origin);
}

/**
 * Reads a document of any kind by its media type: HTML, the source of a page, Markdown, plain text.
 * @param text Decoded text.
 * @param parse Makes a DOM from HTML (`DOMParser` in browsers, linkedom in the command line).
 */
export function extractDocument(text: string, origin: DocumentOrigin, parse: (html: string) => Document): PolicyDocument {
  const type = origin.source.mediaType;
  if (type === 'text/jsx' || type === 'text/x-component') return extractHtml(parse(page(stripTemplate(text, type === 'text/jsx' ? 'jsx' : 'component'))), origin);
  if (/html|xml/.test(type) || (type !== 'text/markdown' && looksLikeHtml(text))) {
    const html = hasServerMarks(text) || text.includes('{{') ? stripTemplate(text, 'server') : text;
    return extractHtml(parse(/<html[\s>]/i.test(html) ? html : /<body[\s>]/i.test(html) ? `<!DOCTYPE html><html>${html}</html>` : page(html)), origin);
  }
  return extractText(text, origin);
}

/** A part of a page as a page: parsers put loose text at odd places. */
function page(html: string): string {
  return `<!DOCTYPE html><html><head></head><body>${html}</body></html>`;
}

/** Text that was called plain but is a page. */
function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 3_000);
  return /<!doctype html|<html[\s>]|<body[\s>]/i.test(head) || (/^\s{0,50}</.test(head) && (head.match(/<\/?(?:p|div|span|br|h[1-6]|strong)[\s/>]/gi) ?? []).length >= 6);
}

/** The main text as Readability sees it; undefined when it sees none, fails, or the page is too large for it. */
function readArticle(root: Document): RawBlock[] | undefined {
  try {
    if (root.getElementsByTagName('*').length > READABILITY_ELEMENTS) return undefined;
    const article = new Readability<Node>(root.cloneNode(true) as Document, { serializer: (node) => node, charThreshold: 200, disableJSONLD: true }).parse();
    const content = article?.content;
    if (!content || content.nodeType !== 1) return undefined;
    return readBlocks(content as Element, LIMITS.policyChars, true).blocks;
  } catch {
    // Hostile or broken markup; our own reading stands.
    return undefined;
  }
}

/**
 * Our own reading loses nothing but keeps some of the page around the text; Readability finds the main text but loses tables, headings and lists.
 * So: our blocks, from the first that Readability kept to the last, and outside of them only lines that matter. Where Readability kept little, ours as they are.
 */
function choose(own: RawBlock[], article: RawBlock[]): RawBlock[] {
  const size = (blocks: RawBlock[]) => blocks.reduce((sum, block) => sum + block.text.length, 0);
  const body = own.filter((block) => !block.footer);
  if (size(body) < size(article) * 0.5) return article;
  const kept = new Set(article.map((block) => block.text));
  let first = body.findIndex((block) => kept.has(block.text));
  let last = body.length - 1;
  while (last >= 0 && !kept.has(body[last]?.text ?? '')) last--;
  if (first < 0) {
    first = 0;
    last = body.length - 1;
  }
  const inner = size(body.slice(first, last + 1));
  if (inner < size(body) * 0.7) return own;
  // Outside: whole sentences stay (doubt is for the text), short crumbs of the page go.
  const matters = (block: RawBlock) => block.kind === 'table-row' || block.text.length > 40 || /[。；：:]$/.test(block.text)
    || OPERATOR_LINE.test(block.text) || DATE_LINE.test(block.text) || TITLE_WORDS.test(block.text);
  const inside = new Set(body.slice(first, last + 1));
  return own.filter((block) => block.footer || inside.has(block) || matters(block));
}

function finish(raw: RawBlock[], pageTitle: string, origin: DocumentOrigin): PolicyDocument {
  // The footer speaks of the operator, or not at all; it comes last, wherever the page puts it.
  const footer = raw.filter((block) => block.footer && OPERATOR_LINE.test(block.text)).map((block) => ({ ...block, kind: block.kind === 'heading' ? ('paragraph' as const) : block.kind, level: undefined }));
  const body = raw.filter((block) => !block.footer);
  const blocks = dropContents(markStructure([...body, ...footer]));
  const { text, blocks: placed, links } = assemble(blocks, LIMITS.policyChars);
  return {
    url: origin.url,
    finalUrl: origin.finalUrl,
    title: titleOf(blocks, pageTitle),
    language: languageOf(text),
    text,
    blocks: placed,
    links: links.slice(0, MAX_LINKS).map((link) => ({ text: link.text, href: absolute(link.href, origin.finalUrl) })),
    source: origin.source,
    fetchedAt: origin.fetchedAt,
  };
}

/** What policies call themselves. */
const POLICY_NAME = /(?:隐私|隱私|个人信息|個人資料|個資|信息保护).{0,12}(?:政策|指引|声明|聲明|协议|條款|条款|规则|方针|权)|privacy (?:policy|notice|statement)/i;

/** The policy's own title: what names a policy near the top, else the page's title, else the first short line that is no date or contact. */
function titleOf(blocks: RawBlock[], pageTitle: string): string {
  const top = blocks.slice(0, 12).filter((block) => block.text.length <= 60 && block.kind !== 'table-row'
    && !numberingOf(block.text) && !/[：:；;。，,]|@|日期|时间/.test(block.text) && !CONTENTS_LEAD.test(block.text));
  const named = top.find((block) => block.kind === 'heading' && TITLE_WORDS.test(block.text)) ?? top.find((block) => POLICY_NAME.test(block.text));
  return (named?.text ?? (pageTitle || (top[0] && blocks.indexOf(top[0]) < 3 ? top[0].text : ''))).slice(0, TITLE_CHARS);
}

function absolute(href: string, base: string): string {
  try {
    return new URL(href, base).href;
  } catch {
    return href;
  }
}

/** What tells a page that is filled by scripts from an empty one. */
function pageFacts(body: Element): NonNullable<PolicyDocument['source']['page']> {
  const root = body.ownerDocument ?? undefined;
  const scope: ParentNode = root?.documentElement ?? body;
  const noscript = Array.from(scope.querySelectorAll('noscript')).map((element) => element.textContent ?? '').join(' ');
  return {
    scripts: scope.querySelectorAll('script').length,
    elements: body.getElementsByTagName('*').length,
    appRoot: body.querySelector('#app,#root,#__next,#__nuxt,#q-app,#main-app,[data-reactroot],[ng-app],[ng-version],app-root') !== null,
    asksForScript: /JavaScript|启用.{0,6}脚本|js/i.test(noscript.slice(0, 2_000)),
    frames: scope.querySelectorAll('iframe[src],frame[src],embed[src],object[data]').length,
  };
}
