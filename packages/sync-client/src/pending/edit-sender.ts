import type { EditAnswer, MoveMessage, Refused } from '@bridgeboard/protocol';

import { Observable } from '../observable.ts';
import type { BoardLink } from '../link/board-link.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Timers } from '../timers.ts';
import type { NumberedEdit } from './numbered-edit.ts';
import type { EditSize } from './waiting-ops.ts';
import { wireEdit, type KnownRecord } from './wire-edit.ts';

/** Operations of this long become one edit: a stroke's points travel twenty times a second, not sixty. */
const gatherMs = 50;
/** An edit without an answer is sent once more after this; the number makes that harmless. */
const answerTimeoutMs = 10_000;
/** A server that has not answered for this long counts as not taking edits: "saving" would be too good a word. */
const slowAnswerMs = 4_000;
const retryMs = 1_000;
/** A board that is closed to this person for now says when it opens; where it does not, it is asked this seldom. */
const closedRetryMs = 30_000;
const shortestClosedRetryMs = 5_000;
/** A class that may write again does not do so in one moment. */
const reopenSpreadMs = 500;
/** Within the server's limits for everybody, with room for the envelope. */
const editSize: EditSize = { ops: 100, bytes: 60_000 };

/** Said of a message that the server could not even read, so that it cannot name its number. */
const unreadCodes: ReadonlySet<string> = new Set(['TOO_BIG', 'TOO_DEEP', 'BAD_JSON']);

/** Refusals of somebody who may not write for now: the edit is kept, and goes again as late when they may. */
const closedCodes = ['FROZEN', 'WAIT_FOR_TEACHER', 'OUTSIDE_HOURS'] as const;

/** Why this person's edits have to wait. */
export type ClosedCode = (typeof closedCodes)[number];

function closedCodeOf(code: string): ClosedCode | null {
  return closedCodes.find((one) => one === code) ?? null;
}

/** Whether a refusal speaks of an edit. Nothing else that a browser sends is long or deep enough not to be read. */
export function isAboutEdit(message: Refused): boolean {
  return message.seq !== undefined || unreadCodes.has(message.code);
}

interface SenderParts {
  readonly link: BoardLink;
  readonly outbox: Outbox;
  readonly timers: Timers;
  readonly random: () => number;
  /** What the server has of a record, so that strokes can travel as what is new of them. */
  readonly known?: KnownRecord;
  /** Where the pointer has moved to, if the server has not been told: it travels with the edit. */
  readonly pointer?: () => MoveMessage | null;
}

/**
 * Sends what is pending, one edit at a time, each kept in the outbox before it is sent for the first time and sent again
 * with the same number until it is answered (P33).
 */
