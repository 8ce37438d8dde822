import { isRemarkId, type BoardRecord, type CreateOp, type ErrorCode, type Json } from '@bridgeboard/protocol';

import { splitFields } from '../board/fields.ts';
import { standsWith } from '../board/stands-with.ts';
import { roundProps } from '../board/strokes.ts';
import type { Layer, Slot } from '../board/board-state.ts';
import { gateRecord } from '../gate/gate-record.ts';
import { limits } from '../gate/limits.ts';
import { visibleLayers } from '../view/viewer.ts';
import { bringBack, isTheirs } from './bring-back.ts';
import { checkParent, isReleased, isSeenWith } from './check-parent.ts';
import { checkRemark } from './check-remark.ts';
import { isLocked, refusalToOwn, seen, unseen, type EditAct, type Verdict } from './edit-act.ts';
import { placedIndex } from './place-index.ts';
import { createAsPupil } from './put-as-pupil.ts';
import { hasRoomFor } from './quota.ts';
import { bringAsset, refusalOfAsset } from './use-asset.ts';

/** Puts a new record on the board: a pupil's where the mode puts it, staff's into base (P3, P4). */
export function createRecord(act: EditAct, op: CreateOp): Verdict {
  const record = withRoundStroke(op.record as BoardRecord);
  const refusal = refusalAtGate(act, record);
  if (refusal) return { code: refusal };
  const { state } = act.draft;
  if (state.slots.get(record.id)) return { code: 'BAD_ID' };
  const { person: author, school, role } = act.actor;
  if (!hasRoomFor(state, { author, school, role, isPage: record.typeName === 'page' })) return { code: 'QUOTA' };
  const misplaced = checkPlace(act, record);
  if (misplaced) return misplaced;
  const binned = state.bin.get(record.id);
  const verdict =
    (binned && bringBack(act, binned, record)) ??
    (act.actor.role === 'staff' ? putAsStaff(act, record) : createAsPupil(act, record));
  if (verdict === 'taken') bringAsset(act, record);
  return verdict;
}

function withRoundStroke(record: BoardRecord): BoardRecord {
  const props = roundProps(record['props']);
  return props === undefined ? record : { ...record, props };
}

function refusalAtGate(act: EditAct, record: BoardRecord): ErrorCode | null {
  const { role } = act.actor;
  // P17: pages are staff's; there is one document, made with the board.
  if (record.typeName === 'document' || (record.typeName === 'page' && role !== 'staff')) return 'FORBIDDEN';
  // BP8: a guest adds notes and nothing else.
  if (role === 'guest' && record['type'] !== 'note') return 'FORBIDDEN';
  const refusal = gateRecord(record, { role, check: act.check });
  if (refusal) return refusal;
  if (!isShortKey(record['index'])) return 'OUT_OF_RANGE';
  return record['isLocked'] === true && role !== 'staff' ? 'FORBIDDEN_FIELD' : null;
}

/** Order keys grow where much is put into one gap; those that people send must not grow for ever, or hold a letter. */
export function isShortKey(index: Json | undefined): boolean {
  return typeof index !== 'string' || index.length <= limits.both.orderKeyLength;
}

function checkPlace(act: EditAct, record: BoardRecord): Verdict | null {
  if (record.typeName === 'binding') return checkEnds(act, record);
  if (isRemarkId(record.id)) return checkRemark(act, record);
  if (record.typeName !== 'shape') return null;
  const binned = act.draft.state.bin.get(record.id);
  // What comes back is whose it was, whoever brings it back.
  const { author } = binned && isTheirs(act, binned) ? binned.slot : { author: act.actor.person };
  const code = checkParent(act, record, { author, hidden: false }) ?? refusalOfAsset(act, record, binned);
  if (code) return { code };
  return isLocked(act, record) ? { code: 'LOCKED' } : null;
}

/** P12: a binding belongs to its arrow's author, and both its ends have to be there for whoever makes it. */
function checkEnds(act: EditAct, binding: BoardRecord): Verdict | null {
  const fromId = String(binding['fromId']);
  const toId = String(binding['toId']);
  if (act.refused.has(fromId)) return { code: 'DEPENDS' };
  const arrow = seen(act, fromId);
  const wrong = checkBound(act, toId);
  if (wrong) return wrong;
  if (!arrow) return unseen;
  if (arrow.version['type'] !== 'arrow') return { code: 'BAD_RECORD' };
  return refusalToOwn(act, arrow.slot) ?? (isLocked(act, arrow.version) ? { code: 'LOCKED' } : null);
}

/** What an arrow may be bound to: any shape that is seen, but no group, and no arrow, which would have browsers chase their own tail. */
export function checkBound(act: EditAct, id: string): Verdict | null {
  if (act.refused.has(id)) return { code: 'DEPENDS' };
  const bound = seen(act, id)?.version;
  if (!bound) return unseen;
  const isThing = bound.typeName === 'shape' && bound['type'] !== 'arrow' && bound['type'] !== 'group';
  return isThing ? null : { code: 'BAD_RECORD' };
}

function putAsStaff(act: EditAct, record: BoardRecord): Verdict {
  if (record.typeName === 'binding') return bindAsStaff(act, record);
  const { person: author, school } = act.actor;
  const isPage = record.typeName === 'page';
  if (!isPage && !isReleased(act, standsWith(record))) return { code: 'NEEDS_OTHER_ITEM' };
  const index = placedIndex(act, { record, id: record.id, reach: 'board' });
  act.draft.add(
    { kind: 'create', id: record.id, author, school, reach: 'board' },
    { ...splitFields(record), ...index },
  );
  return 'taken';
}

/** A binding goes where its arrow is: to base, or to what waits of the arrow by whoever made it, whose the binding is too. */
function bindAsStaff(act: EditAct, record: BoardRecord): Verdict {
  const arrow = act.draft.state.slots.get(String(record['fromId']));
  if (!arrow) return unseen;
  const { author, school } = arrow;
  const layer = visibleLayers(arrow, act.viewer).findLast((each) => each.author === author);
  const isThere = layer ? isSeenWith(act, layer, record['toId']) : isReleased(act, record['toId']);
  if (!isThere) return { code: 'NEEDS_OTHER_ITEM' };
  const place = layer ? { reach: layer.reach, case: layer.case } : { reach: 'board' as const };
  act.draft.add({ kind: 'create', id: record.id, author, school, ...place }, splitFields(record));
  return 'taken';
}

/** The topmost layer of a record that this person sees; a change of staff's joins it and waits with it (P4). */
export function topLayer(act: EditAct, slot: Slot): Layer | undefined {
  return visibleLayers(slot, act.viewer).at(-1);
}
