import type { EditAnswer, Refused } from '@bridgeboard/protocol';

import { Observable } from '../observable.ts';
import type { BoardLink } from '../link/board-link.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Timers } from '../timers.ts';
import type { NumberedEdit } from './pending-edits.ts';
import type { EditSize } from './waiting-ops.ts';

/** Operations of this long become one edit: a stroke's points travel twenty times a second, not sixty. */
const gatherMs = 50;
/** An edit without an answer is sent once more after this; the number makes that harmless. */
const answerTimeoutMs = 10_000;
/** A server that has not answered for this long counts as not taking edits: "saving" would be too good a word. */
const slowAnswerMs = 4_000;
const retryMs = 1_000;
/** Within the server's limits for everybody, with room for the envelope. */
const editSize: EditSize = { ops: 100, bytes: 60_000 };

/** Said of a message that the server could not even read, so that it cannot name its number. */
const unreadCodes: ReadonlySet<string> = new Set(['TOO_BIG', 'TOO_DEEP', 'BAD_JSON']);

/** Whether a refusal speaks of an edit. Nothing else that a browser sends is long or deep enough not to be read. */
export function isAboutEdit(message: Refused): boolean {
  return message.seq !== undefined || unreadCodes.has(message.code);
}

interface SenderParts {
  readonly link: BoardLink;
  readonly outbox: Outbox;
  readonly timers: Timers;
  readonly random: () => number;
}

/**
 * Sends what is pending, one edit at a time, each kept in the outbox before it is sent for the first time and sent again
 * with the same number until it is answered (P33).
 */
export class EditSender {
  /** The server does not take edits at the moment, or does not say so, although it seems to be there. */
  readonly isHeldUp = new Observable(false);
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
    this.#sendAnew();
  }

  disconnected(): void {
    this.#isJoined = false;
    this.#sent = null;
    this.#stopResend();
    this.#isAnswered();
  }

  /** An edit is durable at the server; answers it, or null where it is an answer to something else. */
  answered(answer: EditAnswer): NumberedEdit | null {
    const edit = this.#parts.outbox.pending.settle(answer.client, answer.seq);
    if (edit) this.#next(edit);
    return edit;
  }

  /** The server did not take the edit as a whole. Answers the edit if that is final, so that it is not tried again. */
  refused(message: Refused): NumberedEdit | null {
    const { pending } = this.#parts.outbox;
    const edit = pending.current;
    if (!edit || (message.seq ?? edit.seq) !== edit.seq) return null;
    if (message.code === 'RESEND_FROM' && message.from !== undefined) {
      pending.renumber(message.from);
      this.#sendAnew();
      return null;
    }
    if (message.retryable) {
      this.isHeldUp.set(true);
      this.#resendAfter((message.retryAfterMs ?? retryMs) * (1 + this.#parts.random() / 2));
      return null;
    }
    const settled = pending.settle(edit.client, edit.seq);
    if (settled) this.#next(settled);
    return settled;
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
    const { outbox, link, timers } = this.#parts;
    // Numbered only when it can go: until then it still grows together with what follows.
    if (this.#isJoined) outbox.pending.fill(editSize);
    await outbox.save();
    const edit = outbox.pending.current;
    if (!edit || !this.#isJoined || edit === this.#sent) return;
    this.#sent = edit;
    this.#sentAt = timers.now();
    link.edit({ ...edit, ops: [...edit.ops] });
    this.#cancelSlow ??= timers.after(slowAnswerMs, () => this.isHeldUp.set(true));
    this.#resendAfter(answerTimeoutMs);
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
