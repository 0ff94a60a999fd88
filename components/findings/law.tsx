import { createContext } from 'preact';
import type { ComponentType } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Basis } from '../../analyzers/report';

type Notes = ComponentType<{ basis: Basis[] }>;

/** Notes at hand from the start, for what is rendered in one go (a printed report). */
export const LawContext = createContext<Notes | undefined>(undefined);

/** The articles of a finding. Their texts are fetched when the first one is asked for: a view opens faster without 100 kB of law. */
export function Law({ basis }: { basis: Basis[] }) {
  const given = useContext(LawContext);
  const [loaded, setLoaded] = useState<Notes>();
  useEffect(() => {
    if (!given) void import('./law-notes').then(({ LawNotes }) => setLoaded(() => LawNotes));
  }, [given]);
  const Shown = given ?? loaded;
  return Shown ? <Shown basis={basis} /> : null;
}
