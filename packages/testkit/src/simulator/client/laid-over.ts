import { applyFields, grownBy, segmentsField } from '@bridgeboard/domain';
import type { BoardRecord, Fields, Op } from '@bridgeboard/protocol';

/** The record an operation is about. */
export function targetOf(op: Op): string {
  return op.op === 'create' ? String(op.record['id']) : op.id;
}

/** A record with an operation done to it, as the screen shows it at once. */
export function laidOver(before: BoardRecord | null, op: Op): BoardRecord | null {
  switch (op.op) {
    case 'create':
      return op.record as BoardRecord;
    case 'delete':
      return null;
    case 'update':
      return before && applyFields(before, op.set);
    case 'append': {
      const segments = (before?.['props'] as Fields | undefined)?.['segments'];
      return before && applyFields(before, { [segmentsField]: grownBy(segments, op.points) });
    }
  }
}
