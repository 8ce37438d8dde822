import { getFirstLook, postAccept, postTakeBackAccepted, type Board } from '@bridgeboard/protocol';

import type { Api } from '../http/call.ts';
import { found, Refused } from '../http/refusal.ts';
import type { SignedIn } from '../http/signed-in.ts';
import type { LiveBoard, LiveBoards, Person, Refusal } from '../rooms/live-board.ts';

interface FirstLookRoutes {
  readonly boards: LiveBoards;
  readonly canOpen: (person: Person, board: string) => Promise<Board | null>;
}

interface AskedBoard {
  readonly session: SignedIn;
  readonly ids: { readonly board: string };
}

/** What a school that looks first has still to look at, and what its staff let its pupils see (P36). */
export function mountFirstLook(api: Api, { boards, canOpen }: FirstLookRoutes): void {
  const live = async ({ session, ids }: AskedBoard): Promise<LiveBoard> =>
    boards.open(found(await canOpen(session.person, ids.board)).id);
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
