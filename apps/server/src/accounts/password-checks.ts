import PQueue from 'p-queue';

import { Counted } from '../http/counted.ts';
import { Refused } from '../http/refusal.ts';
import type { SignInSource } from './sign-in-sources.ts';

/**
 * Most checks that may wait: of one source, of all that are known, and of all strangers of one rank. Each takes about a
 * tenth of a second, so that nobody who waits does so for long.
 */
const mostWaiting = { ofSource: 10, known: 40, ofRank: 10 } as const;
const retryAfterMs = 1_000;

/** Does a check when it is its turn. */
export type InTurn = <T>(check: () => Promise<T>) => Promise<T>;

/**
 * Comparing a password is slow on purpose, a good tenth of a second of a core. One is compared at a time, so that a crowd
 * of guesses leaves the other cores to the lessons. Who is known comes first, then whoever has guessed wrong least; and
 * whoever comes when too many wait is told so at once (SEC-30).
 */
export class PasswordChecks {
  readonly #oneByOne = new PQueue({ concurrency: 1 });
  readonly #waiting = new Counted();

  /** Takes a place among those who wait, to be used at once. Throws `Refused` BUSY where there is none. */
  take({ key, rank }: SignInSource): InTurn {
    const leaveSource = this.#waiting.take(`source ${key}`, mostWaiting.ofSource);
    const leaveRank =
      leaveSource && this.#waiting.take(`rank ${rank}`, rank === 0 ? mostWaiting.known : mostWaiting.ofRank);
    if (!leaveRank) {
      leaveSource?.();
      throw new Refused('BUSY', { retryAfterMs });
    }
    return (check) =>
      this.#oneByOne.add(check, { priority: -rank }).finally(() => {
        leaveRank();
        leaveSource();
      });
  }
}
