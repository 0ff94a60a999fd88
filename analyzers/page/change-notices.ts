/** Notices on a page that the operator's policy has changed: banner, dialog, a line beside a link. */
import type { ChangeNotice } from '../artifacts';
import { blockOf, isVisible, parentOf, selectorOf, textOf } from './dom';
import { isPage } from './context';
import type { Scan } from './scan';
import { inSimplified } from './simplified';

const MAX_NOTICES = 5;
/** Longer texts are news or the document itself. */
const MAX_CHARS = 400;

const DOCUMENT = /隐私|个人信息(?:保护|处理)|(?:用户|服务)(?:服务)?协议|\bprivacy\b|\bterms\b/i;
const CHANGED = '(?:更新|修订|变更|修改|调整|升级|改版)';
const TELLS = [
  new RegExp(`(?:我们|本站|平台|公司|网站|现|近期|已|于)[^。；]{0,24}?${CHANGED}[^。；]{0,24}?(?:隐私|个人信息|协议|政策)`),
  new RegExp(`(?:隐私|个人信息|协议|政策)[^。；]{0,24}?(?:已|有|将|进行|全面|近期|重要|于)[^。；]{0,16}?${CHANGED}`),
  new RegExp(`(?:隐私|个人信息(?:保护|处理))[^。；]{0,12}?${CHANGED}(?:公告|通知|提示|提醒|说明|啦|了|$|[！!：:（(])`),
  /\b(?:updated|changed|revised|changes to|updates to|update of)\b[^.]{0,40}\b(?:privacy|terms)\b|\b(?:privacy|terms)\b[^.]{0,40}\b(?:(?:was|were|has|have|been|is) (?:been )?(?:updated|changed|revised)|update\b)/i,
];
/** What a policy says of changes to come, and the date line under its title. */
const STANDING = /(?:可能|有权|将会?|会)(?:会|不时|随时|适时|不定期|根据)[^。；]{0,20}(?:更新|修订|变更|修改|调整)|如(?:有|果)?[^。；]{0,16}(?:更新|修订|变更|修改)|若[^。；]{0,16}(?:更新|修订|变更|修改)|^(?:最[近后新])?(?:更新|修订|发布)(?:日期|时间)|\bmay (?:update|change|revise)\b|\bfrom time to time\b|^last (?:updated|revised)/i;

/** Reads what was marked in the scan; texts of documents are to be left out by the caller. Pauses after each. */
export function* readChangeNotices(found: Scan): Generator<void, ChangeNotice[]> {
  const notices: ChangeNotice[] = [];
  const seen = new Set<Element>();
  for (const element of found.marked.change) {
    yield;
    if (notices.length >= MAX_NOTICES) break;
    let block = blockOf(element);
    const around = parentOf(block);
    // 重要更新 as a heading, 我们修订了《隐私政策》 below: one message.
    if (around && !isPage(around) && textOf(around, MAX_CHARS + 1).length <= MAX_CHARS) block = around;
    if (seen.has(block)) continue;
    seen.add(block);
    const text = textOf(block, MAX_CHARS + 1);
    if (text.length <= MAX_CHARS && tellsOfChange(text)) notices.push({ text, selector: selectorOf(block), visible: isVisible(block) });
  }
  return notices;
}

/** Whether a short text tells that a policy has changed. */
export function tellsOfChange(written: string): boolean {
  const text = inSimplified(written);
  if (!DOCUMENT.test(text)) return false;
  return text.split(/[。；;！!\n]/).some((sentence) => !STANDING.test(sentence.trim()) && TELLS.some((pattern) => pattern.test(sentence)));
}
