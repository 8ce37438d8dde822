/** A rectangle on a page. */
export interface PageRect {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** Joins rectangles that stand closer than `nearPx` until none do, so that a fish of twelve strokes is one fish. */
export function joinNear(rects: readonly PageRect[], nearPx: number): PageRect[] {
  const joined: PageRect[] = [];
  for (const rect of rects) {
    let grown = rect;
    for (let near = findNear(joined, grown, nearPx); near !== -1; near = findNear(joined, grown, nearPx)) {
      const [met] = joined.splice(near, 1);
      if (met) grown = around(grown, met);
    }
    joined.push(grown);
  }
  return joined;
}

function findNear(rects: readonly PageRect[], rect: PageRect, nearPx: number): number {
  return rects.findIndex(
    (other) =>
      other.minX - nearPx <= rect.maxX &&
      rect.minX - nearPx <= other.maxX &&
      other.minY - nearPx <= rect.maxY &&
      rect.minY - nearPx <= other.maxY,
  );
}

function around(a: PageRect, b: PageRect): PageRect {
  return {
    minX: Math.min(a.minX, b.minX),
    minY: Math.min(a.minY, b.minY),
    maxX: Math.max(a.maxX, b.maxX),
    maxY: Math.max(a.maxY, b.maxY),
  };
}
