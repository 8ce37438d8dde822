import { expect, test } from 'vitest';

import { colorNames, palettes, shadesOf } from './palette.ts';

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test.each(['light', 'dark'] as const)('words are readable in every colour of the %s theme', (theme) => {
  const { canvas, colors } = palettes[theme];
  const hard = colorNames.filter((name) => {
    const { text, note } = colors[name];
    return contrast(text, canvas) < 4.5 || contrast(note.text, note.fill) < 4.5;
  });
  expect(hard).toEqual([]);
});

test('a colour that is none of the thirteen is drawn in ink', () => {
  for (const odd of ['teal', 'constructor', 7, undefined]) {
    expect(shadesOf(palettes.light, odd)).toBe(palettes.light.colors.black);
  }
});
