/** The person's own account pages: what their visible entries lead to, and what the page says of removing an account. */
import type { AccountArea, AccountEntry, RemovalTerms } from '../artifacts';
import { LIMITS } from '../artifacts';
import { leadsTo, logsOut, MAX_ENTRY_CHARS, namesAccountArea, namesRemoval } from './account-words';
import { isPage } from './context';
import { blockOf, fold, isVisible, parentOf, selectorOf, textOf } from './dom';
import { removalTerms } from './removal-terms';
import type { Scan } from './scan';
import { controlText } from './scan';

/** Entries and sentences kept. */
const MAX_ENTRIES = 40;
const MAX_TERMS = 10;
const MAX_SENTENCE = 400;
/** Masked phone or mail address as account pages show it. */
const OWN_DATA = /1\d{2}\*{4}\d{4}|\w\*{2,}\w*@/;

export interface AccountReading {
  account?: AccountArea;
  /** Something on the page shows that the person is logged in. */
  signedIn?: true;
  removal?: RemovalTerms;
}

/** Reads what was marked in the scan. Pauses after each. */
export function* readAccount(document: Document, found: Scan, url: string): Generator<void, AccountReading> {
  const names = [document.title.slice(0, 200).split(/[-_|—–·]/)[0] ?? '', ...found.headings.slice(0, 8).map((heading) => textOf(heading, 40))].map((name) => fold(name.slice(0, 80)));
  const entries: AccountEntry[] = [];
  const taken = new Set<Element>();
  let logOut: Element | undefined;
  for (const element of [...found.marked.account, ...found.controls]) {
    yield;
    if (entries.length >= MAX_ENTRIES) break;
    // A heading names where one is, and a number whose account it is; neither says where one can go.
    if (isHeading(element) || OWN_DATA.test(textOf(element, MAX_ENTRY_CHARS))) continue;
    const control = entryAround(element);
    if (taken.has(control)) continue;
    taken.add(control);
    const text = entryText(control, element);
    if (text.length > MAX_ENTRY_CHARS) continue;
    const href = addressOf(control, url);
    if (logsOut(text) || (href !== undefined && /log-?out|sign-?out|quit/i.test(href) && text.length <= 8)) {
      if (isVisible(control)) logOut ??= control;
      continue;
    }
    const leads = leadsTo(text);
    // A line that shows whose account it is leads nowhere unless it can be pressed.
    if (!leads || (OWN_DATA.test(text) && !isPressable(control))) continue;
    entries.push({ leads, text, selector: selectorOf(control), ...(href ? { href } : {}), visible: isVisible(control) });
  }
  yield;
  const account = areaOf(names, logOut, found, entries);
  const signedIn = logOut !== undefined || greets(found);
  const removal = yield* removalOf(document, names, found);
  return { ...(account ? { account } : {}), ...(removal ? { removal } : {}), ...(signedIn ? { signedIn: true } : {}) };
}

/** A page is of the account when it is named so and only someone logged in can see it so. */
function areaOf(names: string[], logOut: Element | undefined, found: Scan, entries: AccountEntry[]): AccountArea | undefined {
  const name = names.find(namesAccountArea);
  if (name === undefined) return undefined;
  const asksToLogIn = found.fields.some((field) => field.getAttribute('type')?.toLowerCase() === 'password' && isVisible(field)) && entries.every((entry) => entry.leads !== 'cancel');
  if (asksToLogIn && !logOut) return undefined;
  const heading = found.headings.slice(0, 8).find((one) => namesAccountArea(fold(textOf(one, 40))) && isVisible(one));
  const shown = logOut ?? ownDataIn(found);
  if (!shown) return undefined;
  return { evidence: { text: heading ? fold(textOf(heading, 40)) : name, selector: selectorOf(heading ?? shown) }, entries };
}

function ownDataIn(found: Scan): Element | undefined {
  return found.marked.account.find((element) => OWN_DATA.test(textOf(blockOf(element), 80)) && isVisible(element));
}

