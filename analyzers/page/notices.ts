/** Sentences on the page that speak of agreement: in or beside a form, in a surface, or standing alone. */
import type { ConsentTopic } from '../artifacts';
import { LIMITS } from '../artifacts';
import type { PageContext } from './context';
import { isPage } from './context';
import { ancestorsOf, blockOf, parentOf, textOf } from './dom';
import { inSimplified } from './simplified';
import { asksConsent, impliesConsent, sentencesOf, topicsOf } from './wording';

/** A notice is a short line; more is the text of a document. */
const MAX_BLOCK = 400;
/** A sentence put together from several blocks. */
const MAX_LINE = 160;
/** Text around a notice that stands in no form: an embedded agreement is longer. */
const MAX_AROUND = 800;

/** What only a document says, of itself or of its changes. */
const OWN_TERMS = /本(?:协议|条款|声明|政策|规则|须知|章程)(?:的|所|各|项|全部|之|中|内容|项下|约定|自)|(?:更新|修改|变更|修订|调整)后的|已生效的|第[一二三四五六七八九十\d]{1,3}条/;

export interface NoticeReading {
  element: Element;
  text: string;
  topics: ConsentTopic[];
  impliesConsent: boolean;
  /** A sentence of an agreement printed on the page, which says what press makes it binding. */
  ofDocument?: true;
}

/** 您点击“同意以下协议，提交”按钮后，本协议即…: what an agreement printed beside a form says of the form's button. */
const BINDING_PRESS = /(?:点击|点选|按下|勾选|选择|单击)[^。；]{0,8}[“"「『【]?[^。；“”]{0,10}(?:同意|接受|注册|提交|下一步)[^。；]{0,16}(?:按钮|键|框|选项)[^。；]{0,40}(?:生效|约束|效力|同意|接受|成立)|\b(?:clicking|pressing|selecting|ticking)\b[^.;]{0,60}\b(?:button|box)\b[^.;]{0,60}\b(?:agree|accept|bound|binding)/i;

/** Consent sentences of the page with the block each stands in. Text of documents (agreements, articles) is left out. Pauses after each. */
export function* readNotices(context: PageContext): Generator<void, NoticeReading[]> {
  const seen = new Set<Element>();
  const notices: NoticeReading[] = [];
  for (const source of context.scan.consentText) {
    yield;
    const block = lineOf(source, context);
    if (seen.has(block) || notices.length >= LIMITS.elementsPerSurface) continue;
    seen.add(block);
    if (isPage(block) || context.lengthOf(block) > MAX_BLOCK * 2 || isTold(block, context)) continue;
    const binding = bindingSentence(block, context);
    if (binding) notices.push({ element: block, text: binding, topics: ['agreement'], impliesConsent: false, ofDocument: true });
    if (binding || isDocumentPart(block, context)) continue;
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

/** Whether a line breaks off before what it is about: 我已阅读并同意, with the documents in parts of their own behind it. */
export function isUnfinished(text: string): boolean {
  return /(?:同意|接受|遵守|阅读)[：:\s]*$|\b(?:agree to|accept)(?: the)?\s*$/i.test(inSimplified(text));
}

/** The line a text stands in: its block, but never one that holds fields as well; with the parts that finish its sentence. */
export function lineOf(source: Element, context: PageContext): Element {
  const block = blockOf(source);
  if (context.fieldsIn(block) === 0) {
    const parent = parentOf(block);
    const isWhole = !parent || isPage(parent) || context.fieldsIn(parent) > 0 || context.lengthOf(parent) > MAX_LINE || context.lengthOf(block) === context.lengthOf(parent);
    return !isWhole && isUnfinished(textOf(block, MAX_LINE)) ? parent : block;
  }
  let line = source;
  for (let level = 0; level < 8; level++) {
    const parent = parentOf(line);
    if (!parent || context.fieldsIn(parent) > 0) break;
    line = parent;
  }
  return line;
}

/** What a paragraph of an agreement says of the press that makes it binding. */
function bindingSentence(block: Element, context: PageContext): string | undefined {
  const parent = parentOf(block);
  if (!parent || context.lengthOf(parent) <= MAX_AROUND) return undefined;
  return sentencesOf(textOf(block, MAX_BLOCK * 2)).find((sentence) => sentence.length <= MAX_BLOCK && topicsOf(sentence).includes('agreement') && BINDING_PRESS.test(inSimplified(sentence)));
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

