import { isRemarkId } from '@bridgeboard/protocol';

import type { BoardState, Slot } from '../board/board-state.ts';
import type { EntryDraft } from '../journal/entry-draft.ts';
import { fixEndOf, type EndsSet } from './fix-ends.ts';
import { moveOut } from './move-out.ts';
import { stayWithout } from './stay-without.ts';

/** How an act takes records off. */
export interface TakeOff {
  readonly draft: EntryDraft;
  /** Whether what stands in a container, in whatever version, is taken off together with it. */
  readonly goesToo: (slot: Slot, container: string) => boolean;
  /** What this act takes off by itself, and leaves alone until then. */
  readonly goesAlone?: (slot: Slot) => boolean;
  /** Ends of arrows that this act itself has set. */
  readonly endsSet: EndsSet;
  /** What is being taken off at this moment: versions of two records may stand in each other. */
  readonly leaving: Set<string>;
}

/** Takes a record off the board, at every reach, with what cannot stand without it (P7). */
export function takeOff(how: TakeOff, id: string): void {
  const slot = how.draft.state.slots.get(id);
  if (!slot || how.leaving.has(id)) return;
  how.leaving.add(id);
  if (id.startsWith('page:')) clear(how, id, new Set([id]));
  else settleDependents(how, slot);
  how.draft.add({ kind: 'bin', id });
}

/**
 * Before a record goes: what was said about it goes, bindings to it go, and arrows keep their ends where they were (P12); what stands in it, unseen
 * things too, moves to its parent unless it goes as well (P16).
 */
export function settleDependents(how: TakeOff, slot: Slot): void {
  const { draft } = how;
  if (slot.id.startsWith('binding:')) return fixEndOf(draft, slot, how.endsSet);
  const passed = new Set<string>();
  // Again until nobody comes any more: what goes too may hold things that move in here, and on from here.
  for (let rest = referrersOf(draft.state, slot.id); rest.length > 0;) {
    for (const referrer of rest) {
      passed.add(referrer);
      const other = how.leaving.has(referrer) ? undefined : draft.state.slots.get(referrer);
      if (other && how.goesAlone?.(other)) continue;
      if (other && (holdsOn(referrer) || how.goesToo(other, slot.id))) takeOff(how, referrer);
      else if (other) moveOut(draft, other, slot);
    }
    rest = referrersOf(draft.state, slot.id).filter((id) => !passed.has(id));
  }
}

/** What cannot be without what it points to. */
function holdsOn(id: string): boolean {
  return id.startsWith('binding:') || isRemarkId(id);
}

/** P17: all that is on a page goes with it, in its frames and unseen too; a change that only moved there is undone. */
function clear(how: TakeOff, container: string, passed: Set<string>): void {
  const { draft } = how;
  for (const id of referrersOf(draft.state, container)) {
    const slot = draft.state.slots.get(id);
    if (!slot) continue;
    if (holdsOn(id)) takeOff(how, id);
    else if (homeOf(slot) !== container) stayWithout(draft, slot, container);
    else if (!passed.has(id)) {
      passed.add(id);
      clear(how, id, passed);
      draft.add({ kind: 'bin', id });
    }
  }
}

/** What a record stands in where it has been let out furthest: its base, else the layer that made it. */
export function homeOf(slot: Slot): unknown {
  const made = slot.base ?? slot.layers.find(({ fields }) => 'typeName' in fields)?.fields;
  return made?.['parentId'];
}

/** In the order of ids, not in the order in which the index heard of them. */
function referrersOf(state: BoardState, id: string): string[] {
  return [...state.referrers.of(id)].toSorted();
}
