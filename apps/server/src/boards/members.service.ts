import { takesPart } from '@bridgeboard/domain';
import type { Board, BoardMembers, Pupil, SchoolClass, SchoolMembers } from '@bridgeboard/protocol';
import type { BoardCatalogue, Directory } from '@bridgeboard/storage';
import pLimit from 'p-limit';

import { found, Refused } from '../http/refusal.ts';
import type { LiveBoards, Person } from '../rooms/live-board.ts';
import type { SchoolBriefs } from '../school-briefs.ts';

export interface MembersParts {
  readonly boards: LiveBoards;
  readonly catalogue: BoardCatalogue;
  readonly directory: Directory;
  readonly schoolBrief: SchoolBriefs;
}

/** Whole classes, null for all that there are and will be, and single pupils of others. */
interface MembersWish {
  readonly classes: readonly string[] | null;
  readonly pupils: readonly string[];
}

type OwnClass = SchoolClass & { readonly members: readonly Pupil[] };

/** Which pupils of each school a board is for (BP11). */
export class BoardMemberList {
  readonly #parts: MembersParts;
  /** The lists of all schools stand in one fact of the board: two that are set at once must not undo each other. */
  readonly #inTurn = pLimit(1);

  constructor(parts: MembersParts) {
    this.#parts = parts;
  }

  async seenBy(person: Person, { id }: Board): Promise<BoardMembers> {
    const board = found(await this.#parts.catalogue.board(id));
    const { school } = person;
    const classes = await this.#classesOf(school);
    return {
      isWhole: !board.members?.some((one) => one.school === school),
      classes: classes.map((each) => ({
        id: each.id,
        name: each.name,
        takesPart: takesPart(board, { school, classId: each.id }),
        pupils: each.members
          .toSorted((one, other) => one.nickname.localeCompare(other.nickname))
          .map((pupil) => ({
            id: pupil.id,
            name: pupil.nickname,
            takesPart: takesPart(board, { id: pupil.id, school, classId: each.id }),
          })),
      })),
      others: await Promise.all(
        board.schools
          .filter((other) => other !== school)
          .map(async (other) => {
            const list = board.members?.find((one) => one.school === other);
            const counts = { classes: list?.classes.length ?? null, pupils: list?.pupils.length ?? 0 };
            return { school: await this.#parts.schoolBrief(other), ...counts };
          }),
      ),
    };
  }

  /**
   * Sets the list of the own school. Whoever is not on it any more is off the board when this resolves.
   * @throws Refused NOT_FOUND for a class or a pupil that is not the own school's
   */
  async set({ school }: Person, { id }: Board, wish: MembersWish): Promise<void> {
    const { catalogue } = this.#parts;
    const classes = await this.#classesOf(school);
    const own = listOf(classes, { school, wish });
    await this.#inTurn(async () => {
      const others = (found(await catalogue.board(id)).members ?? []).filter((one) => one.school !== school);
      await catalogue.update(id, { members: own === null ? others : [...others, own] });
    });
    const members = own === null ? [] : [own];
    const live = this.#parts.boards.peek(id);
    for (const { id: classId, members: pupils } of classes) {
      const off = pupils.filter((pupil) => !takesPart({ members }, { id: pupil.id, school, classId }));
      for (const pupil of off) live?.end(pupil.id, 'SESSION_ENDED');
    }
  }

  async #classesOf(school: string): Promise<OwnClass[]> {
    const { directory } = this.#parts;
    const classes = (await directory.classesOf(school)).toSorted((one, other) => one.name.localeCompare(other.name));
    return Promise.all(classes.map(async (each) => ({ ...each, members: await directory.pupilsOf(each.id) })));
  }
}

/** What is kept of a wish: nothing for the whole school, and of a class that takes part nobody one by one. */
function listOf(
  own: readonly OwnClass[],
  { school, wish }: { school: string; wish: MembersWish },
): SchoolMembers | null {
  if (wish.classes === null) return null;
  const classes = [...new Set(wish.classes)];
  const classOf = new Map(own.flatMap(({ id, members }) => members.map((pupil) => [pupil.id, id] as const)));
  const isOurs =
    classes.every((id) => own.some((each) => each.id === id)) && wish.pupils.every((id) => classOf.has(id));
  if (!isOurs) throw new Refused('NOT_FOUND');
  const pupils = [...new Set(wish.pupils)].filter((id) => !classes.includes(classOf.get(id) ?? ''));
  return { school, classes, pupils };
}
