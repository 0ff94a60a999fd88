import { useEffect, useRef } from 'preact/hooks';

/** A button that opens a short list of actions; Escape and a press elsewhere close it. */
export function Menu({ label, items }: { label: string; items: readonly { name: string; onPress: () => void; disabled?: boolean }[] }) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event): void => {
      if (box.current?.open && !(event.target instanceof Node && box.current.contains(event.target))) box.current.open = false;
    };
    addEventListener('pointerdown', close);
    return () => removeEventListener('pointerdown', close);
  }, []);
  const shut = (): void => {
    if (!box.current) return;
    box.current.open = false;
    box.current.querySelector('summary')?.focus();
  };
  return (
    <details class="board-menu" ref={box} onKeyDown={(event) => event.key === 'Escape' && shut()}>
      <summary class="button">
        {label} <span aria-hidden="true">▾</span>
      </summary>
      <div class="board-menu-list">
        {items.map(({ name, onPress, disabled }) => (
          <button
            key={name}
            type="button"
            class="button button-plain"
            disabled={disabled}
            onClick={() => {
              shut();
              onPress();
            }}
          >
            {name}
          </button>
        ))}
      </div>
    </details>
  );
}
