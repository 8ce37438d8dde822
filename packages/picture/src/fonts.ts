/** Font stacks by tldraw's font names. Interface fonts are the reader's own: nothing is downloaded. */
const stacks = {
  draw: "'Shantell Sans','Comic Neue','Segoe Print',system-ui,sans-serif",
  sans: "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Noto Sans Arabic',sans-serif",
  serif: "Georgia,'Noto Serif','Times New Roman',serif",
  mono: "ui-monospace,'Noto Sans Mono',Consolas,monospace",
} as const;

export type FontName = keyof typeof stacks;

/** A font name out of unknown props; the board's hand when it is none. */
export function fontOf(font: unknown): FontName {
  return font === 'sans' || font === 'serif' || font === 'mono' ? font : 'draw';
}

export function fontStack(font: FontName): string {
  return stacks[font];
}
