import type { PinPicture } from '@bridgeboard/protocol';

import type { Clock } from '../time-and-chance.ts';

/** A pupil who showed class code and PIN and waits to be let in. */
export interface Ticket {
  readonly pupil: string;
  readonly name: string;
  readonly avatar: PinPicture;
  readonly classId: string;
  readonly className: string;
  readonly school: string;
}

interface Waiting extends Ticket {
  readonly since: number;
}

/** A pupil's page asks every few seconds; who has not asked for so long has gone. */
const goneAfterMs = 45_000;

/**
 * Who waits at the door. Kept in memory only: after a restart the pages of those who wait ask again and are back.
 * Nobody here sees anybody of another school.
 */
export class Lobby {
  readonly #clock: Clock;
  readonly #tickets = new Map<string, { ticket: Waiting; seenAt: number }>();

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  /** A pupil is at the door, for the first time or still. */
  keep(ticket: Ticket): void {
    const now = this.#clock.now();
    const since = this.#fresh(ticket.pupil)?.since ?? now;
    this.#tickets.set(ticket.pupil, { ticket: { ...ticket, since }, seenAt: now });
  }

  leave(pupil: string): void {
    this.#tickets.delete(pupil);
  }

  isWaiting(pupil: string): boolean {
    return this.#fresh(pupil) !== null;
  }

  /** Pupils of a school who wait, longest first. */
  waitingOf(school: string): Waiting[] {
    const fresh = [...this.#tickets.keys()].map((pupil) => this.#fresh(pupil)).filter((ticket) => ticket !== null);
    return fresh.filter((ticket) => ticket.school === school).toSorted((one, other) => one.since - other.since);
  }

  #fresh(pupil: string): Waiting | null {
    const kept = this.#tickets.get(pupil);
    if (kept === undefined) return null;
    if (this.#clock.now() - kept.seenAt < goneAfterMs) return kept.ticket;
    this.#tickets.delete(pupil);
    return null;
  }
}
