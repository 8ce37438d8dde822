import { applyFields, diffRecords } from '@bridgeboard/domain';
import type { BoardRecord, Fields, Op } from '@bridgeboard/protocol';

import { referencesOf, targetOf } from './op-order.ts';

/** An operation that has not been sent, with its place in the line. */
export interface WaitingOp {
  readonly order: number;
  readonly op: Op;
}

/** How much one edit may carry. */
export interface EditSize {
  readonly ops: number;
  readonly bytes: number;
}

const utf8 = new TextEncoder();

/** Bytes of an operation as it travels. */
function bytesOf(op: Op): number {
  return utf8.encode(JSON.stringify(op)).length + 1;
}

/**
 * The line of operations that have not been sent. Operations on one record become one where nobody could tell the
 * difference: a line of ten minutes offline is then as long as the number of things touched.
 */
export class WaitingOps {
  readonly #ops = new Map<number, Op>();
  readonly #ordersOf = new Map<string, number[]>();
  #nextOrder = 1;
  #changed = new Set<number>();
  #removed = new Set<number>();

  get size(): number {
    return this.#ops.size;
  }

  /** Whether the durable copy is behind. */
  get hasChanges(): boolean {
    return this.#changed.size + this.#removed.size > 0;
  }

  /** Records with something waiting. */
  records(): Iterable<string> {
    return this.#ordersOf.keys();
  }

  /** What waits for one record, in order. */
  opsOf(id: string): Op[] {
    return (this.#ordersOf.get(id) ?? []).flatMap((order) => this.#ops.get(order) ?? []);
  }

  /** Everything that waits, in order. */
  all(): WaitingOp[] {
    return Array.from(this.#ops, ([order, op]) => ({ order, op }));
  }

  /** @param below the record under the line: confirmed, with what is already on its way laid over it */
  add(op: Op, below: BoardRecord | null): void {
    const id = targetOf(op);
    const last = this.#ordersOf.get(id)?.at(-1);
    const before = last === undefined ? undefined : this.#ops.get(last);
    if (last === undefined || before === undefined) this.#append(id, op);
    else if (op.op === 'update') this.#mergeUpdate({ order: last, op: before }, op);
    else if (op.op === 'delete') this.#mergeDelete(id, op);
    else this.#mergeCreate(id, op, below);
  }

  /** Takes the first operations out of the line, at least one, as many as fit into one edit. */
  take(size: EditSize): Op[] {
    const taken: Op[] = [];
    let bytes = 0;
    for (const [order, op] of this.#ops) {
      bytes += bytesOf(op);
      if (taken.length > 0 && (taken.length >= size.ops || bytes > size.bytes)) break;
      taken.push(op);
      this.#drop(order);
    }
    return taken;
  }

  /** What changed since the last call: the durable copy follows by exactly this. */
  takeChanges(): { put: WaitingOp[]; remove: number[] } {
    const put = [...this.#changed].flatMap((order) => {
      const op = this.#ops.get(order);
      return op ? [{ order, op }] : [];
    });
    const remove = [...this.#removed];
    this.#changed = new Set();
    this.#removed = new Set();
    return { put, remove };
  }

  #append(id: string, op: Op): void {
    const order = this.#nextOrder;
    this.#nextOrder += 1;
    this.#ops.set(order, op);
    this.#ordersOf.set(id, [...(this.#ordersOf.get(id) ?? []), order]);
    this.#changed.add(order);
  }

  #mergeUpdate(last: WaitingOp, op: Op & { op: 'update' }): void {
    // An update that points to something created later in the line must stay behind it.
    if (last.op.op === 'delete' || referencesOf(op).some((id) => this.#isCreatedAfter(id, last.order))) {
      this.#append(op.id, op);
      return;
    }
    this.#replace(last.order, withFields(last.op, op.set));
  }

  #mergeDelete(id: string, op: Op): void {
    const orders = this.#ordersOf.get(id) ?? [];
    const [first] = this.opsOf(id);
    for (const order of orders) this.#drop(order);
    if (first?.op !== 'create') this.#append(id, op);
  }

  /** Something deleted comes back before anybody heard of the deletion: only the difference is left of it. */
  #mergeCreate(id: string, op: Op & { op: 'create' }, below: BoardRecord | null): void {
    for (const order of this.#ordersOf.get(id) ?? []) this.#drop(order);
    if (!below) {
      this.#append(id, op);
      return;
    }
    const { set } = diffRecords(below, op.record as BoardRecord);
    if (Object.keys(set).length > 0) this.#append(id, { op: 'update', id, set });
  }

  #isCreatedAfter(id: string, order: number): boolean {
    return (this.#ordersOf.get(id) ?? []).some((at) => at > order && this.#ops.get(at)?.op === 'create');
  }

  #replace(order: number, op: Op): void {
    this.#ops.set(order, op);
    this.#changed.add(order);
  }

  #drop(order: number): void {
    const op = this.#ops.get(order);
    if (!op) return;
    this.#ops.delete(order);
    this.#changed.delete(order);
    this.#removed.add(order);
    const id = targetOf(op);
    const left = (this.#ordersOf.get(id) ?? []).filter((at) => at !== order);
    if (left.length > 0) this.#ordersOf.set(id, left);
    else this.#ordersOf.delete(id);
  }
}

function withFields(op: Op, set: Fields): Op {
  if (op.op === 'create') return { op: 'create', record: applyFields(op.record, set) };
  return op.op === 'update' ? { ...op, set: { ...op.set, ...set } } : op;
}
