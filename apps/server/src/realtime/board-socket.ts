import { can, limits, type BoardStanding } from '@bridgeboard/domain';
import { edit, join, socketActions, type EditMessage, type ErrorCode, type JoinMessage } from '@bridgeboard/protocol';

import { storeCodeOf } from '../http/store-code.ts';
import type { Room } from '../rooms/room.ts';
import { enterBoard } from './enter-board.ts';
import type { GatewayDeps } from './gateway-deps.ts';
import { joinOnce } from './join-once.ts';
import { readMove, readPresence } from './read-pointer.ts';
import { Refusals } from './refusals.ts';
import type { BoardClient } from './socket-data.ts';

/** One socket of somebody at work: hands its messages to its room, and answers what cannot be taken with a code. */
export class BoardSocket {
  readonly #socket: BoardClient;
  readonly #deps: GatewayDeps;
  readonly #refusals: Refusals;
  #room: Room | null = null;
  #standing: BoardStanding | null = null;

  constructor(socket: BoardClient, deps: GatewayDeps) {
    this.#socket = socket;
    this.#deps = deps;
    this.#refusals = new Refusals(socket, deps);
  }

  listen(): void {
    const socket = this.#socket;
    const { onError } = this.#deps;
    joinOnce({ socket, refusals: this.#refusals, onError, enter: (message) => this.#enter(message) });
    socket.on(
      'edit',
      this.#ifAllowed('edit', (message) => this.#onEdit(message)),
    );
    socket.on(
      'presence',
      this.#ifAllowed('presence', (message) => this.#onPresence(message)),
    );
    socket.on(
      'move',
      this.#ifAllowed('move', (message) => this.#onMove(message)),
    );
    socket.on(
      'probe',
      this.#ifAllowed('probe', () => this.#onProbe()),
    );
  }

  /** Who has not joined has no board yet that could be somebody else's; what each message needs of one is its own matter. */
  #ifAllowed(event: keyof typeof socketActions, take: (message: unknown) => void): (message?: unknown) => void {
    return (message) => {
      const denial = this.#standing && can(this.#person, socketActions[event], this.#standing);
      if (denial === null) take(message);
      else this.#refusals.refuse(denial, seqOf(message));
    };
  }

  get #person(): BoardClient['data']['signedIn']['person'] {
    return this.#socket.data.signedIn.person;
  }

  #enter(message: unknown): Promise<ErrorCode | null> | null {
    const wish = join.safeParse(message);
    return wish.success ? this.#enterAs(wish.data) : null;
  }

  async #enterAs(wish: JoinMessage): Promise<ErrorCode | null> {
    const isStill = await this.#deps.hasWeakLink(this.#person.school);
    const entry = {
      socket: this.#socket,
      wish,
      most: limits.board.people,
      isStill,
      join: async (room: Room, standing: BoardStanding) => {
        await room.join({ id: this.#socket.id, person: this.#person, isStill }, wish);
        this.#room = room;
        this.#standing = standing;
      },
      end: (code: ErrorCode) => this.#refusals.end(code),
    };
    return enterBoard(entry, this.#deps);
  }

  #onEdit(message: unknown): void {
    const sent = edit.safeParse(message);
    const room = this.#room;
    if (!sent.success || !room) return this.#refusals.refuse('BAD_MESSAGE', seqOf(message));
    const over = this.#deps.sessionSockets.whyOver(this.#socket.data.signedIn);
    if (over !== null) return this.#refusals.end(over);
    const { seq, ops } = sent.data;
    const { waitMs } = this.#deps.sendLimits.takeEdit({ person: this.#person, board: room.id, ops: ops.length });
    if (waitMs > 0) return this.#refusals.refuse('RATE', { seq, retryAfterMs: waitMs });
    room.sessions.work(this.#socket.id);
    if (sent.data.move && this.#mayPoint()) room.sessions.move(this.#socket.id, sent.data.move);
    this.#take(room, sent.data).catch((reason: unknown) => {
      this.#deps.onError('socket message', reason);
      this.#refusals.end('INTERNAL');
    });
  }

  async #take(room: Room, message: EditMessage): Promise<void> {
    const { seq } = message;
    try {
      const result = await room.edit(this.#person, message);
      if ('answer' in result) {
        room.answer(this.#socket.id, result.answer);
        for (const { code } of result.answer.refused ?? []) this.#deps.meters.refused(code, 'operation');
      } else if ('refused' in result) this.#refusals.refuse(result.refused, { seq });
      else this.#refusals.refuse('RESEND_FROM', { seq, from: result.resendFrom });
    } catch (reason) {
      // Nothing was kept, so nothing was shown to anybody; the browser keeps the edit and asks again.
      this.#deps.onError('edit', reason);
      this.#refusals.refuse(storeCodeOf(reason) ?? 'DB_DOWN', { seq, retryAfterMs: 1_000 });
    }
  }

  /** Too much of it is dropped unanswered: the newest place wins anyway. */
  #mayPoint(): boolean {
    const isTaken = this.#deps.sendLimits.takePointer(this.#person);
    if (!isTaken) this.#refusals.dropped();
    return isTaken;
  }

  #onPresence(message: unknown): void {
    const place = readPresence(message);
    if (!place) return this.#refusals.refuse('BAD_MESSAGE');
    if (this.#mayPoint()) this.#room?.sessions.point(this.#socket.id, place);
  }

  /** As seldom as a pointer moves: who asks more often is one that is there without a doubt. */
  #onProbe(): void {
    if (this.#mayPoint()) this.#socket.emit('probed');
  }

  #onMove(message: unknown): void {
    const place = readMove(message);
    if (!place) return this.#refusals.refuse('BAD_MESSAGE');
    if (this.#mayPoint()) this.#room?.sessions.move(this.#socket.id, place);
  }
}

function seqOf(message: unknown): { seq?: number } {
  const seq: unknown = typeof message === 'object' && message !== null && 'seq' in message ? message.seq : undefined;
  return typeof seq === 'number' && Number.isSafeInteger(seq) ? { seq } : {};
}
