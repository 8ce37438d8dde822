import { getDeletedPages, postRestorePage } from '@bridgeboard/protocol';

import type { Api } from '../http/call.ts';
import { Refused } from '../http/refusal.ts';
import type { LiveBoards } from '../rooms/live-board.ts';

/** Pages that were deleted with work of the own school on them: which, and back again (P17). */
export function mountDeletedPages(api: Api, boards: LiveBoards): void {
  api.on(getDeletedPages, async (call) => ({
    pages: (await boards.open(call.board.id)).deletedPages(call.session.person),
  }));

  api.on(postRestorePage, async (call) => {
    const board = await boards.open(call.board.id);
    const outcome = await board.restorePage({ by: call.session.person, page: call.ids.record });
    if ('refused' in outcome) throw new Refused(outcome.refused);
    return { pages: outcome };
  });
}
