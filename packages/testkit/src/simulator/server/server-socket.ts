import { limits, type Viewer } from '@bridgeboard/domain';
import {
  edit,
  errorRules,
  join,
  move,
  oldestSupported,
  presence,
  protocolVersion,
  type EditMessage,
  type ErrorCode,
} from '@bridgeboard/protocol';
import { StorageUnavailable } from '@bridgeboard/storage';

import type { Outboxes, Reader } from '../../../../../apps/server/src/realtime/outbox/outboxes.ts';
import type { Person } from '../../../../../apps/server/src/rooms/live-board.ts';
import type { Room } from '../../../../../apps/server/src/rooms/room.ts';
import type { Connection, End } from '../network/connection.ts';

interface SocketParts {
  readonly person: Person;
  readonly connection: Connection;
  readonly outboxes: Outboxes;
  readonly openRoom: (board: string) => Promise<Room>;
  readonly isAlive: () => boolean;
  readonly mayOpen: (person: Person) => boolean;
  readonly say: (socket: ServerSocket, event: string, payload: unknown) => void;
  readonly onEdit: (socket: ServerSocket, message: EditMessage) => void;
  readonly onError: (what: string, reason: unknown) => void;
  readonly onClosed: (socket: ServerSocket) => void;
  readonly newId: () => string;
}

/** How much of its view's frames a socket is sent. */
export type Flow = 'all' | 'still' | 'nothing';

/** The server's end of one socket: what `realtime` does with Socket.IO, done with this world's network. */
export class ServerSocket implements End {
  readonly person: Person;
  readonly connection: Connection;
  readonly #parts: SocketParts;
  readonly #reader: Reader;
  #room: Room | null = null;
  #isJoining = false;
  #isGone = false;
  /** The shared view whose frames this socket is sent, once it has joined. */
  view: string | null = null;
  flow: Flow = 'all';

  constructor(parts: SocketParts) {
    this.person = parts.person;
    this.connection = parts.connection;
    this.#parts = parts;
    this.#reader = this.#asReader();
  }

  get id(): string {
    return this.connection.id;
  }

  /** The viewer whose own frames come to this socket, in the role that its person has on the board. */
  get viewer(): Viewer {
    const { id: person, school, role } = this.#room?.sessions.get(this.id)?.person ?? this.person;
    return role === 'staff' ? { kind: 'staff', school } : { kind: 'pupil', school, person };
  }

  receive(text: string): void {
    if (!this.#parts.isAlive()) return;
    const [event, message] = JSON.parse(text) as [string, unknown];
    if (event === 'join') this.#onJoin(message);
    else if (event === 'edit') this.#onEdit(message);
    else if (event === 'presence') this.#onPresence(message);
    else if (event === 'move') this.#onMove(message);
    else this.#refuse('BAD_EVENT');
  }

  closed(): void {
    this.#isGone = true;
    this.#leave();
    this.#parts.onClosed(this);
  }

  /** Ends this socket with a reason that the page can show. */
  end(code: ErrorCode): void {
    this.endWith(this.#refusal(code));
  }

  endWith(reason: { code: ErrorCode }): void {
    if (reason.code !== 'SERVER_RESTARTING') this.connection.discardStuck();
    this.#parts.say(this, 'ended', reason);
    this.connection.endByServer();
  }

  #onJoin(message: unknown): void {
    const wish = join.safeParse(message);
    if (!wish.success || this.#isJoining) return this.#refuse('BAD_MESSAGE');
    this.#isJoining = true;
    return void this.#enter(wish.data).then(
      (code) => code && this.end(code),
      (reason: unknown) => {
        this.#parts.onError('join', reason);
        this.end('INTERNAL');
      },
    );
  }

  async #enter(wish: Parameters<Room['join']>[1]): Promise<ErrorCode | null> {
    const { protocol, board } = wish;
    const { mayOpen, outboxes } = this.#parts;
    if (protocol < oldestSupported || protocol > protocolVersion) return 'BAD_PROTOCOL';
    if (!mayOpen(this.person)) return 'NOT_FOUND';
    const room = await this.#parts.openRoom(board);
    if (room.sessions.size >= limits.board.people) return 'BOARD_FULL';
    this.#room = room;
    await room.join({ id: this.id, person: this.person }, wish);
    this.view = room.sessions.get(this.id)?.view ?? null;
    outboxes.add(this.#reader);
    // The socket may have gone while the room was opening; its end came too early to be heard.
    if (this.#isGone) this.#leave();
    return mayOpen(this.person) ? null : 'NOT_FOUND';
  }

  #onEdit(message: unknown): void {
    const sent = edit.safeParse(message);
    const room = this.#room;
    if (!sent.success || !room || this.view === null) return this.#refuse('BAD_MESSAGE');
    this.#parts.onEdit(this, sent.data);
    room.sessions.work(this.id);
    if (sent.data.move) room.sessions.move(this.id, sent.data.move);
    return void this.#take(room, sent.data).catch((reason: unknown) => {
      this.#parts.onError('socket message', reason);
      this.end('INTERNAL');
    });
  }

  async #take(room: Room, message: EditMessage): Promise<void> {
    const { seq } = message;
    try {
      const result = await room.edit(this.person, message);
      if ('answer' in result) room.answer(this.id, result.answer);
      else if ('refused' in result) this.#refuse(result.refused, { seq });
      else this.#refuse('RESEND_FROM', { seq, from: result.resendFrom });
    } catch (reason) {
      // Nothing was kept, so nothing was shown to anybody; the browser keeps the edit and asks again.
      const code = reason instanceof StorageUnavailable ? reason.code : 'DB_DOWN';
      this.#parts.onError('edit', reason);
      this.#refuse(code, { seq, retryAfterMs: 1_000 });
    }
  }

  #onPresence(message: unknown): void {
    const place = presence.safeParse(message);
    if (!place.success) return this.#refuse('BAD_MESSAGE');
    return this.#room?.sessions.point(this.id, place.data);
  }

  #onMove(message: unknown): void {
    const place = move.safeParse(message);
    if (!place.success) return this.#refuse('BAD_MESSAGE');
    return this.#room?.sessions.move(this.id, place.data);
  }

  #leave(): void {
    this.#parts.outboxes.remove(this.#reader);
    this.#room?.leave(this.id);
  }

  #asReader(): Reader {
    return {
      buffer: this.connection.asBuffer(),
      mayBeSilent: true,
      cut: () => this.end('SLOW_CONSUMER'),
      tell: (stage, before) => {
        const room = this.#room;
        this.flow = stage === 'flowing' ? 'all' : stage === 'still' ? 'still' : 'nothing';
        if (stage === 'paused') room?.sessions.pause(this.id);
        else if (stage === 'flowing' && before === 'paused') room?.sessions.resume(this.id);
        else if (stage === 'flowing') room?.sessions.refreshPointers(this.id);
      },
    };
  }

  #refuse(code: ErrorCode, about: { seq?: number; from?: number; retryAfterMs?: number } = {}): void {
    this.#parts.say(this, 'refused', { ...this.#refusal(code), ...about });
  }

  #refusal(code: ErrorCode): { code: ErrorCode; message: string; retryable: boolean; requestId: string } {
    return { code, message: code, retryable: errorRules[code].retryable, requestId: this.#parts.newId() };
  }
}
