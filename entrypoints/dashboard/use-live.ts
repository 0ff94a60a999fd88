import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

export interface Live<T> {
  /** Undefined until the first answer. */
  value?: T;
  failed: boolean;
}

/** The answer of a query on the database, asked again whenever something it read was written: by this page, the background or another dashboard. */
export function useLive<T>(query: () => Promise<T>, on: readonly unknown[]): Live<T> {
  const [answer, setAnswer] = useState<Live<T>>({ failed: false });
  useEffect(() => {
    setAnswer({ failed: false });
    const following = liveQuery(query).subscribe({
      next: (value) => setAnswer({ value, failed: false }),
      error: () => setAnswer({ failed: true }),
    });
    return () => following.unsubscribe();
  }, on);
  return answer;
}
