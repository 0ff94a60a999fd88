import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../components/styles/tokens.css', import.meta.url), 'utf8');
const tokens = (block: string): Record<string, string> => Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1]!, match[2]!]));
const more = css.slice(css.indexOf('@media (prefers-contrast: more) {'));
const light = tokens(/:root \{([^}]*)\}/.exec(css)![1]!);
const chosenDark = tokens(/:root\[data-theme='dark'\] \{([^}]*)\}/.exec(css)![1]!);
const systemDark = tokens(/:root:not\(\[data-theme='light'\]\) \{([^}]*)\}/.exec(css)![1]!);
const moreLight = tokens(/:root \{([^}]*)\}/.exec(more)![1]!);
const moreDark = tokens(/:root\[data-theme='dark'\] \{([^}]*)\}/.exec(more)![1]!);
const moreSystemDark = tokens(/:root:not\(\[data-theme='light'\]\) \{([^}]*)\}/.exec(more)![1]!);

/** WCAG 2 contrast ratio of two colours. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [r, g, blue] = [1, 3, 5].map((at) => {
      const value = parseInt(colour.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Text and ground as the style sheets pair them. */
const PAIRS = [
  ['ink', 'paper'], ['ink', 'card'], ['ink-soft', 'paper'], ['ink-soft', 'card'], ['seal', 'card'], ['seal', 'paper'], ['seal', 'seal-wash'], ['amber', 'amber-wash'],
  ['amber', 'paper'], ['amber', 'card'], ['ink', 'amber-wash'], ['ink-soft', 'amber-wash'], ['green', 'green-wash'], ['green', 'paper'], ['paper', 'ink'], ['on-solid', 'seal-solid'],
  ['on-solid', 'amber-solid'], ['on-solid', 'green-solid'], ['on-solid', 'ink-solid'], ['ink', 'sunken'], ['ink-soft', 'sunken'], ['accent', 'paper'], ['accent', 'card'], ['accent', 'sunken'],
  ['accent', 'accent-wash'], ['ink', 'accent-wash'], ['on-accent', 'accent'], ['ink', 'seal-wash'], ['ink', 'green-wash'], ['ink-soft', 'seal-wash'], ['ink-soft', 'green-wash'], ['ink-soft', 'accent-wash'],
  ['seal', 'sunken'], ['amber', 'sunken'], ['green', 'sunken'], ['green', 'card'],
] as const;

describe.each([
  ['light', light], ['dark', { ...light, ...chosenDark }], ['light, more contrast', { ...light, ...moreLight }], ['dark, more contrast', { ...light, ...chosenDark, ...moreLight, ...moreDark }],
] as const)('%s colours', (_, colours) => {
  it.each(PAIRS)('%s on %s can be read (4.5 : 1)', (text, ground) => {
    expect(contrast(colours[text]!, colours[ground]!)).toBeGreaterThanOrEqual(4.5);
  });

  it('show the focus ring and the boundary of a control against the grounds (3 : 1)', () => {
    for (const ground of ['paper', 'card', 'sunken']) for (const line of ['focus', 'edge']) expect(contrast(colours[line]!, colours[ground]!)).toBeGreaterThanOrEqual(3);
  });
});

it('the dark colours are the same whether the system or the person chose them', () => {
  expect(systemDark).toEqual(chosenDark);
  expect(moreSystemDark).toEqual(moreDark);
});
