import { mix, type Point } from '../geometry.ts';

/** Whether a point lies inside a polygon, by counting the edges a ray from it would cross. */
export function isInside(point: Point, polygon: readonly Point[]): boolean {
  let inside = false;
  let previous = polygon.at(-1);
  for (const corner of polygon) {
    if (previous && corner.y > point.y !== previous.y > point.y) {
      const share = (point.y - corner.y) / (previous.y - corner.y);
      if (point.x < corner.x + share * (previous.x - corner.x)) inside = !inside;
    }
    previous = corner;
  }
  return inside;
}

/** Where the way from a point inside to one outside crosses the border, to a thousandth. */
export function findBorder(inside: Point, outside: Point, polygon: readonly Point[]): Point {
  let [near, far] = [0, 1];
  for (let round = 0; round < 10; round += 1) {
    const middle = (near + far) / 2;
    if (isInside(mix(inside, outside, middle), polygon)) near = middle;
    else far = middle;
  }
  return mix(inside, outside, far);
}
