/** Words that show a page is made for children, and words that bring in a parent or guardian. */
import type { PageSurface } from '../artifacts';
import type { PageContext } from './context';
import { blockOf, isVisible, selectorOf, textOf } from './dom';
import { inSimplified } from './simplified';

/** Text nodes worth a look; kept by the scan. */
export const CHILD_TEXT = /小朋友|小同学|少儿|儿童|小学|幼儿|宝贝|宝宝|[几多]岁|监护人|家长|父母|爸爸|妈妈|爸妈|\bkids?\b|\bchild(?:ren)?\b|\bguardian\b|\bparents?\b/i;

/** Spoken to a child, or a place for children; 儿童医院 or 少儿图书 sold to grown-ups are told apart by the forms. */
const ADDRESSED = /小朋友|小同学|小学生|小(?:选手|会员|玩家|读者|记者|画家|主人)|少儿|儿童(?:乐园|社区|频道|版|画|绘画|故事|游戏|手表|专区)|宝贝们|孩子们的|你(?:今年)?几岁|你多大|\bkids?\b|\bfor children\b/i;
const GUARDIAN = /监护人|家长|父母|爸爸|妈妈|爸妈|\bguardian\b|\bparents?(?:['’]s?)?\b/i;
/** Texts longer than this tell about children. */
const MAX_SIGN = 120;

export function* readChildren(context: PageContext, title: string): Generator<void, PageSurface['children']> {
  const found: NonNullable<PageSurface['children']> = {};
  if (ADDRESSED.test(title)) found.addressed = { text: title.slice(0, 80), selector: 'title' };
  for (const source of context.scan.childText) {
    if (found.addressed && found.guardian) break;
    yield;
    const block = blockOf(source);
    if (context.lengthOf(block) > 400 || !isVisible(block)) continue;
    const text = textOf(block, MAX_SIGN);
    const words = inSimplified(text);
    if (!found.guardian && GUARDIAN.test(words)) found.guardian = { text: text.slice(0, 80), selector: selectorOf(block) };
    if (!found.addressed && ADDRESSED.test(words)) found.addressed = { text: text.slice(0, 80), selector: selectorOf(block) };
  }
  return found.addressed || found.guardian ? found : undefined;
}
