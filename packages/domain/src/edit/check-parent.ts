import type { BoardRecord, ErrorCode } from '@bridgeboard/protocol';
import type { Layer, Slot } from '../board/board-state.ts';
import { levelsBelow } from '../board/levels-below.ts';
import { limits } from '../gate/limits.ts';
import { RecordProjector } from '../view/project-record.ts';
import { viewerOfLayer } from '../view/viewer.ts';
import { asSeen, seen, type EditAct } from './edit-act.ts';

/**
 * P15: whether a shape may stand where this version puts it: on a page, a pupil's also in that pupil's own or a staff frame,
 * never in itself and never too deep. `of` is whose shape it is: staff too may not put one pupil's work into another's
 * frame, where its author could not see it. A group holds its author's things only (P14), and none put away without it. An
 * unseen parent is answered as one that never existed (P23).
 */
export function checkParent(
  act: EditAct,
  shape: BoardRecord,
  of: { author: string; hidden: boolean },
): ErrorCode | null {
  const parentId = String(shape['parentId']);
  if (act.refused.has(parentId)) return 'DEPENDS';
  const parent = seen(act, parentId);
  if (!parent) return 'BAD_PARENT';
  if (parent.version.typeName === 'shape' && !mayStandIn(act, parent, of)) return 'BAD_PARENT';
  const above = levelsAbove(act, shape);
  if (above === null) return 'BAD_PARENT';
  const view = asSeen(act);
  const below = levelsBelow(act.draft.state, shape.id, (id) => view.record(id));
  return above + below > limits.both.parentDepth ? 'BAD_PARENT' : null;
}

function mayStandIn(
  act: EditAct,
  { slot, version }: { slot: Slot; version: BoardRecord },
  of: { author: string; hidden: boolean },
): boolean {
  const isOwn = slot.author === of.author;
  if (version['type'] === 'group') return isOwn && slot.hidden === of.hidden;
  return version['type'] === 'frame' && (isOwn || isStaff(act, of.author) || isStaff(act, slot.author));
}

/** P13: base points to released things only. Whether this one is released, not counting anybody's layers. */
export function isReleased(act: EditAct, id: unknown): boolean {
  return typeof id === 'string' && Boolean(act.draft.state.slots.get(id)?.base);
}

/**
 * Staff see more than those who see a layer: what joins it must not point to what its author, or the pupils it has been let
 * out to, have no sight of.
 */
export function isSeenWith(act: EditAct, layer: Layer, id: unknown): boolean {
  return (
    typeof id === 'string' &&
    new RecordProjector(act.draft.state, viewerOfLayer(layer), { standsForReach: true }).record(id) !== null
  );
}

function isStaff(act: EditAct, person: string): boolean {
  const role = person === act.actor.person ? act.actor.role : act.draft.state.members.get(person)?.role;
  return role === 'staff';
}

/** How many records a shape stands in, its page included; null where that leads back to itself or nowhere. */
function levelsAbove(act: EditAct, shape: BoardRecord): number | null {
  let at = seen(act, String(shape['parentId']))?.version;
  for (let level = 1; at && level <= limits.both.parentDepth; level += 1) {
    if (at.typeName === 'page') return level;
    if (at.id === shape.id) return null;
    at = seen(act, String(at['parentId']))?.version;
  }
  return null;
}
