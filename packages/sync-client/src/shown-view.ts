import { equalJson } from '@bridgeboard/domain';
import type { BoardRecord, Op } from '@bridgeboard/protocol';

import { layOps } from './pending/lay-ops.ts';
import { targetOf } from './pending/op-order.ts';
import type { PendingEdits } from './pending/pending-edits.ts';
import type { ConfirmedView } from './view/confirmed-view.ts';

/** What has to change on the screen. */
export interface ShownChange {
  readonly put: readonly BoardRecord[];
  readonly removed: readonly string[];
}

/**
 * What this person sees: the confirmed view with everything unanswered laid over it. It changes in two ways only: by an own
 * operation, which the screen has done already, and by `refresh`, which says what the screen still has to do.
 */
export class ShownView {
  readonly #records = new Map<string, BoardRecord>();
  readonly #confirmed: ConfirmedView;
  readonly #pending: PendingEdits;

  constructor(confirmed: ConfirmedView, pending: PendingEdits) {
    this.#confirmed = confirmed;
    this.#pending = pending;
  }

  get records(): ReadonlyMap<string, BoardRecord> {
    return this.#records;
  }

  /** An own operation took effect here. */
  apply(op: Op): void {
    this.#set(targetOf(op), layOps(this.#records.get(targetOf(op)) ?? null, [op]));
  }

  /** Works these records out anew and answers what is different now. */
  refresh(ids: Iterable<string>): ShownChange {
    const put: BoardRecord[] = [];
    const removed: string[] = [];
    for (const id of ids) {
      const before = this.#records.get(id);
      const after = layOps(this.#confirmed.record(id), this.#pending.opsOf(id));
      if (after === (before ?? null) || (before && after && equalJson(before, after))) continue;
      this.#set(id, after);
      if (after) put.push(after);
      else removed.push(id);
    }
    return { put, removed };
  }

  #set(id: string, record: BoardRecord | null): void {
    if (record) this.#records.set(id, record);
    else this.#records.delete(id);
  }
}
