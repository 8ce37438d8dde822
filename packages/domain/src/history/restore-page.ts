import type { BoardState, Slot } from '../board/board-state.ts';
import { countPages, hasRoomFor } from '../edit/quota.ts';
import { limits } from '../gate/limits.ts';
import { EntryDraft, type Actor } from '../journal/entry-draft.ts';
import type { ActOutcome } from '../moderation/decide-case.ts';
import { bringAllBack } from './bring-all-back.ts';
import { mayRestore, wentWith } from './deleted-pages.ts';

/**
 * P17: brings a deleted page back with all that went with it, unseen things too, at every reach where they were. NOT_FOUND where
 * there is no such page for this person, QUOTA where the board has no room for a page or the person's school none for its own
 * things. Whether other schools have room is not asked: they had it, and the answer would tell how much they have (P28).
 */
export function restorePage(state: BoardState, input: { actor: Actor; page: string; now: number }): ActOutcome {
  const { actor, page, now } = input;
  const went = wentWith(state, page, now);
  if (!mayRestore(state, actor, went)) return { refused: 'NOT_FOUND' };
  if (countPages(state) >= limits.board.pages) return { refused: 'QUOTA' };
  const draft = new EntryDraft(state, { at: now, by: actor.person });
  let isFull = false;
  bringAllBack(draft, [...went.keys()], (slot) => {
    isFull ||= slot.school === actor.school && !hasRoom(draft.state, slot);
    return !isFull;
  });
  if (isFull) return { refused: 'QUOTA' };
  draft.audit({ action: 'page.restore', by: actor.person, subjects: [page] });
  return { entry: draft.seal({ kind: 'restore-page', actor, client: undefined }) };
}

function hasRoom(state: BoardState, { id, author, school }: Slot): boolean {
  const role = state.members.get(author)?.role ?? 'staff';
  return hasRoomFor(state, { author, school, role, isPage: id.startsWith('page:') });
}
