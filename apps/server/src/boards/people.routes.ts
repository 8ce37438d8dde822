import { getMembers, getPeople, postLevel, postMembers, postStaffPage } from '@bridgeboard/protocol';
import type { GovernEvent } from '@bridgeboard/domain';
import type { BoardCatalogue, Directory } from '@bridgeboard/storage';

import type { CharterOf } from '../charter-of.ts';
import type { Api } from '../http/call.ts';
import { found, Refused } from '../http/refusal.ts';
import type { LiveBoard, LiveBoards, Person } from '../rooms/live-board.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import { BoardMemberList } from './members.service.ts';
import { BoardPeoplePage } from './people.service.ts';
import { govern } from './rules.routes.ts';

interface PeopleRoutes {
  readonly boards: LiveBoards;
  readonly directory: Directory;
  readonly catalogue: BoardCatalogue;
  readonly schoolBrief: SchoolBriefs;
  readonly charterOf: CharterOf;
}

/** People and permissions of a board: how it stands, and what pupils and pages are allowed. */
export function mountPeople(api: Api, parts: PeopleRoutes): void {
  const { boards, directory } = parts;
  const people = new BoardPeoplePage(parts);
  const members = new BoardMemberList(parts);
  const levelOfClass = createClassLevels(directory);

  api.on(getPeople, async ({ session, board }) => people.seenBy(session.person, board));

  api.on(getMembers, async ({ session, board }) => members.seenBy(session.person, board));

  api.on(postMembers, async ({ session: { person }, board, body }) => {
    await members.set(person, board, body);
    return members.seenBy(person, board);
  });

  api.on(postLevel, async (call) => {
    const board = await boards.open(call.board.id);
    const { person } = call.session;
    const { whom, level } = call.body;
    if ('class' in whom) return govern(board, person, [await levelOfClass(person, { class: whom.class, level })]);
    if ('school' in whom) return govern(board, person, [{ kind: 'set-level', school: person.school, level }]);
    return govern(board, person, [{ kind: 'change-member', person: pupilOf(board, whom.author), level }]);
  });

  api.on(postStaffPage, async (call) => {
    const { page, staffOnly } = call.body;
    return govern(await boards.open(call.board.id), call.session.person, [
      { kind: 'staff-page', page, isOn: staffOnly },
    ]);
  });
}

function pupilOf(board: LiveBoard, author: string): string {
  return found(board.personOf(author));
}

type ClassLevel = Extract<GovernEvent, { kind: 'set-class-level' }>;

/** A class of the own school; any other answers as one that is none. */
function createClassLevels(directory: PeopleRoutes['directory']) {
  return async (by: Person, wish: Pick<ClassLevel, 'class' | 'level'>): Promise<ClassLevel> => {
    const own = await directory.classesOf(by.school);
    if (!own.some(({ id }) => id === wish.class)) throw new Refused('NOT_FOUND');
    const pupils = (await directory.pupilsOf(wish.class)).map(({ id }) => id);
    return { kind: 'set-class-level', school: by.school, ...wish, pupils };
  };
}
