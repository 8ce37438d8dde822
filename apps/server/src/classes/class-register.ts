import { checkNickname, classLimits, sameNickname, tidyNickname } from '@bridgeboard/domain';
import type { ClassLine, ClassView, Consent, Pupil, SchoolClass } from '@bridgeboard/protocol';
import type { Directory, ErasureList } from '@bridgeboard/storage';
import pLimit from 'p-limit';

import { Refused, found } from '../http/refusal.ts';
import type { Person } from '../rooms/live-board.ts';
import { newId } from '../time-and-chance.ts';
import type { Clock, Random } from '../time-and-chance.ts';

/** A class code as it is kept. */
type KeptCode = Pick<SchoolClass, 'codeSelector' | 'codeSealed'>;

interface ClassParts {
  readonly directory: Directory;
  readonly erasures: ErasureList;
  readonly clock: Clock;
  readonly random: Random;
  readonly newCode: (classId: string) => KeptCode;
  /** A class's code as people read it. */
  readonly codeOf: (schoolClass: SchoolClass) => string;
  /** Ends all of a pupil's sessions, with their sockets. */
  readonly endSessions: (pupil: string) => Promise<void>;
  /** Tells boards that are open what a pupil is called now. */
  readonly renamed: (pupil: string, name: string) => void;
  /** Takes a pupil off the boards that are open, or puts them back. */
  readonly suspended: (pupil: string, isSuspended: boolean) => Promise<void>;
}

/** What is said of a class; what is left out stays as it is, or is as usual. */
type ClassWish = { readonly [Part in 'name' | 'pin' | 'ages']?: SchoolClass[Part] | undefined };

/** What families of these pupils consent to, or no longer do. */
interface ConsentWish {
  readonly pupils: readonly string[];
  readonly kind: keyof Consent;
  readonly given: boolean;
}

/** Nothing is shown of anybody until their school has said so (SG-18). */
const noConsent: Consent = {
  photoOnBoard: false,
  photoToPartner: false,
  publishWork: false,
  nicknameOnPublished: false,
};

/** The classes of each school and who is in them. Other schools' classes answer like those that never were. */
export class ClassRegister {
  readonly #parts: ClassParts;
  /** One change at a time: two teachers who paste the same list must not both find the names free. */
  readonly #inTurn = pLimit(1);

  constructor(parts: ClassParts) {
    this.#parts = parts;
  }

  async linesFor({ school }: Person): Promise<ClassLine[]> {
    const { directory } = this.#parts;
    const classes = (await directory.classesOf(school)).toSorted((a, b) => a.name.localeCompare(b.name));
    return Promise.all(
      classes.map(async ({ id, name, pin }) => ({ id, name, pin, pupils: (await directory.pupilsOf(id)).length })),
    );
  }

  /** The class if it is of this person's school. Throws `Refused` NOT_FOUND. */
  async own(person: Person, id: string): Promise<SchoolClass> {
    const schoolClass = await this.#parts.directory.schoolClass(id);
    return found(schoolClass?.school === person.school ? schoolClass : null);
  }

  async view(person: Person, id: string): Promise<ClassView> {
    const schoolClass = await this.own(person, id);
    const pupils = await this.#parts.directory.pupilsOf(id);
    return {
      id,
      name: schoolClass.name,
      pin: schoolClass.pin,
      ages: schoolClass.ages,
      code: this.#parts.codeOf(schoolClass),
      pupils: pupils
        .toSorted((one, other) => one.nickname.localeCompare(other.nickname))
        .map((pupil) => ({
          id: pupil.id,
          name: pupil.nickname,
          hasPin: pupil.pinHash !== null,
          suspended: pupil.suspendedAt !== undefined,
          consent: pupil.consent,
        })),
    };
  }

