import { limits } from '@bridgeboard/domain';

import type { Person } from '../../rooms/live-board.ts';
import { TokenBucket } from './token-bucket.ts';

/** Longer than any of these buckets takes to fill up again: then forgetting one changes nothing. */
const forgetAfterMs = 30_000;

/** What one person may send, over all sockets they have (L3, L4). */
interface PersonLimits {
  readonly edits: TokenBucket;
  readonly ops: TokenBucket;
  readonly pointer: TokenBucket;
}

interface Used<T> {
  readonly limits: T;
  usedAt: number;
}

/**
 * How much people may send. It is counted by person and by board, not by socket: who connects anew or opens a second tab
 * gets nothing more.
 */
export class SendLimits {
  readonly #now: () => number;
  readonly #people = new Map<string, Used<PersonLimits>>();
  readonly #boards = new Map<string, Used<TokenBucket>>();

  constructor({ now }: { now: () => number }) {
    this.#now = now;
  }

  /** Takes one edit of so many operations, or says how many ms to wait; nothing is taken then. */
  takeEdit(about: { person: Person; board: string; ops: number }): { readonly waitMs: number } {
    const now = this.#now();
    const { edits, ops } = this.#of(about.person, now);
    const asEdit = edits.take(now);
    if (asEdit.waitMs > 0) return asEdit;
    const asOps = ops.take(now, about.ops);
    const asBoard = asOps.waitMs > 0 ? asOps : this.#ofBoard(about.board, now).take(now, about.ops);
    if (asBoard.waitMs === 0) return asBoard;
    edits.giveBack(1);
    if (asOps.waitMs === 0) ops.giveBack(about.ops);
    return asBoard;
  }

  /** Whether one more place of this person's pointer may go on; too much of it is dropped. */
  takePointer(person: Person): boolean {
    const now = this.#now();
    return this.#of(person, now).pointer.take(now).waitMs === 0;
  }

  /** Forgets who has sent nothing for a while; called on a timer. */
  forget(): void {
    const oldest = this.#now() - forgetAfterMs;
    for (const all of [this.#people, this.#boards]) {
      for (const [key, { usedAt }] of all) if (usedAt < oldest) all.delete(key);
    }
  }

  #of({ id, role }: Person, now: number): PersonLimits {
    return use(this.#people, { key: id, now }, () => {
      const most = limits[role];
      const bucket = (perSecond: number, burst: number): TokenBucket => new TokenBucket({ perSecond, burst, now });
      return {
        edits: bucket(most.editsPerSecond, most.editsBurst),
        ops: bucket(most.opsPerSecond, most.opsBurst),
        pointer: bucket(most.presencePerSecond, most.presencePerSecond),
      };
    });
  }

  #ofBoard(board: string, now: number): TokenBucket {
    const { opsPerSecond, opsBurst } = limits.board;
    return use(
      this.#boards,
      { key: board, now },
      () => new TokenBucket({ perSecond: opsPerSecond, burst: opsBurst, now }),
    );
  }
}

/** What somebody has left, made when they first send; being asked for keeps it from being forgotten. */
function use<T>(all: Map<string, Used<T>>, { key, now }: { key: string; now: number }, make: () => T): T {
  const used = all.get(key) ?? { limits: make(), usedAt: now };
  used.usedAt = now;
  all.set(key, used);
  return used.limits;
}
