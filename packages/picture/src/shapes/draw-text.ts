import { fontOf } from '../fonts.ts';
import { shadesOf } from '../palette.ts';
import type { Shape } from '../scene.ts';
import { alignOf, drawLines } from '../text/draw-lines.ts';
import { layoutText } from './label.ts';
import type { Paint } from './paint.ts';

export function drawText(paint: Paint, shape: Shape): string {
  const { props } = shape;
  const { lines, fontSize, w, h } = layoutText(props);
  return drawLines({
    lines,
    box: { x: 0, y: 0, w, h },
    fontSize,
    font: fontOf(props['font']),
    color: shadesOf(paint.palette, props['color']).text,
    align: alignOf(props['textAlign']),
    verticalAlign: 'start',
    rim: paint.palette.canvas,
  });
}
