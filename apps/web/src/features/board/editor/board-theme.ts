import { colorNames, palettes } from '@bridgeboard/picture';
import type { ThemeName } from '@bridgeboard/picture';
import { DefaultColorThemePalette } from 'tldraw';

/** Paints tldraw's colours with the board's own materials: the same table that server-drawn pictures are painted with. */
export function paintBoardTheme(): void {
  paint('light', DefaultColorThemePalette.lightMode);
  paint('dark', DefaultColorThemePalette.darkMode);
}

function paint(name: ThemeName, theme: (typeof DefaultColorThemePalette)['lightMode']): void {
  const palette = palettes[name];
  theme.text = palette.ink;
  theme.background = palette.canvas;
  theme.solid = palette.sheet;
  for (const color of colorNames) {
    const shades = palette.colors[color];
    const { ink, sheet, edge } = palette;
    theme[color] = {
      ...theme[color],
      solid: shades.solid,
      fill: shades.solid,
      semi: shades.semi,
      pattern: shades.marker,
      note: shades.note,
      frame: { headingStroke: edge, headingFill: sheet, stroke: edge, fill: sheet, text: ink },
      highlight: { srgb: shades.marker, p3: shades.marker },
    };
  }
}
