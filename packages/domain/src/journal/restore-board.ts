import type { JournalEntry } from '@bridgeboard/protocol';
import type { BoardState } from '../board/board-state.ts';
import { EntryDraft } from './entry-draft.ts';

/**
 * P33: the first entry of a new epoch, after a backup from the moment `to` was put in place. Browsers that know anything later
 * than it drop that, and send again what still waits with them.
 */
export function restoreBoard(state: BoardState, about: { epoch: string; to: number; now: number }): JournalEntry {
  const { epoch, to, now } = about;
  const draft = new EntryDraft({ ...state, epoch }, { at: now, by: '' });
  draft.add({ kind: 'restore', to });
  draft.audit({ action: 'board.restore', by: '', subjects: [state.board] });
  return draft.seal({ kind: 'restore', actor: null, client: undefined });
}
