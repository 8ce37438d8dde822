import type { EntryDraft } from '../journal/entry-draft.ts';
import { versionOf } from '../view/version.ts';
import type { Viewer } from '../view/viewer.ts';
import { bringAllBack } from './bring-all-back.ts';
import { wentWith } from './deleted-pages.ts';

/**
 * P17: where an edit has brought a page back, what had gone with it comes too as far as the sender never saw it: a browser's undo can
 * only ask for what was on its screen, and nobody could ask for the rest once the page is there again.
 */
export function bringUnseenBack(draft: EntryDraft, viewer: Viewer): void {
  const { before, state, moment } = draft;
  const pages = [...state.touched.records].filter((id) => id.startsWith('page:') && state.slots.get(id));
  for (const page of pages.toSorted()) {
    const unseen = [...wentWith(before, page, moment.at)].filter(
      ([id, { slot }]) => state.bin.get(id)?.slot === slot && versionOf(slot, viewer) === null,
    );
    if (unseen.length === 0) continue;
    bringAllBack(
      draft,
      unseen.map(([id]) => id),
      () => true,
    );
  }
}
