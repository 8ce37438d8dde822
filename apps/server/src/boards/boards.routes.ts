import {
  getBoard,
  getBoardPicture,
  getBoards,
  getDoor,
  getSnapshot,
  postAdmit,
  postBoard,
  postBringBack,
  postDismiss,
  postDoor,
} from '@bridgeboard/protocol';

import { codedAnswer } from '../http/coded-answer.ts';
import { PreparedAnswer } from '../http/call.ts';
import type { Api } from '../http/call.ts';
import { stillPolicy } from '../http/security-headers.ts';
import type { GatherFor } from '../picture-addresses.ts';
import type { LiveBoard, LiveBoards, Person } from '../rooms/live-board.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import { drawBoard } from './board-picture.ts';
import { mountTimeline } from './timeline.routes.ts';
import type { BoardShelf } from './boards.service.ts';
import type { BoardDoor } from './door.service.ts';

interface BoardRoutes {
  readonly shelf: BoardShelf;
  readonly boards: LiveBoards;
  readonly gatherFor: GatherFor;
  readonly schoolBrief: SchoolBriefs;
}

/** Boards: list, make, read. */
export function mountBoards(api: Api, { shelf, boards, gatherFor, schoolBrief }: BoardRoutes): void {
  mountTimeline(api, { boards, gatherFor, schoolBrief });

  api.on(getBoards, async ({ session: { person } }) => ({
    boards: await shelf.linesFor(person),
    archived: await shelf.archivedFor(person),
  }));

  api.on(postBringBack, async ({ board }) => ({ broughtBack: await shelf.bringBack(board) }));

  api.on(postBoard, async ({ session, body }) => ({ id: (await shelf.create(session.person, body)).id }));

  api.on(getBoard, async ({ session, board }) => shelf.lineFor(session.person, board));

  api.on(getSnapshot, async (call) => {
    const atLeast = readWholeNumber(call.request.query['from']);
    const snapshot = (await boards.open(call.board.id)).snapshotFor(call.session.person, atLeast);
    return codedAnswer(call.request, (coding) => snapshot.bytes(coding));
  });

  api.on(getBoardPicture, async ({ session, board, request }) => {
    const { theme, page } = request.query;
    const live = await boards.open(board.id);
    const { items, reader, size } = seenAs(request.query['as'], { live, person: session.person });
    const text = await drawBoard({
      items,
      title: board.title,
      theme: theme === 'dark' ? 'dark' : 'light',
      gather: gatherFor(reader),
      page: typeof page === 'string' && items.has(page) ? page : undefined,
      size,
    });
    return new PreparedAnswer({ text, type: 'svg', policy: stillPolicy });
  });
}

/** Large enough to be looked at alone. */
const pageSize = { width: 1_280, height: 800, mostPictureBytes: 1_500_000 };

/** Staff see the board as a pupil of their own school has it, or as whatever reached everybody: never more than they see themselves. */
function seenAs(as: unknown, { live, person }: { live: LiveBoard; person: Person }) {
  const { school, role } = person;
  if (role === 'staff' && as === 'pupil') {
    const reader = { school, role: 'pupil' } as const;
    return { items: live.pupilsView(school), reader, size: pageSize };
  }
  if (role === 'staff' && as === 'everybody') {
    return { items: live.guestView().items, reader: 'others' as const, size: pageSize };
  }
  return { items: live.viewFor(person), reader: person, size: undefined };
}

interface DoorNews {
  /** Staff are at a door, on this network. */
  readonly saw: (person: string, network: string) => void;
}

/** The door: open and shut, let in, send out. Each answers with the door as it is then. */
export function mountDoor(api: Api, door: BoardDoor, { saw }: DoorNews): void {
  api.on(getDoor, async ({ session: { person }, board, network }) => {
    saw(person.id, network);
    return door.seenBy(person, board);
  });

  api.on(postDoor, async ({ session: { person }, board, body, network }) => {
    saw(person.id, network);
    await door.open(board, body.minutes);
    return door.seenBy(person, board);
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
