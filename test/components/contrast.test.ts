import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../components/styles/tokens.css', import.meta.url), 'utf8');
const usual = css.slice(0, css.indexOf('@media'));
const more = css.slice(css.indexOf('@media (prefers-contrast: more)'));

/** Colours by name: the first of a pair is for light grounds, the second for dark ones. */
function colours(block: string, of: 'light' | 'dark'): Record<string, string> {
  const tokens = [...block.matchAll(/--([\w-]+): (?:light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)|(#[0-9a-f]{6}));/g)];
  return Object.fromEntries(tokens.map(([, name, light, dark, both]) => [name!, (both ?? (of === 'light' ? light : dark))!]));
}

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
  ['light', colours(usual, 'light')], ['dark', colours(usual, 'dark')],
  ['light, more contrast', { ...colours(usual, 'light'), ...colours(more, 'light') }], ['dark, more contrast', { ...colours(usual, 'dark'), ...colours(more, 'dark') }],
] as const)('%s colours', (_, palette) => {
  it.each(PAIRS)('%s on %s can be read (4.5 : 1)', (text, ground) => {
    expect(contrast(palette[text]!, palette[ground]!)).toBeGreaterThanOrEqual(4.5);
  });

  it('show the focus ring and the boundary of a control against the grounds (3 : 1)', () => {
    for (const ground of ['paper', 'card', 'sunken']) for (const line of ['focus', 'edge']) expect(contrast(palette[line]!, palette[ground]!)).toBeGreaterThanOrEqual(3);
  });
});

it('each colour is written once, for light and dark together', () => {
  expect(Object.keys(colours(usual, 'light')).length).toBeGreaterThan(20);
  expect([...usual.matchAll(/^ +--(paper|ink|card):/gm)]).toHaveLength(3);
});
