import type { Board, BoardLeave, Partnership } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';
import pLimit from 'p-limit';

import { allBoards } from '../all-boards.ts';
import { partBoard } from './part-board.ts';

interface Parts {
  readonly storage: Pick<Storage, 'assets' | 'catalogue' | 'directory' | 'journal' | 'publications' | 'queue'>;
  /** Closes a board that is in memory, sends everybody away and reads it again. */
  readonly reopen: (board: string) => Promise<void>;
  /** Opens a board, which parts it first (`settle`). */
  readonly open: (board: string) => Promise<unknown>;
  /** tldraw's serialised schema; loaded when a board is parted. */
  readonly schema: () => Promise<unknown>;
  readonly newId: () => string;
  readonly now: () => number;
  readonly onError: (what: string, reason: unknown) => void;
}

/**
 * What becomes of boards when a school leaves their partnership (CH16, CH17). A board has no school that its partnership does not have: where
 * one has, the school has just left, whatever crashed in between. First the school is struck off each board, which ends all access at
 * once; from then on nobody opens the board before it has been parted, by whoever wants it first or by `carryOut`.
 */
export class Leavings {
  readonly #parts: Parts;
  /** One change of a board's schools after the other. */
  readonly #inTurn = pLimit(1);
  /** Partnerships whose boards have to be looked through, and boards that have to be parted. */
  readonly #unread = new Set<string>();
  readonly #unparted = new Set<string>();
  #running: Promise<void> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Strikes schools that have left a partnership off its boards. When this resolves nobody sees what is not theirs any more. */
  async strikeOff(partnership: string): Promise<void> {
    this.#unread.add(partnership);
    for (const board of await allBoards(this.#parts.storage)) {
      if (board.partnership === partnership) await this.#strikeOffBoard(board);
    }
    this.#unread.delete(partnership);
  }

  /** Finds what was cut off, before anybody is served. */
  async resume(): Promise<void> {
    for (const board of await allBoards(this.#parts.storage)) {
      if (board.left?.some(({ done }) => !done)) this.#unparted.add(board.id);
      await this.#strikeOffBoard(board);
    }
  }

  /** Parts what waits for it. What fails is tried again the next time. */
  carryOut(): Promise<void> {
    this.#running ??= this.#carryOut().finally(() => (this.#running = null));
    return this.#running;
  }

  /** Does what is owed to a board, which nobody has open, and answers it as it is then. */
  async settle(board: Board): Promise<Board> {
    const owed = board.left?.filter(({ done }) => !done) ?? [];
    const { storage, schema, now } = this.#parts;
    for (const leave of owed) {
      const copy = await partBoard({ storage, schema: await schema(), now: now() }, board, leave);
      await this.#done(board.id, { ...leave, copy, done: true });
    }
    return owed.length === 0 ? board : ((await storage.catalogue.board(board.id)) ?? board);
  }

  async #carryOut(): Promise<void> {
    const { open, onError } = this.#parts;
    const tryOne = (work: Promise<unknown>): Promise<unknown> =>
      work.catch((reason: unknown) => onError('a school leaving', reason));
    for (const partnership of this.#unread) await tryOne(this.strikeOff(partnership));
    for (const board of this.#unparted) await tryOne(open(board).then(() => this.#unparted.delete(board)));
  }

  async #strikeOffBoard({ id, partnership }: Board): Promise<void> {
    const { catalogue, directory } = this.#parts.storage;
    const found = partnership === null ? null : await directory.partnership(partnership);
    if (found === null) return;
    const struck = await this.#inTurn(async () => {
      const board = await catalogue.board(id);
      const facts = board && factsWithout(board, found, this.#parts.newId);
      if (facts === null) return false;
      await catalogue.update(id, facts);
      if (facts.left.some(({ done }) => !done)) this.#unparted.add(id);
      return true;
    });
    if (struck) await this.#parts.reopen(id);
  }

  #done(id: string, leave: BoardLeave): Promise<unknown> {
    const { catalogue } = this.#parts.storage;
    const isSame = (one: BoardLeave): boolean => one.school === leave.school && one.at === leave.at;
    return this.#inTurn(async () => {
      const left = (await catalogue.board(id))?.left ?? [];
      await catalogue.update(id, { left: left.map((one) => (isSame(one) ? leave : one)) });
    });
  }
}

type Struck = Pick<Board, 'partnership' | 'schools' | 'host' | 'members' | 'guests'> & { readonly left: BoardLeave[] };

/**
 * A board without the schools that its partnership does not have any more; null where there is none. Where no school is left the first of them
 * keeps the board as its own.
 */
function factsWithout(board: Board, partnership: Partnership, newId: () => string): Struck | null {
  const staying = board.schools.filter((school) => partnership.schools.includes(school));
  if (staying.length === board.schools.length) return null;
  const schools = staying.length > 0 ? staying : board.schools.slice(0, 1);
  const gone = board.schools.filter((school) => !schools.includes(school));
  const left = gone.map((school): BoardLeave => {
    const event = partnership.history.findLast(({ act, school: whose }) => act === 'left' && whose === school);
    return { school, by: event?.by ?? board.createdBy, at: event?.at ?? board.changedAt, copy: newId(), done: false };
  });
  return {
    partnership: staying.length > 0 ? board.partnership : null,
    schools,
    host: schools.includes(board.host) ? board.host : (schools[0] ?? board.host),
    left: [...(board.left ?? []), ...left],
    ...(board.members ? { members: board.members.filter(({ school }) => schools.includes(school)) } : {}),
    ...(board.guests ? { guests: board.guests.filter(({ school }) => schools.includes(school)) } : {}),
  };
}
