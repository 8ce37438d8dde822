import type { BoardRecord, Op } from '@bridgeboard/protocol';

const ranks: Readonly<Record<string, number>> = { document: 0, page: 1, asset: 2, shape: 3, binding: 4 };

function rankOf(typeName: string): number {
  return ranks[typeName] ?? 5;
}

/** What stands on something, or in it, comes after it. */
export function inPuttingOrder(records: readonly BoardRecord[]): BoardRecord[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const depthOf = (record: BoardRecord, seen = 0): number => {
    const parent = byId.get(String(record['parentId']));
    return parent && seen < records.length ? 1 + depthOf(parent, seen + 1) : 0;
  };
  const depths = new Map(records.map((record) => [record.id, depthOf(record)]));
  const depth = ({ id }: BoardRecord): number => depths.get(id) ?? 0;
  return records.toSorted((a, b) => rankOf(a.typeName) - rankOf(b.typeName) || depth(a) - depth(b));
}

/** Bindings go before the shapes they hold, else tldraw would let go of each end by changing the arrow. */
export function inRemovingOrder(ids: readonly string[]): string[] {
  return ids.toSorted((a, b) => rankOf(typeOf(b)) - rankOf(typeOf(a)));
}

/** The order the server takes operations in one by one: what is pointed to is there, and what is left has moved away. */
export function inTellingOrder(ops: readonly Op[]): Op[] {
  const creations = ops.flatMap((op) => (op.op === 'create' ? [op.record as BoardRecord] : []));
  const deletions = ops.flatMap((op) => (op.op === 'delete' ? [op.id] : []));
  return [
    ...inPuttingOrder(creations).map((record) => ({ op: 'create' as const, record })),
    ...ops.filter((op) => op.op === 'update'),
    ...inRemovingOrder(deletions).map((id) => ({ op: 'delete' as const, id })),
  ];
}

function typeOf(id: string): string {
  return id.slice(0, id.indexOf(':'));
}
