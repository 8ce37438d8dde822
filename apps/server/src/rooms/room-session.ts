import { PrivatePart, privateDigest, viewerOf, viewerKey, type BoardState, type Viewer } from '@bridgeboard/domain';
import type { EditAnswer, LostPage, Pointer, PrivateFrame, Standing } from '@bridgeboard/protocol';

import type { Participant, Person } from './live-board.ts';
import { checkEveryMs, type Dirty } from './shared-view.ts';
import { standingFor } from './standing-for.ts';
import { wirePatch } from './wire-patch.ts';

/** Somebody who comes to a board. `isStill`: their school's link is weak, so they are told of pointers now and then only. */
export interface Coming {
  readonly id: string;
  readonly person: Person;
  readonly isStill?: boolean;
}

/** One live connection of one person to one board, and what it alone is told (P27). */
export class RoomSession {
  readonly id: string;
  readonly person: Person;
  readonly client: string;
  /** The version of the protocol that its browser speaks. */
  readonly protocol: number;
  /** Names this session's pointer to others; random, so that it says nothing about the person. */
  readonly cursor: string;
  /** The shared view this session belongs to. */
  readonly viewer: Viewer;
  /** While its reader is too slow nothing is sent: what it misses it fetches when it has caught up. */
  paused = false;
  readonly #private: PrivatePart | null;
  #seq = 0;
  #answers: EditAnswer[] = [];
  #you = '';
  #lost = '';
  #changedAt: number | null = null;
  readonly #isStill: boolean;
  #pointers = '';

  constructor(about: Coming & { client: string; protocol: number; cursor: string }) {
    this.id = about.id;
    this.person = about.person;
    this.client = about.client;
    this.protocol = about.protocol;
    this.cursor = about.cursor;
    this.#isStill = about.isStill === true;
    const { id, school, role } = about.person;
    const own = viewerOf({ person: id, school, role });
    this.viewer = sharedViewerOf(about.person);
    this.#private = own.kind === 'pupil' ? new PrivatePart(own) : null;
  }

  get view(): string {
    return viewerKey(this.viewer);
  }

  answer(answer: EditAnswer): void {
    this.#answers.push(answer);
  }

  /** The first private frame, which holds the whole private part and every pointer as this view was told of it. */
  firstFrame(
    state: BoardState,
    now: number,
    besides: { readonly pointers: Pointer[]; readonly you: Standing; readonly lost: LostPage[] },
  ): PrivateFrame {
    const whole = this.#private?.whole(state, now);
    this.#changedAt = null;
    const { lost, pointers } = besides;
    const you = standingFor(this.protocol, besides.you);
    this.#you = JSON.stringify(you);
    this.#lost = JSON.stringify(lost);
    const own = whole ? { own: wirePatch(whole.own, null), hide: whole.hide } : {};
    return this.#frame({
      reset: true,
      ...own,
      ...this.#takeAnswers(),
      pointers,
      you,
      ...(lost.length > 0 ? { lost } : {}),
    });
  }

  /** Pointers anew, for a reader that has missed some of their moves; null where one that is told of none has them already. */
  pointersFrame(pointers: Pointer[]): PrivateFrame | null {
    const told = JSON.stringify(pointers);
    if (this.#isStill && told === this.#pointers) return null;
    this.#pointers = told;
    return this.#frame({ pointers });
  }

  /** What there is to say to this session alone, or null; then nothing may be sent. */
  nextFrame(
    state: BoardState,
    dirty: Dirty,
    news: { readonly you: Standing | null; readonly lost: LostPage[] | null },
  ): PrivateFrame | null {
    const patch = this.#private?.update(state, dirty);
    const frame: Omit<PrivateFrame, 'seq'> = { ...this.#takeAnswers() };
    if (patch && Object.keys(patch.own).length > 0) frame.own = wirePatch(patch.own, null);
    if (patch && patch.hide.length > 0) frame.hide = patch.hide;
    if (frame.own || frame.hide) this.#changedAt ??= dirty.now;
    this.#addCheck(frame, dirty.now);
    if (news.you) this.#addStanding(frame, news.you);
    if (news.lost) this.#addLost(frame, news.lost);
    return Object.keys(frame).length > 0 ? this.#frame(frame) : null;
  }

  #addStanding(frame: Omit<PrivateFrame, 'seq'>, standing: Standing): void {
    const you = standingFor(this.protocol, standing);
    const said = JSON.stringify(you);
    if (said === this.#you) return;
    this.#you = said;
    frame.you = you;
  }

  #addLost(frame: Omit<PrivateFrame, 'seq'>, lost: LostPage[]): void {
    const said = JSON.stringify(lost);
    if (said === this.#lost) return;
    this.#lost = said;
    frame.lost = lost;
  }

  #addCheck(frame: Omit<PrivateFrame, 'seq'>, now: number): void {
    if (!this.#private || this.#changedAt === null || now - this.#changedAt < checkEveryMs) return;
    this.#changedAt = null;
    frame.check = privateDigest(this.#private.over, this.#private.cases.values());
  }

  #takeAnswers(): Pick<PrivateFrame, 'answers'> {
    const answers = this.#answers;
    if (answers.length === 0) return {};
    this.#answers = [];
    return { answers };
  }

  #frame(parts: Omit<PrivateFrame, 'seq'>): PrivateFrame {
    this.#seq += 1;
    return { seq: this.#seq, ...parts };
  }
}

/** The shared view of a person: staff of a school, its pupils, or guests. */
export function sharedViewerOf({ role, school }: Pick<Participant, 'role' | 'school'>): Viewer {
  if (role === 'guest') return { kind: 'guests' };
  return { kind: role === 'staff' ? 'staff' : 'pupils', school };
}
