import { dayAround } from '@bridgeboard/domain';
import { textOf } from '@bridgeboard/picture';
import {
  isRemarkId,
  reactionSigns,
  type Board,
  type BoardRecord,
  type QueueItem,
  type Remark,
  type ViewItem,
} from '@bridgeboard/protocol';
import type { Directory, QueueIndex } from '@bridgeboard/storage';

import { excerptOf, excerptWithFinds } from './case-excerpt.ts';
import type { CaseInPlace, LiveBoards, Person } from '../rooms/live-board.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import type { TextChecks } from '../text-checks.ts';
import type { Clock } from '../time-and-chance.ts';

interface QueueParts {
  readonly boards: LiveBoards;
  readonly directory: Directory;
  readonly queue: QueueIndex;
  readonly schoolBrief: SchoolBriefs;
  readonly textChecks: TextChecks;
  readonly clock: Clock;
}

const kinds: Readonly<Record<string, QueueItem['kind']>> = { note: 'note', text: 'text', image: 'picture' };

function kindOf(shapes: readonly BoardRecord[]): QueueItem['kind'] {
  const found = new Set(shapes.map((shape) => kinds[String(shape['type'])] ?? 'drawing'));
  return found.size === 1 ? ([...found][0] ?? 'mixed') : 'mixed';
}

/** CO10: what is said in a case, with the piece that each is about. */
function remarksOf(records: readonly BoardRecord[], view: ReadonlyMap<string, ViewItem>): Remark[] {
  return records.flatMap((record): Remark[] => {
    const { about, text, sign } = record;
    if (!isRemarkId(record.id)) return [];
    const piece = view.get(String(about))?.record;
    const given = reactionSigns.find((known) => known === sign) ?? null;
    return [
      { text: typeof text === 'string' ? text : null, sign: given, about: excerptOf(piece ? [textOf(piece)] : []) },
    ];
  });
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
    const view = live.viewFor(person);
    const isBack = (found: CaseInPlace): boolean => found.case.status === 'returned';
    const cases = live.openCases(person.school).toSorted((one, other) => Number(isBack(one)) - Number(isBack(other)));
    const { textChecks, schoolBrief } = this.#parts;
    // Asked once for all: a thousand that wait are a few classes' work.
    const [check, school] = await Promise.all([textChecks.of(person.school), schoolBrief(person.school)]);
    const authors = await this.#authorsOf(cases);
    return cases.map((found) => itemOf({ board, found, view, check, school, author: authors.get(found.author) }));
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

  /** What staff of their school call the authors of these cases, by person. */
  async #authorsOf(cases: readonly CaseInPlace[]): Promise<Map<string, CaseAuthor>> {
    const { directory } = this.#parts;
    const people = [...new Set(cases.map(({ author }) => author))];
    const known = await Promise.all(
      people.map(async (id): Promise<[string, CaseAuthor]> => {
        const pupil = await directory.pupil(id);
        const schoolClass = pupil && (await directory.schoolClass(pupil.classId));
        return [id, { author: pupil?.nickname ?? '', className: schoolClass?.name ?? '' }];
      }),
    );
    return new Map(known);
  }
}

type CaseAuthor = Pick<QueueItem, 'author' | 'className'>;

interface CaseFacts {
  readonly board: Board;
  readonly found: CaseInPlace;
  readonly view: ReadonlyMap<string, ViewItem>;
  readonly check: Awaited<ReturnType<TextChecks['of']>>;
  readonly school: QueueItem['school'];
  readonly author: CaseAuthor | undefined;
}

function itemOf({ board, found, view, check, school, author }: CaseFacts): QueueItem {
  const records = found.case.records.flatMap((id) => view.get(id)?.record ?? []);
  const shapes = records.filter(({ typeName }) => typeName === 'shape');
  const remarks = remarksOf(records, view);
  const { id, status, openedAt, changedAt, hash = '', note } = found.case;
  return {
    case: id,
    board: board.id,
    boardTitle: board.title,
    author: author?.author ?? '',
    className: author?.className ?? '',
    school,
    kind: shapes.length === 0 && remarks.length > 0 ? 'text' : kindOf(shapes),
    marks: shapes.length + remarks.length,
    ...excerptWithFinds([...shapes.map(textOf), ...remarks.map(({ text }) => text ?? '')], check),
    remarks,
    status,
    openedAt,
    changedAt,
    hash,
    ...(note === undefined ? {} : { note }),
    changesApproved: found.changesApproved,
  };
}
