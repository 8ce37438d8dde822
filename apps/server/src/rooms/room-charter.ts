import { showsPicture, type BoardState, type OpensAt } from '@bridgeboard/domain';
import type { CharterHolds, SchoolBrief, Verdict } from '@bridgeboard/protocol';

import type { Refusal } from './live-board.ts';
import { createSchoolHours } from './school-hours.ts';

interface Deps {
  readonly holds: CharterHolds;
  readonly schools: readonly SchoolBrief[];
  readonly state: () => BoardState;
  readonly now: () => number;
  /** Other schools' people are called differently from here on. */
  readonly onRenamed: () => void;
  readonly allowOpen: (allowed: boolean) => Promise<Refusal | null>;
}

/** What a charter says on one board, and what follows from it there (CH9). */
export class RoomCharter {
  readonly #deps: Deps;
  #holds: CharterHolds;
  /** One more with each change. */
  revision = 0;
  readonly opensAt: OpensAt;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#holds = deps.holds;
    this.opensAt = createSchoolHours({ ...deps, charter: () => this.#holds.hours });
  }

  /** What pupils are called at other schools. */
  get names(): CharterHolds['names'] {
    return this.#holds.names;
  }

  get takesPictures(): boolean {
    return this.#holds.photos !== 'never';
  }

  /** Why a decision is not to be, or null: a picture that waits is let out by nobody once the charter says never. */
  refusalToDecide({ verdict, case: id }: { verdict: Verdict; case: string }): Refusal | null {
    const isPicture = verdict === 'board' && showsPicture(this.#deps.state(), id);
    return isPicture && !this.takesPictures ? { refused: 'PHOTOS_NEVER' } : null;
  }

  /** Holds the board to a charter from here on: hours at the next tick, names in views that all begin anew. */
  async holdTo(holds: CharterHolds): Promise<void> {
    const isRenamed = holds.names !== this.#holds.names;
    this.#holds = holds;
    this.revision += 1;
    if (isRenamed) this.#deps.onRenamed();
    await this.align();
  }

  /** Brings the board's journal to say what the charter says of mode `open`: only where work need not be looked at first. */
  async align(): Promise<void> {
    const allowed = this.#holds.check === 'after';
    if (this.#deps.state().whole.openAllowed !== allowed) await this.#deps.allowOpen(allowed);
  }
}
