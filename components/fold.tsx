import { createContext } from 'preact';
import type { ComponentChildren } from 'preact';
import { useContext, useState } from 'preact/hooks';

/** A view without scripts (a printed report): nothing can be made later, so all of it is made at once. */
export const StaticView = createContext(false);

export interface FoldProps {
  label: ComponentChildren;
  open?: boolean;
  class?: string;
  children: () => ComponentChildren;
}

/** A part that opens on demand; what is inside is made only once it was opened. */
export function Fold({ label, open = false, class: name = 'fold', children }: FoldProps) {
  const isStatic = useContext(StaticView);
  const [opened, setOpened] = useState(open || isStatic);
  return (
    <details class={name} open={open} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{label}</summary>
      {opened ? children() : null}
    </details>
  );
}
