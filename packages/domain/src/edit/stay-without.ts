import type { Slot } from '../board/board-state.ts';
import { placeFields } from '../board/place-fields.ts';
import type { EntryDraft } from '../journal/entry-draft.ts';

/** Takes the move to a container that goes back out of the layers that made it; what else they change stays. */
export function stayWithout(draft: EntryDraft, slot: Slot, container: string): void {
  for (const { author, reach, fields, case: reviewCase } of slot.layers) {
    if (fields['parentId'] !== container) continue;
    const unset = [...placeFields].filter((name) => name in fields);
    draft.add({ kind: 'set-layer', id: slot.id, author, reach, case: reviewCase, unset }, {});
  }
}
