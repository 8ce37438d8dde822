import type { Box } from '../geometry.ts';
import { shadesOf, type Palette } from '../palette.ts';
import { readLength, readScale, type Fields } from '../read-field.ts';
import type { Shape } from '../scene.ts';
import { noteSize } from '../sizes.ts';
import { element } from '../xml.ts';
import { drawLabel, labelGrowth } from './label.ts';
import type { Paint } from './paint.ts';

export function noteBox(props: Fields): Box {
  const scale = readScale(props['scale']);
  const height = noteSize + readLength(props['growY'], 0);
  return { x: 0, y: 0, w: noteSize * scale, h: height * scale };
}

/** The `growY` of a note at scale 1 that holds all of its words, as far as letters can be measured without a browser. */
export function noteGrowth(props: Fields): number {
  return labelGrowth(props, { w: noteSize, h: noteSize });
}

/** A soft shadow without a filter: filters need a name, and many readers of SVG skip them. */
const shadowSteps = [
  { inset: 5, drop: 9, opacity: 0.02 },
  { inset: 4, drop: 7, opacity: 0.025 },
  { inset: 3, drop: 5.5, opacity: 0.03 },
  { inset: 2, drop: 4, opacity: 0.035 },
  { inset: 1, drop: 2.5, opacity: 0.04 },
  { inset: 0, drop: 1.2, opacity: 0.05 },
] as const;

/** The shadow of a sheet of paper that lies on the board. */
function drawPaperShadow(palette: Palette, box: Box, scale: number): string {
  const steps = shadowSteps.map(({ inset, drop, opacity }) =>
    element('rect', {
      x: box.x + inset * scale,
      y: box.y + drop * scale,
      width: Math.max(0, box.w - 2 * inset * scale),
      height: box.h,
      rx: (2 + drop / 2) * scale,
      fill: palette.shadow,
      opacity,
    }),
  );
  return steps.join('');
}

export function drawNote(paint: Paint, shape: Shape): string {
  const box = noteBox(shape.props);
  const scale = readScale(shape.props['scale']);
  const { note } = shadesOf(paint.palette, shape.props['color']);
  const paper = element('rect', { width: box.w, height: box.h, rx: 2 * scale, fill: note.fill });
  const labelColor = shape.props['labelColor'];
  const isInk = labelColor === undefined || labelColor === 'black';
  const color = isInk ? note.text : shadesOf(paint.palette, labelColor).solid;
  return drawPaperShadow(paint.palette, box, scale) + paper + drawLabel(shape.props, box, color);
}
