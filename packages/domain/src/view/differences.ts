import type { BoardRecord, Fields, FieldName } from '@bridgeboard/protocol';
import { diffRecords, fieldOf } from '../board/fields.ts';
import { growthOf, segmentsField } from '../board/strokes.ts';

/** What turns one version of a record into the next, as patches say it. */
export interface Difference {
  readonly set: Readonly<Fields>;
  readonly unset: readonly FieldName[];
  /** Points that joined a stroke, packed; they are not in `set`. */
  readonly growth: readonly number[] | null;
}

/**
 * Differences between versions, each worked out once: what has been let out is one and the same object in all views, so a
 * tick that tells it to five views looks at it once. Good for one tick.
 */
export class Differences {
  readonly #known = new Map<BoardRecord, { before: BoardRecord; difference: Difference }>();

  of(before: BoardRecord, after: BoardRecord): Difference {
    const known = this.#known.get(after);
    if (known?.before === before) return known.difference;
    const difference = differenceBetween(before, after);
    this.#known.set(after, { before, difference });
    return difference;
  }
}

function differenceBetween(before: BoardRecord, after: BoardRecord): Difference {
  const { set, unset } = diffRecords(before, after);
  const growth = segmentsField in set ? growthOf(fieldOf(before, segmentsField), set[segmentsField]) : null;
  if (growth) delete set[segmentsField];
  return { set, unset, growth };
}
