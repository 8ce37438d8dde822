import type { BoardRecord } from '@bridgeboard/protocol';
import { boxOf, cornersOf, transform, type Box, type Point } from './geometry.ts';
import { buildScene, childrenOf, pageMatrix, type Scene, type Shape } from './scene.ts';
import { arrowBox } from './shapes/draw-arrow.ts';
import { plainBox } from './shapes/plain-box.ts';

const maxDepth = 32;

/** Page corners of a shape and, where it is a group, of what it holds. */
function cornersOnPage(scene: Scene, shape: Shape, depth = 0): Point[] {
  const box = shape.type === 'arrow' ? arrowBox(scene, shape) : plainBox(shape);
  if (box) {
    const matrix = pageMatrix(scene, shape);
    return matrix ? cornersOf(box).map((corner) => transform(matrix, corner)) : [];
  }
  if (depth > maxDepth) return [];
  return childrenOf(scene, shape.id).flatMap((child) => cornersOnPage(scene, child, depth + 1));
}

export function boundsInScene(scene: Scene, shapes: Iterable<Shape>): Box | null {
  return boxOf([...shapes].flatMap((shape) => cornersOnPage(scene, shape)));
}

function overlaps(a: Box, b: Box): boolean {
  return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h;
}

/** Whether some of a shape can be seen within `frame`; what has no box of its own always may. */
export function isInFrame(scene: Scene, shape: Shape, frame: Box): boolean {
  const box = boundsInScene(scene, [shape]);
  return !box || overlaps(box, frame);
}

/**
 * The box around the given shapes in page units, or null when none of them is drawn. A group counts
 * with what it holds; ids that are unknown are passed over.
 */
export function boundsOf(records: readonly BoardRecord[], ids: readonly string[]): Box | null {
  const scene = buildScene(records);
  const shapes = ids.flatMap((id) => scene.shapes.get(id) ?? []);
  return boundsInScene(scene, shapes);
}
