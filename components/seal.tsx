import type { Tally } from './site/tally';

/** Views without a verdict, by the names of their sentences. */
export type Waiting = 'analysing' | 'unsupported' | 'unseen' | 'paused-here' | 'paused-everywhere' | 'unreachable';

/** One character each, as a stamp: 疑 suspected, 察 to be looked at, 缺 not all seen, 清 clean. */
const VERDICTS: Record<Tally['mood'], string> = { bad: '疑', doubt: '察', unseen: '缺', clean: '清' };
/** 察 looking, 免 no need, 未 not yet, 停 paused, 断 cut off. */
const WAITING: Record<Waiting, string> = { analysing: '察', unsupported: '免', unseen: '未', 'paused-here': '停', 'paused-everywhere': '停', unreachable: '断' };

/** The stamp beside a verdict, or of a view without one. Ornament: the sentence beside it says the same in words. */
export function Seal(props: { mood: Tally['mood'] } | { waiting: Waiting }) {
  const mood = 'mood' in props ? props.mood : 'unseen';
  const glyph = 'mood' in props ? VERDICTS[props.mood] : WAITING[props.waiting];
  return (
    <span class={`seal seal-${mood}`} aria-hidden="true" lang="zh-CN">
      {glyph}
    </span>
  );
}

/** The product's mark: 明 carved into a seal, as in `public/icon`. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 128 128" aria-hidden="true">
      <rect class="mark-stone" x="4" y="4" width="120" height="120" rx="24" />
      <path class="mark-line" d="M25 34h28v58H25zM25 63h28" />
      <path class="mark-line" d="M72 30h30v64q0 6-8 6h-3M72 30v42q0 18-10 28M72 52h30M72 74h30" />
    </svg>
  );
}
