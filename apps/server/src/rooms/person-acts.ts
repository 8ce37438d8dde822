import {
  hidePerson,
  previewRewind,
  rewindPerson,
  type BoardState,
  type Past,
  type RewindCount,
  type Span,
} from '@bridgeboard/domain';

import { actorOf } from './acting-person.ts';
import type { CommitQueue } from './commit-queue.ts';
import type { ActsOnPeople, Hidden, HideAct, Refusal, RewindAct, Rewound } from './live-board.ts';

interface Deps {
  readonly state: () => BoardState;
  readonly queue: Pick<CommitQueue, 'submit'>;
  /** What the journal says of a stretch of time. */
  readonly past: (state: BoardState, span: Span) => Promise<Past>;
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
    const { state, queue, past: pastOf } = this.#deps;
    const past = await pastOf(state(), act);
    return queue.submit<Rewound | Refusal>((draft) => {
      const now = this.#deps.now();
      const outcome = rewindPerson(draft, { ...inputOf(act), past, now });
      if ('refused' in outcome) return { entry: null, answer: outcome };
      return { entry: outcome.entry, answer: { count: outcome.count, at: now } };
    });
  }

  /** What a rewind would come to, without doing it. */
  async previewRewind(act: RewindAct): Promise<RewindCount | Refusal> {
    const past = await this.#deps.past(this.#deps.state(), act);
    return previewRewind(this.#deps.state(), { ...inputOf(act), past, now: this.#deps.now() });
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

function inputOf({ by, person, from, to }: RewindAct): Span & { actor: ReturnType<typeof actorOf> } {
  return { actor: actorOf(by), person, from, to };
}
