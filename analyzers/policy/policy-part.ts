/** The part of a combined page that is the policy: an agreement's own clauses are not judged as rules on personal information. */
import type { Block, PolicyDocument } from '../artifacts';

/** Headings under which a combined page gives its rules on personal information. */
const POLICY_HEADING = /(?:隐私|隱私|私隱|个人信息|个人资料|用户信息|个人数据|個人資料|個資)[^，。；？]{0,12}(?:政策|声明|聲明|协议|協議|条款|條款|指引|规则|規則|保护|保護|说明|说明|处理|收集|权)|privacy (?:policy|notice|statement|terms|protection)|^(?:[^\u4e00-\u9fff]{0,8})?(?:隐私|privacy)$/i;

/** An agreement's name beside the policy's: the title of the whole page, not of its policy part. */
const NAMES_BOTH = /(?:用户|用戶|服务|服務|使用|会员|注册|软件)[^，。；]{0,6}(?:协议|協議|条款|條款)|terms|agreement/i;

/** Parts of the rest that hold for both: who the operator is, how to reach it, since when all this holds. */
const SHARED_HEADING = /联系|聯絡|客服|投诉|附则|附則|生效|关于我们|运营主体|contact/i;

/** Lines outside any part that are kept: dates and the operator's imprint. */
const SHARED_LINE = /\d{4}\s?[年./-]\s?\d{1,2}|更新|生效|版权所有|©|公司|@|电话|邮箱|地址/;

/** Blocks at the top that belong to both. */
const TOP_BLOCKS = 6;

/**
 * The policy's part of a combined page, with its introduction, date and contacts. Where no part can be told, the page as it is.
 * Places in the result are places of its own text.
 */
export function policyPartOf(document: PolicyDocument): PolicyDocument {
  const { blocks, text } = document;
  const wording = (block: Block) => text.slice(block.start, block.end);
  const keep = new Set<number>();
  let level = 0;
  let isShared = false;
  let policyBlocks = 0;
  const hasHeading = blocks.some((block, index) => isPolicyHeading(block, wording(block), index));
  if (!hasHeading) return document;
  blocks.forEach((block, index) => {
    if (block.kind === 'heading') {
      const own = block.level ?? 4;
      if (level && own <= level) level = 0;
      if (!level && isPolicyHeading(block, wording(block), index)) level = own;
      isShared = SHARED_HEADING.test(wording(block));
    }
    if (level) policyBlocks++;
    const isTop = index < TOP_BLOCKS && !level && block.kind !== 'heading' && SHARED_LINE.test(wording(block));
    if (level || isShared || isTop || index === 0 || (index >= blocks.length - TOP_BLOCKS && wording(block).length < 80 && SHARED_LINE.test(wording(block)))) keep.add(index);
  });
  return policyBlocks < 2 ? document : cut(document, keep);
}

function isPolicyHeading(block: Block, wording: string, index: number): boolean {
  return block.kind === 'heading' && POLICY_HEADING.test(wording) && !(index < TOP_BLOCKS && NAMES_BOTH.test(wording));
}

function cut(document: PolicyDocument, keep: ReadonlySet<number>): PolicyDocument {
  const blocks: Block[] = [];
  const parts: string[] = [];
  /** By place in the old text: a cell that spans rows stands in an earlier block. */
  const shifts: { start: number; end: number; shift: number }[] = [];
  let at = 0;
  document.blocks.forEach((block, index) => {
    if (!keep.has(index)) return;
    const shift = at - block.start;
    shifts.push({ start: block.start, end: block.end, shift });
    const moved: Block = { ...block, start: at, end: at + (block.end - block.start) };
    if (block.cells) moved.cells = block.cells.map((cell) => move(cell, shift, block, shifts));
    blocks.push(moved);
    parts.push(document.text.slice(block.start, block.end));
    at = moved.end + 1;
  });
  return { ...document, text: parts.join('\n'), blocks };
}

/** A spanning cell whose row was left out has no text here: it stands empty at the beginning of its row. */
function move(cell: { start: number; end: number }, shift: number, row: Block, shifts: readonly { start: number; end: number; shift: number }[]): { start: number; end: number } {
  if (cell.start >= row.start) return { start: cell.start + shift, end: cell.end + shift };
  for (let i = shifts.length - 1; i >= 0; i--) {
    const holder = shifts[i]!;
    if (cell.start >= holder.start && cell.end <= holder.end) return { start: cell.start + holder.shift, end: cell.end + holder.shift };
  }
  return { start: row.start + shift, end: row.start + shift };
}
