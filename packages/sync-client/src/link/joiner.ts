import { protocolVersion, type ErrorCode, type JoinMessage, type Joined, type Refused } from '@bridgeboard/protocol';

import { Observable } from '../observable.ts';
import type { BoardLink } from './board-link.ts';

/** Where a session stands with its server. `ended` is for good. */
export type Standing = 'down' | 'up' | 'joined' | 'ended';

interface JoinerParts {
  readonly link: BoardLink;
  readonly board: string;
  readonly client: string;
  /** What this browser already has of the board, or undefined. */
  readonly place: () => JoinMessage['resume'];
}

/** Gets a session onto its board and back onto it after each break, until the server says that it may not be there. */
export class Joiner {
  readonly standing = new Observable<Standing>('down');
  /** Why the server does not let this session on just now although it will be asked again; null once it is on. */
  readonly obstacle = new Observable<ErrorCode | null>(null);
  readonly #parts: JoinerParts;
  #isReady = false;
  #end: Pick<Refused, 'code' | 'message'> | null = null;

  constructor(parts: JoinerParts) {
    this.#parts = parts;
  }

  /** Why it is over, or null. */
  get end(): Pick<Refused, 'code' | 'message'> | null {
    return this.#end;
  }

  get isJoined(): boolean {
    return this.standing.value === 'joined';
  }

  /** The outbox has been opened: from here on, joining may begin. */
  ready(): void {
    this.#isReady = true;
    this.#join();
  }

  up(): void {
    if (this.#end) return;
    this.standing.set('up');
    this.#join();
  }

  down(): void {
    if (!this.#end) this.standing.set('down');
  }

  joined(_message: Joined): void {
    this.obstacle.set(null);
    this.standing.set('joined');
  }

  /** A refusal that speaks of no edit. Once joined it is about something that is over already, such as a pointer's place. */
  refused(message: Refused): void {
    if (!this.isJoined) this.#leave(message);
  }

  /** The server closes this session: for good, or to be asked again. */
  ended(message: Refused): void {
    this.#leave(message);
  }

  /** The server did not even take the connection; the link tries again where that can help. */
  turnedAway(message: Refused): void {
    if (message.retryable) this.obstacle.set(message.code);
    else this.finish(message);
  }

  finish({ code, message }: Pick<Refused, 'code' | 'message'>): void {
    this.#end = { code, message };
    this.standing.set('ended');
    this.#parts.link.close();
  }

  #leave(message: Refused): void {
    if (!message.retryable) return this.finish(message);
    this.obstacle.set(message.code);
    this.#parts.link.renew();
  }

  #join(): void {
    if (!this.#isReady || this.standing.value !== 'up') return;
    const { link, board, client } = this.#parts;
    const resume = this.#parts.place();
    link.join({ protocol: protocolVersion, board, client, ...(resume ? { resume } : {}) });
  }
}
