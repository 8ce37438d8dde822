import { fontStack } from '../fonts.ts';
import { readText } from '../read-field.ts';
import type { Shape } from '../scene.ts';
import { element, escapeText } from '../xml.ts';
import type { Paint } from './paint.ts';
import { frameBox } from './plain-box.ts';

const nameSize = 12;
const maxName = 120;

/** The frame's sheet and, above it, its name. */
export function drawFrame(paint: Paint, shape: Shape): string {
  const { w, h } = frameBox(shape);
  const sheet = element('rect', {
    width: w,
    height: h,
    fill: paint.palette.sheet,
    stroke: paint.palette.edge,
    'stroke-width': 1,
  });
  const name = readText(shape.props['name']).slice(0, maxName);
  if (name.trim() === '') return sheet;
  const words = element(
    'text',
    { y: -8, 'font-family': fontStack('sans'), 'font-size': nameSize, fill: paint.palette.ink },
    escapeText(name),
  );
  return sheet + words;
}

/**
 * What lies in a frame, cut off at its edges. A nested svg clips by itself, so that no clip path
 * needs a name that could clash with another picture on the same page.
 */
export function frameBody(shape: Shape, content: string): string {
  if (content === '') return '';
  const { w, h } = frameBox(shape);
  return element('svg', { width: w, height: h, overflow: 'hidden' }, content);
}
