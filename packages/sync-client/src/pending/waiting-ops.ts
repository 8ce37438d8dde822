import { applyFields, diffRecords } from '@bridgeboard/domain';
import type { BoardRecord, Fields } from '@bridgeboard/protocol';

import { referencesOf, targetOf } from './op-order.ts';
import { newsOf, timesOf, type OpTimes } from './op-times.ts';
import type { WholeOp } from './whole-op.ts';

/** An operation that has not been sent, with its place in the line. */
export interface WaitingOp {
  readonly order: number;
  readonly op: WholeOp;
  /** Since when it waits, in ms by this device's clock; what was merged into it later counts as old as it is. */
  readonly since?: number;
  /** When each part of it was done last (see `timesOf`), to tell which of two tabs' work is newer. */
  readonly times?: OpTimes;
}

/** How much one edit may carry. */
export interface EditSize {
  readonly ops: number;
  readonly bytes: number;
}

/** When something that joins the line was done. */
interface Done {
  readonly since: number;
  readonly times: OpTimes;
}

const utf8 = new TextEncoder();

/** Bytes of an operation as it travels. */
function bytesOf(op: WholeOp): number {
  return utf8.encode(JSON.stringify(op)).length + 1;
}

/**
 * The line of operations that have not been sent. Operations on one record become one where nobody could tell the
 * difference: a line of ten minutes offline is then as long as the number of things touched.
 */
export class WaitingOps {
  readonly #ops = new Map<number, WholeOp>();
  readonly #since = new Map<number, number>();
  readonly #times = new Map<number, OpTimes>();
  readonly #ordersOf = new Map<string, number[]>();
  #nextOrder = 1;
  #done: Done = { since: 0, times: {} };
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
  opsOf(id: string): WholeOp[] {
    return (this.#ordersOf.get(id) ?? []).flatMap((order) => this.#ops.get(order) ?? []);
  }

  /** Everything that waits, in order. */
  all(): WaitingOp[] {
    return Array.from(this.#ops, ([order, op]) => this.#line(order, op));
  }

  /**
   * @param below the record under the line: confirmed, with what is already on its way laid over it
   * @param now ms by this device's clock
   */
  add(op: WholeOp, below: BoardRecord | null, now = 0): void {
    this.#add(op, below, { since: now, times: timesOf(op, now) });
  }

  /** Takes over what waited in a closed tab: it joins the line, but not over newer work on the same record here. */
  takeOver({ op, since = 0, times = timesOf(op, since) }: WaitingOp, below: BoardRecord | null): void {
    const orders = this.#ordersOf.get(targetOf(op)) ?? [];
    const here = orders.flatMap((order) => {
      const known = this.#ops.get(order);
      return known ? [this.#line(order, known)] : [];
    });
    const news = newsOf({ op, times }, here);
    if (news) this.#add(news, below, { since, times });
  }

  #add(op: WholeOp, below: BoardRecord | null, done: Done): void {
    this.#done = done;
    const id = targetOf(op);
    const last = this.#ordersOf.get(id)?.at(-1);
    const before = last === undefined ? undefined : this.#ops.get(last);
    if (last === undefined || before === undefined) this.#append(id, op);
    else if (op.op === 'update') this.#mergeUpdate({ order: last, op: before }, op);
    else if (op.op === 'delete') this.#mergeDelete(id, op, below);
    else this.#mergeCreate(id, op, below);
  }

  /** Everything in the line counts as having waited for ever. */
  markLate(): void {
    for (const order of this.#ops.keys()) {
      this.#since.set(order, 0);
      this.#changed.add(order);
    }
  }

  /** Takes the first operations out of the line, at least one, as many as fit into one edit; and since when the oldest waits. */
  take(size: EditSize): { ops: WholeOp[]; since: number } {
    const taken: WholeOp[] = [];
    let bytes = 0;
    let since = Infinity;
    for (const [order, op] of this.#ops) {
      bytes += bytesOf(op);
      if (taken.length > 0 && (taken.length >= size.ops || bytes > size.bytes)) break;
      taken.push(op);
      since = Math.min(since, this.#since.get(order) ?? 0);
      this.#drop(order);
    }
    return { ops: taken, since };
  }

  /** What changed since the last call: the durable copy follows by exactly this. */
  takeChanges(): { put: WaitingOp[]; remove: number[] } {
    const put = [...this.#changed].flatMap((order) => {
      const op = this.#ops.get(order);
      return op ? [this.#line(order, op)] : [];
    });
    const remove = [...this.#removed];
    this.#changed = new Set();
    this.#removed = new Set();
    return { put, remove };
  }

  #line(order: number, op: WholeOp): WaitingOp {
    return { order, op, since: this.#since.get(order) ?? 0, times: this.#times.get(order) ?? {} };
  }

  #append(id: string, op: WholeOp): void {
    const order = this.#nextOrder;
    this.#nextOrder += 1;
    this.#ops.set(order, op);
    this.#since.set(order, this.#done.since);
    this.#times.set(order, this.#done.times);
    this.#ordersOf.set(id, [...(this.#ordersOf.get(id) ?? []), order]);
    this.#changed.add(order);
  }

  #mergeUpdate(last: WaitingOp, op: WholeOp & { op: 'update' }): void {
    // An update that points to something created later in the line must stay behind it.
    if (last.op.op === 'delete' || referencesOf(op).some((id) => this.#isCreatedAfter(id, last.order))) {
      this.#append(op.id, op);
      return;
    }
    this.#replace(last.order, withFields(last.op, op.set));
  }

  /** Something that nobody has heard of goes without a word, unless it came another way meanwhile. */
  #mergeDelete(id: string, op: WholeOp, below: BoardRecord | null): void {
    const orders = this.#ordersOf.get(id) ?? [];
    const [first] = this.opsOf(id);
    for (const order of orders) this.#drop(order);
    if (first?.op !== 'create' || below) this.#append(id, op);
  }

  /** Something deleted comes back before anybody heard of the deletion: only the difference is left of it. */
  #mergeCreate(id: string, op: WholeOp & { op: 'create' }, below: BoardRecord | null): void {
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

  #replace(order: number, op: WholeOp): void {
    const { since, times } = this.#done;
    this.#ops.set(order, op);
    this.#since.set(order, Math.min(since, this.#since.get(order) ?? since));
    this.#times.set(order, newestOf(this.#times.get(order) ?? {}, times));
    this.#changed.add(order);
  }

  #drop(order: number): void {
    const op = this.#ops.get(order);
    if (!op) return;
    this.#ops.delete(order);
    this.#since.delete(order);
    this.#times.delete(order);
    this.#changed.delete(order);
    this.#removed.add(order);
    const id = targetOf(op);
    const left = (this.#ordersOf.get(id) ?? []).filter((at) => at !== order);
    if (left.length > 0) this.#ordersOf.set(id, left);
    else this.#ordersOf.delete(id);
  }
}

function withFields(op: WholeOp, set: Fields): WholeOp {
  if (op.op === 'create') return { op: 'create', record: applyFields(op.record, set) };
  return op.op === 'update' ? { ...op, set: { ...op.set, ...set } } : op;
}

/** What joins may be older in a part, of which the newer work stayed: that part is as new as it was. */
function newestOf(one: OpTimes, other: OpTimes): OpTimes {
  const newer = Object.entries(other).filter(([part, time]) => !((one[part] ?? -Infinity) > time));
  return { ...one, ...Object.fromEntries(newer) };
}
