import { compose, identity, invert, placement, transform, type Matrix, type Point } from './geometry.ts';
import { isFields, readFields, readNumber, readText, type Fields } from './read-field.ts';

/** A shape record whose frame of reference is known to be sound; its props are still unread. */
export interface Shape {
  id: string;
  type: string;
  parentId: string;
  index: string;
  x: number;
  y: number;
  rotation: number;
  opacity: number;
  props: Fields;
}

/** What one end of an arrow is tied to. */
export interface Tie {
  toId: string;
  props: Fields;
}

export interface Scene {
  shapes: ReadonlyMap<string, Shape>;
  /** Children by parent id, in painting order. */
  children: ReadonlyMap<string, readonly Shape[]>;
  ties: ReadonlyMap<string, { start?: Tie; end?: Tie }>;
}

/** Deeper nesting than this is a loop or an attack; such shapes are left out. */
const maxDepth = 32;

function readShape(record: Fields): Shape | null {
  const x = readNumber(record['x']);
  const y = readNumber(record['y']);
  const rotation = readNumber(record['rotation'] ?? 0);
  const opacity = readNumber(record['opacity'] ?? 1);
  const id = readText(record['id']);
  if (id === '' || x === null || y === null || rotation === null || opacity === null) return null;
  return {
    id,
    type: readText(record['type']),
    parentId: readText(record['parentId']),
    index: readText(record['index']),
    x,
    y,
    rotation,
    opacity: Math.min(1, Math.max(0, opacity)),
    props: readFields(record['props']),
  };
}

/** Two shapes made at once can have the same index, so the id decides: as on every board. */
function comparePainting(a: Shape, b: Shape): number {
  if (a.index !== b.index) return a.index < b.index ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

function collectTies(records: readonly Fields[]): Scene['ties'] {
  const ties = new Map<string, { start?: Tie; end?: Tie }>();
  for (const record of records) {
    const props = readFields(record['props']);
    const end = props['terminal'];
    if (record['typeName'] !== 'binding' || (end !== 'start' && end !== 'end')) continue;
    const fromId = readText(record['fromId']);
    ties.set(fromId, {
      ...ties.get(fromId),
      [end]: { toId: readText(record['toId']), props },
    });
  }
  return ties;
}

/** Sorts a view's records into a tree to paint. Records that make no sense are left out. */
export function buildScene(records: readonly unknown[]): Scene {
  const known = records.filter(isFields);
  const shapes = new Map<string, Shape>();
  for (const record of known) {
    const shape = record['typeName'] === 'shape' ? readShape(record) : null;
    if (shape) shapes.set(shape.id, shape);
  }
  const children = new Map<string, Shape[]>();
  for (const shape of shapes.values()) {
    const siblings = children.get(shape.parentId);
    if (siblings) siblings.push(shape);
    else children.set(shape.parentId, [shape]);
  }
  for (const siblings of children.values()) siblings.sort(comparePainting);
  return { shapes, children, ties: collectTies(known) };
}

export function childrenOf(scene: Scene, parentId: string): readonly Shape[] {
  return scene.children.get(parentId) ?? [];
}

/** From a shape's coordinates to its page's, or null when its parents never end at a page. */
export function pageMatrix(scene: Scene, shape: Shape): Matrix | null {
  let matrix = identity;
  let current = shape;
  for (let depth = 0; depth < maxDepth; depth += 1) {
    matrix = compose(placement(current.x, current.y, current.rotation), matrix);
    const parent = scene.shapes.get(current.parentId);
    if (!parent) return matrix;
    current = parent;
  }
  return null;
}

/** Moves points of one shape into another's coordinates; null when either is nowhere. */
export function carryPoints(scene: Scene, way: { from: Shape; to: Shape }, points: readonly Point[]): Point[] | null {
  const there = pageMatrix(scene, way.from);
  const back = pageMatrix(scene, way.to);
  if (!there || !back) return null;
  const matrix = compose(invert(back), there);
  return points.map((point) => transform(matrix, point));
}
