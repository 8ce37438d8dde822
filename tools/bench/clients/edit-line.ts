import type { EditAnswer, EditMessage, MoveMessage, Op, PrivateFrame, Refused } from '@bridgeboard/protocol';

import { preciseNow } from '../load/job.ts';

interface OnItsWay {
  readonly edit: EditMessage;
  readonly sentAt: number;
  readonly resolve: (answer: EditAnswer) => void;
  readonly reject: (reason: Error) => void;
}

const retryMs = 1_000;

/** One client's edits: numbered, one on its way at a time, sent again while the server says so. */
export class EditLine {
  readonly client = `bench-${crypto.randomUUID().slice(0, 18)}`;
  readonly complaints: string[] = [];
  /** How long each answer took, in ms, with the moment it came. */
  readonly answered: { readonly at: number; readonly tookMs: number }[] = [];
  readonly #send: (edit: EditMessage) => void;
  #seq = 0;
  #onItsWay: OnItsWay | null = null;

  constructor(send: (edit: EditMessage) => void) {
    this.#send = send;
  }

  /** False while an edit waits for its answer: what comes meanwhile belongs into the next one. */
  get isFree(): boolean {
    return this.#onItsWay === null;
  }

  /** Sends one edit, with where the pointer is if that is news, and resolves with its answer, when it is durable. Only while the line is free. */
  submit(ops: Op[], move?: MoveMessage): Promise<EditAnswer> {
    this.#seq += 1;
    const edit = { client: this.client, seq: this.#seq, ...(move ? { move } : {}), ops };
    return new Promise((resolve, reject) => {
      this.#onItsWay = { edit, sentAt: preciseNow(), resolve, reject };
      this.#send(edit);
    });
  }

  onPrivate({ answers }: PrivateFrame): void {
    for (const answer of answers ?? []) {
      for (const { code } of answer.refused ?? []) this.complaints.push(`operation refused: ${code}`);
      const waiting = this.#onItsWay;
      if (waiting?.edit.seq !== answer.seq) continue;
      this.#onItsWay = null;
      const at = preciseNow();
      this.answered.push({ at, tookMs: at - waiting.sentAt });
      waiting.resolve(answer);
    }
  }

  onRefused({ code, seq, retryable, retryAfterMs }: Refused): void {
    this.complaints.push(`refused: ${code}`);
    const waiting = this.#onItsWay;
    if (!waiting || seq !== waiting.edit.seq) return;
    if (retryable) setTimeout(() => this.#send(waiting.edit), retryAfterMs ?? retryMs);
    else {
      this.#onItsWay = null;
      waiting.reject(new Error(`an edit was refused: ${code}`));
    }
  }
}
