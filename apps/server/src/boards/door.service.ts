import { takesPart } from '@bridgeboard/domain';
import type { Board, Door, Pupil, SchoolClass } from '@bridgeboard/protocol';
import type { BoardCatalogue, Directory } from '@bridgeboard/storage';

import type { LiveBoards, Person } from '../rooms/live-board.ts';
import type { Clock } from '../time-and-chance.ts';

/** Somebody who waits to be let in. */
interface WaitingPupil {
  readonly pupil: string;
  readonly name: string;
  readonly avatar: string;
  readonly className: string;
  readonly since: number;
}

/** A class with its pupils who take part in the board. */
interface ClassAtDoor extends SchoolClass {
  readonly pupils: readonly Pupil[];
}

interface DoorParts {
  readonly catalogue: BoardCatalogue;
  readonly directory: Directory;
  readonly boards: LiveBoards;
  readonly clock: Clock;
  /** Pupils of a school who wait, longest first. */
  readonly waitingOf: (school: string) => readonly WaitingPupil[];
  /** Codes of these schools are heard from everywhere for a while. */
  readonly onOpened: (schools: readonly string[]) => void;
  /** Whether newcomers of a school wait because somebody guesses codes. */
  readonly areNewcomersHeld: (school: string) => Promise<boolean>;
  /** A class's code as people read it. */
  readonly codeOf: (schoolClass: SchoolClass) => string;
}

/** The door of a board. One for all its schools; whom it lets in is for each school's own staff to say. */
export class BoardDoor {
  readonly #parts: DoorParts;

  constructor(parts: DoorParts) {
    this.#parts = parts;
  }

  /** The door as staff of one school see it: own codes, own pupils; of the other school nothing. */
  async seenBy(person: Person, board: Board): Promise<Door> {
    const { catalogue, clock } = this.#parts;
    const fresh = (await catalogue.board(board.id)) ?? board;
    const classes = await this.#classesAt(fresh, person.school);
    const admitted = new Set((await catalogue.admissionsOf(board.id)).map(({ pupil }) => pupil));
    const openUntil = fresh.doorOpenUntil > clock.now() ? fresh.doorOpenUntil : 0;
    const takes = new Set(classes.flatMap(({ pupils }) => pupils.map(({ id }) => id)));
    const waiting = this.#parts
      .waitingOf(person.school)
      .filter(({ pupil }) => takes.has(pupil) && !admitted.has(pupil));
    return {
      openUntil,
      newcomersHeld: openUntil > 0 && (await this.#parts.areNewcomersHeld(person.school)),
      classes: classes.map((each) => ({ id: each.id, name: each.name, code: this.#parts.codeOf(each) })),
      waiting: waiting.map(({ pupil, name, avatar, className, since }) => ({ pupil, name, avatar, className, since })),
      inside: this.#inside(board.id, classes, admitted),
    };
  }

  /** Opens the door for so many minutes from now; 0 shuts it. */
  async open(board: Board, minutes: number): Promise<void> {
    const doorOpenUntil = minutes === 0 ? 0 : this.#parts.clock.now() + minutes * 60_000;
    await this.#parts.catalogue.update(board.id, { doorOpenUntil });
    if (minutes > 0) this.#parts.onOpened(board.schools);
  }

  /** Lets pupils of the own school who take part in, waiting or not yet there; other ids are passed over without a word. */
  async admit(by: Person, board: Board, pupils: readonly string[]): Promise<void> {
    for (const { id, classId } of await this.#ownPupils(by, pupils)) {
      if (!takesPart(board, { id, school: by.school, classId })) continue;
      await this.#parts.catalogue.admit({
        board: board.id,
        pupil: id,
        school: by.school,
        by: by.id,
        at: this.#parts.clock.now(),
      });
    }
  }

  /** Sends pupils of the own school out; their sockets end at once. */
  async dismiss(by: Person, board: Board, pupils: readonly string[]): Promise<void> {
    for (const { id } of await this.#ownPupils(by, pupils)) {
      await this.#parts.catalogue.dismiss(board.id, id);
      this.#parts.boards.peek(board.id)?.end(id, 'SESSION_ENDED');
    }
  }

  /** Classes of a school of which somebody takes part in a board, each with those who do. */
  async #classesAt(board: Board, school: string): Promise<ClassAtDoor[]> {
    const { directory } = this.#parts;
    const classes = (await directory.classesOf(school)).map(async (each) => {
      const pupils = await directory.pupilsOf(each.id);
      return { ...each, pupils: pupils.filter(({ id, classId }) => takesPart(board, { id, school, classId })) };
    });
    const isAsked = ({ id, pupils }: ClassAtDoor): boolean =>
      pupils.length > 0 || takesPart(board, { school, classId: id });
    return (await Promise.all(classes)).filter(isAsked);
  }

  #inside(board: string, classes: readonly ClassAtDoor[], admitted: ReadonlySet<string>): Door['inside'] {
    const present = this.#parts.boards.peek(board)?.present() ?? new Set<string>();
    return classes.flatMap(({ name: className, pupils }) =>
      pupils
        .filter(({ id }) => admitted.has(id))
        .toSorted((one, other) => one.nickname.localeCompare(other.nickname))
        .map(({ id, nickname }) => ({ pupil: id, name: nickname, className, online: present.has(id) })),
    );
  }

  async #ownPupils(by: Person, ids: readonly string[]): Promise<Pupil[]> {
    const ownClasses = new Set((await this.#parts.directory.classesOf(by.school)).map(({ id }) => id));
    const pupils = await Promise.all([...new Set(ids)].map((id) => this.#parts.directory.pupil(id)));
    return pupils.filter((pupil) => pupil !== null && ownClasses.has(pupil.classId)).filter((pupil) => pupil !== null);
  }
}
