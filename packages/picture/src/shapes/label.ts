import type { Box } from '../geometry.ts';
import { fontOf } from '../fonts.ts';
import { readLength, readScale, type Fields } from '../read-field.ts';
import { labelPadding, labelSizes, sizeOf, textSizes } from '../sizes.ts';
import { paragraphsOf } from '../text/rich-text.ts';
import { alignOf, drawLines, heightOf } from '../text/draw-lines.ts';
import { wrapText, type Line } from '../text/wrap-text.ts';

/** Lines and size of the words inside a note or a shape that is `w` broad. */
interface Label {
  lines: readonly Line[];
  fontSize: number;
}

function labelFontSize(props: Fields): number {
  const adjusted = props['fontSizeAdjustment'];
  const isAdjusted = typeof adjusted === 'number' && adjusted > 0 && adjusted <= 200;
  return (isAdjusted ? adjusted : labelSizes[sizeOf(props['size'])]) * readScale(props['scale']);
}

function layoutLabel(props: Fields, w: number): Label {
  const fontSize = labelFontSize(props);
  const padding = labelPadding * readScale(props['scale']);
  return { lines: wrapText(paragraphsOf(props), fontSize, w - 2 * padding), fontSize };
}

export function drawLabel(props: Fields, box: Box, color: string): string {
  const { lines, fontSize } = layoutLabel(props, box.w);
  const padding = labelPadding * readScale(props['scale']);
  const inner = { x: padding, y: padding, w: box.w - 2 * padding, h: box.h - 2 * padding };
  return drawLines({
    lines,
    box: inner,
    fontSize,
    font: fontOf(props['font']),
    color,
    align: alignOf(props['align']),
    verticalAlign: alignOf(props['verticalAlign']),
  });
}

/** How much higher than `h` a shape of breadth `w` has to be for all of its words, before its scale. */
export function labelGrowth(props: Fields, { w, h }: { w: number; h: number }): number {
  const { lines, fontSize } = layoutLabel(props, w);
  return Math.max(0, Math.ceil(heightOf(lines, fontSize) + 2 * labelPadding - h));
}

/** Text of its own, without a shape around it. */
export interface TextLayout extends Label {
  w: number;
  h: number;
}

/** Broadest line a board can hold. */
const maxTextWidth = 20_000;

export function layoutText(props: Fields): TextLayout {
  const scale = readScale(props['scale']);
  const fontSize = textSizes[sizeOf(props['size'])] * scale;
  const isFixed = props['autoSize'] === false;
  // tldraw keeps a text's width before its scale, unlike that of any other shape.
  const fixed = Math.min(maxTextWidth, readLength(props['w'], fontSize, 16) * scale);
  const lines = wrapText(paragraphsOf(props), fontSize, isFixed ? fixed : Infinity);
  const longest = lines.reduce((width, line) => Math.max(width, line.width), 0);
  return { lines, fontSize, w: isFixed ? fixed : longest, h: heightOf(lines, fontSize) };
}
