import { codeAlphabet, pinPictures } from '@bridgeboard/protocol';
import type { Board, Pupil, School, SchoolClass } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import type { Person } from '../rooms/live-board.ts';
import { newId, pickNumber } from '../time-and-chance.ts';
import type { Clock, Random } from '../time-and-chance.ts';
import { demoPartnership } from './demo-charter.ts';
import { demoConsent, demoSchools } from './demo-people.ts';
import type { DemoSchool } from './demo-people.ts';
import { writeDemoSecrets } from './demo-secrets.ts';
import type { DemoSecrets } from './demo-secrets.ts';
import { demoBoardTitle, demoPieces } from './drawing/demo-pieces.ts';
import type { DemoPiece } from './drawing/demo-piece.ts';
import { LessonSeeder } from './seed-board.ts';
import type { SeedableBoard } from './seed-board.ts';

interface DemoParts {
  readonly storage: Pick<Storage, 'catalogue' | 'directory'>;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly random: Random;
  /** Keeps a teacher's address and password. */
  readonly addStaff: (staff: { id: string; name: string; email: string; password: string }) => Promise<void>;
  readonly newClassCode: (classId: string) => { code: string; selector: string; sealed: string };
  readonly hashPin: (pin: readonly number[], classmates: readonly Pupil[]) => Promise<string>;
  /** Boards whose acts happen at a time that can be set. */
  readonly rooms: {
    found(board: Board): Promise<void>;
    open(id: string): Promise<SeedableBoard>;
    setTime(at: number): void;
    close(): Promise<void>;
  };
}

/** A school of the demo as it is being put there. */
interface Cast {
  readonly plan: DemoSchool;
  readonly school: School;
  readonly schoolClass: SchoolClass;
  readonly teacher: Person;
  readonly pupils: readonly { readonly person: Person; readonly pin: readonly number[] }[];
  readonly secrets: { readonly password: string; readonly code: string };
}

const passwordLength = 14;
const createdMinutesAgo = 100;

function newPassword(random: Random): string {
  const letters = Array.from({ length: passwordLength }, () =>
    codeAlphabet.charAt(pickNumber(random, codeAlphabet.length)),
  );
  return letters.join('').toLowerCase();
}

function invite(plan: DemoSchool, { random, newClassCode }: DemoParts): Cast {
  const school = { id: newId(random), ...plan.school };
  const classId = newId(random);
  const { code, selector, sealed } = newClassCode(classId);
  const person = (name: string, role: Person['role']): Person => ({ id: newId(random), name, role, school: school.id });
  return {
    plan,
    school,
    schoolClass: {
      id: classId,
      school: school.id,
      name: plan.className,
      codeSelector: selector,
      codeSealed: sealed,
      pin: 'pictures',
      ages: '8-11',
    },
    teacher: person(plan.staff.name, 'staff'),
    pupils: plan.pupils.map((name) => ({
      person: person(name, 'pupil'),
      pin: Array.from({ length: 4 }, () => pickNumber(random, pinPictures.length)),
    })),
    secrets: { password: newPassword(random), code },
  };
}

function secretsOf(casts: readonly Cast[], done: boolean): DemoSecrets {
  return {
    schools: casts.map(({ school }) => school.id),
    done,
    staff: casts.map(({ school, plan, secrets }) => ({
      school: school.name,
      ...plan.staff,
      password: secrets.password,
    })),
    classes: casts.map(({ school, plan, pupils, secrets }) => ({
      school: school.name,
      name: plan.className,
      code: secrets.code,
      pupils: pupils.map(({ person, pin }) => ({ name: person.name, pin: [...pin] })),
    })),
  };
}

