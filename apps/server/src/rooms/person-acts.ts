import {
  hidePerson,
  previewRewind,
  rewindPerson,
  spanSince,
  type BoardState,
  type RewindCount,
  type Span,
} from '@bridgeboard/domain';

import { actorOf } from './acting-person.ts';
import type { BoardPast } from './board-past.ts';
import type { CommitQueue } from './commit-queue.ts';
import type { ActsOnPeople, BringBackAct, Hidden, HideAct, Refusal, RewindAct, Rewound } from './live-board.ts';

interface Deps {
  readonly state: () => BoardState;
  readonly queue: Pick<CommitQueue, 'submit'>;
  readonly past: BoardPast;
  readonly now: () => number;
}

/** What staff do about everything that one person has on a board. */
export class PersonActs implements ActsOnPeople {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Takes back what somebody drew in a stretch of time. What has changed since the past was read is left alone. */
  async rewind(act: RewindAct): Promise<Rewound | Refusal> {
    const { state, queue } = this.#deps;
    const past = await this.#deps.past.since(state(), act);
    return queue.submit<Rewound | Refusal>((draft) => {
      const now = this.#deps.now();
      const outcome = rewindPerson(draft, { ...inputOf(act), past, now });
      if ('refused' in outcome) return { entry: null, answer: outcome };
      return { entry: outcome.entry, answer: { count: outcome.count, at: now } };
    });
  }

  /** What a rewind would come to, without doing it. */
  async previewRewind(act: RewindAct): Promise<RewindCount | Refusal> {
    const past = await this.#deps.past.since(this.#deps.state(), act);
    return previewRewind(this.#deps.state(), { ...inputOf(act), past, now: this.#deps.now() });
  }

  /** Takes back what the own school's pupils and the actor did since a moment, as one act (HIST7). */
  bringBack(act: BringBackAct): Promise<Rewound | Refusal> {
    return this.rewind(this.#sinceMoment(act));
  }

  previewBringBack(act: BringBackAct): Promise<RewindCount | Refusal> {
    return this.previewRewind(this.#sinceMoment(act));
  }

  #sinceMoment({ by, moment }: BringBackAct): RewindAct {
    return { by, ...spanSince(this.#deps.state(), actorOf(by), { moment, now: this.#deps.now() }) };
  }

  /** Answers the ids of what is otherwise now. */
  hide(act: HideAct): Promise<Hidden | Refusal> {
    const { by, ...about } = act;
    return this.#deps.queue.submit<Hidden | Refusal>((draft) => {
      const outcome = hidePerson(draft, { ...about, actor: actorOf(by), now: this.#deps.now() });
      if ('refused' in outcome) return { entry: null, answer: outcome };
      return { entry: outcome.entry, answer: { records: [...outcome.records] } };
    });
  }
}

function inputOf({ by, ...span }: RewindAct): Span & { actor: ReturnType<typeof actorOf> } {
  return { actor: actorOf(by), ...span };
}
