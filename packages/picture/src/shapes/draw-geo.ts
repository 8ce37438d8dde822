import type { Box } from '../geometry.ts';
import { shadesOf } from '../palette.ts';
import { pathThrough } from '../path.ts';
import { readLength, readScale, readText, type Fields } from '../read-field.ts';
import type { Shape } from '../scene.ts';
import { sizeOf, strokeWidths } from '../sizes.ts';
import { element } from '../xml.ts';
import { dashOf } from './dash.ts';
import { fillOf } from './fill.ts';
import { geoLines, type GeoLines } from './geo-outline.ts';
import { drawLabel } from './label.ts';
import type { Paint } from './paint.ts';

export function geoBox(props: Fields): Box {
  const h = readLength(props['h'], 1, 1) + readLength(props['growY'], 0);
  return { x: 0, y: 0, w: readLength(props['w'], 1, 1), h };
}

export function linesOfGeo(props: Fields): GeoLines {
  const { w, h } = geoBox(props);
  return geoLines(readText(props['geo']), w, h);
}

export function drawGeo(paint: Paint, shape: Shape): string {
  const { props } = shape;
  const { outline, marks } = linesOfGeo(props);
  const width = strokeWidths[sizeOf(props['size'])] * readScale(props['scale']);
  const closed = pathThrough(outline, paint.detail, true);
  const open = marks.map((mark) => pathThrough(mark, paint.detail)).join('');
  const fill = fillOf(paint, props);
  const inside = fill ? element('path', { d: closed, ...fill }) : '';
  const lines = element('path', {
    d: closed + open,
    fill: 'none',
    stroke: shadesOf(paint.palette, props['color']).solid,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'stroke-dasharray': dashOf(props['dash'], width),
  });
  const { text } = shadesOf(paint.palette, props['labelColor']);
  return inside + lines + drawLabel(props, geoBox(props), text);
}
