import { protocolVersion, type EditAnswer, type Op, type PrivateFrame, type Refused } from '@bridgeboard/protocol';
import type { Dice } from '@bridgeboard/testkit';

import { SocketIoLine } from '../../bench/clients/socket-io-line.ts';
import type { Diary } from './diary.ts';
import { Drawing } from './drawing.ts';
import { pause } from './pause.ts';

/** An edit without an answer is sent again after so long, in ms, on the same socket and under the same number. */
const resendMs = 400;
/** Pauses in ms: after an answer, and before coming back. */
const pauses = { drawing: 90, coming: 60 } as const;

interface Edit {
  readonly seq: number;
  readonly ops: Op[];
}

export interface PupilParts {
  /** Where the server is; it may be another one after each coming back. */
  readonly url: () => string;
  readonly board: string;
  readonly cookie: string;
  /** Id of the outbox, and the name in the ids of records. */
  readonly client: string;
  readonly diary: Diary;
  readonly dice: Dice;
}

/**
 * Somebody who draws through whatever happens to the server: one edit on its way, sent again under its number until it is
 * answered, over as many connections as it takes.
 */
export class Pupil {
  readonly drawing: Drawing;
  /** Edits that were answered. */
  answered = 0;
  /** Codes with which edits were put off. */
  readonly codes = new Set<string>();
  readonly #parts: PupilParts;
  #seq = 0;
  #onItsWay: Edit | null = null;
  #outcome: PromiseWithResolvers<EditAnswer | Refused> | null = null;
  #isStopping = false;

  constructor(parts: PupilParts) {
    this.#parts = parts;
    this.drawing = new Drawing({ dice: parts.dice, name: parts.client });
  }

  /** Draws until told to stop, and then until the last edit is answered. Rejects where the server has forgotten an edit. */
  async live(): Promise<void> {
    while (!this.#isStopping || this.#onItsWay) {
      try {
        await this.#beThere();
      } catch (reason) {
        if (reason instanceof Forgotten) throw reason;
        await pause(this.#parts.dice.int(pauses.coming));
      }
    }
  }

  stop(): void {
    this.#isStopping = true;
  }

  /** Stops without the answer to what is on its way. */
  giveUp(): void {
    this.#isStopping = true;
    this.#onItsWay = null;
    this.#outcome?.reject(new Error('given up'));
  }

  /** One connection, from coming in to its end. */
  async #beThere(): Promise<void> {
    const { url, board, cookie, client, dice } = this.#parts;
    const line = new SocketIoLine({
      url: url(),
      cookie,
      namespace: '/board',
      onEvent: (event, body) => this.#onEvent(event, body),
    });
    // Rejects with the end of the session or the connection, whichever comes first.
    const over = line.next('ended');
    over.catch(() => this.#outcome?.reject(new Error('the connection ended')));
    try {
      await line.open();
      const joined = line.next('joined');
      line.emit('join', { protocol: protocolVersion, board, client });
      await joined;
      while (!this.#isStopping || this.#onItsWay) {
        await this.#keep(line);
        if (!this.#isStopping) await Promise.race([pause(dice.int(pauses.drawing)), over]);
      }
    } finally {
      line.close();
    }
  }

  /** The edit that is on its way, or a new one, until it is answered. */
  async #keep(line: SocketIoLine): Promise<void> {
    const { diary, client } = this.#parts;
    const edit = (this.#onItsWay ??= this.#begin());
    const outcome = await this.#send(line, { client, ...edit });
    if ('code' in outcome) {
      this.codes.add(outcome.code);
      if (outcome.code === 'RESEND_FROM') throw new Forgotten(edit.seq, outcome.from);
      if (!outcome.retryable) throw new Error(`edit ${edit.seq} was refused: ${outcome.code}`);
      return pause(outcome.retryAfterMs ?? resendMs);
    }
    const refused = outcome.refused ?? [];
    diary.write({ answered: edit.seq, refused });
    this.drawing.settle(edit.ops, refused);
    this.#onItsWay = null;
    this.answered += 1;
  }

  #begin(): Edit {
    this.#seq += 1;
    const edit = { seq: this.#seq, ops: this.drawing.next(this.#seq) };
    this.#parts.diary.write({ asked: edit.seq, ops: edit.ops });
    return edit;
  }

  async #send(line: SocketIoLine, message: Edit & { client: string }): Promise<EditAnswer | Refused> {
    const outcome = Promise.withResolvers<EditAnswer | Refused>();
    outcome.promise.catch(() => undefined);
    this.#outcome = outcome;
    const send = (): void => line.emit('edit', message);
    send();
    const again = setInterval(send, resendMs);
    try {
      return await outcome.promise;
    } finally {
      clearInterval(again);
      this.#outcome = null;
    }
  }

  #onEvent(event: string, body: () => unknown): void {
    const seq = this.#onItsWay?.seq;
    if (event === 'private') {
      const answer = (body() as PrivateFrame).answers?.find((one) => one.seq === seq);
      if (answer) this.#outcome?.resolve(answer);
    } else if (event === 'refused') {
      const refused = body() as Refused;
      if (refused.seq === seq) this.#outcome?.resolve(refused);
    }
  }
}

/** The server asks for an edit that it has answered before. */
class Forgotten extends Error {
  constructor(seq: number, from: number | undefined) {
    super(`edit ${seq} was sent, and the server wants to have ${from ?? 'an earlier one'} first`);
  }
}
