import {
  applyEntry,
  createBoardState,
  hashOfVersion,
  takeTouched,
  visibleCase,
  type BoardState,
} from '@bridgeboard/domain';
import type { JournalEntry } from '@bridgeboard/protocol';

import type { Oracle } from './oracle.ts';
import type { Watch } from './watch.ts';

/** SEC-40: what is decided on is exactly what the decision names, at the moment at which it takes effect. */
export class DecisionOracle implements Oracle {
  readonly #watch: Watch;
  /** The board as its journal has it, entry by entry. */
  readonly #state: BoardState;

  constructor(watch: Watch, about: { board: string; schools: readonly string[] }) {
    this.#watch = watch;
    this.#state = createBoardState({ ...about, epoch: '' });
  }

  kept(acts: readonly JournalEntry[]): void {
    for (const entry of acts) {
      this.#judge(entry);
      applyEntry(this.#state, entry);
      takeTouched(this.#state);
    }
  }

  /** P36: and it is what stands, of another school's. */
  #judgeAccepted(seq: number, accepted: { id: string; school: string; hash: string | null }): void {
    const slot = this.#state.slots.get(accepted.id);
    const isIt = slot?.base && slot.school !== accepted.school && hashOfVersion(slot.base) === accepted.hash;
    if (!isIt) this.#watch.fail('violations', `entry ${seq} accepts something else than what stands`);
  }

  #judge({ facts }: JournalEntry): void {
    for (const change of facts.changes) {
      if (change.kind === 'accept' && change.hash !== null) this.#judgeAccepted(facts.seq, change);
      if (change.kind !== 'case-decided' || !facts.actor) continue;
      const viewer = { kind: 'staff', school: facts.actor.school } as const;
      const shown = visibleCase(this.#state, { id: change.case, viewer, now: facts.at });
      if (shown?.hash !== change.hash) {
        this.#watch.fail('violations', `entry ${facts.seq} decides on something else than was looked at`);
      }
    }
  }
}
