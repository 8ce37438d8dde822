import { createHmac } from 'node:crypto';

import { RateLimiterMemory } from 'rate-limiter-flexible';

import type { Random } from '../time-and-chance.ts';
import { takeOne } from './take-one.ts';

/** New reports an hour from one network or guest, and about one board from all of them. */
const mostAnHour = { source: 5, board: 30 } as const;

/**
 * Holds back whoever reports without an account, so that nobody empties a board by reporting all of it. A network is told apart by a hash
 * with a key that is made at each start and kept nowhere: no address stands anywhere, and none can be found again.
 */
export class OutsideLimit {
  readonly #key: Uint8Array;
  readonly #ofSource = new RateLimiterMemory({ keyPrefix: 'source', points: mostAnHour.source, duration: 3_600 });
  readonly #ofBoard = new RateLimiterMemory({ keyPrefix: 'board', points: mostAnHour.board, duration: 3_600 });

  constructor({ random }: { random: Random }) {
    this.#key = random.bytes(32);
  }

  /** Takes one from what a source may report, and from what may be reported about a board. Throws `Refused` RATE. */
  async take(source: string, board: string): Promise<void> {
    await takeOne(this.#ofSource, createHmac('sha256', this.#key).update(source).digest('base64url'));
    await takeOne(this.#ofBoard, board);
  }
}
