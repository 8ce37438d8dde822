import type { Op } from '@bridgeboard/protocol';

/** The record an operation is about. */
export function targetOf(op: Op): string {
  return op.op === 'create' ? String(op.record['id']) : op.id;
}

const references = ['parentId', 'fromId', 'toId', 'props.assetId'] as const;

/** Ids of records that an update or creation points to, which must be on the board before it. */
export function referencesOf(op: Op): string[] {
  if (op.op === 'delete' || op.op === 'append') return [];
  const fields = op.op === 'create' ? op.record : op.set;
  return references.map((name) => fields[name]).filter((value) => typeof value === 'string');
}
