import type { EditMessage, OpRefusal, Verdict } from '@bridgeboard/protocol';

import type { CaseInPlace, Person } from '../rooms/live-board.ts';
import type { Random } from '../time-and-chance.ts';
import type { DemoPiece, DemoShape } from './drawing/demo-piece.ts';
import { orderKey } from './order-keys.ts';

/** What the seeder needs of a live board: the same acts that people's browsers and teachers' decisions come down to. */
export interface SeedableBoard {
  edit(
    by: Person,
    message: EditMessage,
  ): Promise<{ answer: { refused?: OpRefusal[] | undefined } } | { resendFrom: number } | { refused: string }>;
  openCases(school: string): CaseInPlace[];
  decide(act: { by: Person; case: string; verdict: Verdict; hash: string; note?: string | undefined }): Promise<object>;
}

interface SeedParts {
  readonly board: SeedableBoard;
  readonly random: Random;
  /** Sets the time of what is done next, ms since 1970. */
  readonly setTime: (at: number) => void;
  readonly personOf: (piece: DemoPiece) => Person;
  readonly teacherOf: (piece: DemoPiece) => Person;
}

const minuteMs = 60_000;
/** When the lesson's first piece was drawn, and how far apart the pieces are: further than one burst lasts. */
const firstMinutesAgo = 95;
const minutesApart = 2.5;
/** A teacher decides this long after a piece was drawn; by then its burst has closed. */
const decidedAfterMs = 75_000;
/** How long each waiting piece of a school has waited, in minutes, oldest first. */
const waitingMinutes = { riverside: [12, 9, 7, 6, 4, 2], alnoor: [3] } as const;
const returnedMinutesAgo = 20;

/** Gives each piece its moment, in the order in which it happens. */
function planLesson(pieces: readonly DemoPiece[], now: number): { piece: DemoPiece; at: number }[] {
  const waited = { riverside: [...waitingMinutes.riverside], alnoor: [...waitingMinutes.alnoor] };
  let drawn = 0;
  const plan = pieces.map((piece) => {
    if (piece.state === 'waiting') return { piece, at: now - (waited[piece.by.school].shift() ?? 1) * minuteMs };
    if (piece.state === 'sent-back') return { piece, at: now - returnedMinutesAgo * minuteMs };
    drawn += 1;
    return { piece, at: now - (firstMinutesAgo - drawn * minutesApart) * minuteMs };
  });
  return plan.toSorted((one, other) => one.at - other.at);
}

/** Puts the pieces on the board as people did: each as its author's edit, and a decision of the teacher where there was one. */
export class LessonSeeder {
  readonly #parts: SeedParts;
  readonly #edits = new Map<string, { client: string; seq: number }>();
  #shapes = 0;

  constructor(parts: SeedParts) {
    this.#parts = parts;
  }

  async play(pieces: readonly DemoPiece[], now: number): Promise<void> {
    for (const { piece, at } of planLesson(pieces, now)) {
      this.#parts.setTime(at);
      await this.#draw(piece);
      if (piece.state === 'staff' || piece.state === 'waiting') continue;
      this.#parts.setTime(at + decidedAfterMs);
      await this.#decide(piece);
    }
  }

  async #draw(piece: DemoPiece): Promise<void> {
    const by = this.#parts.personOf(piece);
    const outbox = this.#edits.get(by.id) ?? { client: this.#name('').slice(0, 20), seq: 0 };
    const message = {
      client: outbox.client,
      seq: outbox.seq + 1,
      ops: piece.shapes.map((shape) => this.#create(shape)),
    };
    this.#edits.set(by.id, { client: message.client, seq: message.seq });
    const result = await this.#parts.board.edit(by, message);
    const refused = 'answer' in result ? result.answer.refused?.[0]?.code : 'RESEND_FROM';
    if (refused !== undefined) throw new Error(`the demo's own drawing is refused: ${refused}`);
  }

  async #decide(piece: DemoPiece): Promise<void> {
    const { board, personOf, teacherOf } = this.#parts;
    const [author, by] = [personOf(piece), teacherOf(piece)];
    const waiting = board
      .openCases(by.school)
      .find((each) => each.author === author.id && each.case.status === 'waiting');
    if (waiting?.case.hash === undefined) throw new Error('the demo has nothing to decide where it should');
    const { id, hash } = waiting.case;
    const verdict = piece.state === 'approved' ? 'board' : 'return';
    const outcome = await board.decide({ by, case: id, verdict, hash, note: piece.note });
    if ('refused' in outcome) throw new Error(`the demo's own decision is refused: ${String(outcome.refused)}`);
  }

  #create({ type, x, y, rotation = 0, opacity = 1, props }: DemoShape) {
    this.#shapes += 1;
    const place = { parentId: 'page:page', index: orderKey(this.#shapes), x, y, rotation, opacity };
    return {
      op: 'create',
      record: { id: this.#name('shape:'), typeName: 'shape', type, ...place, isLocked: false, props, meta: {} },
    };
  }

  /** An id as browsers mint them. */
  #name(prefix: string): string {
    return `${prefix}${this.#parts.random.bytes(16).toString('base64url').slice(0, 21)}`;
  }
}
