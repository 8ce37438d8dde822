import type { FieldName, Fields, Json } from '@bridgeboard/protocol';

import type { BoardState, Slot } from '../board/board-state.ts';
import { equalJson, splitFields } from '../board/fields.ts';

/** Names base among the parts of a record; a layer is named by its author and reach. */
export const basePart = 'base';

/** One field of one part of a record, with what it was before a step; undefined where the part had no such field. */
export interface FieldChange {
  readonly part: string;
  readonly field: FieldName;
  readonly was: Json | undefined;
}

export function partOf(layer: { author: string; reach: 'held' | 'school' }): string {
  return `${layer.author} ${layer.reach}`;
}

/** The layer that a part is. */
export function layerNamed(part: string): { author: string; reach: 'held' | 'school' } {
  const cut = part.lastIndexOf(' ');
  return { author: part.slice(0, cut), reach: part.endsWith(' school') ? 'school' : 'held' };
}

/** Whether staff of a school see a part of a record: base, and the layers of their own school's people (P2). */
export function isSeenAt(state: BoardState, school: string, part: string): boolean {
  return part === basePart || state.members.get(layerNamed(part).author)?.school === school;
}

/** The fields in which two versions of one slot differ, part by part. */
export function fieldChanges(before: Slot, after: Slot): FieldChange[] {
  const inBase = before.base === after.base ? [] : differences(basePart, baseOf(before), baseOf(after));
  const from = layersOf(before);
  const to = layersOf(after);
  const parts = new Set([...from.keys(), ...to.keys()]);
  return [...inBase, ...[...parts].flatMap((part) => differences(part, from.get(part) ?? {}, to.get(part) ?? {}))];
}

function baseOf(slot: Slot): Fields {
  return slot.base ? splitFields(slot.base) : {};
}

function layersOf(slot: Slot): Map<string, Fields> {
  return new Map(slot.layers.map((layer) => [partOf(layer), layer.fields]));
}

function differences(part: string, from: Fields, to: Fields): FieldChange[] {
  if (from === to) return [];
  const names = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...names].flatMap((field) =>
    from[field] === to[field] || equalJson(from[field], to[field]) ? [] : [{ part, field, was: from[field] }],
  );
}
