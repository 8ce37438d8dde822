import { isRemarkId } from '@bridgeboard/protocol';

import type { BoardState, Layer, Slot } from '../board/board-state.ts';
import { hasMade } from '../board/layers.ts';
import { reopenCases } from '../edit/bring-back.ts';
import { settleGroups } from '../edit/settle-groups.ts';
import { stayWithout } from '../edit/stay-without.ts';
import { homeOf } from '../edit/take-off.ts';
import type { EntryDraft } from '../journal/entry-draft.ts';
import { isClosedAt } from '../view/closed-at.ts';
import { viewersOfLayer, type Viewer } from '../view/viewer.ts';
import { standsFor } from './find-faults.ts';
import { settleOrder } from './settle-order.ts';

/**
 * Brings records back from the bin that went together, containers before what stands in them, each as it was at every reach: hidden
 * stays hidden, and what waited waits again. A change that waits and only led to where nothing can stand any more is undone.
 * What has nothing to come back to stays where it is.
 * @param mayCome asked of each right before it comes
 */
export function bringAllBack(draft: EntryDraft, ids: readonly string[], mayCome: (slot: Slot) => boolean): void {
  const placed = new Set<string>();
  const come = (id: string): void => {
    const slot = draft.state.bin.get(id)?.slot;
    if (!slot || !hasPlace(draft.state, slot) || !mayCome(slot)) return;
    draft.add({ kind: 'unbin', id });
    placed.add(id);
  };
  // Bindings need both their ends, remarks their piece.
  const holdingOn = new Set(ids.filter((id) => id.startsWith('binding:') || isRemarkId(id)));
  for (const id of ids) if (!holdingOn.has(id)) come(id);
  for (const id of placed) giveWay(draft, id);
  for (const id of holdingOn) come(id);
  for (const id of holdingOn) giveWay(draft, id);
  settleOrder({ draft, placed });
  for (const id of placed) {
    const slot = draft.state.slots.get(id);
    if (slot) reopenCases(draft, slot);
  }
  settleGroups(draft);
}

/** P13: whether what a record needs is there where it has been let out furthest. */
function hasPlace(state: BoardState, slot: Slot): boolean {
  if (slot.id.startsWith('page:')) return true;
  if (slot.id.startsWith('shape:')) return state.slots.get(String(homeOf(slot))) !== undefined;
  const made = slot.layers.find(hasMade);
  const viewers: Viewer[] = made && !slot.base ? viewersOfLayer(made) : [{ kind: 'guests' }];
  return viewers.every((viewer) => isClosedAt(state, slot, viewer));
}

/** P20: a change of a record that leads nowhere goes; first only its move, and all of it where that is not enough. */
function giveWay(draft: EntryDraft, id: string): void {
  const { slots } = draft.state;
  const falling = (): { slot: Slot; layer: Layer }[] => {
    const slot = slots.get(id);
    return slot
      ? slot.layers.filter((layer) => !stands(draft.state, slot, layer)).map((layer) => ({ slot, layer }))
      : [];
  };
  for (const { slot, layer } of falling()) {
    if (!hasMade(layer) && 'parentId' in layer.fields) stayWithout(draft, slot, String(layer.fields['parentId']));
  }
  for (const { layer } of falling()) {
    const { author, reach } = layer;
    if (!hasMade(layer)) draft.add({ kind: 'drop-layer', id, author, reach });
  }
}

function stands(state: BoardState, slot: Slot, layer: Layer): boolean {
  return viewersOfLayer(layer).every((viewer) => standsFor(state, slot, viewer));
}
