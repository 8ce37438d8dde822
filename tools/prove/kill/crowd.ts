import { join } from 'node:path';

import { Dice } from '@bridgeboard/testkit';

import type { LessonWithSessions } from '../../../apps/server/src/lesson-with-sessions.ts';
import { Diary, readDiary } from './diary.ts';
import type { BoardCase } from './board-case.ts';
import { Pupil } from './pupil.ts';
import { Teacher } from './teacher.ts';

interface CrowdParts {
  readonly lessons: readonly LessonWithSessions[];
  /** Where diaries are kept. */
  readonly folder: string;
  /** Where the server of the nth person of a lesson is now. */
  readonly url: (nth: number) => string;
  readonly seed: number;
}

interface Drawing {
  readonly lesson: LessonWithSessions;
  readonly person: LessonWithSessions['people'][number];
  readonly client: string;
  readonly pupil: Pupil;
}

/** Everybody of some lessons at work, each with a diary. */
export class Crowd {
  readonly #folder: string;
  readonly #lessons: readonly LessonWithSessions[];
  readonly #pupils: Drawing[] = [];
  readonly #teachers: Teacher[] = [];

  constructor({ lessons, folder, url, seed }: CrowdParts) {
    this.#folder = folder;
    this.#lessons = lessons;
    lessons.forEach((lesson, at) => {
      const { board } = lesson;
      lesson.people.forEach((person, nth) => {
        const dice = new Dice(seed + at * 1_000 + nth);
        const common = { url: () => url(nth), board, cookie: person.cookie, diary: this.#diary(person.id), dice };
        if (person.role === 'pupil') {
          const client = `prove-${at}-${nth}-`.padEnd(16, 'x');
          this.#pupils.push({ lesson, person, client, pupil: new Pupil({ ...common, client }) });
        } else {
          this.#teachers.push(new Teacher({ ...common, records: () => this.#recordsOf(lesson, person.school) }));
        }
      });
    });
  }

  get answered(): number {
    return this.answers().reduce((sum, answers) => sum + answers, 0);
  }

  /** Acts of staff that were answered as done. */
  get acted(): number {
    return this.#teachers.reduce((sum, { done }) => sum + done, 0);
  }

  /** Codes with which edits were put off so far. */
  codes(): ReadonlySet<string> {
    return new Set(this.#pupils.flatMap(({ pupil }) => [...pupil.codes]));
  }

  /** How many answers each pupil has. */
  answers(): number[] {
    return this.#pupils.map(({ pupil }) => pupil.answered);
  }

  /** Resolves when all have been told to stop and have their answers. Rejects where the server has forgotten something. */
  async live(): Promise<void> {
    await Promise.all([...this.#pupils.map(({ pupil }) => pupil.live()), ...this.#teachers.map((one) => one.live())]);
  }

  stop(): void {
    for (const { pupil } of this.#pupils) pupil.stop();
    for (const teacher of this.#teachers) teacher.stop();
  }

  /** Everybody stops at once, whatever they wait for. */
  giveUp(): void {
    this.stop();
    for (const { pupil } of this.#pupils) pupil.giveUp();
  }

  /** What the diaries say of each lesson. */
  stories(): Pick<BoardCase, 'board' | 'schools' | 'pupils' | 'teachers'>[] {
    return this.#lessons.map((lesson) => {
      const pupils = this.#pupils
        .filter((each) => each.lesson === lesson)
        .map(({ client, person }) => [client, { person: person.id, story: this.#read(person.id) }] as const);
      const teachers = lesson.people
        .filter(({ role }) => role === 'staff')
        .map(({ id }) => [id, this.#read(id)] as const);
      return { board: lesson.board, schools: lesson.schools, pupils: new Map(pupils), teachers: new Map(teachers) };
    });
  }

  #recordsOf(lesson: LessonWithSessions, school: string): readonly string[] {
    return this.#pupils
      .filter((each) => each.lesson === lesson && each.person.school === school)
      .flatMap(({ pupil }) => pupil.drawing.records);
  }

  #diary(person: string): Diary {
    return new Diary(this.#fileOf(person));
  }

  #read(person: string): ReturnType<typeof readDiary> {
    return readDiary(this.#fileOf(person));
  }

  #fileOf(person: string): string {
    return join(this.#folder, `${person}.jsonl`);
  }
}
