import type { BoardState, Layer, Slot } from '../board/board-state.ts';
import { levelsBelow } from '../board/levels-below.ts';
import { limits } from '../gate/limits.ts';
import { isClosedAt, versionAt } from '../view/closed-at.ts';
import { viewerOf, viewersOfLayer, type Viewer } from '../view/viewer.ts';
import { placeFields } from '../board/place-fields.ts';
import type { Attempt } from './attempt.ts';
import { endOf, leaveInBin } from './bring-back.ts';
import { basePart, isSeenAt, partOf } from './parts.ts';
import type { Wish } from './wish.ts';

/**
 * Looks at what an attempt came to (P12, P13, P20) and leaves what would not stand: the place of a record first, then the
 * whole of it. Answers whether anything had to be left, and with it whether another attempt is due.
 */
export function leaveFaults(act: Attempt): boolean {
  const wishes = act.wishes.filter(({ id, being }) => being !== 'off' && !act.left.hasRecord(id));
  return wishes.filter((wish) => leaveFaultOf(act, wish)).length > 0;
}

function leaveFaultOf(act: Attempt, wish: Wish): boolean {
  const { state } = act.draft;
  const slot = state.slots.get(wish.id);
  if (!slot) return false;
  if (wish.being === 'back' && isBoundAnew(act, slot)) return leaveRecord(act, wish);
  if (slot.base && !standsFor(state, slot, { kind: 'guests' })) return leaveBase(act, wish);
  const faulty = slot.layers.filter(
    (layer) => !viewersOfLayer(layer).every((viewer) => standsFor(state, slot, viewer)),
  );
  return faulty.filter((layer) => leaveLayer(act, wish, { slot, layer })).length > 0;
}

/** Whether the arrow's end that a binding held has, as far as the actor sees, been bound elsewhere since it went. */
function isBoundAnew(act: Attempt, slot: Slot): boolean {
  const end = endOf(slot);
  const wentAt = act.state.bin.get(slot.id)?.seq ?? 0;
  if (!end) return false;
  const { slots, referrers } = act.draft.state;
  return [...referrers.of(end.arrow)].some((id) => {
    const other = id === slot.id ? undefined : slots.get(id);
    const isNew = (act.state.slots.get(id)?.seq ?? 0) > wentAt;
    const held = isNew && versionAt(other, viewerOf(act.actor)) && other ? endOf(other) : null;
    return held?.arrow === end.arrow && held.field === end.field;
  });
}

function leaveBase(act: Attempt, wish: Wish): boolean {
  return leavePlace(act, wish, basePart) || leaveRecord(act, wish);
}

/** What the actor does not see gives way alone: it must not decide about what is seen. */
function leaveLayer(act: Attempt, wish: Wish, at: { slot: Slot; layer: Layer }): boolean {
  const part = partOf(at.layer);
  if (leavePlace(act, wish, part)) return true;
  const isSeen = isSeenAt(act.state, act.actor.school, part);
  if (isSeen && leavePlace(act, wish, basePart)) return true;
  if (at.slot.base && 'parentId' in at.layer.fields && act.left.move(wish.id, part)) return true;
  return (isSeen || !at.slot.base) && leaveRecord(act, wish);
}

function leavePlace(act: Attempt, wish: Wish, part: string): boolean {
  const former = wish.former.get(part);
  const isMoved = former !== undefined && [...former.keys()].some((field) => placeFields.has(field));
  return isMoved && act.left.place(wish.id, part);
}

function leaveRecord(act: Attempt, wish: Wish): boolean {
  if (act.left.hasRecord(wish.id)) return false;
  if (wish.being === 'back') leaveInBin(act, wish.id);
  else act.left.record(wish.id);
  return true;
}

/** P13, and SEC-17: whether a record leads to a page at a viewer's reach, and nothing in it stands too deep. */
export function standsFor(state: BoardState, slot: Slot, viewer: Viewer): boolean {
  if (!isClosedAt(state, slot, viewer)) return false;
  if (!slot.id.startsWith('shape:')) return true;
  const below = levelsBelow(state, slot.id, (id) => versionAt(state.slots.get(id), viewer));
  return levelsAbove(state, slot, viewer) + below <= limits.both.parentDepth;
}

function levelsAbove(state: BoardState, slot: Slot, viewer: Viewer): number {
  let levels = 0;
  let at = versionAt(slot, viewer);
  while (at?.typeName === 'shape' && levels <= limits.both.parentDepth) {
    levels += 1;
    at = versionAt(state.slots.get(String(at['parentId'])), viewer);
  }
  return levels;
}
