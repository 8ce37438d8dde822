import type { BoardRecord } from '@bridgeboard/protocol';

import { layOps } from './lay-ops.ts';
import type { NumberedEdit } from './numbered-edit.ts';
import { targetOf } from './op-order.ts';
import { WaitingOps, type EditSize, type WaitingOp } from './waiting-ops.ts';
import type { WholeOp } from './whole-op.ts';
import { growthsIn, type KnownRecord } from './wire-edit.ts';

/** What was kept for longer than this before it could be sent is late: its author may be out of the lesson by now. */
const lateAfterMs = 10_000;

/** How the next edit is put together. */
export interface FillFacts extends EditSize {
  /** Ms by this device's clock. */
  readonly now: number;
  readonly known?: KnownRecord;
}

/**
 * Everything this person did that the server has not answered: edits that closed tabs had on their way, the one edit of
 * this tab that is on its way, and the line behind it.
 */
export class PendingEdits {
  readonly client: string;
  readonly waiting = new WaitingOps();
  #adopted: NumberedEdit[] = [];
  #inFlight: NumberedEdit | null = null;
  #nextSeq = 1;

  constructor(client: string) {
    this.client = client;
  }

  get nextSeq(): number {
    return this.#nextSeq;
  }

  /** This tab's own edit on its way, if there is one. */
  get inFlight(): NumberedEdit | null {
    return this.#inFlight;
  }

  /** The edit to send now: the own one that is on its way, then what closed tabs left; the line waits for both. */
  get current(): NumberedEdit | null {
    return this.#inFlight ?? this.#adopted[0] ?? null;
  }

  get isEmpty(): boolean {
    return this.current === null && this.waiting.size === 0;
  }

  /** Takes over what a closed tab had on its way; it keeps its number, for the server may have taken it. */
  adopt(edit: NumberedEdit): void {
    this.#adopted.push(edit);
  }

  /** Adds an operation to the line, laid over `confirmed`. `now` in ms by this device's clock. */
  add(op: WholeOp, confirmed: BoardRecord | null, now = 0): void {
    this.waiting.add(op, layOps(confirmed, this.#sentOpsOf(targetOf(op))), now);
  }

  /** Takes over an operation that waited in a closed tab. */
  takeOver(line: WaitingOp): void {
    this.waiting.takeOver(line, layOps(null, this.#sentOpsOf(targetOf(line.op))));
  }

  /** Numbers the next edit if nothing is on its way; true if there is one to send now that was not there before. */
  fill(facts: FillFacts): boolean {
    if (this.current || this.waiting.size === 0) return false;
    const { now, known = () => null } = facts;
    const { ops, since } = this.waiting.take(facts);
    const growths = growthsIn(ops, known, facts.ops - ops.length);
    this.#inFlight = {
      client: this.client,
      seq: this.#nextSeq,
      ops,
      ...(Object.keys(growths).length > 0 ? { growths } : {}),
      ...(now - since > lateAfterMs ? { late: true as const } : {}),
      at: now,
    };
    this.#nextSeq += 1;
    return true;
  }

  /** The server does not take edits for a while: what is here by now is late when it does (all of it: P3). */
  markLate(): void {
    if (this.#inFlight) this.#inFlight = { ...this.#inFlight, late: true };
    this.#adopted = this.#adopted.map((edit) => ({ ...edit, late: true as const }));
    this.waiting.markLate();
  }

  /** A new connection at `now`: what has been on its way for long may not have arrived, and is late by now. */
  markOld(now: number): void {
    const isOld = ({ at = 0 }: NumberedEdit): boolean => now - at > lateAfterMs;
    this.#adopted = this.#adopted.map((edit) => (isOld(edit) ? { ...edit, late: true as const } : edit));
    if (this.#inFlight && isOld(this.#inFlight)) this.#inFlight = { ...this.#inFlight, late: true };
  }

  /** The server has answered this edit: it is pending no more. Null for an answer to something else. */
  settle(client: string, seq: number): NumberedEdit | null {
    const edit = this.current;
    if (!edit || edit.client !== client || edit.seq !== seq) return null;
    if (this.#inFlight) this.#inFlight = null;
    else this.#adopted.shift();
    return edit;
  }

  /**
   * The server counts from another number: after a restore it knows fewer edits than were answered, and numbers may have
   * no holes (P33). Only what it refused is numbered anew, so nothing can be taken twice.
   */
  renumber(from: number): void {
    if (!this.#inFlight) {
      this.#renumberAdopted(from);
      return;
    }
    this.#inFlight = { ...this.#inFlight, seq: from };
    this.#nextSeq = from + 1;
  }

  /** What the server says it has taken of this tab's edits; numbering never falls behind it. */
  noteTaken(seq: number): void {
    this.#nextSeq = Math.max(this.#nextSeq, seq + 1);
  }

  /** Unanswered operations on one record, in order. */
  opsOf(id: string): WholeOp[] {
    return [...this.#sentOpsOf(id), ...this.waiting.opsOf(id)];
  }

  /** Records with anything unanswered on them. */
  records(): Set<string> {
    const ids = new Set(this.waiting.records());
    for (const edit of this.#sent()) for (const op of edit.ops) ids.add(targetOf(op));
    return ids;
  }

  #sent(): NumberedEdit[] {
    return this.#inFlight ? [this.#inFlight, ...this.#adopted] : this.#adopted;
  }

  #sentOpsOf(id: string): WholeOp[] {
    return this.#sent().flatMap((edit) => edit.ops.filter((op) => targetOf(op) === id));
  }

  #renumberAdopted(from: number): void {
    const [first, ...rest] = this.#adopted;
    if (first) this.#adopted = [{ ...first, seq: from }, ...rest];
  }
}
