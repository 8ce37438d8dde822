import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
  .replaceAll(/\/\*[\s\S]*?\*\//g, '')
  .replaceAll(/\s+/g, ' ')
  .replaceAll('"', "'");

type Tokens = Readonly<Record<string, string>>;

function declarations(block: string): Tokens {
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

function blockAfter(selector: string): Tokens {
  const start = css.indexOf(selector);
  return declarations(css.slice(start, css.indexOf('}', start)));
}

const light = blockAfter(':root {');
const dark = blockAfter("[data-theme='dark'] {");

/** Relative luminance of a #rrggbb colour (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

const grounds = ['paper', 'canvas', 'sheet', 'sunk'];
const schools = ['a', 'b', 'c', 'd'];

/** Ink on ground, with the least contrast allowed. */
const pairs: readonly (readonly [string, string, number])[] = [
  ...['ink', 'ink-2', 'ink-3', 'accent-ink', 'wait-ink', 'danger'].flatMap((ink) =>
    grounds.map((ground) => [ink, ground, 4.5] as const),
  ),
  ['accent-ink', 'accent-soft', 4.5],
  ['wait-ink', 'wait-soft', 4.5],
  ['danger', 'danger-soft', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-press', 4.5],
  ['on-wait', 'wait', 4.5],
  ['on-danger', 'danger', 4.5],
  ...schools.flatMap((school) => [
    [`on-school-${school}`, `school-${school}`, 4.5] as const,
    [`school-${school}`, `school-${school}-soft`, 4.5] as const,
  ]),
  ...['sun', 'leaf', 'sky', 'rose'].map((paper) => ['note-ink', `note-${paper}`, 4.5] as const),
  ['edge', 'paper', 3],
  ['edge', 'sheet', 3],
];

describe('tokens', () => {
  it('[D13] says the dark values twice, and the same: for the device and for the choice', () => {
    const byDevice = blockAfter(":root:not([data-theme='light']) {");
    expect(byDevice).toEqual(dark);
    expect(Object.keys(dark).length).toBeGreaterThan(40);
  });

  it.each([
    ['light', light],
    ['dark', { ...light, ...dark }],
  ])('[D13] every text pair of the %s theme is readable', (_name, tokens) => {
    const poor = pairs
      .map(([ink, ground, least]) => ({
        pair: `${ink} on ${ground}`,
        ratio: contrast(tokens[`--${ink}`] ?? '', tokens[`--${ground}`] ?? ''),
        least,
      }))
      .filter(({ ratio, least }) => !(ratio >= least));
    expect(poor).toEqual([]);
  });
});
