import type { ArchivedBoard, Board, BoardLine, Partnership, QueueLine } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import { Refused } from '../http/refusal.ts';
import type { LiveBoards, Person } from '../rooms/live-board.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import { newId } from '../time-and-chance.ts';
import type { Clock, Random } from '../time-and-chance.ts';
import type { Access } from './access.ts';

interface BoardParts {
  readonly storage: Pick<Storage, 'catalogue' | 'directory' | 'publications' | 'queue'>;
  readonly boards: LiveBoards;
  readonly access: Access;
  /** Strikes schools that have left a partnership off its boards. */
  readonly strikeOff: (partnership: string) => Promise<void>;
  readonly schoolBrief: SchoolBriefs;
  readonly clock: Clock;
  readonly random: Random;
}

/** Makes boards and lists them, each as one person may see it. */
export class BoardShelf {
  readonly #parts: BoardParts;

  constructor(parts: BoardParts) {
    this.#parts = parts;
  }

  /** Boards this person may open, newest change first. */
  async linesFor(person: Person): Promise<BoardLine[]> {
    const boards = (await this.#parts.storage.catalogue.boardsOf(person.school)).filter(({ archived }) => !archived);
    const open = person.role === 'staff' ? boards : await this.#openTo(person, boards);
    const waiting = await this.#waitingFor(person);
    return Promise.all(open.map((board) => this.#line(board, waiting)));
  }

  /** Archived boards of the own school, for its staff: the one that goes first stands first (KE1). */
  async archivedFor(person: Person): Promise<ArchivedBoard[]> {
    if (person.role !== 'staff') return [];
    const boards = await this.#parts.storage.catalogue.boardsOf(person.school);
    const lines = boards.map(async ({ id, title, schools, changedAt, archived }): Promise<ArchivedBoard[]> => {
      if (!archived || archived.heldAt !== null) return [];
      const { at: archivedAt, goesAt } = archived;
      const briefs = await Promise.all(schools.map(this.#parts.schoolBrief));
      return [{ id, title, schools: briefs, changedAt, archivedAt, goesAt }];
    });
    return (await Promise.all(lines)).flat().toSorted((one, other) => one.goesAt - other.goesAt);
  }

  /** Brings an archived board back, as if it had just been changed; false for one that is in use. */
  async bringBack({ id, archived }: Board): Promise<boolean> {
    if (!archived) return false;
    return this.#parts.storage.catalogue.update(id, { archived: null, changedAt: this.#parts.clock.now() });
  }

  async lineFor(person: Person, board: Board): Promise<BoardLine> {
    return this.#line(board, await this.#waitingFor(person));
  }

  /** A blank board for a partnership of the own school: the named one, or the only one. */
  async create(by: Person, wish: { title: string; partnership?: string | undefined }): Promise<Board> {
    const partnership = await this.#partnershipOf(by, wish.partnership);
    const now = this.#parts.clock.now();
    const board: Board = {
      id: newId(this.#parts.random),
      title: wish.title,
      partnership: partnership.id,
      schools: partnership.schools,
      host: by.school,
      createdBy: by.id,
      createdAt: now,
      changedAt: now,
      doorOpenUntil: 0,
    };
    // The journal first: a board that is listed can be opened, whatever happens between the two.
    await this.#parts.boards.found(board);
    await this.#parts.storage.catalogue.create(board);
    return this.#asOfNow(board, partnership);
  }

  /** A school that has left meanwhile, and was struck off all other boards, is not on this one either (CH16). */
  async #asOfNow(board: Board, { id, version }: Partnership): Promise<Board> {
    const { storage, strikeOff } = this.#parts;
    if ((await storage.directory.partnership(id))?.version === version) return board;
    await strikeOff(id);
    return (await storage.catalogue.board(board.id)) ?? board;
  }

  async #openTo(person: Person, boards: readonly Board[]): Promise<Board[]> {
    const asked = await Promise.all(boards.map(({ id }) => this.#parts.access.boardFor(person, 'look at a board', id)));
    return asked.filter((board) => board !== null);
  }

  async #partnershipOf(by: Person, wanted: string | undefined): Promise<Partnership> {
    const own = await this.#parts.storage.directory.partnershipsOf(by.school);
    const [first, ...others] = wanted === undefined ? own : own.filter(({ id }) => id === wanted);
    if (first === undefined) throw new Refused('NOT_FOUND');
    // With several partnerships a board must say whose it is.
    if (others.length > 0) throw new Refused('BAD_TYPE');
    return first;
  }

  async #waitingFor(person: Person): Promise<readonly QueueLine[]> {
    return person.role === 'staff' ? this.#parts.storage.queue.openOf(person.school) : [];
  }

  async #line(board: Board, waiting: readonly QueueLine[]): Promise<BoardLine> {
    const { id, title, changedAt, doorOpenUntil } = board;
    const schools = await Promise.all(board.schools.map(this.#parts.schoolBrief));
    const publications = await this.#parts.storage.publications.publicationsOf(id);
    return {
      id,
      title,
      schools,
      changedAt,
      doorOpenUntil: doorOpenUntil > this.#parts.clock.now() ? doorOpenUntil : 0,
      hereNow: this.#parts.boards.peek(id)?.present().size ?? 0,
      waiting: waiting.filter((line) => line.board === id).length,
      published: publications.some(({ withdrawnAt }) => withdrawnAt === null),
    };
  }
}
