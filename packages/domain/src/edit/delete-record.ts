import type { DeleteOp } from '@bridgeboard/protocol';
import type { Slot } from '../board/board-state.ts';
import { RecordProjector } from '../view/project-record.ts';
import { shownVersion } from '../view/version.ts';
import { isLocked, mayDelete, refusalOfUnseen, refusalToOwn, seen, type EditAct, type Verdict } from './edit-act.ts';
import { countPages } from './quota.ts';
import { takeOff } from './take-off.ts';

/** Takes a record off the board, at every reach at once: taking back never waits (P7). */
export function deleteRecord(act: EditAct, op: DeleteOp): Verdict {
  const found = seen(act, op.id);
  // A browser lists what went with something else as well; what this very edit has taken off already is no fault.
  if (!found) return wasTakenOffNow(act, op.id) ? 'taken' : refusalOfUnseen(act, op.id);
  const refusal = refusalToOwn(act, found.slot);
  if (refusal) return act.ridesAlong.has(op.id) ? 'taken' : refusal;
  if (isLocked(act, found.version)) return { code: 'LOCKED' };
  if (found.version.typeName === 'document') return { code: 'FORBIDDEN' };
  if (found.version.typeName === 'page' && countPages(act.draft.state) < 2) return { code: 'LAST_PAGE' };
  // What only a change that this person does not see has moved in there goes in its own turn: the turn tells where it stood.
  const standsIn = (slot: Slot, container: string): boolean => seen(act, slot.id)?.version['parentId'] === container;
  const goesToo = (slot: Slot, container: string): boolean =>
    standsIn(slot, container) && isMeant(act, slot) && mayDelete(act, slot.id);
  takeOff({ draft: act.draft, goesToo, endsSet: act.endsSet, leaving: new Set() }, op.id);
  return 'taken';
}

/** P16: what the edit lists; P14: and what is seen to stand in a group that it lists, if it does not take it out first. */
function isMeant(act: EditAct, slot: Slot): boolean {
  if (act.deletes.has(slot.id)) return true;
  if (act.movedAway.has(slot.id)) return false;
  const around = String(seen(act, slot.id)?.version['parentId']);
  if (!act.deletes.has(around) || seen(act, around)?.version['type'] !== 'group') return false;
  return new RecordProjector(act.draft.before, act.viewer).record(slot.id) !== null;
}

/** Only of what this person saw: an unseen thing that went with a page is answered like one that never was (P23). */
function wasTakenOffNow(act: EditAct, id: string): boolean {
  const binned = act.draft.state.bin.get(id);
  return binned?.seq === act.draft.moment.seq && shownVersion(act.draft.state, binned.slot, act.viewer) !== null;
}
