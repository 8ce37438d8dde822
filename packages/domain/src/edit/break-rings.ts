import type { BoardState, Layer, Slot } from '../board/board-state.ts';
import type { EntryDraft } from '../journal/entry-draft.ts';
import { versionAt } from '../view/closed-at.ts';
import { viewersOfLayer, type Viewer } from '../view/viewer.ts';
import { stayWithout } from './stay-without.ts';

/**
 * After base has moved: somebody who could not see it may have a move waiting that closes a ring with this one, and in a
 * ring everything would vanish (P20). The waiting move gives way; to refuse the other would tell of it (P23).
 * Answers the moves that gave way.
 */
export function breakRings(draft: EntryDraft, moved: string): WaitingMove[] {
  const gone: WaitingMove[] = [];
  for (const move of waitingMovesAbove(draft.state, moved)) {
    const { id, author, container } = move;
    const slot = draft.state.slots.get(id);
    if (!slot || !viewersOfLayer(author).some((viewer) => isInRing(draft.state, id, viewer))) continue;
    stayWithout(draft, slot, container);
    gone.push(move);
  }
  return gone;
}

/** A move of a record into a container that waits in a layer. */
interface WaitingMove {
  readonly id: string;
  readonly author: Layer;
  readonly container: string;
}

/** Moves in layers on the way up from a record, whichever version one follows. */
function waitingMovesAbove(state: BoardState, from: string): WaitingMove[] {
  const moves: WaitingMove[] = [];
  const passed = new Set([from]);
  for (const id of passed) {
    const slot = state.slots.get(id);
    const parents = slot ? parentsOf(slot) : [];
    for (const { container, layer } of parents) {
      passed.add(container);
      if (layer && slot?.base) moves.push({ id, author: layer, container });
    }
  }
  return moves;
}

function parentsOf(slot: Slot): { container: string; layer: Layer | null }[] {
  const found = slot.layers.map((layer) => ({ container: layer.fields['parentId'], layer: layer as Layer | null }));
  found.push({ container: slot.base?.['parentId'], layer: null });
  return found.flatMap(({ container, layer }) => (typeof container === 'string' ? [{ container, layer }] : []));
}

function isInRing(state: BoardState, id: string, viewer: Viewer): boolean {
  const passed = new Set<string>();
  let at = versionAt(state.slots.get(id), viewer);
  while (at?.typeName === 'shape') {
    if (passed.has(at.id)) return true;
    passed.add(at.id);
    at = versionAt(state.slots.get(String(at['parentId'])), viewer);
  }
  return false;
}
