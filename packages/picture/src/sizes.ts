/** Measures of tldraw 3.15's own shapes, in page units, before a shape's `scale`. */

const sizeNames = ['s', 'm', 'l', 'xl'] as const;
export type SizeName = (typeof sizeNames)[number];
type BySize = Record<SizeName, number>;

export const strokeWidths: BySize = { s: 2, m: 3.5, l: 5, xl: 10 };
export const textSizes: BySize = { s: 18, m: 24, l: 36, xl: 44 };
export const labelSizes: BySize = { s: 18, m: 22, l: 26, xl: 32 };
export const arrowLabelSizes: BySize = { s: 18, m: 20, l: 24, xl: 28 };

export const lineHeight = 1.35;
export const labelPadding = 16;
export const noteSize = 200;

/** A marker is this much broader than the letters of its size, so that it covers a line of text. */
export const markerToText = 1.12;

/** A size name out of unknown props; "m" is what tldraw itself starts with. */
export function sizeOf(size: unknown): SizeName {
  return sizeNames.find((known) => known === size) ?? 'm';
}
