import {
  getBoard,
  getBoardPicture,
  getBoards,
  getDoor,
  getSnapshot,
  postAdmit,
  postBoard,
  postDismiss,
  postDoor,
} from '@bridgeboard/protocol';

import { codedAnswer } from '../http/coded-answer.ts';
import { PreparedAnswer } from '../http/call.ts';
import type { Api } from '../http/call.ts';
import { stillPolicy } from '../http/security-headers.ts';
import type { GatherFor } from '../picture-addresses.ts';
import type { LiveBoards } from '../rooms/live-board.ts';
import { drawBoard } from './board-picture.ts';
import type { BoardShelf } from './boards.service.ts';
import type { BoardDoor } from './door.service.ts';

interface BoardRoutes {
  readonly shelf: BoardShelf;
  readonly boards: LiveBoards;
  readonly gatherFor: GatherFor;
}

/** Boards: list, make, read. */
export function mountBoards(api: Api, { shelf, boards, gatherFor }: BoardRoutes): void {
  api.on(getBoards, async ({ session }) => ({ boards: await shelf.linesFor(session.person) }));

  api.on(postBoard, async ({ session, body }) => ({ id: (await shelf.create(session.person, body)).id }));

  api.on(getBoard, async ({ session, board }) => shelf.lineFor(session.person, board));

  api.on(getSnapshot, async (call) => {
    const atLeast = readWholeNumber(call.request.query['from']);
    const snapshot = (await boards.open(call.board.id)).snapshotFor(call.session.person, atLeast);
    return codedAnswer(call.request, (coding) => snapshot.bytes(coding));
  });

  api.on(getBoardPicture, async ({ session, board, request }) => {
    const theme = request.query['theme'] === 'dark' ? 'dark' : 'light';
    const items = (await boards.open(board.id)).viewFor(session.person);
    const gather = gatherFor(session.person);
    const text = await drawBoard({ items, title: board.title, theme, gather });
    return new PreparedAnswer({ text, type: 'svg', policy: stillPolicy });
  });
}

/** The door: open and shut, let in, send out. Each answers with the door as it is then. */
export function mountDoor(api: Api, door: BoardDoor): void {
  api.on(getDoor, async ({ session, board }) => door.seenBy(session.person, board));

  api.on(postDoor, async ({ session, board, body }) => {
    await door.open(board, body.minutes);
    return door.seenBy(session.person, board);
  });

  api.on(postAdmit, async ({ session: { person }, board, body }) => {
    await door.admit(person, board, body.pupils);
    return door.seenBy(person, board);
  });

  api.on(postDismiss, async ({ session: { person }, board, body }) => {
    await door.dismiss(person, board, body.pupils);
    return door.seenBy(person, board);
  });
}

/** A whole number from a query, or null where there is none. */
function readWholeNumber(value: unknown): number | null {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : null;
}
