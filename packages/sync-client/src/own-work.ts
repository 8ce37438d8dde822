import { segmentsField } from '@bridgeboard/domain';
import type { Author, BoardRecord, ErrorCode, Op } from '@bridgeboard/protocol';

import type { RefusedWork } from './outbox/outbox-store.ts';
import type { Outbox } from './outbox/outbox.ts';
import { hasContent, ownerOf, refusedWork, type RefusalFacts } from './outbox/refused-work.ts';
import { layOps } from './pending/lay-ops.ts';
import { targetOf } from './pending/op-order.ts';
import type { NumberedEdit } from './pending/numbered-edit.ts';
import { isTooBigToSend } from './pending/too-big-to-send.ts';
import { wholeOp, type WholeOp } from './pending/whole-op.ts';
import type { SessionParts } from './session-parts.ts';
import type { ShownView } from './shown-view.ts';
import type { ConfirmedView } from './view/confirmed-view.ts';

/** Why the operation at one place of an edit was not taken. */
export interface RefusedPlace {
  readonly place: number;
  readonly code: ErrorCode;
  readonly whose?: Author | undefined;
}

interface WorkParts {
  readonly parts: SessionParts;
  readonly outbox: Outbox;
  readonly view: ConfirmedView;
  readonly shown: ShownView;
}

/** What a person does and what becomes of it: into the line when it is done, out of it when the server has answered. */
export class OwnWork {
  readonly #parts: WorkParts;
  /** Strokes of which the server has another idea than this browser: they are said whole next time. */
  readonly #whole = new Set<string>();

  constructor(parts: WorkParts) {
    this.#parts = parts;
  }

  /** Takes operations into the line and onto the screen; answers those that the gate did not let pass. */
  take(ops: readonly Op[]): RefusedWork[] {
    const refused = ops.flatMap((op) => this.#take(op) ?? []);
    this.#parts.outbox.keep(refused.filter(hasContent));
    return refused;
  }

  /** An edit is answered: what was refused of it is kept for its author, and answered here. */
  settle(edit: NumberedEdit, refusals: readonly RefusedPlace[]): RefusedWork[] {
    for (const op of edit.ops) this.#whole.delete(targetOf(op));
    const work = new Map<number, RefusedWork>();
    for (const refusal of refusals) {
      const op = edit.ops[refusal.place];
      if (!op || work.has(refusal.place)) continue;
      if (refusal.code === 'CHANGED' && edit.growths?.[refusal.place]) this.#sayWhole(op);
      else work.set(refusal.place, this.#refused(op, refusal));
    }
    const kept = [...work.values()];
    this.#parts.outbox.keep(kept.filter(hasContent));
    return kept;
  }

  /** What the server is known to have of a record, or null where that is in doubt. */
  known(id: string): BoardRecord | null {
    return this.#whole.has(id) ? null : this.#parts.view.record(id);
  }

  #take(op: Op): RefusedWork | null {
    const { parts, outbox, view, shown } = this.#parts;
    const id = targetOf(op);
    const after = layOps(shown.records.get(id) ?? null, [op]);
    const code = parts.gate?.(op, after) ?? (after && isTooBigToSend(after) ? 'TOO_BIG' : null);
    if (code) return this.#keptAs(op, { code, content: after });
    outbox.pending.add(wholeOp(op, after), view.record(id), parts.timers.now());
    shown.apply(op);
    return null;
  }

  /** Points that found another stroke than they were made for: the whole of it follows, unless newer work says it anyway. */
  #sayWhole(op: WholeOp): void {
    if (op.op !== 'update') return;
    const { parts, outbox, view } = this.#parts;
    const { id, set } = op;
    this.#whole.add(id);
    const isSaid = outbox.pending.waiting
      .opsOf(id)
      .some((later) => later.op !== 'update' || segmentsField in later.set);
    if (isSaid) return;
    const segments = set[segmentsField] ?? [];
    const whole = { op: 'update' as const, id, set: { [segmentsField]: segments } };
    outbox.pending.add(whole, view.record(id), parts.timers.now());
  }

  #refused(op: WholeOp, { code, whose }: RefusedPlace): RefusedWork {
    const content = layOps(this.#parts.view.record(targetOf(op)), [op]);
    return this.#keptAs(op, { code, content, whose: whose ?? null });
  }

  #keptAs(op: Op, about: RefusalFacts): RefusedWork {
    const { newName, timers, person, board } = this.#parts.parts;
    return refusedWork(op, { ...about, id: newName(), owner: ownerOf(person, board), at: timers.now() });
  }
}
