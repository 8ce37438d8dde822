import { applyFields } from '@bridgeboard/domain';
import type { BoardRecord, Op } from '@bridgeboard/protocol';

/**
 * A record as its person sees it: the confirmed one, or null, with unanswered operations on it laid over, in their order.
 * A change of a record that is gone has no effect: whoever deleted it was first.
 */
export function layOps(confirmed: BoardRecord | null, ops: Iterable<Op>): BoardRecord | null {
  let record = confirmed;
  for (const op of ops) {
    if (op.op === 'create') record = op.record as BoardRecord;
    else if (op.op === 'delete') record = null;
    else if (record) record = applyFields(record, op.set);
  }
  return record;
}
