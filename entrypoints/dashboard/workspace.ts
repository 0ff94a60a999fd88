/** What every page of the dashboard works with. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Settings } from '../background/messages';

export interface Shared {
  settings: Settings;
  change: (part: Partial<Settings>) => Promise<void>;
}

export const Workspace = createContext<Shared | undefined>(undefined);

export function useWorkspace(): Shared {
  const shared = useContext(Workspace);
  if (!shared) throw new Error('no workspace around this page');
  return shared;
}
