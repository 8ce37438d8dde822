import { countPoints, fieldOf, segmentsField } from '@bridgeboard/domain';
import { unpackFields, unpackRecord, type Json, type Patch } from '@bridgeboard/protocol';

import type { OnPoints } from './load-client.ts';

const numbersPerPoint = 3;

/** Counts the points of every stroke of a view, from patches alone. */
export class BridgeboardStrokes {
  readonly #onPoints: OnPoints;
  readonly #counts = new Map<string, number>();
  /** Which strokes the numbers of `pens` stand for. */
  readonly #pens = new Map<number, string>();

  constructor(onPoints: OnPoints) {
    this.#onPoints = onPoints;
  }

  apply({ put, set, pens, grow, remove }: Patch): void {
    for (const { record } of put ?? []) this.#whole(record.id, fieldOf(unpackRecord(record), segmentsField));
    for (const { id, fields } of set ?? []) this.#whole(id, unpackFields(fields ?? {})[segmentsField]);
    for (const [number, id] of pens ?? []) this.#pens.set(number, id);
    if (grow) this.#grow(grow);
    for (const id of remove ?? []) this.#counts.delete(id);
  }

  #grow(grow: NonNullable<Patch['grow']>): void {
    for (const [pen, ...numbers] of grow) {
      const id = typeof pen === 'string' ? pen : this.#pens.get(pen);
      if (id !== undefined) this.#has(id, (this.#counts.get(id) ?? 0) + numbers.length / numbersPerPoint);
    }
  }

  #whole(id: string, segments: Json | undefined): void {
    if (Array.isArray(segments)) this.#has(id, countPoints(segments));
  }

  #has(id: string, count: number): void {
    this.#counts.set(id, count);
    this.#onPoints(id, count);
  }
}
