import { isAssetId } from '../board/assets.ts';
import type { BoardState, Slot } from '../board/board-state.ts';
import { settleGroups } from '../edit/settle-groups.ts';
import { takeOff } from '../edit/take-off.ts';
import type { EntryDraft } from '../journal/entry-draft.ts';

/**
 * Takes all of somebody's records off. Other people's arrows keep their ends, what stood in something moves out of it, and images of
 * others that show a picture of theirs go too: without it there is nothing to see (ER2). What stands innermost on the board goes first, and nothing because of what else
 * waits: in which order things go decides what keys others' things get, which must not tell of work that was never let out.
 */
export function takeAllOff(draft: EntryDraft, isTheirs: (slot: Slot) => boolean): void {
  const goesToo = (_slot: Slot, container: string): boolean => isAssetId(container);
  for (const id of innermostFirst(draft.state, isTheirs)) {
    takeOff({ draft, goesToo, goesAlone: isTheirs, endsSet: new Set(), leaving: new Set() }, id);
  }
  settleGroups(draft);
}

function innermostFirst(state: BoardState, isTheirs: (slot: Slot) => boolean): string[] {
  const own = [...state.slots.entries()].flatMap(([id, slot]) =>
    isTheirs(slot) ? { id, depth: depthOf(state, id) } : [],
  );
  const inOrder = own.toSorted((one, other) => other.depth - one.depth || (one.id < other.id ? -1 : 1));
  return inOrder.map(({ id }) => id);
}

/** In how many containers a record stands as it was let out; 0 for one that was not. */
function depthOf(state: BoardState, id: string): number {
  const passed = new Set<string>();
  for (let at = id; !passed.has(at);) {
    const parent = state.slots.get(at)?.base?.['parentId'];
    if (typeof parent !== 'string') break;
    passed.add(at);
    at = parent;
  }
  return passed.size;
}
