import { equalJson } from '../board/fields.ts';
import { RecordProjector } from '../view/project-record.ts';
import { viewerOf } from '../view/viewer.ts';
import { placeFields } from '../board/place-fields.ts';
import type { Attempt } from './attempt.ts';
import { isSeenAt } from './parts.ts';
import type { RecordStory } from './record-story.ts';
import type { Wish } from './wish.ts';

/** How much of what the actor sees a rewind changes; what waits in another school is not counted (P28). */
export interface RewindCount {
  /** Records taken off, brought back, or with fields set back. */
  readonly records: number;
  /** Of these: what was added and is taken off, what was erased and comes back, and what was changed or moved. */
  readonly added: number;
  readonly erased: number;
  readonly changed: number;
  readonly fields: number;
  /** Records and fields that stay because somebody changed them later, or because they would not stand. */
  readonly skipped: number;
}

/** Ids of the records that an attempt changes and that the actor sees, before or after it. */
export function changedRecords(act: Attempt): string[] {
  const before = new RecordProjector(act.state, viewerOf(act.actor));
  const after = new RecordProjector(act.draft.state, viewerOf(act.actor));
  // What changed of it where the actor does not see it must not be counted either (P28).
  const isChanged = (id: string): boolean => !equalJson(before.record(id), after.record(id));
  return act.wishes.map(({ id }) => id).filter((id) => act.draft.state.touched.records.has(id) && isChanged(id));
}

/** Counts an attempt that stands. `movedOn` are records that changed after the past was read. */
export function countOf(
  act: Attempt,
  told: { stories: ReadonlyMap<string, RecordStory>; movedOn: readonly string[] },
): RewindCount {
  const isSeen = seenBy(act);
  const skipped = [...told.stories].map(([id, story]) => (isSeen(id) ? skippedOf(act, id, story) : 0));
  const late = told.movedOn.filter((id) => isSeen(id) && isSeenOf(act, told.stories.get(id))).length;
  const changed = new Set(changedRecords(act));
  const countBeing = (being: Wish['being']): number =>
    act.wishes.filter((wish) => wish.being === being && changed.has(wish.id)).length;
  return {
    records: changed.size,
    added: countBeing('off'),
    erased: countBeing('back'),
    changed: countBeing('stay'),
    fields: act.fields,
    skipped: skipped.reduce((sum, one) => sum + one, late),
  };
}

function skippedOf(act: Attempt, id: string, story: RecordStory): number {
  if (act.left.hasRecord(id)) return 1;
  const isSeenPart = (part: string): boolean => isSeenAt(act.state, act.actor.school, part);
  const overwritten = [...story.overwritten].filter(({ part }) => isSeenPart(part));
  const left = [...story.former].flatMap(([part, fields]) =>
    isSeenPart(part) && act.left.hasPlace(id, part) ? [...fields.keys()].filter((field) => placeFields.has(field)) : [],
  );
  return overwritten.length + left.length;
}

/** Whether the actor sees any of what the span did to a record: that it did anything else must not be told (P23). */
function isSeenOf(act: Attempt, story: RecordStory | undefined): boolean {
  if (!story) return false;
  const written = [...story.former].filter(([, { size }]) => size > 0).map(([part]) => part);
  const parts = [...written, ...[...story.overwritten].map(({ part }) => part)];
  return story.coming !== null || parts.some((part) => isSeenAt(act.state, act.actor.school, part));
}

function seenBy(act: Attempt): (id: string) => boolean {
  const before = new RecordProjector(act.state, viewerOf(act.actor));
  const after = new RecordProjector(act.draft.state, viewerOf(act.actor));
  return (id) => before.record(id) !== null || after.record(id) !== null;
}
