import type { BoardRecord, CaseView } from '@bridgeboard/protocol';
import { isAssetId } from '../board/assets.ts';
import { isOutOfSight } from '../board/board-rules.ts';
import type { BoardState, ReviewCase, Slot } from '../board/board-state.ts';
import { versionAt } from '../view/closed-at.ts';
import { RecordProjector } from '../view/project-record.ts';
import { schoolOf, viewerOf, type PersonalViewer, type Viewer } from '../view/viewer.ts';
import { isTouchedBy } from './case-item.ts';
import { visibleCase } from './case-view.ts';

/** One case as the work it is: what stands on the board of it, or what it was when it was not accepted. */
export interface PieceOfWork {
  /** As its author sees it. */
  readonly case: CaseView;
  /** What of it is not put away from whoever asks. */
  readonly records: readonly BoardRecord[];
  /** To its author all of it is; to staff, who see it, some of it. */
  readonly isPutAway: boolean;
}

/**
 * MW1: what a pupil, or a guest, has made on a board, case by case, the newest first, and what became of it. For whoever it is and staff
 * of the school; null for everybody else, as where nobody is meant (P23).
 */
export function piecesOf(
  state: BoardState,
  ask: { person: string; viewer: PersonalViewer; now: number },
): PieceOfWork[] | null {
  const { person, viewer, now } = ask;
  const author = state.members.get(person);
  const isTheirs = viewer.kind === 'staff' ? viewer.school === author?.school : viewer.person === person;
  if (author === undefined || author.role === 'staff' || !isTheirs) return null;
  if (isOutOfSight(state, schoolOf(viewer))) return [];
  const own = viewerOf(author);
  const told = [...state.cases.entries()].flatMap(([id, found]) => {
    const view = found.author === person ? visibleCase(state, { id, viewer: own, now }) : null;
    return view && view.status !== 'withdrawn' ? [{ found, view }] : [];
  });
  const gathering = { state, viewer, own, shown: new Set<string>(), seen: new RecordProjector(state, viewer) };
  return told
    .toSorted((one, other) => other.view.changedAt - one.view.changedAt)
    .flatMap((one) => pieceOf(gathering, one) ?? []);
}

interface Gathering {
  readonly state: BoardState;
  readonly viewer: PersonalViewer;
  readonly own: Viewer;
  readonly seen: RecordProjector;
  /** What newer pieces show already: of a record that was decided on twice, the last word counts. */
  readonly shown: Set<string>;
}

function pieceOf(gathering: Gathering, { found, view }: { found: ReviewCase; view: CaseView }): PieceOfWork | null {
  const { state, viewer, own, shown, seen } = gathering;
  const isDropped = found.state === 'rejected' && found.afterwards !== true;
  const slots = isDropped ? whatWasDropped(found) : standing(gathering, found);
  const isAway = (slot: Slot): boolean => slot.hidden || isHiddenNow(state, slot.id);
  const inSight = viewer.kind === 'staff' ? slots : slots.filter((slot) => !isAway(slot));
  if (slots.length > 0 && inSight.length === 0) return { case: view, records: [], isPutAway: true };
  const records = inSight.flatMap((slot) => (isDropped ? versionAt(slot, own) : seen.record(slot.id)) ?? []);
  if (records.length === 0) return null;
  if (!isDropped) for (const { id } of records) shown.add(id);
  return { case: view, records, isPutAway: viewer.kind === 'staff' && slots.some(isAway) };
}

/** What is on the board of a case, put away or not. */
function standing({ state, shown }: Gathering, { records }: ReviewCase): Slot[] {
  return records.flatMap((id) => (shown.has(id) || isAssetId(id) ? [] : (state.slots.get(id) ?? [])));
}

/** P9: what was not accepted is on the board no more, but the decision remembers it. */
function whatWasDropped(found: ReviewCase): Slot[] {
  const before = found.decision?.before ?? [];
  return before.filter((slot) => !isAssetId(slot.id) && isTouchedBy(slot, { case: found, verdict: 'reject' }));
}

/** Also what is in the bin: a report keeps that away as well (P38). */
function isHiddenNow(state: BoardState, id: string): boolean {
  return (state.slots.get(id) ?? state.bin.get(id)?.slot)?.hidden === true;
}
