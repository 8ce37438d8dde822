import type { FieldName, Fields, Json } from '@bridgeboard/protocol';

import { layerOf } from '../board/apply-change.ts';
import type { Slot } from '../board/board-state.ts';
import { equalJson, fieldOf, splitFields } from '../board/fields.ts';
import { breakRings } from '../edit/break-rings.ts';
import { placeFields } from '../board/place-fields.ts';
import type { Attempt } from './attempt.ts';
import { basePart, isSeenAt, layerNamed } from './parts.ts';
import type { Wish } from './wish.ts';

/** Gives fields of a record that is on the board back what they were before the span, part by part. */
export function setBack(act: Attempt, wish: Wish): void {
  // Base first: what it says again needs no layer (P5).
  const parts = [...wish.former].toSorted(([a], [b]) => Number(b === basePart) - Number(a === basePart));
  for (const [part, former] of parts) {
    const slot = act.draft.state.slots.get(wish.id);
    if (!slot) return;
    const wanted = new Map([...former].filter(([field]) => !isLeft(act, { id: wish.id, part, field })));
    const written = part === basePart ? setBase(act, slot, wanted) : setLayer(act, slot, { part, wanted, wish });
    if (isSeenAt(act.state, act.actor.school, part)) act.fields += written;
  }
}

function isLeft({ left }: Attempt, at: { id: string; part: string; field: FieldName }): boolean {
  return (placeFields.has(at.field) && left.hasPlace(at.id, at.part)) || left.hasEnd({ arrow: at.id, ...at });
}

type Wanted = ReadonlyMap<FieldName, Json | undefined>;

/** Base gets nothing here but what base had: what waits for a decision is never put into it (P26). */
function setBase(act: Attempt, slot: Slot, wanted: Wanted): number {
  const { base } = slot;
  if (!base) return 0;
  const fields: Fields = {};
  for (const [field, was] of wanted) {
    if (was !== undefined && !equalJson(was, fieldOf(base, field))) fields[field] = was;
  }
  const count = Object.keys(fields).length;
  if ('parentId' in fields || 'index' in fields) act.placed.add(slot.id);
  if (count > 0) act.draft.add({ kind: 'set-base', id: slot.id }, fields);
  if ('parentId' in fields) {
    const gaveWay = breakRings(act.draft, slot.id);
    // What others move about later stays; only what the actor does not see has to give way (P23).
    act.mustYield ||=
      gaveWay.some(({ author }) => author.school === act.actor.school) && act.left.place(slot.id, basePart);
  }
  return count;
}

function setLayer(act: Attempt, slot: Slot, about: { part: string; wanted: Wanted; wish: Wish }): number {
  const { part, wanted, wish } = about;
  const key = layerNamed(part);
  const layer = layerOf(slot, key);
  const reviewCase = layer?.case ?? wish.story.caseOf.get(part);
  const changed = [...wanted].filter(([field, was]) => !equalJson(was, layer?.fields[field]));
  const unset = changed.flatMap(([field, was]) => (was === undefined ? [field] : []));
  // P5: what base says already needs no layer.
  const set = changed.flatMap(([field, was]): [FieldName, Json][] =>
    was === undefined || isInBase(slot, field, was) ? [] : [[field, was]],
  );
  if (unset.length + set.length === 0 || reviewCase === undefined) return 0;
  act.draft.add({ kind: 'set-layer', id: slot.id, ...key, case: reviewCase, unset }, Object.fromEntries(set));
  return unset.length + set.length;
}

function isInBase(slot: Slot, field: FieldName, value: Json): boolean {
  return slot.base !== null && equalJson(fieldOf(slot.base, field), value);
}

/** Puts what a record was back in place of what its author made anew under its id. */
export function putInstead(act: Attempt, id: string, before: Slot): void {
  const own = before.layers.filter((layer) => layer.author === before.author);
  const base = before.base && splitFields(before.base);
  const cases = own.map((layer) => layer.case);
  const layers = own.map((layer) => layer.reach);
  const change = { kind: 'recall' as const, id, author: before.author, case: cases.at(-1) ?? '', layers, cases };
  act.draft.add(change, [base, ...own.map((layer) => layer.fields)]);
}
