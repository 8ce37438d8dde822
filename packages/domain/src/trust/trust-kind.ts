import { isRemarkId, type BoardRecord, type TrustKind } from '@bridgeboard/protocol';
import type { BoardState, ReviewCase, Slot } from '../board/board-state.ts';
import { applyFields } from '../board/fields.ts';
import { wordsIn } from '../gate/words-in.ts';

/** What a record counts as for its author's trust. */
export function trustKindOf(record: BoardRecord): TrustKind {
  if (record['type'] === 'image') return 'picture';
  return isRemarkId(record.id) || wordsIn(record).trim() !== '' ? 'words' : 'drawing';
}

/** What a slot counts as, in the newest version of it that there is. */
export function trustKindOfSlot(slot: Slot): TrustKind {
  return trustKindOf(
    slot.layers.reduce<BoardRecord>(
      (record, { fields }) => applyFields(record, fields),
      slot.base ?? { id: slot.id, typeName: '' },
    ),
  );
}

/** The kinds of content that a case is about, as they were when it was decided. Arrows' ends are nothing by themselves. */
export function trustKindsOf(state: BoardState, found: ReviewCase): TrustKind[] {
  const before = new Map(found.decision?.before.map((slot) => [slot.id, slot]));
  const slots = found.records.flatMap((id) => before.get(id) ?? state.slots.get(id) ?? []);
  return [...new Set(slots.filter(({ id }) => !id.startsWith('binding:')).map(trustKindOfSlot))].toSorted();
}
