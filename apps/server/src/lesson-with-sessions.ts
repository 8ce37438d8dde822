import { foundPartnership, signCharter, type GovernEvent } from '@bridgeboard/domain';
import {
  noFactorRule,
  usualDesk,
  usualWords,
  type Board,
  type BoardMode,
  type School,
  type SchoolRules,
} from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import type { NewSession } from './accounts/new-session.ts';
import { openAccounts } from './accounts/open-accounts.ts';
import type { Accounts } from './accounts/open-accounts.ts';
import type { Config } from './config.ts';
import { createRooms } from './create-rooms.ts';
import { deriveKey } from './instance-key.ts';
import { newCode, selectorOf } from './join/class-code.ts';
import { sealText } from './sealed-text.ts';
import { toNobody } from './rooms/fan-out.ts';
import { newId } from './time-and-chance.ts';
import type { World } from './world.ts';

/** Somebody with a session that holds. `cookie` is `name=value`, as a request's `Cookie` header carries it. */
interface PersonWithSession {
  readonly role: 'staff' | 'pupil';
  readonly school: string;
  readonly name: string;
  readonly cookie: string;
  readonly id: string;
}

/** A board with everybody who was let in to it. */
export interface LessonWithSessions {
  readonly board: string;
  readonly schools: readonly string[];
  readonly people: readonly PersonWithSession[];
}

interface Parts {
  readonly config: Config;
  readonly world: World;
  readonly storage: Storage;
}

const marks = ['a', 'b', 'c', 'd'] as const;
/** Most schools that one partnership may have. */
export const mostSchools = marks.length;
const pupilsPerClass = 30;
/** A load is put on at any hour and in every mode. */
const lessonRules: SchoolRules = {
  names: 'pseudonym',
  check: 'after',
  photos: 'with-consent',
  hours: null,
  families: 'published',
  keepMonths: 12,
};
const consent = { photoOnBoard: true, photoToPartner: true, publishWork: false, nicknameOnPublished: false };

/**
 * Makes a board of new schools, with a teacher for each and `pupils` admitted pupils in all, and begins a session for
 * everybody: for programs that put a load on a server and cannot come through doors and picture PINs.
 */
export async function openLessonWithSessions(
  parts: Parts,
  wish: { readonly schools: number; readonly pupils: number; readonly mode: BoardMode },
): Promise<LessonWithSessions> {
  const accounts = await openAccounts(parts.config, parts.storage, parts.world);
  const lesson = new Lesson(parts, accounts);
  const schools = marks.slice(0, wish.schools).map((mark) => lesson.school(mark));
  const teachers: PersonWithSession[] = [];
  for (const school of schools) teachers.push(await lesson.teacher(school));
  const board = await lesson.board(schools, { teacher: teachers[0]?.id ?? '', mode: wish.mode });
  const pupils: PersonWithSession[] = [];
  for (const [at, school] of schools.entries()) {
    const count = Math.floor(wish.pupils / schools.length) + (at < wish.pupils % schools.length ? 1 : 0);
    pupils.push(...(await lesson.pupils(school, { count, board, teacher: teachers[at]?.id ?? '' })));
  }
  // The schools come last, as with the demo: until then the database counts as empty.
  for (const school of schools) await parts.storage.directory.putSchool(school);
  return { board, schools: schools.map(({ id }) => id), people: [...teachers, ...pupils] };
}

/** What makes up a lesson, one step after another. */
class Lesson {
  readonly #parts: Parts;
  readonly #accounts: Accounts;

  constructor(parts: Parts, accounts: Accounts) {
    this.#parts = parts;
    this.#accounts = accounts;
  }

