import type { BoardRecord, Op } from '@bridgeboard/protocol';

import { layOps } from './lay-ops.ts';
import { targetOf } from './op-order.ts';
import { WaitingOps, type EditSize } from './waiting-ops.ts';

/** A numbered edit: from its first sending on it never changes, so that the server can tell a repetition. */
export interface NumberedEdit {
  readonly client: string;
  readonly seq: number;
  readonly ops: readonly Op[];
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

  /** The edit to send now: what closed tabs left goes first, because it is older. */
  get current(): NumberedEdit | null {
    return this.#adopted[0] ?? this.#inFlight;
  }

  get isEmpty(): boolean {
    return this.current === null && this.waiting.size === 0;
  }

  /** Takes over what a closed tab had on its way; it keeps its number, for the server may have taken it. */
  adopt(edit: NumberedEdit): void {
    this.#adopted.push(edit);
  }

  /** Adds an operation to the line, laid over `confirmed`. */
  add(op: Op, confirmed: BoardRecord | null): void {
    this.waiting.add(op, layOps(confirmed, this.#sentOpsOf(targetOf(op))));
  }

  /** Numbers the next edit if nothing is on its way; true if there is one to send now that was not there before. */
  fill(size: EditSize): boolean {
    if (this.current || this.waiting.size === 0) return false;
    this.#inFlight = { client: this.client, seq: this.#nextSeq, ops: this.waiting.take(size) };
    this.#nextSeq += 1;
    return true;
  }

  /** The server has answered this edit: it is pending no more. Null for an answer to something else. */
  settle(client: string, seq: number): NumberedEdit | null {
    const edit = this.current;
    if (!edit || edit.client !== client || edit.seq !== seq) return null;
    if (this.#adopted.length > 0) this.#adopted.shift();
    else this.#inFlight = null;
    return edit;
  }

  /**
   * The server counts from another number: after a restore it knows fewer edits than were answered, and numbers may have
   * no holes (P33). Only what it refused is numbered anew, so nothing can be taken twice.
   */
  renumber(from: number): void {
    if (!this.#inFlight || this.#adopted.length > 0) {
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
  opsOf(id: string): Op[] {
    return [...this.#sentOpsOf(id), ...this.waiting.opsOf(id)];
  }

  /** Records with anything unanswered on them. */
  records(): Set<string> {
    const ids = new Set(this.waiting.records());
    for (const edit of this.#sent()) for (const op of edit.ops) ids.add(targetOf(op));
    return ids;
  }

  #sent(): NumberedEdit[] {
    return this.#inFlight ? [...this.#adopted, this.#inFlight] : this.#adopted;
  }

  #sentOpsOf(id: string): Op[] {
    return this.#sent().flatMap((edit) => edit.ops.filter((op) => targetOf(op) === id));
  }

  #renumberAdopted(from: number): void {
    const [first, ...rest] = this.#adopted;
    if (first) this.#adopted = [{ ...first, seq: from }, ...rest];
  }
}
