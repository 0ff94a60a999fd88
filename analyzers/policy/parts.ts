/** A policy together with the documents it names as parts of itself: lists of third parties, rules for children, cookie rules. */
import { LIMITS } from '../artifacts';
import type { Block, PolicyDocument } from '../artifacts';
import type { DutyLabel } from '../report';

/**
 * One document of a policy and its linked parts: their text below the policy's own, so that places in the policy stay where they were.
 * Parts that would make it longer than what is judged are left out.
 */
export function joinParts(document: PolicyDocument, linked: readonly PolicyDocument[]): PolicyDocument {
  let text = document.text;
  const blocks: Block[] = [...document.blocks];
  const links = [...document.links];
  let tables = 1 + document.blocks.reduce((most, block) => Math.max(most, block.table ?? -1), -1);
  for (const part of linked) {
    if (text.length + part.text.length + 1 > LIMITS.policyChars) continue;
    const shift = text.length + 1;
    text += `\n${part.text}`;
    const move = <T extends { start: number; end: number }>(range: T): T => ({ ...range, start: range.start + shift, end: range.end + shift });
    for (const block of part.blocks) {
      blocks.push({ ...move(block), ...(block.cells ? { cells: block.cells.map(move) } : {}), ...(block.table !== undefined ? { table: block.table + tables } : {}) });
    }
    tables += 1 + part.blocks.reduce((most, block) => Math.max(most, block.table ?? -1), -1);
    links.push(...part.links);
  }
  return { ...document, text, blocks, links };
}

/** What an answer is worth to the person who asks whether the policy says it. */
const WORTH: Partial<Record<DutyLabel, number>> = { absent: 0, partial: 1, met: 2 };

/**
 * Whether the parts say more than the policy alone. They may only speak for the operator: what the policy says is not made worse by a
 * list beside it, and a duty that does not apply is not made to apply.
 */
export function saysMore(alone: DutyLabel, together: DutyLabel): boolean {
  const [before, after] = [WORTH[alone], WORTH[together]];
  return before !== undefined && after !== undefined && after > before;
}
