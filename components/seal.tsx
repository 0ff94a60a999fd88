import type { Tally } from './tally';

/** One character each, as a stamp: 疑 suspected, 察 to be looked at, 缺 not all seen, 清 clean. */
const GLYPHS: Record<Tally['mood'], string> = { bad: '疑', doubt: '察', unseen: '缺', clean: '清' };

/** The stamp beside a verdict. Ornament: the verdict's sentence says the same in words. */
export function Seal({ mood }: { mood: Tally['mood'] }) {
  return (
    <span class={`seal seal-${mood}`} aria-hidden="true">
      {GLYPHS[mood]}
    </span>
  );
}

/** The product's mark: 明 carved into a seal. */
export function Mark() {
  return (
    <span class="mark" aria-hidden="true">
      明
    </span>
  );
}
