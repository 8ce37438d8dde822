import type { HttpPerson, RawClient, Streamer } from '@bridgeboard/testkit';

/** Somebody on the board, signed in. */
export interface Somebody {
  readonly http: HttpPerson;
  readonly id: string;
  readonly role: 'staff' | 'pupil';
  readonly school: string;
}

/** Somebody who goes on changing a note of their own. */
export interface AtWork {
  readonly who: Somebody;
  readonly stream: Streamer;
}

/** A board of two schools on which everybody is at work, the server behind it, and what only its owner can do there. */
export interface Stage {
  readonly board: string;
  /** The teachers first, one of each school; replaced in place when somebody comes in again. */
  readonly atWork: AtWork[];
  join(who: Somebody): Promise<RawClient>;
  /** From when on nothing may be told any more: the moment the journal had the act, or where nobody outside can know that, the one it was asked for. */
  tookHold(askedAt: number): number;
  /** Lets time go on until what was drawn until now can be decided on. */
  closeBursts(): Promise<void>;
  /** Lets somebody in again who was sent out. */
  letIn(who: Somebody): Promise<void>;
}

/** How often each of them changes their note, in ms. */
export const workEveryMs = 600;