export class EditSender {
  /** The server does not take edits at the moment, or does not say so, although it seems to be there. */
  readonly isHeldUp = new Observable(false);
  /** Why edits wait although the server is there, or null. */
  readonly closed = new Observable<ClosedCode | null>(null);
  readonly #parts: SenderParts;
  #isJoined = false;
  #sent: NumberedEdit | null = null;
  #sentAt = 0;
  #pumping: Promise<void> | null = null;
  #pumpAgain = false;
  #isGathering = false;
  #cancelResend: (() => void) | null = null;
  #cancelSlow: (() => void) | null = null;

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  /** Something was added to the line. */
  changed(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    this.#parts.timers.after(gatherMs, () => {
      this.#isGathering = false;
      void this.pump();
    });
  }

  /** The server knows who is asking: whatever is unanswered is sent again, for the last connection may have lost it. */
  joined(takenSeq: number): void {
    this.#isJoined = true;
    this.#parts.outbox.pending.noteTaken(takenSeq);
    this.#parts.outbox.pending.markOld(this.#parts.timers.now());
    this.#sendAnew();
  }

  /** The rules say that this person may write again, or may not any more: whatever waits is offered to the server anew. */
  rulesChanged(): void {
    if (this.closed.value !== null) this.#resendAfter(this.#parts.random() * reopenSpreadMs);
  }

  disconnected(): void {
    this.#isJoined = false;
    this.#sent = null;
    this.#stopResend();
    this.#isAnswered();
  }

  /** An edit is durable at the server. `onSettled` hears of it, if it is one that waited, before the next one goes. */
  answered(answer: EditAnswer, onSettled: (edit: NumberedEdit) => void = () => undefined): void {
    this.#settle(answer, onSettled);
  }

  /** The server did not take the edit as a whole. `onSettled` hears of it if that is final: it is not tried again. */
  refused(message: Refused, onSettled: (edit: NumberedEdit) => void = () => undefined): void {
    const { pending } = this.#parts.outbox;
    const edit = pending.current;
    if (!edit || (message.seq ?? edit.seq) !== edit.seq) return;
    if (message.code === 'RESEND_FROM' && message.from !== undefined) {
      pending.renumber(message.from);
      this.#sendAnew();
      return;
    }
    const closed = closedCodeOf(message.code);
    if (closed || message.retryable) {
      if (closed) this.#close(closed);
      this.isHeldUp.set(true);
      this.#resendAfter(pauseAfter(message) * (1 + this.#parts.random() / 2));
      return;
    }
    this.#settle(edit, onSettled);
  }

  /** Keeps everything in the outbox, then sends the edit whose turn it is. Resolves when both have been done once. */
  pump(): Promise<void> {
    this.#pumpAgain = this.#pumping !== null;
    this.#pumping ??= this.#pumpOnce().finally(() => {
      this.#pumping = null;
      if (this.#pumpAgain) void this.pump();
    });
    return this.#pumping;
  }

  async #pumpOnce(): Promise<void> {
    const { outbox, link, timers, known, pointer } = this.#parts;
    // Numbered only when it can go: until then it still grows together with what follows.
    if (this.#isJoined) outbox.pending.fill({ ...editSize, now: timers.now(), ...(known ? { known } : {}) });
    await outbox.save();
    const edit = outbox.pending.current;
    if (!edit || !this.#isJoined || edit === this.#sent) return;
    this.#sent = edit;
    this.#sentAt = timers.now();
    const move = pointer?.();
    link.edit(move ? { ...wireEdit(edit), move } : wireEdit(edit));
    this.#cancelSlow ??= timers.after(slowAnswerMs, () => this.isHeldUp.set(true));
    this.#resendAfter(answerTimeoutMs);
  }

  #close(code: ClosedCode): void {
    const { pending } = this.#parts.outbox;
    pending.markLate();
    // The same edit, only late: what is done meanwhile must not send it sooner.
    this.#sent = pending.current;
    this.closed.set(code);
    // That it is late has to be kept as well: until it is, nobody may say that the work is safe on this device.
    void this.pump();
  }

  #settle({ client, seq }: Pick<EditAnswer, 'client' | 'seq'>, onSettled: (edit: NumberedEdit) => void): void {
    const edit = this.#parts.outbox.pending.settle(client, seq);
    if (!edit) return;
    // Done while the board was closed to this person, be it a moment ago.
    if (this.closed.value !== null) this.#parts.outbox.pending.markLate();
    onSettled(edit);
    this.#next(edit);
  }

  #next(settled: NumberedEdit): void {
    this.#parts.outbox.finish(settled.client);
    this.#isAnswered();
    this.#stopResend();
    this.#sent = null;
    const { outbox, timers } = this.#parts;
    // A fast server must not make a slow rhythm fast: each edit costs it a write to the disk.
    if (outbox.pending.waiting.size > 0 && timers.now() - this.#sentAt < gatherMs) this.changed();
    else void this.pump();
  }

  #isAnswered(): void {
    this.#cancelSlow?.();
    this.#cancelSlow = null;
    this.closed.set(null);
    this.isHeldUp.set(false);
  }

  #sendAnew(): void {
    this.#sent = null;
    void this.pump();
  }

  #resendAfter(delayMs: number): void {
    this.#stopResend();
    this.#cancelResend = this.#parts.timers.after(delayMs, () => this.#sendAnew());
  }

  #stopResend(): void {
    this.#cancelResend?.();
    this.#cancelResend = null;
  }
}

function pauseAfter({ code, retryAfterMs }: Refused): number {
  if (!closedCodeOf(code)) return retryAfterMs ?? retryMs;
  return Math.max(shortestClosedRetryMs, retryAfterMs ?? closedRetryMs);
}
