import {
  actingAs,
  isOutOfSight,
  pastView,
  type AboutShowings,
  type BoardState,
  type PastView,
  type Showing,
} from '@bridgeboard/domain';
import type { ErrorCode, SchoolBrief } from '@bridgeboard/protocol';

import { actorOf } from './acting-person.ts';
import type { BoardPast } from './board-past.ts';
import type { LookingBack, PastMoment, Person, Refusal } from './live-board.ts';
import type { SchoolPupil } from '../pupil-trust.ts';
import type { PeopleNames } from './people-names.ts';
import { sharedViewerOf } from './room-session.ts';

interface Deps {
  readonly board: { readonly schools: readonly SchoolBrief[] };
  readonly state: () => BoardState;
  readonly names: PeopleNames;
  readonly past: BoardPast;
  readonly now: () => number;
}

/** A live board's past, for its staff: what they saw of it then, less what they may not see today. */
export class RoomPast implements LookingBack {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async moments(person: Person): Promise<PastMoment[] | Refusal> {
    const refused = this.#refusal(person);
    if (refused) return { refused };
    const { teller } = await this.#lookBack(person);
    const viewer = sharedViewerOf(person);
    return teller.moments(this.#deps.state(), this.#deps.now()).map((moment) => ({
      ...moment,
      by: [...moment.by].flatMap(([id, count]) => {
        const author = this.#deps.names.author(id, viewer);
        return author ? [{ author, count }] : [];
      }),
    }));
  }

  async viewAt(person: Person, at: number): Promise<PastView | Refusal> {
    const refused = this.#refusal(person);
    if (refused) return { refused };
    const { teller, stood } = await this.#lookBack(person, at);
    const { touchedByOthers } = teller;
    const now = this.#deps.now();
    return pastView(stood, { now: this.#deps.state(), actor: actorOf(person), touchedByOthers, at: now });
  }

  async showings(person: Person, record: string): Promise<Showing[] | Refusal> {
    const refused = this.#refusal(person);
    if (refused) return { refused };
    const slot = this.#deps.state().slots.get(record);
    // Another school's piece and one that never was are answered alike (P23).
    if (slot?.school !== person.school) return { refused: 'NOT_FOUND' };
    return this.#showings({ school: person.school, isAbout: ({ id }) => id === record });
  }

  async disclosures({ id, school }: SchoolPupil): Promise<Showing[]> {
    const showings = await this.#showings({ school, isAbout: ({ author }) => author === id });
    return showings.filter((one) => one.school !== school);
  }

  #showings(about: AboutShowings): Promise<Showing[]> {
    const { past, board, state } = this.#deps;
    return past.showings({ ...about, state: state(), schools: board.schools.map(({ id }) => id) });
  }

  #look(person: Person): Parameters<BoardPast['lookBack']>[0] {
    const schools = this.#deps.board.schools.map(({ id }) => id);
    return { state: this.#deps.state(), schools, actor: actorOf(person) };
  }

  #lookBack(person: Person, moment?: number): ReturnType<BoardPast['lookBack']> {
    const look = this.#look(person);
    return this.#deps.past.lookBack(moment === undefined ? look : { ...look, moment });
  }

  /** Staff alone look back, and not while another school has stopped everything (P39). */
  #refusal(person: Person): ErrorCode | null {
    const state = this.#deps.state();
    if (actingAs(state, actorOf(person))?.role !== 'staff') return 'NOT_FOUND';
    return isOutOfSight(state, person.school) ? 'STOPPED' : null;
  }
}
