import { getFirstLook, postAccept, postTakeBackAccepted, type Board } from '@bridgeboard/protocol';

import { liveBoards, type AskedBoard } from '../asked-board.ts';
import type { Api } from '../http/call.ts';
import { Refused } from '../http/refusal.ts';
import type { LiveBoard, LiveBoards, Person, Refusal } from '../rooms/live-board.ts';

interface FirstLookRoutes {
  readonly boards: LiveBoards;
  readonly canOpen: (person: Person, board: string) => Promise<Board | null>;
}

/** What a school that looks first has still to look at, and what its staff let its pupils see (P36). */
export function mountFirstLook(api: Api, { boards, canOpen }: FirstLookRoutes): void {
  const live = liveBoards({ boards, canOpen });
  const answer = (board: LiveBoard, call: AskedBoard, refusal: Refusal | null): { waiting: number } => {
    if (refusal) throw new Refused(refusal.refused);
    return { waiting: board.waitingForLook(call.session.person).length };
  };

  api.on(getFirstLook, async (call) => ({ items: (await live(call)).waitingForLook(call.session.person) }));

  api.on(postAccept, async (call) => {
    const board = await live(call);
    return answer(board, call, await board.accept({ by: call.session.person, records: call.body.records }));
  });

  api.on(postTakeBackAccepted, async (call) => {
    const board = await live(call);
    return answer(board, call, await board.takeBackAccepted({ by: call.session.person, records: call.body.records }));
  });
}
