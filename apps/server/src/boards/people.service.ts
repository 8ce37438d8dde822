import { takesPart } from '@bridgeboard/domain';
import type { Board, BoardPeople, BoardRules, BoardSchool } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

import type { CharterOf } from '../charter-of.ts';
import { found } from '../http/refusal.ts';
import type { BoardPermissions } from '../rooms/board-permissions.ts';
import type { LiveBoards, Person } from '../rooms/live-board.ts';
import type { SchoolBriefs } from '../school-briefs.ts';

interface Parts {
  readonly boards: LiveBoards;
  readonly directory: Directory;
  readonly schoolBrief: SchoolBriefs;
  readonly charterOf: CharterOf;
}

interface Asked {
  readonly person: Person;
  readonly board: Board;
  readonly stands: BoardPermissions;
}

type Rules = BoardRules['schools'][number];

/** Who may do what on a board, as staff of one of its schools are told it. */
export class BoardPeoplePage {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async seenBy(person: Person, board: Board): Promise<BoardPeople> {
    const live = await this.#parts.boards.open(board.id);
    const stands = live.permissions(person.school);
    const { schools, cursorsOff } = live.rules();
    return {
      title: board.title,
      schools: await Promise.all(schools.map((rules) => this.#school(rules, { person, board, stands }))),
      left: await Promise.all(
        (board.left ?? []).map(async ({ school, at }) => ({ school: await this.#parts.schoolBrief(school), at })),
      ),
      cursorsOff,
      frozen: stands.frozen,
      familiesSee: (await this.#parts.charterOf(board)).families === 'published',
      openAllowed: stands.openAllowed,
      checkedBy: stands.openAllowed ? [] : await this.#checkedBy(board),
      pages: [...stands.pages],
      counts: stands.counts,
    };
  }

  /** CH10: whose rule it is that work is looked at before everybody sees it. */
  async #checkedBy(board: Board): Promise<string[]> {
    const { setBy } = await this.#parts.charterOf(board);
    const schools = await Promise.all(setBy.check.map(this.#parts.schoolBrief));
    return schools.map(({ shortName }) => shortName);
  }

  async #school(rules: Rules, asked: Asked): Promise<BoardSchool> {
    const { school: id, ...holds } = rules;
    const isOwn = id === asked.person.school;
    const { level, frozenBy } = found(asked.stands.levels.get(id) ?? null);
    const near = asked.stands.members.filter(({ school }) => school === id);
    return {
      ...holds,
      school: await this.#parts.schoolBrief(id),
      isOwn,
      staff: await this.#staff(near, isOwn ? asked.person.name : null),
      pupils: near.filter(({ role }) => role === 'pupil').length,
      frozen: frozenBy.length > 0,
      level,
      classes: isOwn ? await this.#classes(asked) : [],
    };
  }

  /** Who has been on the board, and whoever asks. */
  async #staff(near: BoardPermissions['members'], asker: string | null): Promise<string[]> {
    const staff = near.filter(({ role }) => role === 'staff');
    const known = await Promise.all(staff.map(({ person }) => this.#parts.directory.staff(person)));
    const names = known.flatMap((member) => member?.name ?? []);
    return [...new Set(asker === null ? names : [asker, ...names])];
  }

  /** Those of which somebody takes part. */
  async #classes({ person, board, stands }: Asked): Promise<BoardSchool['classes']> {
    const { directory } = this.#parts;
    const members = new Map(stands.members.map((member) => [member.person, member]));
    const { level, classLevels } = found(stands.levels.get(person.school) ?? null);
    const classes = await directory.classesOf(person.school);
    const rows = await Promise.all(
      classes.map(async ({ id, name }) => {
        const all = await directory.pupilsOf(id);
        const inClass = all.filter((pupil) => takesPart(board, { ...pupil, school: person.school }));
        if (inClass.length === 0 && !takesPart(board, { school: person.school, classId: id })) return [];
        const pupils = inClass.flatMap((pupil) => {
          const member = members.get(pupil.id);
          if (!member) return [];
          return [{ author: member.author, name: pupil.nickname, level: member.level, frozen: member.frozen }];
        });
        const byName = pupils.toSorted((one, other) => one.name.localeCompare(other.name));
        return [{ id, name, size: inClass.length, level: classLevels[id] ?? level, pupils: byName }];
      }),
    );
    return rows.flat().toSorted((one, other) => one.name.localeCompare(other.name));
  }
}
