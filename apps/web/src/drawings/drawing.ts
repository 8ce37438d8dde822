/** One mark of a drawing: an SVG element as plain data, so that React and the server draw from the same source. */
export type Mark = {
  readonly tag: 'circle' | 'ellipse' | 'g' | 'path' | 'rect';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly marks?: readonly Mark[];
};

export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
};

/** How a mark is painted: filled, or drawn as a line of some width. */
export type Paint = Readonly<Record<string, string | number>>;

export function fill(colour: string): Paint {
  return { fill: colour };
}

/** A line with round ends, as from a felt pen. `width` is in the drawing's own units. */
export function line(colour: string, width: number): Paint {
  return { fill: 'none', stroke: colour, strokeWidth: width, strokeLinecap: 'round', strokeLinejoin: 'round' };
}

export function path(d: string, paint: Paint): Mark {
  return { tag: 'path', attributes: { d, ...paint } };
}

/** `at` is centre x, centre y, radius. */
export function circle(at: readonly [number, number, number], paint: Paint): Mark {
  const [cx, cy, r] = at;
  return { tag: 'circle', attributes: { cx, cy, r, ...paint } };
}

/** `at` is centre x, centre y, radius across, radius down, and a turn in degrees. */
export function ellipse(at: readonly [number, number, number, number, number?], paint: Paint): Mark {
  const [cx, cy, rx, ry, turn] = at;
  const transform = turn === undefined ? {} : { transform: `rotate(${turn} ${cx} ${cy})` };
  return { tag: 'ellipse', attributes: { cx, cy, rx, ry, ...transform, ...paint } };
}

/** `at` is left, top, width, height, and the radius of the corners. */
export function rect(at: readonly [number, number, number, number, number?], paint: Paint): Mark {
  const [x, y, width, height, rx] = at;
  return { tag: 'rect', attributes: { x, y, width, height, ...(rx === undefined ? {} : { rx }), ...paint } };
}

/** Marks that share a paint or a place. */
export function group(attributes: Paint, marks: readonly Mark[]): Mark {
  return { tag: 'g', attributes, marks };
}
