/** Sentences on the page that speak of agreement: in or beside a form, in a surface, or standing alone. */
import type { ConsentTopic } from '../artifacts';
import { LIMITS } from '../artifacts';
import type { PageContext } from './context';
import { isPage } from './context';
import { ancestorsOf, blockOf, parentOf, textOf } from './dom';
import { asksConsent, impliesConsent, sentencesOf, topicsOf } from './wording';

/** A notice is a short line; more is the text of a document. */
const MAX_BLOCK = 400;
/** Text around a notice that stands in no form: an embedded agreement is longer. */
const MAX_AROUND = 800;

/** What only a document says, of itself or of its changes. */
const OWN_TERMS = /本(?:协议|条款|声明|政策|规则|须知|章程)(?:的|所|各|项|全部|之|中|内容|项下|约定|自)|(?:更新|修改|变更|修订|调整)后的|已生效的|第[一二三四五六七八九十\d]{1,3}条/;

export interface NoticeReading {
  element: Element;
  text: string;
  topics: ConsentTopic[];
  impliesConsent: boolean;
}

/** Consent sentences of the page with the block each stands in. Text of documents (agreements, articles) is left out. Pauses after each. */
export function* readNotices(context: PageContext): Generator<void, NoticeReading[]> {
  const seen = new Set<Element>();
  const notices: NoticeReading[] = [];
  for (const source of context.scan.consentText) {
    yield;
    const block = lineOf(source, context);
    if (seen.has(block) || notices.length >= LIMITS.elementsPerSurface) continue;
    seen.add(block);
    if (isPage(block) || context.lengthOf(block) > MAX_BLOCK * 2 || isTold(block, context) || isDocumentPart(block, context)) continue;
    for (const sentence of sentencesOf(textOf(block, MAX_BLOCK * 2))) {
      if (sentence.length > MAX_BLOCK || !asksConsent(sentence)) continue;
      const topics = topicsOf(sentence);
      const implies = impliesConsent(sentence);
      if ((topics.length === 0 && !implies) || OWN_TERMS.test(sentence)) continue;
      notices.push({ element: block, text: sentence, topics: topics.length > 0 ? topics : ['other'], impliesConsent: implies });
    }
  }
  return notices;
}

/** The line a text stands in: its block, but never one that holds fields as well. */
export function lineOf(source: Element, context: PageContext): Element {
  const block = blockOf(source);
  if (context.fieldsIn(block) === 0) return block;
  let line = source;
  for (let level = 0; level < 8; level++) {
    const parent = parentOf(line);
    if (!parent || context.fieldsIn(parent) > 0) break;
    line = parent;
  }
  return line;
}

/** Whether a block is a headline or stands in an article: what is told there is no notice of the page. */
function isTold(block: Element, context: PageContext): boolean {
  if (block.localName === 'h1' || block.localName === 'h2') return true;
  return ancestorsOf(block, 8).some((node) => (node.localName === 'article' || node.localName === 'blockquote') && context.fieldsIn(node) === 0 && context.boxesIn(node) === 0);
}

/** Whether a block is a paragraph of a longer text: its neighbours are running text too. */
function isDocumentPart(block: Element, context: PageContext): boolean {
  const parent = parentOf(block);
  if (!parent || parent.localName === 'html') return false;
  const around = context.lengthOf(parent);
  if (around <= MAX_AROUND) {
    const grand = parentOf(parent);
    // A list item or cell of a longer document.
    return grand !== null && !isPage(grand) && /^(?:li|td|dd|ol|ul|tr|tbody)$/.test(parent.localName) && context.lengthOf(grand) > MAX_AROUND * 2;
  }
  return proseAround(block, context) > MAX_AROUND;
}

/** Text in the siblings nearest to a block that are running text: no fields, no controls of their own. */
function proseAround(block: Element, context: PageContext): number {
  let length = 0;
  for (const direction of ['previousElementSibling', 'nextElementSibling'] as const) {
    let node = block[direction];
    for (let count = 0; node && count < 6; count++) {
      if (context.fieldsIn(node) === 0 && context.lengthOf(node) > 40) length += context.lengthOf(node);
      node = node[direction];
    }
  }
  return length;
}

