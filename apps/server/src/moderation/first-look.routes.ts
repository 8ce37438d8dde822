import { getFirstLook, postAccept, postTakeBackAccepted } from '@bridgeboard/protocol';

import type { Api } from '../http/call.ts';
import { Refused } from '../http/refusal.ts';
import type { LiveBoard, LiveBoards, Person, Refusal } from '../rooms/live-board.ts';

/** What a school that looks first has still to look at, and what its staff let its pupils see (P36). */
export function mountFirstLook(api: Api, boards: LiveBoards): void {
  const answer = (board: LiveBoard, person: Person, refusal: Refusal | null): { waiting: number } => {
    if (refusal) throw new Refused(refusal.refused);
    return { waiting: board.waitingForLook(person).length };
  };

  api.on(getFirstLook, async (call) => ({
    items: (await boards.open(call.board.id)).waitingForLook(call.session.person),
  }));

  api.on(postAccept, async (call) => {
    const board = await boards.open(call.board.id);
    return answer(
      board,
      call.session.person,
      await board.accept({ by: call.session.person, records: call.body.records }),
    );
  });

  api.on(postTakeBackAccepted, async (call) => {
    const board = await boards.open(call.board.id);
    return answer(
      board,
      call.session.person,
      await board.takeBackAccepted({ by: call.session.person, records: call.body.records }),
    );
  });
}
