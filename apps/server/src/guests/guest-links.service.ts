import type { Board, GuestLine, GuestPass } from '@bridgeboard/protocol';
import type { BoardCatalogue, Directory } from '@bridgeboard/storage';
import pLimit from 'p-limit';

import { found, Refused } from '../http/refusal.ts';
import { hashOfSecret, isSecretOf } from '../link-secret.ts';
import type { LiveBoards, Person } from '../rooms/live-board.ts';
import { newId } from '../time-and-chance.ts';
import type { Clock, Random } from '../time-and-chance.ts';

interface Parts {
  readonly catalogue: Pick<BoardCatalogue, 'board' | 'update'>;
  readonly directory: Pick<Directory, 'staff'>;
  readonly boards: LiveBoards;
  readonly clock: Clock;
  readonly random: Random;
}

/** A guest whose link holds, and the board that it is for. */
export interface Visit {
  readonly board: Board;
  readonly pass: GuestPass;
}

/** What a new link is to be. */
interface GuestWish {
  readonly name: string;
  readonly minutes: number;
  readonly adds?: boolean | undefined;
}

/** Most links that a board has at once: a guest is somebody with a name, not a class. */
const mostPerBoard = 20;

/**
 * Links by which named guests look on at one board, and add notes to it where the link says so (BP6, BP8). A secret is 256 random bits and stands in the store as its hash; it is named
 * together with its board, as `board.secret`, so that it is found without being looked up.
 */
export class GuestLinks {
  readonly #parts: Parts;
  readonly #inTurn = pLimit(1);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Links that hold now, for staff of the board. */
  async linesOf(boardId: string): Promise<GuestLine[]> {
    const passes = this.#holding(found(await this.#parts.catalogue.board(boardId)));
    const guests = this.#parts.boards.peek(boardId)?.guests;
    return Promise.all(
      passes.map(async ({ id, name, school, by, endsAt, adds = false }) => {
        const maker = await this.#parts.directory.staff(by);
        return { id, name, school, by: maker?.name ?? '', endsAt, adds, here: guests?.has(id) ?? false };
      }),
    );
  }

  /** Makes a link and answers its token, which nobody can read again. */
  async make(by: Person, board: Board, wish: GuestWish): Promise<string> {
    const { clock, random } = this.#parts;
    const secret = random.bytes(32).toString('base64url');
    const pass: GuestPass = {
      id: newId(random),
      school: by.school,
      by: by.id,
      name: wish.name,
      tokenHash: hashOfSecret(secret),
      sessionHash: null,
      endsAt: clock.now() + wish.minutes * 60_000,
      ...(wish.adds === true ? { adds: true } : {}),
    };
    await this.#change(board.id, (passes) => {
      if (passes.length >= mostPerBoard) throw new Refused('QUOTA');
      return [...passes, pass];
    });
    return `${board.id}.${secret}`;
  }

  /** Keeps what a guest is called who makes something: staff still read it when the link is over. */
  async remember({ board: { id: boardId }, pass: { id, school, name } }: Visit): Promise<void> {
    const { catalogue } = this.#parts;
    await this.#inTurn(async () => {
      const known = found(await catalogue.board(boardId)).knownGuests ?? [];
      if (known.some((guest) => guest.id === id)) return;
      await catalogue.update(boardId, { knownGuests: [...known, { id, school, name }] });
    });
  }

  /** Turns a link off, and whoever looks on by it. */
  async end(board: string, id: string): Promise<void> {
    await this.#change(board, (passes) => {
      if (!passes.some((pass) => pass.id === id)) throw new Refused('NOT_FOUND');
      return passes.filter((pass) => pass.id !== id);
    });
    this.#parts.boards.peek(board)?.guests.leave(id);
  }

  /**
   * Begins a guest's session on this device; the one before, on another, is over. Answers what the cookie has to say.
   * @throws Refused JOIN_REFUSED, whatever is wrong with the token
   */
  async enter(token: string): Promise<Visit & { session: string }> {
    const { board, pass } = (await this.#visitBy(token, 'tokenHash')) ?? refuse('JOIN_REFUSED');
    const secret = this.#parts.random.bytes(32).toString('base64url');
    const sessionHash = hashOfSecret(secret);
    await this.#change(board.id, (passes) => passes.map((one) => (one.id === pass.id ? { ...one, sessionHash } : one)));
    return { board, pass, session: `${board.id}.${secret}` };
  }

  /**
   * Who looks on by this session, asked of the store each time.
   * @throws Refused SIGN_IN_NEEDED without one, SESSION_ENDED for one that holds no longer
   */
  async visitOf(session: string | null): Promise<Visit> {
    if (session === null) throw new Refused('SIGN_IN_NEEDED');
    return (await this.#visitBy(session, 'sessionHash')) ?? refuse('SESSION_ENDED');
  }

  async #visitBy(named: string, which: 'tokenHash' | 'sessionHash'): Promise<Visit | null> {
    const [boardId = '', secret = ''] = named.split('.');
    const board = /^[\w-]{22}$/.test(boardId) ? await this.#parts.catalogue.board(boardId) : null;
    const pass = board && this.#holding(board).find((one) => isSecretOf(secret, one[which] ?? ''));
    return board && pass ? { board, pass } : null;
  }

  #holding(board: Board): GuestPass[] {
    const now = this.#parts.clock.now();
    return (board.guests ?? []).filter(({ endsAt }) => endsAt > now);
  }

  /** One change of links after the other; those that are over go with the next. */
  #change(boardId: string, change: (passes: GuestPass[]) => GuestPass[]): Promise<void> {
    const { catalogue } = this.#parts;
    return this.#inTurn(async () => {
      const guests = change(this.#holding(found(await catalogue.board(boardId))));
      await catalogue.update(boardId, { guests });
    });
  }
}

function refuse(code: 'JOIN_REFUSED' | 'SESSION_ENDED'): never {
  throw new Refused(code);
}