  make({ school }: Person, wish: ClassWish & { name: string }): Promise<string> {
    return this.#inTurn(async () => {
      const { directory, newCode, random } = this.#parts;
      const classes = await directory.classesOf(school);
      if (classes.length >= classLimits.classesPerSchool) throw new Refused('CLASSES_FULL');
      checkClassName(wish.name, classes);
      const id = newId(random);
      const { name, pin = 'pictures', ages = '8-11' } = wish;
      await directory.putClass({ id, school, name, pin, ages, ...newCode(id) });
      return id;
    });
  }

  change(person: Person, id: string, wish: ClassWish): Promise<void> {
    return this.#inTurn(async () => {
      const known = await this.own(person, id);
      const { name = known.name, pin = known.pin, ages = known.ages } = wish;
      const others = (await this.#parts.directory.classesOf(person.school)).filter((each) => each.id !== id);
      if (name !== known.name) checkClassName(name, others);
      await this.#parts.directory.putClass({ ...known, name, pin, ages });
    });
  }

  /** The old code opens nothing from here on: a code is looked up each time it is shown. */
  rotateCode(person: Person, id: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#parts.directory.putClass({ ...(await this.own(person, id)), ...this.#parts.newCode(id) });
    });
  }

  /** All of them or none: a teacher who pressed "Add 27 pupils" must not have to find out which 26 there are. */
  add(person: Person, id: string, typed: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      const { directory, clock, random } = this.#parts;
      await this.own(person, id);
      const taken = (await directory.pupilsOf(id)).map(({ nickname }) => nickname);
      for (const each of typed) taken.push(checkName(each, taken));
      if (taken.length > classLimits.pupilsPerClass) throw new Refused('CLASS_FULL');
      const createdDay = new Date(clock.now()).toISOString().slice(0, 10);
      for (const nickname of taken.slice(-typed.length)) {
        const facts = { pinHash: null, consent: noConsent, createdDay };
        await directory.putPupil({ id: newId(random), nickname, classId: id, ...facts });
      }
    });
  }

  rename(person: Person, at: { class: string; pupil: string }, typed: string): Promise<void> {
    return this.#inTurn(async () => {
      const { directory, renamed } = this.#parts;
      const pupil = await this.pupil(person, at);
      const others = (await directory.pupilsOf(at.class)).filter(({ id }) => id !== pupil.id);
      const nickname = checkName(
        typed,
        others.map((other) => other.nickname),
      );
      await directory.putPupil({ ...pupil, nickname });
      renamed(pupil.id, nickname);
    });
  }

  /** All of them or none: somebody who is not of this class is NOT_FOUND. Whoever asks from then on is answered by what holds now. */
  noteConsent(person: Person, id: string, wish: ConsentWish): Promise<void> {
    return this.#inTurn(async () => {
      const pupils = await Promise.all(wish.pupils.map((pupil) => this.pupil(person, { class: id, pupil })));
      for (const pupil of pupils) {
        const consent = { ...pupil.consent, [wish.kind]: wish.given };
        await this.#parts.directory.putPupil({ ...pupil, consent });
      }
    });
  }

  /** Sessions end after the PIN is gone, so that nobody comes in again by the old one in between. */
  forgetPin(person: Person, at: { class: string; pupil: string }): Promise<void> {
    return this.#inTurn(async () => {
      const pupil = await this.pupil(person, at);
      await this.#parts.directory.putPupil({ ...pupil, pinHash: null });
      await this.#parts.endSessions(pupil.id);
    });
  }

  /** Asks for the erasure first: cut off after that, it is carried out all the same (ER5). */
  remove(person: Person, at: { class: string; pupil: string }): Promise<void> {
    return this.#inTurn(async () => this.#erase((await this.pupil(person, at)).id));
  }

  /**
   * Deletes a class with all its pupils, and answers who they were. The code goes first: cut off after that, nobody comes in any more,
   * and who is left can be deleted again. CHANGED where the class is not called so.
   */
  removeClass(person: Person, id: string, name: string): Promise<string[]> {
    return this.#inTurn(async () => {
      const { directory, newCode } = this.#parts;
      const known = await this.own(person, id);
      if (known.name !== name) throw new Refused('CHANGED');
      await directory.putClass({ ...known, ...newCode(id) });
      const pupils = (await directory.pupilsOf(id)).map((pupil) => pupil.id);
      for (const pupil of pupils) await this.#erase(pupil);
      await directory.removeClass(id);
      return pupils;
    });
  }

  /**
   * Keeps a pupil off all boards of the instance, or lets them come again. Kept first, so that nobody comes in between; whoever
   * opens a board after that finds it there. Throws `Refused` NOT_FOUND for another school's pupil.
   */
  suspend(person: Person, pupilId: string, isSuspended: boolean): Promise<void> {
    return this.#inTurn(async () => {
      const { directory, clock, suspended, endSessions } = this.#parts;
      const { suspendedAt, ...pupil } = found(await directory.pupil(pupilId));
      await this.own(person, pupil.classId);
      await directory.putPupil(isSuspended ? { ...pupil, suspendedAt: suspendedAt ?? clock.now() } : pupil);
      await suspended(pupil.id, isSuspended);
      if (isSuspended) await endSessions(pupil.id);
    });
  }

  /** The same of a pupil in a class; one of another class is none. */
  async suspendIn(person: Person, at: { class: string; pupil: string }, isSuspended: boolean): Promise<void> {
    const { id } = await this.pupil(person, at);
    await this.suspend(person, id, isSuspended);
  }

  async #erase(id: string): Promise<void> {
    const { directory, erasures, clock, endSessions } = this.#parts;
    await erasures.put({ id, kind: 'person', askedAt: clock.now(), doneAt: null });
    await directory.removePupil(id);
    await endSessions(id);
  }

  /** A pupil of the own school. Throws `Refused` NOT_FOUND. */
  async pupil(person: Person, at: { class: string; pupil: string }): Promise<Pupil> {
    await this.own(person, at.class);
    const pupil = await this.#parts.directory.pupil(at.pupil);
    return found(pupil?.classId === at.class ? pupil : null);
  }
}

/** The name as it is kept. Throws `Refused` with what is wrong with it. */
function checkName(typed: string, taken: readonly string[]): string {
  const name = tidyNickname(typed);
  const wrong = checkNickname(name);
  if (wrong !== null) throw new Refused(wrong);
  if (taken.some((other) => sameNickname(other, name))) throw new Refused('NAME_TAKEN');
  return name;
}

/** Teachers open doors and print cards by a class's name, so no two of a school have the same. */
function checkClassName(name: string, others: readonly SchoolClass[]): void {
  if (others.some((other) => sameNickname(other.name, name))) throw new Refused('NAME_TAKEN');
}
