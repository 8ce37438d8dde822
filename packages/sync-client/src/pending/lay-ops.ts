import { applyFields, countPoints, grownBy, segmentsField } from '@bridgeboard/domain';
import type { AppendOp, BoardRecord, Op } from '@bridgeboard/protocol';

import { segmentsOf } from '../view/patch-lines.ts';

/**
 * A record as its person sees it: the confirmed one, or null, with unanswered operations on it laid over, in their order.
 * A change of a record that is gone has no effect: whoever deleted it was first.
 */
export function layOps(confirmed: BoardRecord | null, ops: Iterable<Op>): BoardRecord | null {
  let record = confirmed;
  for (const op of ops) {
    if (op.op === 'create') record = op.record as BoardRecord;
    else if (op.op === 'delete') record = null;
    else if (op.op === 'append') record = layPoints(record, op);
    else if (record) record = applyFields(record, op.set);
  }
  return record;
}

/** Points join a stroke only where it is as long as they say: else they are there already, or belong to another one. */
function layPoints(record: BoardRecord | null, { at, points }: AppendOp): BoardRecord | null {
  const segments = segmentsOf(record);
  if (!record || countPoints(segments) !== at) return record;
  return applyFields(record, { [segmentsField]: grownBy(segments, points) });
}
