import { getDeletedPages, postRestorePage } from '@bridgeboard/protocol';

import { liveBoards } from '../asked-board.ts';
import type { Api } from '../http/call.ts';
import { Refused } from '../http/refusal.ts';
import type { LiveBoards } from '../rooms/live-board.ts';
import type { CanOpen } from './access.ts';

interface DeletedPagesRoutes {
  readonly boards: LiveBoards;
  readonly canOpen: CanOpen;
}

/** Pages that were deleted with work of the own school on them: which, and back again (P17). */
export function mountDeletedPages(api: Api, { boards, canOpen }: DeletedPagesRoutes): void {
  const live = liveBoards({ boards, canOpen });

  api.on(getDeletedPages, async (call) => ({ pages: (await live(call)).deletedPages(call.session.person) }));

  api.on(postRestorePage, async (call) => {
    const board = await live(call);
    const outcome = await board.restorePage({ by: call.session.person, page: call.ids.record });
    if ('refused' in outcome) throw new Refused(outcome.refused);
    return { pages: outcome };
  });
}
