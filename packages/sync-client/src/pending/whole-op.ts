import { segmentsField } from '@bridgeboard/domain';
import type { AppendOp, BoardRecord, Op } from '@bridgeboard/protocol';

import { segmentsOf } from '../view/patch-lines.ts';

/** An operation that says all of what it changes, so that it can be laid over any version and merged with others. */
export type WholeOp = Exclude<Op, AppendOp>;

/** The operation with whole fields. @param after the record as the person sees it once the operation took effect */
export function wholeOp(op: Op, after: BoardRecord | null): WholeOp {
  if (op.op !== 'append') return op;
  return { op: 'update', id: op.id, set: { [segmentsField]: segmentsOf(after) ?? [] } };
}
