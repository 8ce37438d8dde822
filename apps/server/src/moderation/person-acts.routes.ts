import { postHidePerson, postRewind, postRewindPreview, postSuspend } from '@bridgeboard/protocol';
import type { RewindCounts } from '@bridgeboard/protocol';
import type { RewindCount } from '@bridgeboard/domain';

import type { Api } from '../http/call.ts';
import { found, Refused } from '../http/refusal.ts';
import type { LiveBoard, LiveBoards, Person, Refusal } from '../rooms/live-board.ts';
import type { Clock } from '../time-and-chance.ts';

interface PersonActsParts {
  readonly boards: LiveBoards;
  readonly clock: Clock;
  /** Keeps a pupil off all boards, or lets them come again. Throws `Refused` NOT_FOUND for another school's. */
  readonly suspend: (by: Person, pupil: string, isSuspended: boolean) => Promise<void>;
}

interface Asked {
  readonly session: { readonly person: Person };
  readonly board: { readonly id: string };
  readonly ids: { readonly author: string };
}

type SpanWish = { readonly minutes: number } | { readonly from: number; readonly to?: number | undefined };

/** What staff of a pupil's own school do about all that the pupil has on a board, and about the pupil. */
export function mountPersonActs(api: Api, { boards, clock, suspend }: PersonActsParts): void {
  const about = async ({ session, board, ids }: Asked): Promise<{ live: LiveBoard; by: Person; person: string }> => {
    const live = await boards.open(board.id);
    return { live, by: session.person, person: found(live.personOf(ids.author)) };
  };

  api.on(postHidePerson, async (call) => {
    const { live, by, person } = await about(call);
    return taken(await live.people.hide({ by, person, bringBack: call.body.bringBack }));
  });

  api.on(postRewindPreview, async (call) => {
    const { live, ...who } = await about(call);
    return countsOf(taken(await live.people.previewRewind({ ...who, ...spanOf(call.body, clock.now()) })));
  });

  api.on(postRewind, async (call) => {
    const { live, ...who } = await about(call);
    const { count, at } = taken(await live.people.rewind({ ...who, ...spanOf(call.body, clock.now()) }));
    return { counts: countsOf(count), at };
  });

  api.on(postSuspend, async (call) => {
    const { by, person } = await about(call);
    await suspend(by, person, call.body.suspended);
    return { pupil: person, suspended: call.body.suspended };
  });
}

function taken<T extends object>(outcome: T | Refusal): T {
  if ('refused' in outcome) throw new Refused(outcome.refused);
  return outcome;
}

/** By the server's clock: a tablet's may be wrong by hours. */
function spanOf(wish: SpanWish, now: number): { from: number; to: number } {
  if ('minutes' in wish) return { from: now - wish.minutes * 60_000, to: now };
  return { from: wish.from, to: wish.to ?? now };
}

function countsOf({ added, erased, changed, skipped }: RewindCount): RewindCounts {
  return { added, erased, changed, skipped };
}
