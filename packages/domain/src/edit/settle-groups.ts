import type { Reach } from '@bridgeboard/protocol';
import { layerOf } from '../board/apply-change.ts';
import type { Layer, Slot } from '../board/board-state.ts';
import { parentsOf, typeOf } from '../board/layers.ts';
import type { EntryDraft } from '../journal/entry-draft.ts';
import { versionAt } from '../view/closed-at.ts';
import { standingIn } from '../view/standing-in.ts';
import type { Viewer } from '../view/viewer.ts';
import { moveBaseOut, movedTo } from './move-out.ts';
import { settleDependents } from './take-off.ts';

/**
 * P14, after all other steps of an act: what is left alone in a group moves out of it, and a group with nothing in it goes. At
 * each reach for itself: what waits must not take a group apart for those who do not see it.
 */
export function settleGroups(draft: EntryDraft): void {
  const { state } = draft;
  const waiting = new Set<string>();
  const known = new Set<string>();
  const look = (id: string): void => {
    if (typeOf(state.slots.get(id)) !== 'group') return;
    waiting.delete(id);
    waiting.add(id);
  };
  for (const id of [...state.touched.records].toSorted()) {
    look(id);
    for (const parent of parentsOf(state.slots.get(id) ?? state.bin.get(id)?.slot)) look(parent);
  }
  for (const id of waiting) {
    const around = parentsOf(state.slots.get(id));
    // A group that has become empty counts for nothing in the one around it.
    if (settle(draft, id) || !known.has(id)) for (const parent of around) look(parent);
    known.add(id);
  }
}

/** Whether anything had to be settled. */
function settle(draft: EntryDraft, id: string): boolean {
  const { state } = draft;
  let [isNeeded, hasMoved] = [false, false];
  for (const reach of ['board', 'school', 'held'] as const) {
    const group = state.slots.get(id);
    if (!group || !versionAt(group, viewerOn(group, reach))) continue;
    const [only, ...others] = standingIn(state, id, viewerOn(group, reach));
    if (only && others.length === 0 && moveOutAt(draft, { group, child: only, reach })) hasMoved = true;
    else if (only) isNeeded = true;
  }
  const group = state.slots.get(id);
  if (isNeeded || !group) return hasMoved;
  settleDependents({ draft, goesToo: () => false, endsSet: new Set(), leaving: new Set([id]) }, group);
  // Whoever took the last thing out did not take the group off: whether it went must not depend on what else waits in it.
  draft.add({ kind: 'bin', id, itself: true });
  return true;
}

/** Who sees just what has been let out so far of a group's author's work, and with `held` all of it. */
function viewerOn({ author, school }: Slot, reach: Reach): Viewer {
  if (reach === 'board') return { kind: 'guests' };
  return reach === 'school' ? { kind: 'pupils', school } : { kind: 'pupil', school, person: author };
}

interface Leaving {
  readonly group: Slot;
  readonly child: Slot;
  readonly reach: Reach;
}

/** Whether it could be moved out. */
function moveOutAt(draft: EntryDraft, { group, child, reach }: Leaving): boolean {
  if (reach !== 'board') return moveLayerOut(draft, { group, child, reach });
  moveBaseOut(draft, child, group);
  return true;
}

function moveLayerOut(draft: EntryDraft, leaving: Leaving & { reach: 'held' | 'school' }): boolean {
  const { group, child, reach } = leaving;
  const viewer = viewerOn(group, reach);
  const [around, version] = [versionAt(group, viewer), versionAt(child, viewer)];
  const { author } = group;
  const own = layerOf(child, { author, reach });
  const id = own?.case ?? caseOfLeaving(draft, group, reach);
  if (!around || !version || id === undefined) return false;
  draft.add(
    { kind: 'set-layer', id: child.id, author, reach, case: id },
    movedTo(draft.state, { slot: child, version, around, viewer }),
  );
  if (!own) joinCaseOf(draft, child.id, id);
  return true;
}

/** Only where something of it is left to wait there: it may have been where it goes already. */
function joinCaseOf(draft: EntryDraft, record: string, id: string): void {
  const found = draft.state.cases.get(id);
  if (!found || !draft.state.slots.get(record)?.layers.some((layer) => layer.case === id)) return;
  const { author, school, page } = found;
  draft.add({ kind: 'case-edited', case: id, author, school, page, records: [record], anew: false });
}

/** The case of whatever stands in the group further out, and has left it here: what is left alone goes with it. */
function caseOfLeaving(draft: EntryDraft, group: Slot, reach: 'held' | 'school'): string | undefined {
  for (const id of [...draft.state.referrers.of(group.id)].toSorted()) {
    const slot = draft.state.slots.get(id);
    const layer = slot && (layerOf(slot, { author: group.author, reach }) ?? layerAbove(slot, group.author, reach));
    if (layer && 'parentId' in layer.fields && layer.fields['parentId'] !== group.id) return layer.case;
  }
  return undefined;
}

function layerAbove(slot: Slot, author: string, reach: 'held' | 'school'): Layer | undefined {
  return reach === 'held' ? layerOf(slot, { author, reach: 'school' }) : undefined;
}
