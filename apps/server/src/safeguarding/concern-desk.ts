import { answerBy, caseOfConcern, type ConcernCase } from '@bridgeboard/domain';
import type { Board, ConcernBrief, ConcernCaseView, ConcernList, School } from '@bridgeboard/protocol';
import type { BoardCatalogue, Directory } from '@bridgeboard/storage';

import { found } from '../http/refusal.ts';
import { boardOfWork } from '../boards-of-work.ts';
import type { Person } from '../rooms/live-board.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import type { ConcernBook, KnownConcern } from './concern-book.ts';
import { PeopleOfCases } from './people-of-cases.ts';
import { tellStory } from './story.ts';
import { deskOf, looksAfter } from './who-looks-after.ts';

export interface DeskParts {
  readonly book: ConcernBook;
  readonly directory: Directory;
  readonly catalogue: Pick<BoardCatalogue, 'board'>;
  readonly schoolBrief: SchoolBriefs;
}

/** What leads and those who stand in for them see of reports. To everybody else there are none. */
export class ConcernDesk {
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** A report that this person looks after; NOT_FOUND for every other, as for one that never was. */
  async find(person: Person, id: string): Promise<KnownConcern> {
    const concern = found(await this.#parts.book.find(id));
    return found((await looksAfter(this.#parts.directory, concern, person)) ? concern : null);
  }

  /** Whether somebody may learn that there is such a report at all. */
  readonly mayKnow = async (person: Person, id: string): Promise<boolean> => {
    const concern = await this.#parts.book.find(id);
    return concern !== null && looksAfter(this.#parts.directory, concern, person);
  };

  async list(person: Person): Promise<ConcernList> {
    const { book, directory } = this.#parts;
    const school = found(await directory.school(person.school));
    const people = this.#people(person);
    const cases: ConcernBrief[] = [];
    for (const concern of await book.of(person.school)) {
      if (await looksAfter(directory, concern, person)) cases.push(await this.#brief(concern, { school, people }));
    }
    const isOpen = ({ status }: ConcernBrief): number => Number(status === 'closed');
    return {
      looksAfter: cases.length > 0 || (await this.#isAtDesk(person)),
      timeZone: school.timeZone,
      hours: school.desk,
      cases: cases.toSorted((one, other) => isOpen(one) - isOpen(other) || one.by - other.by),
      schools: await people.schools([person.school, ...cases.flatMap(({ whose }) => whose?.school ?? [])]),
    };
  }

  /** The whole of a report but for what was sealed with it. */
  async view(person: Person, concern: KnownConcern): Promise<ConcernCaseView> {
    const { book, directory } = this.#parts;
    const school = found(await directory.school(person.school));
    const people = this.#people(person);
    const state = caseOfConcern(concern.lines, person.school);
    const staff = await directory.staffOf(person.school);
    const free = staff.filter(({ id, endedAt }) => endedAt === null && id !== concern.event.whose?.person);
    const [first] = concern.lines;
    const { schools } = concern;
    return {
      ...(await this.#brief(concern, { school, people })),
      reporter: await people.reporter(concern.by, concern.event.from),
      story: await tellStory(concern, { people, own: person.school, words: await book.words(concern.id) }),
      others: schools
        .filter((id) => id !== person.school)
        .map((id) => ({ school: id, status: caseOfConcern(concern.lines, id).status })),
      handedTo: await Promise.all(
        state.handedTo.map(async (id) => ({
          name: await people.nameOf(id),
          school: person.school,
          role: 'staff' as const,
        })),
      ),
      standIns: free.filter(({ id }) => id !== person.id).map(({ id, name }) => ({ id, name })),
      isKept: state.kept.length > 0 && !state.isBack,
      boardStays: Boolean((await this.#parts.catalogue.board(concern.event.board))?.archived?.heldAt),
      decides: decides(concern, person),
      pictures: picturesOf(state, (await book.evidence(concern.id))?.piece?.pictures ?? []),
      seal: { number: first?.number ?? 0, hash: first?.hash ?? '' },
      hasEvidence: (await book.evidence(concern.id)) !== null,
      timeZone: school.timeZone,
      schools: await people.schools([...schools, person.school]),
    };
  }

  #people(person: Person): PeopleOfCases {
    return new PeopleOfCases(this.#parts, person.school);
  }

  async #isAtDesk(person: Person): Promise<boolean> {
    const { people } = await deskOf(this.#parts.directory, person.school, undefined);
    return people.some(({ id }) => id === person.id);
  }

  async #brief(
    { id, at, event, lines }: KnownConcern,
    { school, people }: { school: School; people: PeopleOfCases },
  ): Promise<ConcernBrief> {
    const { status, outcome, isHeld } = caseOfConcern(lines, school.id);
    const board = await boardOfWork(this.#parts.catalogue, event.board, school.id);
    return {
      id,
      at,
      by: answerBy(school.desk, school.timeZone, at),
      status,
      outcome,
      reason: event.reason,
      about: event.about,
      board: boardFor(board, school.id),
      whose: await people.of(event.whose),
      isHeld,
    };
  }
}

/** Whether this person's school decides about the piece: the one whose it is, or the reporter's where it is nobody's. */
export function decides({ event, schools }: KnownConcern, { school }: Person): boolean {
  return (event.whose?.school ?? schools[0]) === school;
}

function boardFor(board: Board | null, school: string): ConcernBrief['board'] {
  return board?.schools.includes(school) ? { id: board.id, title: board.title } : null;
}

function picturesOf(
  { sealed, destroyed }: ConcernCase,
  pictures: readonly { readonly asset: string }[],
): ConcernCaseView['pictures'] {
  const all = new Set([...pictures.map(({ asset }) => asset), ...sealed, ...destroyed]);
  return [...all].map((asset) => {
    if (destroyed.includes(asset)) return { asset, state: 'destroyed' };
    return { asset, state: sealed.includes(asset) ? 'sealed' : 'free' };
  });
}
