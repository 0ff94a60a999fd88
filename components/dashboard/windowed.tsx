import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface WindowedProps {
  count: number;
  /** Height of every row, CSS pixels. */
  rowHeight: number;
  /** A row, with its distance from the top of the list. */
  row: (index: number, top: number) => VNode;
  /** Row that must be drawn even when it is out of sight: it holds the focus. */
  keep?: number;
}

/** Rows drawn above and below what is seen. */
const SPARE = 10;

/**
 * Draws only the rows of a long list that are in sight; the page itself scrolls. Rows lie absolutely, so that
 * scrolling moves nothing and only exchanges those that came and went.
 */
export function Windowed({ count, rowHeight, row, keep }: WindowedProps) {
  const box = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState<[number, number]>([0, 40]);
  useLayoutEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const above = -(box.current?.getBoundingClientRect().top ?? 0);
      const first = Math.max(0, Math.floor(above / rowHeight) - SPARE);
      const last = Math.max(0, Math.ceil((above + innerHeight) / rowHeight) + SPARE);
      setRange((before) => (before[0] === first && before[1] === last ? before : [first, last]));
    };
    const ask = (): void => void (frame ||= requestAnimationFrame(look));
    look();
    addEventListener('scroll', ask, { passive: true });
    addEventListener('resize', ask);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', ask);
      removeEventListener('resize', ask);
    };
  }, [rowHeight, count]);

  const [first, last] = [Math.min(range[0], Math.max(0, count - 1)), Math.min(range[1], count)];
  const indices = Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset);
  if (keep !== undefined && keep < count && keep >= 0 && (keep < first || keep >= last)) indices.push(keep);
  return (
    <div class="windowed" role="rowgroup" ref={box} style={{ height: `${count * rowHeight}px` }}>
      {indices.map((index) => row(index, index * rowHeight))}
    </div>
  );
}
