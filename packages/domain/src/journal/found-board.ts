import type { JournalEntry } from '@bridgeboard/protocol';
import type { BoardState } from '../board/board-state.ts';
import { splitFields } from '../board/fields.ts';
import { EntryDraft } from './entry-draft.ts';

/** The first entry of a new board: its document record and its first page, which belong to nobody. */
export function foundBoard(state: BoardState, about: { now: number; pageName: string }): JournalEntry {
  const draft = new EntryDraft(state, { at: about.now, by: '' });
  const nobody = { author: '', school: '', reach: 'board' as const };
  const document = { id: 'document:document', typeName: 'document', name: '', gridSize: 10, meta: {} };
  const page = { id: 'page:page', typeName: 'page', name: about.pageName, index: 'a1', meta: {} };
  for (const record of [document, page]) draft.add({ kind: 'create', id: record.id, ...nobody }, splitFields(record));
  return draft.seal({ kind: 'open', actor: null, client: undefined });
}
