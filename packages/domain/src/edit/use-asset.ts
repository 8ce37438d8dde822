import type { BoardRecord, ErrorCode } from '@bridgeboard/protocol';

import { assetField, assetOfSlot, assetRecordOf } from '../board/assets.ts';
import type { Binned } from '../board/board-state.ts';
import { fieldOf, splitFields } from '../board/fields.ts';
import { isTheirs } from './bring-back.ts';
import { seen, type EditAct } from './edit-act.ts';

/**
 * Whether this person may show the picture that an image names: one they have uploaded to this board, one they see on it, or
 * the one that what they bring back has shown before. To all else the answer is the same (P23), and so base names no picture
 * that is not kept (REL-22).
 */
export function refusalOfAsset(act: EditAct, record: BoardRecord, binned: Binned | undefined): ErrorCode | null {
  const id = fieldOf(record, assetField);
  if (typeof id !== 'string') return null;
  const slot = act.draft.state.slots.get(id);
  const isOwn = slot ? slot.author === act.actor.person : act.uploads.has(id);
  const wasShown = binned !== undefined && isTheirs(act, binned) && assetOfSlot(binned.slot) === id;
  // What was erased comes back with nothing that once showed it.
  return isOwn || (wasShown && slot) || seen(act, id) ? null : 'BAD_ASSET';
}

/**
 * Puts the picture of a new image on the board, if it is not there yet: into base at once, because a view has it only with
 * an image that shows it (P19), so it waits and is let out with that.
 */
export function bringAsset(act: EditAct, record: BoardRecord): void {
  const id = String(fieldOf(record, assetField));
  const upload = act.uploads.get(id);
  if (!upload || act.draft.state.slots.get(id)) return;
  const { person: author, school } = act.actor;
  act.draft.add({ kind: 'create', id, author, school, reach: 'board' }, splitFields(assetRecordOf(upload)));
}
