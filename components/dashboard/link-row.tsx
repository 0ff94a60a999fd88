import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface LinkRowProps {
  label: string;
  class: string;
  links: readonly { name: string; href: string; current: boolean; text: ComponentChildren }[];
  /** What being current means: the whole page or a part of it. */
  as: 'page' | 'true';
}

/** Links of which one is current. Where the row scrolls sideways, that one is brought into its middle. */
export function LinkRow({ label, class: name, links, as }: LinkRowProps) {
  const row = useRef<HTMLElement>(null);
  const current = links.find((link) => link.current)?.name;
  useEffect(() => {
    const box = row.current;
    const link = box?.querySelector<HTMLElement>('[aria-current]');
    if (box && link) box.scrollLeft += link.getBoundingClientRect().left - box.getBoundingClientRect().left - (box.clientWidth - link.offsetWidth) / 2;
  }, [current]);
  return (
    <nav class={name} aria-label={label} ref={row}>
      <ul>
        {links.map((link) => (
          <li key={link.name}>
            <a href={link.href} aria-current={link.current ? as : undefined}>
              {link.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
