import { useEffect, useState } from 'preact/hooks';

/** Whether the window is at most so many CSS pixels wide. */
export function useNarrow(width: number): boolean {
  const [query] = useState(() => matchMedia(`(max-width: ${width}px)`));
  const [isNarrow, setNarrow] = useState(query.matches);
  useEffect(() => {
    const follow = (): void => setNarrow(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [query]);
  return isNarrow;
}
