import type { BoardState, Slot } from '../board/board-state.ts';
import { fieldOf } from '../board/fields.ts';
import { isEmptied } from '../board/forget-old.ts';
import { hasRoomFor } from '../edit/quota.ts';
import type { Attempt } from './attempt.ts';
import { basePart, partOf } from './parts.ts';
import { putInstead } from './set-back.ts';
import type { Wish } from './wish.ts';

/** Brings a record back from the bin, at each reach where it was; or leaves it there where its people have no room. */
export function bringBack(act: Attempt, wish: Wish): void {
  const { state } = act.draft;
  const binned = state.bin.get(wish.id);
  if (!binned) return;
  if (isEmptied(binned.slot) || !hasRoom(state, binned.slot)) return leaveInBin(act, wish.id);
  if (wish.instead) return putInstead(act, wish.id, wish.instead);
  act.draft.add({ kind: 'unbin', id: wish.id });
  act.placed.add(wish.id);
}

/**
 * A record that does not come back; where it is a binding, the arrow's end stays where its going has put it (P12): of one that
 * waits in the layers where it waited, because the end that everybody sees must not tell of it (P23).
 */
export function leaveInBin(act: Attempt, id: string): void {
  act.left.record(id);
  const slot = act.state.bin.get(id)?.slot;
  const end = slot && endOf(slot);
  if (!end) return;
  for (const part of slot.base ? [basePart] : slot.layers.map(partOf)) act.left.end({ ...end, part });
}

/** The end of an arrow that a binding holds: `props.start` or `props.end`. */
export function endOf(binding: Slot): { arrow: string; field: string } | null {
  if (!binding.id.startsWith('binding:')) return null;
  const version = binding.base ?? binding.layers.find(({ fields }) => 'fromId' in fields)?.fields;
  if (!version) return null;
  const terminal = version['props.terminal'] ?? fieldOf({ id: '', typeName: '', ...version }, 'props.terminal');
  return { arrow: String(version['fromId']), field: `props.${String(terminal)}` };
}

function hasRoom(state: BoardState, slot: Slot): boolean {
  const { id, author, school } = slot;
  const role = state.members.get(author)?.role ?? 'staff';
  return hasRoomFor(state, { author, school, role, isPage: id.startsWith('page:') });
}
