import type { BoardState, Slot } from '../board/board-state.ts';
import { fieldChanges, isSeenAt } from './parts.ts';
import type { Former, RecordStory } from './record-story.ts';
import type { Told } from './tell-stories.ts';

/** What a rewind would like to do with one record. What then stands in the way of it stays as it is. */
export interface Wish {
  readonly id: string;
  /** Take it off, bring it back from the bin, or leave it where it is and set fields back. */
  readonly being: 'off' | 'back' | 'stay';
  /** Where it was deleted and made anew under its id: the record from before. */
  readonly instead: Slot | null;
  readonly former: Former;
  readonly story: RecordStory;
}

/** The wishes of a span on a board, in the order of ids; none for records that the board has moved on with since, as this school sees it. */
export function wishesOf(told: Told, state: BoardState, school: string): { wishes: Wish[]; movedOn: string[] } {
  const wishes: Wish[] = [];
  const movedOn: string[] = [];
  for (const [id, story] of [...told.stories].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (hasStayed(told.after, state, { id, school })) wishes.push(...wishFor({ id, story, isLive: isLive(state, id) }));
    else movedOn.push(id);
  }
  return { wishes, movedOn };
}

function wishFor(about: { id: string; story: RecordStory; isLive: boolean }): Wish[] {
  const { id, story, isLive } = about;
  const { coming, former } = story;
  const wish = { id, story, former, instead: null };
  if (coming && !coming.before) return isLive ? [{ ...wish, being: 'off' }] : [];
  if (coming?.before && coming.isMade) {
    return [{ ...wish, being: isLive ? 'stay' : 'back', instead: coming.before, former: coming.former }];
  }
  if (!isLive) return coming ? [{ ...wish, being: 'back' }] : [];
  return [...former.values()].some(({ size }) => size > 0) ? [{ ...wish, being: 'stay' }] : [];
}

function isLive(state: BoardState, id: string): boolean {
  return state.slots.get(id) !== undefined;
}

/** Whether a record is what it was, live or in the bin, in all that staff of the school see of it (P23). */
function hasStayed(before: BoardState, now: BoardState, about: { id: string; school: string }): boolean {
  const { id, school } = about;
  const [was, is] = [before, now].map((state) => state.slots.get(id) ?? null);
  if (!was || !is) return !was && !is && before.bin.get(id)?.seq === now.bin.get(id)?.seq;
  const changes = was.seq === is.seq ? [] : fieldChanges(was, is);
  return was.hidden === is.hidden && changes.every(({ part }) => !isSeenAt(now, school, part));
}
