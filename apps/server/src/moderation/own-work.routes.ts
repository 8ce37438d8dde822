import { getOwnWork, getWorkPicture } from '@bridgeboard/protocol';

import { PreparedAnswer } from '../http/call.ts';
import type { Api } from '../http/call.ts';
import { found } from '../http/refusal.ts';
import { stillPolicy } from '../http/security-headers.ts';
import type { GatherFor } from '../picture-addresses.ts';
import type { LiveBoards, Person } from '../rooms/live-board.ts';
import { drawPiece, tellPiece } from './work-piece.ts';

interface AskedWork {
  readonly session: { readonly person: Person };
  readonly board: { readonly id: string };
  readonly ids: { readonly author: string };
}

/** What a pupil has made on a board and what became of it, for that pupil and staff of the school (MW1). */
export function mountOwnWork(api: Api, { boards, gatherFor }: { boards: LiveBoards; gatherFor: GatherFor }): void {
  const workOf = async ({ session: { person }, board, ids }: AskedWork) => {
    const live = await boards.open(board.id);
    return { pieces: found(live.piecesOf(person, ids.author)), items: live.viewFor(person) };
  };

  api.on(getOwnWork, async (call) => {
    const { pieces, items } = await workOf(call);
    return { pieces: pieces.map((piece) => tellPiece({ piece, items })) };
  });

  api.on(getWorkPicture, async (call) => {
    const { pieces, items } = await workOf(call);
    const piece = found(pieces.find((one) => one.case.id === call.ids.case) ?? null);
    const theme = call.request.query['theme'] === 'dark' ? 'dark' : 'light';
    const text = found(await drawPiece({ piece, items }, { theme, gather: gatherFor(call.session.person) }));
    return new PreparedAnswer({ text, type: 'svg', policy: stillPolicy });
  });
}
