/**
 * From a decoded document to a policy: its text, in order, with headings, lists, tables and links, without the page around it.
 */
import { Readability } from '@mozilla/readability';
import { LIMITS } from '../artifacts';
import type { PolicyDocument } from '../artifacts';
import { readBlocks } from './dom-blocks';
import { languageOf } from './language';
import { looksLikeMarkdown, readMarkdown, readPlain } from './markdown';
import { layOut } from './pdf-layout';
import type { PdfPiece } from './pdf-layout';
import { CONTENTS_LEAD, assemble, dropContents, fold, joinSetLines, markStructure, numberingOf } from './structure';
import type { RawBlock } from './structure';
import { withinBounds } from './source-size';
import { hasServerMarks, openTemplates, sourceKind, stripTemplate } from './templates';

/** Where a document came from; everything of a `PolicyDocument` that its text does not tell. */
export type DocumentOrigin = Pick<PolicyDocument, 'url' | 'finalUrl' | 'source' | 'fetchedAt'>;

/**
 * Bounds of what Readability is asked to read: it reads the text of every box again for each box around it, so its cost grows with
 * elements times depth (400,000 take six seconds). Real policy pages stay below 80,000.
 */
const READABILITY_ELEMENTS = 4_000;
const READABILITY_WORK = 80_000;

/** Lines of a plain text or Markdown above which it is not read; a policy of the most characters that are judged has some ten thousand. */
const MAX_LINES = 40_000;

/** Links kept of one document. */
const MAX_LINKS = 1_000;

/** Longest title kept. */
const TITLE_CHARS = 120;

/** Lines that are kept though they stand outside the main text: who runs the site, how to reach them, since when the policy holds. */
const OPERATOR_LINE = /公司|集团|中心|协会|大学|学院|研究院|委员会|工作室|事务所|ICP|备案|©|copyright|版权所有|@|邮箱|电话|热线|地址|联系|Inc\b|Ltd\b|LLC\b|Limited|Corp/i;
const DATE_LINE = /\d{4}\s?[年./-]\s?\d{1,2}|更新|生效|发布|版本|updated|effective/i;
/** Since when the policy holds, where a page puts that at its foot. */
const FOOTER_DATE = /(?:更新|生效|发布|修订|updated|effective)[^\d]{0,12}\d{4}/i;
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
  const elements = countElements(body);
  const isReadable = isDocument && elements <= READABILITY_ELEMENTS && elements * whole.depth <= READABILITY_WORK;
  const article = isReadable ? readArticle(root as Document) : undefined;
  const blocks = article ? choose(whole.blocks, article) : whole.blocks;
  const pageTitle = isDocument ? fold(doc?.querySelector('title')?.textContent ?? '') : '';
  const document = finish(blocks, pageTitle, origin);
  document.source = { ...document.source, page: pageFacts(body, elements, origin.finalUrl) };
  return document;
}

/**
 * Reads plain text or Markdown.
 * @param text Decoded text.
 */
export function extractText(text: string, origin: DocumentOrigin): PolicyDocument {
  const bounded = text.slice(0, LIMITS.policyChars * 2);
  if (countLines(bounded) > MAX_LINES) return oversized(bounded, origin);
  const isMarkdown = /markdown/.test(origin.source.mediaType) || looksLikeMarkdown(bounded);
  return finish(isMarkdown ? readMarkdown(bounded) : readPlain(bounded), '', origin);
}

/**
 * Reads the pages of a PDF.
 * @param pages Pieces of text of each page.
 */
export function extractPdf(pages: readonly (readonly PdfPiece[])[], origin: DocumentOrigin): PolicyDocument {
  return finish(layOut(pages), '', origin);
}

/**
 * Reads a document of any kind by its media type: HTML, the source of a page, Markdown, plain text.
 * @param text Decoded text.
 * @param parse Makes a DOM from HTML (`DOMParser` in browsers, linkedom in the command line).
 * @returns The document; where it was too large to be read, its text is longer than `LIMITS.policyChars`.
 */
export function extractDocument(text: string, origin: DocumentOrigin, parse: (html: string) => Document): PolicyDocument {
  const type = origin.source.mediaType;
  const html = htmlOf(text, type);
  if (html === undefined) return extractText(text, origin);
  const bounded = withinBounds(html);
  if (bounded === undefined) return oversized(html, origin);
  const document = extractHtml(parse(bounded), origin);
  // A page hides what stands in <template>; a file that holds nothing else is the source of a page.
  if (document.text.length >= HARDLY_ANY || isAddress(origin.url) || !/<template[\s>]/i.test(bounded)) return document;
  const opened = extractHtml(parse(openTemplates(bounded)), origin);
  return opened.text.length > document.text.length ? opened : document;
}

/** Characters below which a page shows no policy. */
const HARDLY_ANY = 200;

const isAddress = (url: string): boolean => /^https?:/i.test(url);

/** The page that a document of this media type is, program text taken out; undefined where it is none. */
function htmlOf(text: string, type: string): string | undefined {
  const kind = type === 'text/jsx' ? 'jsx' : type === 'text/x-component' ? 'component' : type === 'text/markdown' ? undefined : sourceKind(text);
  if (kind) return page(stripTemplate(text, kind));
  if (!/html|xml/.test(type) && (type === 'text/markdown' || !looksLikeHtml(text))) return undefined;
  const html = hasServerMarks(text) || text.includes('{{') ? stripTemplate(text, 'server') : text;
  return /<html[\s>]/i.test(html) ? html : /<body[\s>]/i.test(html) ? `<!DOCTYPE html><html>${html}</html>` : page(html);
}

