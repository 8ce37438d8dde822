import { childrenOf, type Shape } from './scene.ts';
import { drawArrow } from './shapes/draw-arrow.ts';
import { drawFrame, frameBody } from './shapes/draw-frame.ts';
import { drawGeo } from './shapes/draw-geo.ts';
import { drawImage } from './shapes/draw-image.ts';
import { drawLine } from './shapes/draw-line.ts';
import { drawNote } from './shapes/draw-note.ts';
import { drawMarker, drawStroke } from './shapes/draw-stroke.ts';
import { drawText } from './shapes/draw-text.ts';
import type { Paint } from './shapes/paint.ts';
import { element, formatNumber } from './xml.ts';

/** Markers are painted twice: below everything else of their page or frame, then thinly in place. */
type Layer = 'under' | 'over';

/** Which shapes to paint; what a container holds is asked for one by one. */
export type ShapeFilter = (shape: Shape) => boolean;

const maxDepth = 32;

function drawBody(paint: Paint, shape: Shape, layer: Layer): string {
  if (shape.type === 'highlight') return drawMarker(paint, shape, layer);
  if (layer === 'under') return '';
  switch (shape.type) {
    case 'draw':
      return drawStroke(paint, shape);
    case 'line':
      return drawLine(paint, shape);
    case 'arrow':
      return drawArrow(paint, shape);
    case 'text':
      return drawText(paint, shape);
    case 'note':
      return drawNote(paint, shape);
    case 'geo':
      return drawGeo(paint, shape);
    case 'frame':
      return drawFrame(paint, shape);
    case 'image':
      return drawImage(paint, shape);
    default:
      return '';
  }
}

function place(shape: Shape, content: string): string {
  if (content === '') return '';
  const move = `translate(${formatNumber(shape.x)} ${formatNumber(shape.y)})`;
  const angle = formatNumber((shape.rotation * 180) / Math.PI);
  return element(
    'g',
    {
      transform: angle === '0' ? move : `${move} rotate(${angle})`,
      opacity: shape.opacity < 1 ? shape.opacity : undefined,
    },
    content,
  );
}

interface Visit {
  parentId: string;
  layer: Layer;
  depth: number;
}

function drawShape(paint: Paint, shape: Shape, visit: Visit & { pick: ShapeFilter }): string {
  const { layer, pick } = visit;
  const body = pick(shape) ? drawBody(paint, shape, layer) : '';
  const inside = { parentId: shape.id, depth: visit.depth + 1 };
  if (shape.type !== 'frame') {
    return place(shape, body + drawLayer(paint, pick, { ...inside, layer }));
  }
  // A frame is its own sheet of paper: markers in it lie on the frame, not on the board.
  if (layer === 'under') return '';
  const under = drawLayer(paint, pick, { ...inside, layer: 'under' });
  const over = drawLayer(paint, pick, { ...inside, layer: 'over' });
  return place(shape, body + frameBody(shape, under + over));
}

function drawLayer(paint: Paint, pick: ShapeFilter, visit: Visit): string {
  if (visit.depth > maxDepth) return '';
  const children = childrenOf(paint.scene, visit.parentId);
  return children.map((child) => drawShape(paint, child, { ...visit, pick })).join('');
}

/** Everything on a page that `pick` lets through, in painting order. */
export function drawTree(paint: Paint, page: string, pick: ShapeFilter): string {
  const visit = { parentId: page, depth: 0 };
  return drawLayer(paint, pick, { ...visit, layer: 'under' }) + drawLayer(paint, pick, { ...visit, layer: 'over' });
}
