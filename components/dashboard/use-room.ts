import { useLayoutEffect, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

/** How much fits beside each other. */
export type Room = 'wide' | 'narrow' | 'tight';

/** The room an element has, counted in letters: large letters leave as little as a small window. `least` is in rem. */
export function useRoom(element: RefObject<HTMLElement>, least: Record<'wide' | 'narrow', number>): { room: Room; rem: number } {
  const [found, setFound] = useState<{ room: Room; rem: number }>({ room: 'wide', rem: 14 });
  useLayoutEffect(() => {
    const look = (): void => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 14;
      const width = (element.current?.clientWidth ?? 0) / rem;
      const room = width >= least.wide ? 'wide' : width >= least.narrow ? 'narrow' : 'tight';
      setFound((before) => (before.room === room && before.rem === rem ? before : { room, rem }));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, []);
  return found;
}
