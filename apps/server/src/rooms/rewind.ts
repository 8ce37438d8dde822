import {
  previewRewind,
  rewindPerson,
  type BoardState,
  type Past,
  type RewindCount,
  type Span,
} from '@bridgeboard/domain';

import type { Decided } from './commit-queue.ts';
import type { Person, Refusal } from './live-board.ts';

/** Somebody of the staff takes back what a person drew in a stretch of time (P26). */
export interface RewindAct extends Span {
  readonly by: Person;
}

/** Decides a rewind when its turn is there. The past may have been read before: what changed since then is left alone. */
export function decideRewind(
  draft: BoardState,
  about: { act: RewindAct; past: Past; now: number },
): Decided<RewindCount | Refusal> {
  const outcome = rewindPerson(draft, inputOf(about));
  return 'entry' in outcome ? { entry: outcome.entry, answer: outcome.count } : { entry: null, answer: outcome };
}

/** What a rewind would come to on this board, without doing it. */
export function countRewind(
  state: BoardState,
  about: { act: RewindAct; past: Past; now: number },
): RewindCount | Refusal {
  return previewRewind(state, inputOf(about));
}

function inputOf({ act, past, now }: { act: RewindAct; past: Past; now: number }): Parameters<typeof rewindPerson>[1] {
  const { by, person, from, to } = act;
  return { actor: { person: by.id, school: by.school, role: by.role }, person, from, to, past, now };
}
