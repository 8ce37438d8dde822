import { countWaitingLong, dayAround } from '@bridgeboard/domain';
import type { Board, QueueItem } from '@bridgeboard/protocol';
import type { Directory, QueueIndex } from '@bridgeboard/storage';

import type { CaseInPlace, LiveBoard, LiveBoards, Person } from '../rooms/live-board.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import type { TextChecks } from '../text-checks.ts';
import type { Clock } from '../time-and-chance.ts';
import { caseAuthors } from './case-authors.ts';
import { itemOf } from './queue-item.ts';

interface QueueParts {
  readonly boards: LiveBoards;
  readonly directory: Directory;
  readonly queue: QueueIndex;
  readonly schoolBrief: SchoolBriefs;
  readonly textChecks: TextChecks;
  readonly clock: Clock;
}

/** What waits for staff of a school, with all that is needed to judge it. */
export class ReviewQueue {
  readonly #parts: QueueParts;

  constructor(parts: QueueParts) {
    this.#parts = parts;
  }

  /** Open cases of the own school on one board, longest waiting first; what was sent back waits for its author and comes last. */
  async itemsOn(board: Board, person: Person): Promise<QueueItem[]> {
    const live = await this.#parts.boards.open(board.id);
    const isBack = (found: CaseInPlace): boolean => found.case.status === 'returned';
    const cases = live.openCases(person.school).toSorted((one, other) => Number(isBack(one)) - Number(isBack(other)));
    return this.#tell({ board, live, person }, cases);
  }

  /** Those of these cases of a board that wait for the own school. */
  async itemsOf(board: Board, about: { person: Person; cases: readonly string[] }): Promise<QueueItem[]> {
    const { person, cases } = about;
    const live = await this.#parts.boards.open(board.id);
    const found = cases.flatMap((id) => live.caseOf(person.school, id) ?? []);
    const isOpen = ({ case: { status } }: CaseInPlace): boolean => status === 'waiting' || status === 'drawing';
    return this.#tell({ board, live, person }, found.filter(isOpen));
  }

  /** How many cases of the school were approved since its day began. */
  async approvedToday(person: Person): Promise<number> {
    const { timeZone } = await this.#parts.schoolBrief(person.school);
    return this.#parts.queue.countSince(person.school, 'approved', dayAround(timeZone, this.#parts.clock.now()).from);
  }

  /** How much waits on each board of the school; the board with the longest wait first. */
  async waitingBoards(person: Person): Promise<{ board: string; count: number; oldest: number }[]> {
    const boards = new Map<string, { board: string; count: number; oldest: number }>();
    for (const { board, openedAt } of await this.#parts.queue.openOf(person.school)) {
      const known = boards.get(board) ?? { board, count: 0, oldest: openedAt };
      boards.set(board, { board, count: known.count + 1, oldest: Math.min(known.oldest, openedAt) });
    }
    return [...boards.values()].toSorted((one, other) => one.oldest - other.oldest);
  }

  /** How much on these boards waits longer than the school lets it (SG-28). */
  async waitingLong(
    { school }: Person,
    boards: ReadonlySet<string>,
  ): Promise<{ waitsLong: number; waitMinutes: number }> {
    const { queue, directory, clock } = this.#parts;
    const own = await directory.school(school);
    if (own === null) return { waitsLong: 0, waitMinutes: 0 };
    const open = (await queue.openOf(school)).filter(({ board }) => boards.has(board));
    const openedAt = open.map((line) => line.openedAt);
    return { waitsLong: countWaitingLong(openedAt, own, clock.now()), waitMinutes: own.desk.waitMinutes };
  }

  /** Asked once for all: a thousand that wait are a few classes' work. */
  async #tell(
    { board, live, person }: { board: Board; live: LiveBoard; person: Person },
    cases: readonly CaseInPlace[],
  ): Promise<QueueItem[]> {
    const { textChecks, schoolBrief, directory } = this.#parts;
    const view = live.viewFor(person);
    const [check, school, authors] = await Promise.all([
      textChecks.of(person.school),
      schoolBrief(person.school),
      caseAuthors(
        directory,
        [board],
        cases.map(({ author }) => author),
      ),
    ]);
    return cases.map((found) => itemOf({ board, found, view, check, school, author: authors.get(found.author) }));
  }
}
