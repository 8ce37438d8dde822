import { limits } from '@bridgeboard/domain';
import {
  edit,
  errorRules,
  join,
  oldestSupported,
  presence,
  protocolVersion,
  type ErrorCode,
  type Refused,
} from '@bridgeboard/protocol';
import { StorageUnavailable } from '@bridgeboard/storage';

import { messageOf } from '../http/refusal-answer.ts';
import { viewerKey } from '@bridgeboard/domain';
import type { Room } from '../rooms/room.ts';
import { unreadable } from './guarded-parser.ts';
import type { GatewayDeps } from './gateway-deps.ts';
import { viewRoom, type BoardNamespace } from './socket-fan-out.ts';
import { TokenBucket } from './token-bucket.ts';

type BoardClient = BoardNamespace extends { sockets: Map<string, infer S> } ? S : never;

const events: ReadonlySet<string> = new Set(['join', 'edit', 'presence', unreadable]);
/** A socket that has not said which board it is for by then is closed. */
const joinWithinMs = 10_000;
/** Refusals a socket may collect in one second before it is closed: it is not one of our pages. */
const refusalsPerSecond = 50;

/** One socket: reads its messages, hands them to its room, and answers what cannot be taken with a code. */
export class BoardSocket {
  readonly #socket: BoardClient;
  readonly #deps: GatewayDeps;
  readonly #edits: TokenBucket;
  readonly #moves: TokenBucket;
  readonly #refusals: TokenBucket;
  #room: Room | null = null;
  #joining = false;

  constructor(socket: BoardClient, deps: GatewayDeps) {
    this.#socket = socket;
    this.#deps = deps;
    const now = deps.now();
    const { editsPerSecond, editsBurst, presencePerSecond } = limits[this.#person.role];
    this.#edits = new TokenBucket({ perSecond: editsPerSecond, burst: editsBurst, now });
    this.#moves = new TokenBucket({ perSecond: presencePerSecond, burst: presencePerSecond, now });
    this.#refusals = new TokenBucket({ perSecond: refusalsPerSecond, burst: refusalsPerSecond, now });
  }

  listen(): void {
    const late = setTimeout(() => this.#room ?? this.end('BAD_MESSAGE'), joinWithinMs);
    this.#socket.use(([event, code], next) => {
      if (event === unreadable) this.#refuse(errorRuleOf(code));
      else if (!events.has(event)) this.#refuse('BAD_EVENT');
      else next();
    });
    this.#socket.on('join', (message: unknown) => this.#guard(() => this.#onJoin(message)));
    this.#socket.on('edit', (message: unknown) => this.#guard(() => this.#onEdit(message)));
    this.#socket.on('presence', (message: unknown) => this.#onPresence(message));
    this.#socket.on('disconnect', () => {
      clearTimeout(late);
      this.#room?.leave(this.#socket.id);
    });
  }

  /** Ends this socket with a reason that the page can show. */
  end(code: ErrorCode): void {
    this.#socket.emit('ended', this.#refusal(code));
    this.#socket.disconnect(true);
  }

  get #person(): BoardClient['data']['signedIn']['person'] {
    return this.#socket.data.signedIn.person;
  }

  async #onJoin(message: unknown): Promise<void> {
    const wish = join.safeParse(message);
    if (!wish.success || this.#joining) return this.#refuse('BAD_MESSAGE');
    const { protocol, board } = wish.data;
    if (protocol < oldestSupported || protocol > protocolVersion) return this.end('BAD_PROTOCOL');
    this.#joining = true;
    if (!(await this.#deps.mayOpen(this.#person, board))) return this.end('NOT_FOUND');
    const room = await this.#deps.rooms.room(board);
    if ([...room.sessions()].length >= limits.board.people) return this.end('BOARD_FULL');
    const { id } = this.#socket;
    const { school, role } = this.#person;
    const view = viewerKey({ kind: role === 'staff' ? 'staff' : 'pupils', school });
    // In the view before the answer: no frame may fall between the two.
    await this.#socket.join(viewRoom(board, view));
    await room.join({ id, person: this.#person }, wish.data);
    this.#room = room;
    // The socket may have gone while the room was opening; its disconnect came too early to be heard.
    if (this.#socket.disconnected) room.leave(id);
  }

  async #onEdit(message: unknown): Promise<void> {
    const sent = edit.safeParse(message);
    const room = this.#room;
    if (!sent.success || !room) return this.#refuse('BAD_MESSAGE', seqOf(message));
    const { seq } = sent.data;
    const now = this.#deps.now();
    if (now >= this.#socket.data.signedIn.expiresAt) return this.end('SESSION_ENDED');
    const { waitMs } = this.#edits.take(now);
    if (waitMs > 0) return this.#refuse('RATE', { seq, retryAfterMs: waitMs });
    try {
      const result = await room.edit(this.#person, sent.data);
      if ('answer' in result) room.answer(this.#socket.id, result.answer);
      else this.#refuse('RESEND_FROM', { seq, from: result.resendFrom });
    } catch (reason) {
      // Nothing was kept, so nothing was shown to anybody; the browser keeps the edit and asks again.
      const code = reason instanceof StorageUnavailable ? reason.code : 'DB_DOWN';
      this.#deps.onError('edit', reason);
      this.#refuse(code, { seq, retryAfterMs: 1_000 });
    }
  }

  #onPresence(message: unknown): void {
    const moved = presence.safeParse(message);
    if (!moved.success) return this.#refuse('BAD_MESSAGE');
    // Too much of it is dropped unanswered: the newest value wins anyway.
    if (this.#moves.take(this.#deps.now()).waitMs === 0) this.#room?.move(this.#socket.id, moved.data);
  }

  #guard(work: () => Promise<void>): void {
    work().catch((reason: unknown) => {
      this.#deps.onError('socket message', reason);
      this.end('INTERNAL');
    });
  }

  #refuse(code: ErrorCode, about: { seq?: number; from?: number; retryAfterMs?: number } = {}): void {
    if (this.#refusals.take(this.#deps.now()).waitMs > 0) return this.end('RATE');
    this.#socket.emit('refused', { ...this.#refusal(code), ...about });
  }

  #refusal(code: ErrorCode): Refused {
    const message = messageOf(code, this.#socket.data.language);
    return { code, message, retryable: errorRules[code].retryable, requestId: this.#deps.newId() };
  }
}

function errorRuleOf(code: unknown): ErrorCode {
  return typeof code === 'string' && code in errorRules ? (code as ErrorCode) : 'BAD_JSON';
}

function seqOf(message: unknown): { seq?: number } {
  const seq: unknown = typeof message === 'object' && message !== null && 'seq' in message ? message.seq : undefined;
  return typeof seq === 'number' && Number.isSafeInteger(seq) ? { seq } : {};
}
