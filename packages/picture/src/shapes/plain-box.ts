import { boxOf, type Box } from '../geometry.ts';
import { readLength, readScale } from '../read-field.ts';
import type { Shape } from '../scene.ts';
import { sizeOf, strokeWidths } from '../sizes.ts';
import { geoBox } from './draw-geo.ts';
import { imageBox } from './draw-image.ts';
import { lineCourse } from './draw-line.ts';
import { noteBox } from './draw-note.ts';
import { layoutText } from './label.ts';
import { readStroke } from './stroke.ts';

function strokeBox(shape: Shape): Box | null {
  const stroke = readStroke(shape);
  return stroke ? boxOf(stroke.points, stroke.width / 2) : null;
}

/**
 * The box of a shape that stands for itself, in its own coordinates. Null for arrows, whose box
 * depends on what they are tied to, for groups, and for what is not drawn.
 */
export function plainBox(shape: Shape): Box | null {
  const { props } = shape;
  switch (shape.type) {
    case 'draw':
    case 'highlight':
      return strokeBox(shape);
    case 'line':
      return boxOf(lineCourse(props), strokeWidths[sizeOf(props['size'])] * readScale(props['scale']));
    case 'text': {
      const { w, h } = layoutText(props);
      return { x: 0, y: 0, w, h };
    }
    case 'note':
      return noteBox(props);
    case 'geo':
      return geoBox(props);
    case 'frame':
      return frameBox(shape);
    case 'image':
      return imageBox(shape);
    default:
      return null;
  }
}

export function frameBox({ props }: Shape): Box {
  return { x: 0, y: 0, w: readLength(props['w'], 1, 1), h: readLength(props['h'], 1, 1) };
}
