import {
  partnership,
  pupil,
  school,
  schoolClass,
  staffMember,
  type Partnership,
  type Pupil,
  type School,
  type SchoolClass,
  type StaffMember,
} from '@bridgeboard/protocol';
import type { Directory } from '../ports/directory.ts';
import { JsonRows } from './json-rows.ts';
import type { MemoryLife } from './memory-life.ts';

/** Schools and people in this process's memory. */
export class MemoryDirectory implements Directory {
  readonly #life: MemoryLife;
  readonly #schools = new JsonRows<School>({ name: 'school', schema: school });
  readonly #partnerships = new JsonRows<Partnership>({ name: 'partnership', schema: partnership });
  readonly #staff = new JsonRows<StaffMember>({ name: 'staff', schema: staffMember });
  readonly #classes = new JsonRows<SchoolClass>({ name: 'class', schema: schoolClass });
  readonly #pupils = new JsonRows<Pupil>({ name: 'pupil', schema: pupil });

  constructor({ life }: { life: MemoryLife }) {
    this.#life = life;
  }

  putSchool(value: School): Promise<void> {
    return this.#life.use(() => this.#schools.put(value));
  }

  school(id: string): Promise<School | null> {
    return this.#life.use(() => this.#schools.get(id));
  }

  schools(): Promise<School[]> {
    return this.#life.use(() => this.#schools.list(() => true));
  }

  putPartnership(value: Partnership): Promise<void> {
    return this.#life.use(() => this.#partnerships.put(value));
  }

  partnership(id: string): Promise<Partnership | null> {
    return this.#life.use(() => this.#partnerships.get(id));
  }

  changePartnership(next: Partnership): Promise<boolean> {
    return this.#life.use(() => {
      if (this.#partnerships.get(next.id)?.version !== next.version - 1) return false;
      this.#partnerships.put(next);
      return true;
    });
  }

  partnershipsOf(of: string): Promise<Partnership[]> {
    return this.#life.use(() => this.#partnerships.list((value) => value.schools.includes(of)));
  }

  putStaff(member: StaffMember): Promise<void> {
    return this.#life.use(() => this.#staff.put(member));
  }

  staff(id: string): Promise<StaffMember | null> {
    return this.#life.use(() => this.#staff.get(id));
  }

  staffOf(of: string): Promise<StaffMember[]> {
    return this.#life.use(() => this.#staff.list((member) => member.school === of));
  }

  putClass(value: SchoolClass): Promise<void> {
    return this.#life.use(() => this.#classes.put(value));
  }

  schoolClass(id: string): Promise<SchoolClass | null> {
    return this.#life.use(() => this.#classes.get(id));
  }

  classesOf(of: string): Promise<SchoolClass[]> {
    return this.#life.use(() => this.#classes.list((value) => value.school === of));
  }

  classesByCode(selector: string): Promise<SchoolClass[]> {
    return this.#life.use(() => this.#classes.list((value) => value.codeSelector === selector));
  }

  putPupil(value: Pupil): Promise<void> {
    return this.#life.use(() => this.#pupils.put(value));
  }

  pupil(id: string): Promise<Pupil | null> {
    return this.#life.use(() => this.#pupils.get(id));
  }

  pupilsOf(classId: string): Promise<Pupil[]> {
    return this.#life.use(() => this.#pupils.list((value) => value.classId === classId));
  }

  removeClass(id: string): Promise<void> {
    return this.#life.use(() => this.#classes.remove(id));
  }

  removePupil(id: string): Promise<void> {
    return this.#life.use(() => this.#pupils.remove(id));
  }
}
