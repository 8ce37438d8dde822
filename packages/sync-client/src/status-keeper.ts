import { equalJson } from '@bridgeboard/domain';
import type { Joined } from '@bridgeboard/protocol';

import type { Joiner } from './link/joiner.ts';
import { Observable } from './observable.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { EditSender } from './pending/edit-sender.ts';
import { saveStateOf, type SaveState } from './save-state.ts';
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
    const { isHeldUp, closed } = parts.sender;
    const { standing, obstacle } = parts.joiner;
    for (const facts of [isDurable, isSettled, refused, isHeldUp, closed, standing, obstacle]) {
      facts.subscribe(() => this.publish());
    }
  }

  /** Whether the board is complete: nothing half may be shown. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  joined({ board, you }: Joined): void {
    const before = this.status.value;
    // The same objects after a break in which nothing of it changed: a page is not built anew for that.
    const isNews = !equalJson(before.board, board) || !equalJson(before.you, you);
    if (isNews) this.status.set({ ...before, board, you });
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
    const [closed, obstacle] = [sender.closed.value, joiner.obstacle.value];
    const next = { ...before, state, save: isEqual(save, before.save) ? before.save : save, closed, obstacle };
    const isNews = (['state', 'save', 'closed', 'obstacle'] as const).some((part) => next[part] !== before[part]);
    if (isNews) this.status.set({ ...next, ended: joiner.end });
  }

  #state(): SessionState {
    const standing = this.#parts.joiner.standing.value;
    if (standing === 'ended') return 'ended';
    if (standing === 'down') return 'offline';
    return this.#isWhole ? 'live' : 'joining';
  }
}

function isEqual(a: SaveState, b: SaveState): boolean {
  return a.name === b.name && a.count === b.count;
}
