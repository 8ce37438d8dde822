import type { BoardRecord } from '@bridgeboard/protocol';

import { isOutOfSight } from '../board/board-rules.ts';
import type { BoardState, Slot } from '../board/board-state.ts';
import { diffRecords } from '../board/fields.ts';
import { isEmptied } from '../board/forget-old.ts';
import { placeFields } from '../board/place-fields.ts';
import type { Actor } from '../journal/entry-draft.ts';
import { closeView } from '../view/close-view.ts';
import { projectView } from '../view/project-view.ts';
import { viewerOf } from '../view/viewer.ts';
import { mayRestore, wentWith } from './deleted-pages.ts';

/** A board as it once stood, as somebody may see it today. */
export interface PastView {
  readonly records: ReadonlyMap<string, BoardRecord>;
  /** Shapes that the same person saw then and that are not shown: they are gone for good, put away, or another school's and not the same now. */
  readonly missing: number;
}

/** What a moment is looked at with. */
export interface PastSight {
  readonly now: BoardState;
  readonly actor: Actor;
  /** Records whose base people of another school than their author's have changed: they are treated as that school's. */
  readonly touchedByOthers: ReadonlySet<string>;
  readonly at: number;
}

/**
 * HIST5: of what somebody saw of a board then, what they may see today. Staff see all of their own school's work that is on the
 * board or in its bin and not put away; of another school's only what stands now as it stood then, wherever it stood.
 */
export function pastView(past: BoardState, sight: PastSight): PastView {
  const { now, actor } = sight;
  const viewer = viewerOf(actor);
  if (isOutOfSight(now, actor.school)) return { records: new Map(), missing: 0 };
  const then = projectView(past, viewer);
  const today = projectView(now, viewer);
  const kept = new Map<string, BoardRecord>();
  for (const [id, record] of then) {
    const shown = shownOf(record, { ...sight, today, before: past.slots.get(id) });
    if (shown) kept.set(id, shown);
  }
  const records = closeView(kept);
  const countShapes = (all: ReadonlyMap<string, BoardRecord>): number =>
    [...all.values()].filter(({ typeName }) => typeName === 'shape').length;
  return { records, missing: countShapes(then) - countShapes(records) };
}

/** Whether something of this record that somebody once saw may be told of today, by who has made it and what became of it. */
export function mayRecall(id: string, { now, actor, touchedByOthers }: PastSight): 'whole' | 'unchanged' | 'no' {
  const slot = now.slots.get(id) ?? now.bin.get(id)?.slot;
  if (!slot || slot.hidden || isEmptied(slot)) return 'no';
  return slot.school === actor.school && !touchedByOthers.has(id) ? 'whole' : 'unchanged';
}

interface Look extends PastSight {
  readonly today: ReadonlyMap<string, BoardRecord>;
  readonly before: Slot | undefined;
}

function shownOf(record: BoardRecord, look: Look): BoardRecord | null {
  const current = look.today.get(record.id);
  switch (record.typeName) {
    case 'document':
      return current ?? null;
    case 'page':
      return current ?? (isRestorable(record.id, look) ? record : null);
    case 'shape':
    case 'binding':
    case 'asset':
      return isRecalled(record, look) ? record : null;
    default:
      // What people said about a piece is no part of how the board looked.
      return null;
  }
}

function isRecalled(record: BoardRecord, look: Look): boolean {
  if (look.before?.hidden !== false) return false;
  const may = mayRecall(record.id, look);
  if (may !== 'unchanged') return may === 'whole';
  const current = look.today.get(record.id);
  return current !== undefined && isSameButForPlace(record, current);
}

/** P17: a page that is gone is shown to those who may bring it back. */
function isRestorable(page: string, { now, actor, at }: Look): boolean {
  return mayRestore(now, actor, wentWith(now, page, at));
}

function isSameButForPlace(one: BoardRecord, other: BoardRecord): boolean {
  const { set, unset } = diffRecords(one, other);
  return [...Object.keys(set), ...unset].every((field) => placeFields.has(field));
}