async function settle({ plan, schoolClass, teacher, pupils, secrets }: Cast, parts: DemoParts): Promise<void> {
  const { directory } = parts.storage;
  const { id, name, school } = teacher;
  await parts.addStaff({ id, name, email: plan.staff.email, password: secrets.password });
  await directory.putStaff({
    id,
    school,
    name,
    demo: true,
    roles: ['teacher', 'administrator', 'lead'],
    endedAt: null,
  });
  await directory.putClass(schoolClass);
  const createdDay = new Date(parts.clock.now()).toISOString().slice(0, 10);
  const classmates: Pupil[] = [];
  for (const { person, pin } of pupils) {
    const pupil: Pupil = {
      id: person.id,
      nickname: person.name,
      classId: schoolClass.id,
      pinHash: await parts.hashPin(pin, classmates),
      consent: demoConsent,
      createdDay,
    };
    classmates.push(pupil);
    await directory.putPupil(pupil);
  }
}

function castOf(casts: readonly Cast[], piece: DemoPiece): Cast {
  const cast = casts.find(({ plan }) => plan.key === piece.by.school);
  if (cast === undefined) throw new Error(`the demo has no school called ${piece.by.school}`);
  return cast;
}

function personOf(casts: readonly Cast[], piece: DemoPiece): Person {
  const { teacher, pupils } = castOf(casts, piece);
  const person = [teacher, ...pupils.map((pupil) => pupil.person)].find(({ name }) => name === piece.by.person);
  if (person === undefined) throw new Error(`the demo has nobody called ${piece.by.person}`);
  return person;
}

async function holdLesson(casts: readonly [Cast, Cast], partnership: string, parts: DemoParts): Promise<void> {
  const { storage, rooms, clock, random } = parts;
  const now = clock.now();
  const createdAt = now - createdMinutesAgo * 60_000;
  const [host] = casts;
  const schools = casts.map(({ school }) => school.id);
  const facts = { title: demoBoardTitle, partnership, schools, host: host.school.id, createdBy: host.teacher.id };
  const board: Board = { id: newId(random), ...facts, createdAt, changedAt: createdAt, doorOpenUntil: 0 };
  rooms.setTime(createdAt);
  await rooms.found(board);
  await storage.catalogue.create(board);
  for (const { teacher, pupils } of casts) {
    for (const { person } of pupils) {
      const admission = { board: board.id, pupil: person.id, school: person.school, by: teacher.id, at: createdAt };
      await storage.catalogue.admit(admission);
    }
  }
  const seeder = new LessonSeeder({
    board: await rooms.open(board.id),
    random,
    setTime: (at) => rooms.setTime(at),
    personOf: (piece) => personOf(casts, piece),
    teacherOf: (piece) => castOf(casts, piece).teacher,
  });
  await seeder.play(demoPieces(), now);
  await rooms.close();
  await storage.catalogue.update(board.id, { changedAt: now });
}

/**
 * Fills an empty database with a partnership of two schools and one lived-in board, by the same edits and decisions that
 * people make. The schools come last: until they are there the database counts as empty, so that a start that was cut
 * off begins anew.
 */
export async function seedDemo(parts: DemoParts): Promise<DemoSecrets> {
  const { directory } = parts.storage;
  const [first, second] = demoSchools;
  const casts = [invite(first, parts), invite(second, parts)] as const;
  await writeDemoSecrets(parts.dataDir, secretsOf(casts, false));
  for (const cast of casts) await settle(cast, parts);
  const signer = ({ teacher }: Cast): { school: string; person: string } => ({
    school: teacher.school,
    person: teacher.id,
  });
  const partnership = demoPartnership({
    id: newId(parts.random),
    title: casts.map(({ school }) => school.name).join(' · '),
    signers: [signer(casts[0]), signer(casts[1])],
    proposal: newId(parts.random),
    now: parts.clock.now(),
  });
  await directory.putPartnership(partnership);
  await holdLesson(casts, partnership.id, parts);
  for (const { school } of casts) await directory.putSchool(school);
  const secrets = secretsOf(casts, true);
  await writeDemoSecrets(parts.dataDir, secrets);
  return secrets;
}