  school(mark: School['mark']): School {
    const name = `School ${mark.toUpperCase()}`;
    const place = { place: mark.toUpperCase(), country: 'GB', timeZone: 'Europe/London' };
    const choices = {
      languages: ['en'],
      rules: lessonRules,
      link: 'good' as const,
      desk: usualDesk,
      words: usualWords,
      trustAfter: null,
      factor: noFactorRule,
      provider: null,
    };
    return { id: this.#newId(), name, shortName: name, ...place, mark, ...choices };
  }

  async teacher(school: School): Promise<PersonWithSession> {
    const [id, password, name] = [this.#newId(), this.#newId(), `Teacher ${school.mark.toUpperCase()}`];
    const email = `${id.toLowerCase()}@teacher.invalid`;
    await this.#accounts.identity.addStaff({ id, name, email, password });
    await this.#parts.storage.directory.putStaff({
      id,
      school: school.id,
      name,
      demo: false,
      roles: ['teacher', 'administrator'],
      endedAt: null,
    });
    const session = await this.#accounts.identity.signIn({ email, password, device: '' });
    if (session === null || 'waits' in session) throw new Error('a teacher who was just added cannot sign in');
    return { role: 'staff', school: school.id, name, cookie: cookieOf(session), id };
  }

  async board(schools: readonly School[], { teacher, mode }: { teacher: string; mode: BoardMode }): Promise<string> {
    const { storage, world } = this.#parts;
    const now = world.clock.now();
    const ids = schools.map(({ id }) => id);
    const partnership = ids.reduce(
      (founded, school) => signCharter(founded, { by: { school, person: teacher }, rules: lessonRules, now }),
      foundPartnership({ id: this.#newId(), title: 'Board under load', createdAt: now }),
    );
    await storage.directory.putPartnership(partnership);
    const facts = { title: 'Board under load', partnership: partnership.id, schools: ids, host: ids[0] ?? '' };
    const times = { createdAt: now, changedAt: now, doorOpenUntil: 0 };
    const board: Board = { id: this.#newId(), ...facts, createdBy: teacher, ...times };
    const rooms = createRooms({ ...world, storage, fanOut: toNobody });
    await rooms.boards.found(board);
    await storage.catalogue.create(board);
    const room = await rooms.boards.room(board.id);
    // By the board itself, as whoever runs the server would: to `open` no single school can turn.
    const set = (event: GovernEvent): ReturnType<typeof room.govern> => room.govern({ by: null, event });
    if (mode === 'open') await set({ kind: 'allow-open', allowed: true });
    for (const school of ids) {
      const refusal = mode === 'held' ? null : await set({ kind: 'set-mode', school, mode });
      if (refusal !== null) throw new Error(`the mode ${mode} is refused: ${refusal.refused}`);
    }
    await rooms.close();
    return board.id;
  }

  async pupils(
    school: School,
    { count, board, teacher }: { count: number; board: string; teacher: string },
  ): Promise<PersonWithSession[]> {
    const { storage, world } = this.#parts;
    const people: PersonWithSession[] = [];
    let classId = '';
    const createdDay = new Date(world.clock.now()).toISOString().slice(0, 10);
    for (let nth = 0; nth < count; nth += 1) {
      if (nth % pupilsPerClass === 0) classId = await this.#schoolClass(school, 1 + nth / pupilsPerClass);
      const [id, nickname] = [this.#newId(), `Pupil ${school.mark.toUpperCase()}${nth + 1}`];
      await storage.directory.putPupil({ id, nickname, classId, pinHash: null, consent, createdDay });
      await storage.catalogue.admit({ board, pupil: id, school: school.id, by: teacher, at: world.clock.now() });
      const cookie = cookieOf(await this.#accounts.identity.openPupilSession(id));
      people.push({ role: 'pupil', school: school.id, name: nickname, cookie, id });
    }
    return people;
  }

  async #schoolClass(school: School, nth: number): Promise<string> {
    const { storage, world } = this.#parts;
    const id = this.#newId();
    const code = newCode(world.random);
    const key = deriveKey(this.#accounts.instanceKey, 'class-codes');
    const codes = {
      codeSelector: selectorOf(code),
      codeSealed: sealText(code, { key, of: id, random: world.random }),
    };
    const usual = { pin: 'pictures', ages: '8-11' } as const;
    await storage.directory.putClass({ id, school: school.id, name: `Class ${nth}`, ...usual, ...codes });
    return id;
  }

  #newId(): string {
    return newId(this.#parts.world.random);
  }
}

function cookieOf({ setCookies }: NewSession): string {
  return setCookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
}
