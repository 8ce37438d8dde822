import { isRemarkId } from '@bridgeboard/protocol';

import { goesWith } from '../board/stands-with.ts';
import type { EntryDraft } from '../journal/entry-draft.ts';
import { bringAllBack } from './bring-all-back.ts';

/**
 * CO3: where an act has brought a piece back, what had been said about it and gone with it comes too, seen or not: whoever took
 * the piece off has asked for none of it.
 */
export function bringRemarksBack(draft: EntryDraft): void {
  const { state } = draft;
  const wentAt = piecesBack(draft);
  if (wentAt.size === 0) return;
  const remarks = [...state.bin.entries()].filter(
    ([id, { seq, slot }]) => isRemarkId(id) && wentAt.get(String(goesWith(slot))) === seq,
  );
  if (remarks.length === 0) return;
  bringAllBack(draft, remarks.map(([id]) => id).toSorted(), () => true);
}

/** Pieces that are on the board again, with the number of the entry that had taken them off. */
function piecesBack({ before, state }: EntryDraft): Map<string, number> {
  const wentAt = new Map<string, number>();
  for (const id of state.touched.records) {
    const binned = id.startsWith('shape:') && state.slots.get(id) ? before.bin.get(id) : undefined;
    if (binned) wentAt.set(id, binned.seq);
  }
  return wentAt;
}
