import type { OnPoints } from './load-client.ts';

type Op = readonly [kind: string, value?: unknown, offset?: number];

/** Counts the points of every stroke of a room of tldraw sync, from its diffs alone. */
export class TldrawStrokes {
  readonly #onPoints: OnPoints;

  constructor(onPoints: OnPoints) {
    this.#onPoints = onPoints;
  }

  /** A network diff: record id → ['put', record] | ['patch', changes] | ['remove']. */
  apply(diff: object): void {
    for (const [id, op] of Object.entries(diff) as [string, Op][]) {
      if (!id.startsWith('shape:')) continue;
      const count = op[0] === 'put' ? wholeCount(op[1]) : grownCount(op);
      if (count !== null) this.#onPoints(id, count);
    }
  }
}

function keyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function countOf(segments: unknown): number | null {
  const points = keyOf(keyOf(segments, '0'), 'points');
  return Array.isArray(points) ? points.length : null;
}

function wholeCount(record: unknown): number | null {
  return countOf(keyOf(keyOf(record, 'props'), 'segments'));
}

/** Follows `patch` operations down to the points, which are appended to or, where a diff gave up, put whole. */
function grownCount(op: Op): number | null {
  const segments = keyOf((keyOf(op[1], 'props') as Op | undefined)?.[1], 'segments') as Op | undefined;
  if (segments?.[0] === 'put') return countOf(segments[1]);
  const points = keyOf((keyOf(segments?.[1], '0') as Op | undefined)?.[1], 'points') as Op | undefined;
  const values = points?.[1];
  if (!Array.isArray(values)) return null;
  return points?.[0] === 'append' ? (points[2] ?? 0) + values.length : values.length;
}
