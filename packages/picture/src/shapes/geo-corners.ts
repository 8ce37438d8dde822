/** Corner points as shares of width and height. */
export type Corners = readonly (readonly [x: number, y: number])[];

/** Reads "x,y x,y …". */
function corners(text: string): Corners {
  return text.split(' ').map((pair) => {
    const [x = 0, y = 0] = pair.split(',').map(Number);
    return [x, y];
  });
}

const square = corners('0,0 1,0 1,1 0,1');
const arrow = corners('0,0.16 0.62,0.16 0.62,0 1,0.5 0.62,1 0.62,0.84 0,0.84');

/** Points round an ellipse in the unit square, from its top, pushed in by `radius`. */
export function ring(steps: number, radius: (at: number) => number = () => 1): Corners {
  return Array.from({ length: steps }, (_, at) => {
    const angle = (at / steps) * 2 * Math.PI - Math.PI / 2;
    return [0.5 + 0.5 * radius(at) * Math.cos(angle), 0.5 + 0.5 * radius(at) * Math.sin(angle)];
  });
}

/** Fills the unit square with a ring that leaves room at its sides, as five corners do. */
function stretch(points: Corners): Corners {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [w, h] = [Math.max(...xs) - left, Math.max(...ys) - top];
  return points.map(([x, y]) => [(x - left) / w, (y - top) / h]);
}

/** Nine round bumps along an ellipse. */
function cloud(): Corners {
  const perBump = 12;
  return stretch(ring(9 * perBump, (at) => 0.84 + 0.16 * Math.abs(Math.sin((at / perBump) * Math.PI))));
}

function heart(): Corners {
  const points = ring(72).map((_, at) => {
    const t = (at / 72) * 2 * Math.PI;
    const y = 13 * Math.cos(t) - 5 * Math.cos(2 * t) - 2 * Math.cos(3 * t) - Math.cos(4 * t);
    return [16 * Math.sin(t) ** 3, -y] as const;
  });
  return stretch(points);
}

// A map and not an object: the name comes from a record, and may be "constructor".
const fixed = new Map<string, Corners>([
  ['triangle', corners('0.5,0 1,1 0,1')],
  ['diamond', corners('0.5,0 1,0.5 0.5,1 0,0.5')],
  ['arrow-right', arrow],
  ['arrow-left', arrow.map(([x, y]) => [1 - x, y])],
  ['arrow-down', arrow.map(([x, y]) => [y, x])],
  ['arrow-up', arrow.map(([x, y]) => [y, 1 - x])],
  ['pentagon', stretch(ring(5))],
  ['hexagon', stretch(ring(6))],
  ['octagon', stretch(ring(8))],
  ['star', stretch(ring(10, (at) => (at % 2 === 0 ? 1 : 0.5)))],
  ['ellipse', ring(72)],
  ['cloud', cloud()],
  ['heart', heart()],
]);

/** Corners of a geometric shape; `slant` is how far a slanted one leans, as a share of its width. */
export function cornersOfGeo(geo: string, slant: number): Corners {
  const far = 1 - slant;
  if (geo === 'rhombus') return corners(`${slant},0 1,0 ${far},1 0,1`);
  if (geo === 'rhombus-2') return corners(`0,0 ${far},0 1,1 ${slant},1`);
  if (geo === 'trapezoid') return corners(`${slant},0 ${far},0 1,1 0,1`);
  return fixed.get(geo) ?? square;
}