/** A masked number of somebody else's, or of an account that is still to be made. */
const OTHERS_NUMBER = /验证码|校验码|发送|短信|收货|收件|配送|寄件|联系|评价|用户|中奖|恭喜|获得|抽中|领取|购买|下单|注册|\b(?:code|sent)\b/i;

/** Whether the page shows the number the person is logged in with (你好，138****5678). */
function greets(found: Scan): boolean {
  return found.marked.account.some((element) => {
    const text = textOf(blockOf(element), 41);
    return text.length <= 40 && OWN_DATA.test(text) && !OTHERS_NUMBER.test(text) && isVisible(element);
  });
}

/** The pressable part an entry's words stand in: a link or button, else the line of the list. */
function entryAround(element: Element): Element {
  let node: Element | null = element;
  let line = element;
  for (let level = 0; node && level < 5 && !isPage(node); level++) {
    if (isPressable(node)) return node;
    if (textOf(node, MAX_ENTRY_CHARS + 1).length <= MAX_ENTRY_CHARS) {
      // A part that holds several links is the list, not a line of it.
      if (node.querySelectorAll('a,button,li,h1,h2,h3').length > 1) break;
      line = node;
    }
    node = parentOf(node);
  }
  return line;
}

function isPressable(node: Element): boolean {
  const role = node.getAttribute('role');
  return node.localName === 'a' || node.localName === 'button' || role === 'button' || role === 'link' || node.hasAttribute('onclick');
}

/** Whether a text stands in a heading that is no link itself. */
function isHeading(element: Element): boolean {
  const around = [element, parentOf(element), parentOf(parentOf(element) ?? element)];
  return around.some((node) => node !== null && /^h[1-6]$/.test(node.localName)) && !around.some((node) => node?.localName === 'a' || node?.localName === 'button');
}

/** The words of an entry; of a line with a remark (注销账号 永久删除数据) the part that was marked. */
function entryText(control: Element, marked: Element): string {
  const whole = controlText(control);
  return whole.length <= MAX_ENTRY_CHARS ? whole : fold(textOf(marked, MAX_ENTRY_CHARS + 1));
}

/** Where a link leads, without its query; undefined where a script decides. */
function addressOf(control: Element, url: string): string | undefined {
  const link = control.localName === 'a' ? control : control.querySelector?.('a[href]');
  const href = link?.getAttribute('href')?.trim();
  if (!href || /^(?:#$|javascript:)/i.test(href)) return undefined;
  try {
    const { protocol, origin, pathname, hash } = new URL(href.slice(0, LIMITS.urlChars), url);
    if (protocol !== 'http:' && protocol !== 'https:') return undefined;
    return `${origin}${pathname}${/^#!?\//.test(hash) ? hash.split('?')[0] : ''}`;
  } catch {
    return undefined;
  }
}

function* removalOf(document: Document, names: string[], found: Scan): Generator<void, RemovalTerms | undefined> {
  const heading = found.headings.find((one) => namesRemoval(fold(textOf(one, 40))) && isVisible(one));
  const title = names[0] !== undefined && namesRemoval(names[0]) ? names[0] : undefined;
  const isSubject = heading !== undefined || title !== undefined;
  const terms: RemovalTerms['terms'] = [];
  const seen = new Set<Element>();
  for (const element of found.marked.account) {
    yield;
    if (terms.length >= MAX_TERMS) break;
    const block = blockOf(element);
    if (isPage(block) || seen.has(block)) continue;
    seen.add(block);
    const text = textOf(block, MAX_SENTENCE + 1);
    if (text.length > MAX_SENTENCE) continue;
    for (const term of removalTerms(text, isSubject)) {
      if (!terms.some((known) => known.text === term.text)) terms.push({ text: term.text, selector: selectorOf(block), visible: isVisible(block) });
    }
  }
  if (!isSubject && terms.length === 0) return undefined;
  const shown = heading ?? document.body;
  return { ...(isSubject && shown ? { heading: { text: heading ? fold(textOf(heading, 40)) : (title ?? ''), selector: selectorOf(shown) } } : {}), terms };
}
