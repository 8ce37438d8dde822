import { isRemarkId, type BoardRecord } from '@bridgeboard/protocol';

import type { BoardState, Slot } from '../board/board-state.ts';
import { madeOf } from '../board/layers.ts';
import { limits } from '../gate/limits.ts';
import { isLocked, seen, unseen, type EditAct, type Verdict } from './edit-act.ts';

/**
 * CO2, CO6, CO7: whether something may be said about a piece: one that is seen, on a page that is not for staff alone, and no
 * more than is good to read. Only what the own school has said is counted, because anything else would tell of what waits (P28).
 */
export function checkRemark(act: EditAct, remark: BoardRecord): Verdict | null {
  const about = String(remark['about']);
  if (act.refused.has(about)) return { code: 'DEPENDS' };
  const piece = seen(act, about)?.version;
  if (piece?.typeName !== 'shape') return unseen;
  // Whether a group is still there, only its author knows (P14): what is said is said about something in it.
  if (piece['type'] === 'group') return { code: 'BAD_RECORD' };
  if (isLocked(act, remark)) return { code: 'LOCKED' };
  const { person, school } = act.actor;
  const said = remarksOn(act.draft.state, about).filter((slot) => slot.school === school);
  if (said.length >= limits.both.schoolRemarksOnPiece) return { code: 'QUOTA' };
  const own = said.filter((slot) => slot.author === person && slot.id.startsWith(`${remark.typeName}:`));
  if (remark.typeName === 'comment') return own.length < limits.both.commentsOnPiece ? null : { code: 'QUOTA' };
  return own.some((slot) => madeOf(slot)?.['sign'] === remark['sign']) ? { code: 'REACTED_ALREADY' } : null;
}

function remarksOn({ referrers, slots }: BoardState, about: string): Slot[] {
  return [...referrers.of(about)].flatMap((id) => (isRemarkId(id) ? (slots.get(id) ?? []) : []));
}