/** Stands for a page that is not parsed: its text is longer than `LIMITS.policyChars`, by which everybody knows that it was too large. */
function oversized(html: string, origin: DocumentOrigin): PolicyDocument {
  return { ...finish([], '', origin), text: html.slice(0, LIMITS.policyChars).padEnd(LIMITS.policyChars + 1) };
}

/** A part of a page as a page: parsers put loose text at odd places. */
function page(html: string): string {
  return `<!DOCTYPE html><html><head></head><body>${html}</body></html>`;
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** Text that was called plain but is a page. */
function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 3_000);
  return /<!doctype html|<html[\s>]|<body[\s>]/i.test(head) || (/^\s{0,50}</.test(head) && (head.match(/<\/?(?:p|div|span|br|h[1-6]|strong)[\s/>]/gi) ?? []).length >= 6);
}

/** The main text as Readability sees it; undefined when it sees none or fails. */
function readArticle(root: Document): RawBlock[] | undefined {
  try {
    const copy = root.cloneNode(true) as Document;
    // Browsers show nothing of a template; other DOMs hold it like any box, and Readability would take it for the text.
    for (const template of copy.querySelectorAll('template')) template.remove();
    const article = new Readability<Node>(copy, { serializer: (node) => node, charThreshold: 200, disableJSONLD: true }).parse();
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
  const footer = raw.filter((block) => block.footer && (OPERATOR_LINE.test(block.text) || FOOTER_DATE.test(block.text))).map((block) => ({ ...block, kind: block.kind === 'heading' ? ('paragraph' as const) : block.kind, level: undefined }));
  const body = raw.filter((block) => !block.footer);
  const blocks = dropContents(markStructure([...joinSetLines(body), ...footer]));
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

/** Elements below one. Counted by hand: not every DOM answers `getElementsByTagName('*')`. */
function countElements(root: Element): number {
  let count = 0;
  let node: Node | null = root;
  while (node) {
    let next: Node | null = node.firstChild;
    for (; !next && node && node !== root; node = node.parentNode) next = node.nextSibling;
    if (node === root && !next) break;
    node = next;
    if (node?.nodeType === 1) count++;
  }
  return count;
}

/** What tells a page that is filled by scripts from an empty one. */
function pageFacts(body: Element, elements: number, address: string): NonNullable<PolicyDocument['source']['page']> {
  const root = body.ownerDocument ?? undefined;
  const scope: ParentNode = root?.documentElement ?? body;
  const noscript = Array.from(scope.querySelectorAll('noscript')).map((element) => element.textContent ?? '').join(' ');
  return {
    scripts: scope.querySelectorAll('script').length,
    elements,
    appRoot: body.querySelector('#app,#root,#__next,#__nuxt,#q-app,#main-app,[data-reactroot],[ng-app],[ng-version],app-root') !== null,
    asksForScript: /JavaScript|启用.{0,6}脚本|js/i.test(noscript.slice(0, 2_000)),
    frames: scope.querySelectorAll('iframe[src],frame[src],embed[src],object[data]').length,
    pictures: Array.from(body.querySelectorAll('img')).slice(0, 200).filter(mayHoldText).length,
    ...refreshOf(scope, address),
    ...framedIn(scope, address),
  };
}

/** Frames whose addresses are kept. */
const MAX_FRAMED = 5;

function framedIn(scope: ParentNode, address: string): { framed?: string[] } {
  const framed = Array.from(scope.querySelectorAll('iframe[src],frame[src]')).slice(0, MAX_FRAMED).map((frame) => absolute(frame.getAttribute('src') ?? '', address)).filter((url) => /^https?:/.test(url));
  return framed.length > 0 ? { framed } : {};
}

/** Narrower or lower pictures are logos and icons (CSS pixels, as the page declares them). */
const TEXT_PICTURE = 120;

function mayHoldText(picture: Element): boolean {
  const size = (name: string) => Number(picture.getAttribute(name) ?? NaN);
  const marks = ['class', 'id', 'alt', 'src'].map((name) => (picture.getAttribute(name) ?? '').slice(0, 200)).join(' ');
  return !(size('width') < TEXT_PICTURE || size('height') < TEXT_PICTURE) && !/logo|icon|avatar|qr-?code|二维码|beian|banner|ghs\.png/i.test(marks);
}

/** A page that leads on later than this is meant to be read first, seconds. */
const LONGEST_REFRESH_S = 10;

/** Where the page leads on to by itself; nothing when it only loads itself anew, or leads on only after a while. */
function refreshOf(scope: ParentNode, address: string): { refresh?: string } {
  const meta = Array.from(scope.querySelectorAll('meta[http-equiv]')).find((element) => /^refresh$/i.test(element.getAttribute('http-equiv') ?? ''));
  const found = /^\s{0,9}(\d{1,4})(?:\.\d{0,4})?\s{0,9}[;,]\s{0,9}url\s{0,9}=\s{0,9}['"]?([^'"]{1,2000})/i.exec((meta?.getAttribute('content') ?? '').slice(0, 2_100));
  if (!found || Number(found[1]) > LONGEST_REFRESH_S) return {};
  const refresh = absolute(found[2]!.trim(), address);
  return refresh === address ? {} : { refresh };
}
