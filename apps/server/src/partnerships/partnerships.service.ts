import { changeCharter, leaveCharter, type CharterWish } from '@bridgeboard/domain';
import type { CharterChange, CharterPage, Partnership, PartnershipLine } from '@bridgeboard/protocol';
import type { BoardCatalogue, Directory } from '@bridgeboard/storage';

import { found } from '../http/refusal.ts';
import type { SignedIn } from '../http/signed-in.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import { newId } from '../time-and-chance.ts';
import type { Clock, Random } from '../time-and-chance.ts';
import { changePartnership } from './change-partnership.ts';
import { makeCharterPage, sinceOf } from './charter-page.ts';

interface Parts {
  readonly directory: Directory;
  readonly catalogue: Pick<BoardCatalogue, 'boardsOf'>;
  readonly schoolBrief: SchoolBriefs;
  /** Holds a board to its charter as it is now. */
  readonly renewCharter: (board: string) => Promise<void>;
  /** Strikes schools that have left a partnership off its boards. */
  readonly strikeOff: (partnership: string) => Promise<void>;
  readonly clock: Clock;
  readonly random: Random;
}

/** Partnerships of schools and what their charters say. Every act answers with the charter as it is after it. */
export class Partnerships {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The own school's partnerships, oldest first. */
  async linesFor({ person }: SignedIn): Promise<PartnershipLine[]> {
    const own = await this.#parts.directory.partnershipsOf(person.school);
    const oldestFirst = own.toSorted((one, other) => one.createdAt - other.createdAt);
    return Promise.all(oldestFirst.map((partnership) => this.#line(partnership, person.school)));
  }

  async pageFor(reader: SignedIn, id: string): Promise<CharterPage> {
    return this.#page(await this.#own(reader, id), reader);
  }

  /** Sets a line of the own school's, at once where it is stricter. */
  setLine(by: SignedIn, id: string, change: CharterChange): Promise<CharterPage> {
    return this.#change(by, id, { kind: 'set', change, newId: newId(this.#parts.random) });
  }

  /** Says what the own school makes of a proposal. */
  answer(by: SignedIn, id: string, wish: Exclude<CharterWish, { kind: 'set' }>): Promise<CharterPage> {
    return this.#change(by, id, wish);
  }

  /** The own school goes (CH16). Whoever is answered that it has gone finds that nobody sees what is not theirs any more. */
  async leave({ person }: SignedIn, id: string): Promise<void> {
    const { directory, clock, strikeOff } = this.#parts;
    const act = { by: { school: person.school, person: person.id }, now: clock.now() };
    try {
      await changePartnership(directory, id, (partnership) => leaveCharter(partnership, act));
    } finally {
      // Also where nobody knows whether it was kept.
      await strikeOff(id);
    }
  }

  async #change(by: SignedIn, id: string, wish: CharterWish): Promise<CharterPage> {
    const { directory, clock } = this.#parts;
    const act = { by: { school: by.person.school, person: by.person.id }, now: clock.now() };
    const after = await changePartnership(directory, id, (partnership) => changeCharter(partnership, wish, act));
    await this.#enforce(after);
    return this.#page(after, by);
  }

  /** CH9: whoever is answered that a rule holds finds it held on every board. */
  async #enforce({ id, schools }: Partnership): Promise<void> {
    const boards = await Promise.all(schools.map((school) => this.#parts.catalogue.boardsOf(school)));
    const own = new Set(boards.flat().flatMap((board) => (board.partnership === id ? [board.id] : [])));
    await Promise.all([...own].map((board) => this.#parts.renewCharter(board)));
  }

  async #own({ person }: SignedIn, id: string): Promise<Partnership> {
    const partnership = found(await this.#parts.directory.partnership(id));
    return found(partnership.schools.includes(person.school) ? partnership : null);
  }

  async #line(partnership: Partnership, school: string): Promise<PartnershipLine> {
    const { id, title, schools, createdAt, proposals, invitations } = partnership;
    const asked = proposals.filter((one) => one.school !== school && !one.agreed.includes(school));
    const signed = invitations.filter((one) => one.signed !== null && !one.confirmed.includes(school));
    const briefs = await Promise.all(schools.map(this.#parts.schoolBrief));
    return {
      id,
      title,
      schools: briefs,
      since: sinceOf(partnership) ?? createdAt,
      waiting: asked.length + signed.length,
    };
  }

  #page(partnership: Partnership, reader: SignedIn): Promise<CharterPage> {
    return makeCharterPage(this.#parts, partnership, reader);
  }
}
