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
import type { Board, Door } from '@bridgeboard/protocol';

import { codedAnswer } from '../http/coded-answer.ts';
import { PreparedAnswer } from '../http/call.ts';
import type { Api } from '../http/call.ts';
import { found } from '../http/refusal.ts';
import { stillPolicy } from '../http/security-headers.ts';
import type { SignedIn } from '../http/signed-in.ts';
import type { GatherPictures } from '../picture-addresses.ts';
import type { LiveBoards, Person } from '../rooms/live-board.ts';
import type { CanOpen } from './access.ts';
import { drawBoard } from './board-picture.ts';
import type { BoardShelf } from './boards.service.ts';
import type { BoardDoor } from './door.service.ts';

interface BoardRoutes {
  readonly shelf: BoardShelf;
  readonly boards: LiveBoards;
  readonly canOpen: CanOpen;
  readonly gather: GatherPictures;
}

interface DoorRoutes {
  readonly door: BoardDoor;
  readonly canOpen: CanOpen;
}

/** A board that the asking person may open. */
type Opened = { readonly person: Person; readonly board: Board };

/** Boards: list, make, read. */
export function mountBoards(api: Api, { shelf, boards, canOpen, gather }: BoardRoutes): void {
  const opened = openedBy(canOpen);

  api.on(getBoards, async ({ session }) => ({ boards: await shelf.linesFor(session.person) }));

  api.on(postBoard, async ({ session, body }) => ({ id: (await shelf.create(session.person, body)).id }));

  api.on(getBoard, async (call) => {
    const { person, board } = await opened(call);
    return shelf.lineFor(person, board);
  });

  api.on(getSnapshot, async (call) => {
    const { person, board } = await opened(call);
    const atLeast = readWholeNumber(call.request.query['from']);
    const snapshot = (await boards.open(board.id)).snapshotFor(person, atLeast);
    return codedAnswer(call.request, (coding) => snapshot.bytes(coding));
  });

  api.on(getBoardPicture, async (call) => {
    const { person, board } = await opened(call);
    const theme = call.request.query['theme'] === 'dark' ? 'dark' : 'light';
    const items = (await boards.open(board.id)).viewFor(person);
    const text = await drawBoard({ items, title: board.title, theme, gather });
    return new PreparedAnswer({ text, type: 'svg', policy: stillPolicy });
  });
}

/** The door: open and shut, let in, send out. Each answers with the door as it is then. */
export function mountDoor(api: Api, { door, canOpen }: DoorRoutes): void {
  const opened = openedBy(canOpen);
  const seen = ({ person, board }: Opened): Promise<Door> => door.seenBy(person, board);

  api.on(getDoor, async (call) => seen(await opened(call)));

  api.on(postDoor, async (call) => {
    const asked = await opened(call);
    await door.open(asked.board, call.body.minutes);
    return seen(asked);
  });

  api.on(postAdmit, async (call) => {
    const asked = await opened(call);
    await door.admit(asked.person, asked.board, call.body.pupils);
    return seen(asked);
  });

  api.on(postDismiss, async (call) => {
    const asked = await opened(call);
    await door.dismiss(asked.person, asked.board, call.body.pupils);
    return seen(asked);
  });
}

function openedBy(canOpen: CanOpen) {
  return async (call: { readonly session: SignedIn; readonly ids: { readonly board: string } }): Promise<Opened> => {
    const { person } = call.session;
    return { person, board: found(await canOpen(person, call.ids.board)) };
  };
}

/** A whole number from a query, or null where there is none. */
function readWholeNumber(value: unknown): number | null {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : null;
}
