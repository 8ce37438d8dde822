import pLimit from 'p-limit';

import { Counted } from '../http/counted.ts';
import { Refused } from '../http/refusal.ts';

/** Most checks that may wait, of everybody and of one network. */
const mostWaiting = { all: 60, network: 10 } as const;
const retryAfterMs = 2_000;

/**
 * Comparing a password is slow on purpose, a good tenth of a second of a core. One is compared at a time, so that a crowd
 * of guesses leaves the other cores to the lessons; and whoever comes when too many wait is told so at once (SEC-30).
 */
export class PasswordChecks {
  readonly #oneByOne = pLimit(1);
  readonly #waiting = new Counted();

  /** Checks when it is this one's turn. Throws `Refused` BUSY when too many of this network, or of all, wait already. */
  async run<T>(network: string, check: () => Promise<T>): Promise<T> {
    const leaveNetwork = this.#waiting.take(`network ${network}`, mostWaiting.network);
    const leave = leaveNetwork && this.#waiting.take('all', mostWaiting.all);
    try {
      if (!leave) throw new Refused('BUSY', { retryAfterMs });
      return await this.#oneByOne(check);
    } finally {
      leave?.();
      leaveNetwork?.();
    }
  }
}
