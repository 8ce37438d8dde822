import { errorRules, type ErrorCode, type Refused } from '@bridgeboard/protocol';

import { messageOf } from '../http/refusal-answer.ts';
import type { Meters } from '../observability/meters.ts';
import { endSocket } from './end-socket.ts';
import { TokenBucket } from './limits/token-bucket.ts';
import type { AnyClient } from './socket-data.ts';

/** Refusals a socket may collect before it is ended: it is not one of our pages, which measure before they send. */
const refusalRate = { perSecond: 50, burst: 50 } as const;
/** The same for messages that are too big, each of which had to be taken in whole. */
const tooBigRate = { perSecond: 0.2, burst: 3 } as const;
/** The same for messages that are dropped without a word: a hundred times what a pointer may send is still let be. */
const droppedRate = { perSecond: 3_000, burst: 6_000 } as const;

interface Deps {
  readonly now: () => number;
  readonly newId: () => string;
  readonly meters: Pick<Meters, 'refused'>;
  /** Somebody was told of a fault under this number, which they may ask about. */
  readonly onFaultTold: (requestId: string) => void;
}

/** What a refusal says beside its code. */
export interface RefusalDetails {
  readonly seq?: number;
  readonly from?: number;
  readonly retryAfterMs?: number;
}

/** Tells one socket what was not taken and why, in its reader's language. */
export class Refusals {
  readonly #socket: AnyClient;
  readonly #deps: Deps;
  readonly #all: TokenBucket;
  readonly #tooBig: TokenBucket;
  readonly #dropped: TokenBucket;

  constructor(socket: AnyClient, deps: Deps) {
    this.#socket = socket;
    this.#deps = deps;
    const now = deps.now();
    this.#all = new TokenBucket({ ...refusalRate, now });
    this.#tooBig = new TokenBucket({ ...tooBigRate, now });
    this.#dropped = new TokenBucket({ ...droppedRate, now });
  }

  /** Answers one message; a socket that gets too many of these is ended. */
  refuse(code: ErrorCode, about: RefusalDetails = {}): void {
    const now = this.#deps.now();
    if (this.#all.take(now).waitMs > 0) return this.end('RATE');
    if (code === 'TOO_BIG' && this.#tooBig.take(now).waitMs > 0) return this.end('TOO_BIG');
    this.#socket.emit('refused', { ...this.#refusal(code), ...about });
  }

  /** Counts a message that is not answered; a flood of them ends the socket all the same (SEC-31). */
  dropped(): void {
    if (this.#dropped.take(this.#deps.now()).waitMs > 0) this.end('RATE');
  }

  /** Ends the socket with a reason that the page can show. */
  end(code: ErrorCode): void {
    endSocket(this.#socket, this.#refusal(code));
  }

  #refusal(code: ErrorCode): Refused {
    this.#deps.meters.refused(code, 'socket');
    const message = messageOf(code, this.#socket.data.language);
    const requestId = this.#deps.newId();
    if (code === 'INTERNAL') this.#deps.onFaultTold(requestId);
    return { code, message, retryable: errorRules[code].retryable, requestId };
  }
}
