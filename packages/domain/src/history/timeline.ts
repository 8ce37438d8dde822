import type { BoardRecord, EntryFacts, JournalEntry } from '@bridgeboard/protocol';

import type { BoardState, Slot } from '../board/board-state.ts';
import { equalJson } from '../board/fields.ts';
import { applyEntry, type Actor } from '../journal/entry-draft.ts';
import { RecordProjector } from '../view/project-record.ts';
import { viewerOf } from '../view/viewer.ts';
import { mayRecall, type PastSight } from './past-view.ts';
import { recordsIn } from './replay.ts';
import { isTakingBack } from './tell-stories.ts';

/** What stands out on the way: work was taken back, everything was stopped, a backup was put in place. */
export type MarkKind = 'taken-back' | 'stopped' | 'backup';

/** A record at one point of the journal: with all that it has, and as these staff saw it. */
interface Look {
  readonly slot: Slot | undefined;
  readonly version: BoardRecord | null;
}

/** One change that somebody saw: of which record, whose it counts as, and when. */
interface Seen {
  readonly record: string;
  readonly by: string;
  readonly at: number;
}

/** A stretch of a board's past in which something changed. */
export interface TimelineMoment {
  /** When the first and the last change of it was; the board is looked at as right after the last. */
  readonly from: number;
  readonly at: number;
  /** How many changes by whom, by person id. */
  readonly by: ReadonlyMap<string, number>;
  readonly marks: readonly MarkKind[];
}

/** How long a moment is: the shortest with which a past has no more moments than a slider can tell apart. */
const lengthsMs = [10_000, 60_000, 300_000, 1_800_000, 86_400_000] as const;
const mostMoments = 400;

/**
 * Goes along a board's journal and notes what changed in the view of one school's staff: that, and nothing else, is what its
 * timeline is made of, so that it cannot tell of what they never saw (P28).
 */
export class TimelineTeller {
  readonly state: BoardState;
  readonly touchedByOthers = new Set<string>();
  readonly #actor: Actor;
  readonly #seen: Seen[] = [];
  readonly #marks: { readonly at: number; readonly kind: MarkKind }[] = [];

  /** @param state a board on which nothing has happened yet; it is moved along */
  constructor(state: BoardState, actor: Actor) {
    this.state = state;
    this.#actor = actor;
  }

  /** The next whole act of the journal (`WholeActs`). */
  take(act: JournalEntry): void {
    const before = new Map([...recordsIn(act)].map((id) => [id, this.#look(id)]));
    applyEntry(this.state, act);
    for (const [id, was] of before) this.#note(act.facts, { id, was, is: this.#look(id) });
    for (const kind of marksOf(act, this.#actor.school)) this.#marks.push({ at: act.facts.at, kind });
  }

  #note({ at, actor }: EntryFacts, { id, was, is }: { id: string; was: Look; is: Look }): void {
    // What waits on it is nobody else's to know: only what is out counts as another school's hand.
    const isOthers = actor && is.slot && actor.school !== is.slot.school;
    if (isOthers && !equalJson(was.slot?.base, is.slot?.base)) this.touchedByOthers.add(id);
    if (equalJson(was.version, is.version)) return;
    // Who at another school did something is not told: only whose piece it is.
    const isNear = actor?.school === this.#actor.school;
    this.#seen.push({ record: id, at, by: isNear ? actor.person : (is.slot?.author ?? '') });
  }

  /** The board as it stands at this point of the journal; it stays so while the journal goes on. */
  pause(): BoardState {
    return { ...this.state, slots: new Map(this.state.slots.entries()) };
  }

  /** What is left of it today, oldest first (HIST5). */
  moments(now: BoardState, at: number): TimelineMoment[] {
    const sight: PastSight = { now, actor: this.#actor, touchedByOthers: this.touchedByOthers, at };
    const seen = this.#seen.filter(({ record }) => isTold(record, sight));
    for (const length of lengthsMs) {
      const moments = this.#inMoments(seen, length);
      if (moments.length <= mostMoments || length === lengthsMs.at(-1)) return moments;
    }
    return [];
  }

  #inMoments(seen: readonly Seen[], length: number): TimelineMoment[] {
    const found = new Map<number, { from: number; at: number; by: Map<string, number>; marks: MarkKind[] }>();
    const momentAt = (at: number) => {
      const place = Math.floor(at / length);
      const moment = found.get(place) ?? { from: at, at, by: new Map<string, number>(), marks: [] };
      moment.from = Math.min(moment.from, at);
      moment.at = Math.max(moment.at, at);
      found.set(place, moment);
      return moment;
    };
    for (const { at, by } of seen) {
      const moment = momentAt(at);
      moment.by.set(by, (moment.by.get(by) ?? 0) + 1);
    }
    for (const { at, kind } of this.#marks) {
      const { marks } = momentAt(at);
      if (!marks.includes(kind)) marks.push(kind);
    }
    return [...found.values()].toSorted((one, other) => one.at - other.at);
  }

  #look(id: string): Look {
    const { slots, bin } = this.state;
    const version = new RecordProjector(this.state, viewerOf(this.#actor)).record(id);
    return { slot: slots.get(id) ?? bin.get(id)?.slot, version };
  }
}

/** A change counts where what it was about may still be told of; of another school's work where that is there today. */
function isTold(id: string, sight: PastSight): boolean {
  if (id.startsWith('page:') || id.startsWith('document:')) return sight.now.slots.get(id) !== undefined;
  if (!id.startsWith('shape:')) return false;
  const may = mayRecall(id, sight);
  if (may !== 'unchanged') return may === 'whole';
  return new RecordProjector(sight.now, viewerOf(sight.actor)).record(id) !== null;
}

function marksOf({ facts, audit }: JournalEntry, school: string): MarkKind[] {
  const marks: MarkKind[] = [];
  const isStop = facts.changes.some((change) => change.kind === 'board-rules' && (change.stoppedBy ?? []).length > 0);
  if (isStop) marks.push('stopped');
  if (facts.changes.some(({ kind }) => kind === 'restore')) marks.push('backup');
  if (facts.actor?.school === school && isTakingBack(audit)) marks.push('taken-back');
  return marks;
}
