import type { Joined } from '@bridgeboard/protocol';

import type { Joiner } from './link/joiner.ts';
import { Observable } from './observable.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { EditSender } from './pending/edit-sender.ts';
import { saveStateOf } from './save-state.ts';
import { statusAtStart, type SessionState, type SessionStatus } from './session-status.ts';

interface KeeperParts {
  readonly outbox: Outbox;
  readonly sender: EditSender;
  readonly joiner: Joiner;
}

/** Puts what the parts of a session know into one status, and says it only when it changed. */
export class StatusKeeper {
  readonly status = new Observable<SessionStatus>(statusAtStart);
  readonly #parts: KeeperParts;
  #isWhole = false;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
    const { isDurable, isSettled, refused } = parts.outbox;
    for (const facts of [isDurable, isSettled, refused, parts.sender.isHeldUp, parts.joiner.standing]) {
      facts.subscribe(() => this.publish());
    }
  }

  /** Whether the board is complete: nothing half may be shown. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  joined({ board, you }: Joined): void {
    this.status.set({ ...this.status.value, board, you });
  }

  /** The board is complete; `show` puts it on the screen before anybody is told that it is there. */
  whole(show: () => void): void {
    this.#isWhole = true;
    show();
    this.status.set({ ...this.status.value, isShown: true });
    this.publish();
  }

  /** The view begins anew; until it is whole again, the screen keeps what it has. */
  broken(): void {
    this.#isWhole = false;
    this.publish();
  }

  /** Something changed that may change the status. */
  publish(): void {
    const { outbox, sender, joiner } = this.#parts;
    const { pending, refused, isSettled, isDurable } = outbox;
    const before = this.status.value;
    const state = this.#state();
    const save = saveStateOf({
      pending: pending.records().size,
      refused: refused.value.length,
      isSending: joiner.isJoined && !sender.isHeldUp.value,
      isKept: isSettled.value && !pending.waiting.hasChanges,
      isDurable: isDurable.value,
    });
    if (state === before.state && save.name === before.save.name && save.count === before.save.count) return;
    this.status.set({ ...before, state, save, ended: joiner.end });
  }

  #state(): SessionState {
    const standing = this.#parts.joiner.standing.value;
    if (standing === 'ended') return 'ended';
    if (standing === 'down') return 'offline';
    return this.#isWhole ? 'live' : 'joining';
  }
}
