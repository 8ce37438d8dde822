import { PrivatePart, viewerOf, viewerKey, type Viewer } from '@bridgeboard/domain';
import type { EditAnswer, PrivateFrame } from '@bridgeboard/protocol';

import type { BoardState } from '@bridgeboard/domain';
import type { Person } from './live-board.ts';

/** One live connection of one person to one board, and what it alone is told (P27). */
export class RoomSession {
  readonly id: string;
  readonly person: Person;
  readonly client: string;
  /** Names this session's cursor to others; random, so that it says nothing about the person. */
  readonly cursor: string;
  /** The shared view this session belongs to. */
  readonly viewer: Viewer;
  readonly #private: PrivatePart | null;
  #seq = 0;
  #answers: EditAnswer[] = [];

  constructor(about: { id: string; person: Person; client: string; cursor: string }) {
    this.id = about.id;
    this.person = about.person;
    this.client = about.client;
    this.cursor = about.cursor;
    const { id, school, role } = about.person;
    const own = viewerOf({ person: id, school, role });
    this.viewer = own.kind === 'pupil' ? { kind: 'pupils', school } : own;
    this.#private = own.kind === 'pupil' ? new PrivatePart(own) : null;
  }

  get view(): string {
    return viewerKey(this.viewer);
  }

  answer(answer: EditAnswer): void {
    this.#answers.push(answer);
  }

  /** The first private frame, which holds the whole private part. */
  firstFrame(state: BoardState, now: number): PrivateFrame {
    const whole = this.#private?.whole(state, now);
    return this.#frame({ reset: true, ...(whole ? { own: whole.own, hide: whole.hide } : {}) });
  }

  /** What there is to say to this session alone, or null; then nothing may be sent. */
  nextFrame(state: BoardState, dirty: Parameters<PrivatePart['update']>[1]): PrivateFrame | null {
    const patch = this.#private?.update(state, dirty);
    const frame: Omit<PrivateFrame, 'seq'> = {};
    if (patch && Object.keys(patch.own).length > 0) frame.own = patch.own;
    if (patch && patch.hide.length > 0) frame.hide = patch.hide;
    if (this.#answers.length > 0) frame.answers = this.#answers;
    this.#answers = [];
    return Object.keys(frame).length > 0 ? this.#frame(frame) : null;
  }

  #frame(parts: Omit<PrivateFrame, 'seq'>): PrivateFrame {
    this.#seq += 1;
    return { seq: this.#seq, ...parts };
  }
}
