import type { BoardRecord, Fields, Json } from '@bridgeboard/protocol';

import { bytesKey, type BoardState, type Slot } from './board-state.ts';

/** A point of a stroke as JSON, more or less: strokes grow twenty times a second, and are not read through each time. */
const charactersPerPoint = 30;

/** How long a version of a record, or a layer's fields, is as JSON, in characters and more or less. */
export function weightOf(version: Readonly<Fields> | BoardRecord): number {
  return weigh(version as Fields);
}

/** Keeps `counts` true when a slot is replaced: the school whose people see a version carries its weight (L16). */
export function moveWeight(state: BoardState, before: Slot | undefined, after: Slot | undefined): void {
  const moved = new Map<string, number>();
  const add = (slot: Slot | undefined, by: 1 | -1): void => {
    if (!slot) return;
    const move = (school: string, version: Readonly<Fields>): void =>
      void moved.set(school, (moved.get(school) ?? 0) + by * weightOf(version));
    if (slot.base) move(slot.school, slot.base);
    for (const layer of slot.layers) move(layer.school, layer.fields);
  };
  add(before, -1);
  add(after, 1);
  for (const [school, weight] of moved) {
    const key = bytesKey(school);
    if (weight !== 0) state.counts.set(key, (state.counts.get(key) ?? 0) + weight);
  }
}

function weigh(value: Json): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 8;
  if (Array.isArray(value)) return value.reduce<number>((sum, inner) => sum + weigh(inner) + 1, 2);
  let weight = 2;
  for (const [key, inner] of Object.entries(value)) {
    const isPoints = key === 'points' && Array.isArray(inner);
    weight += key.length + 4 + (isPoints ? inner.length * charactersPerPoint : weigh(inner));
  }
  return weight;
}
