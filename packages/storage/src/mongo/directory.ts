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
import { trusted, type Connection } from 'mongoose';
import type { Directory } from '../ports/directory.ts';
import { classShape, partnershipShape, pupilShape, schoolShape, staffShape } from './directory-shapes.ts';
import { Documents } from './documents.ts';
import type { MongoLife } from './mongo-life.ts';

/** Schools and people in MongoDB. */
export class MongoDirectory implements Directory {
  readonly #life: MongoLife;
  readonly #schools: Documents<School>;
  readonly #partnerships: Documents<Partnership>;
  readonly #staff: Documents<StaffMember>;
  readonly #classes: Documents<SchoolClass>;
  readonly #pupils: Documents<Pupil>;

  constructor({ connection, life }: { connection: Connection; life: MongoLife }) {
    this.#life = life;
    this.#schools = new Documents({ connection, name: 'schools', schema: school, shape: schoolShape });
    this.#partnerships = new Documents({
      connection,
      name: 'partnerships',
      schema: partnership,
      shape: partnershipShape,
    });
    this.#staff = new Documents({ connection, name: 'staff', schema: staffMember, shape: staffShape });
    this.#classes = new Documents({ connection, name: 'classes', schema: schoolClass, shape: classShape });
    this.#pupils = new Documents({ connection, name: 'pupils', schema: pupil, shape: pupilShape });
  }

  putSchool(value: School): Promise<void> {
    return this.#life.use(() => this.#schools.put(value));
  }

  school(id: string): Promise<School | null> {
    return this.#life.use(() => this.#schools.get(id));
  }

  schools(): Promise<School[]> {
    return this.#life.use(() => this.#schools.list({}));
  }

  putPartnership(value: Partnership): Promise<void> {
    return this.#life.use(() => this.#partnerships.put(value));
  }

  partnership(id: string): Promise<Partnership | null> {
    return this.#life.use(() => this.#partnerships.get(id));
  }

  changePartnership(next: Partnership): Promise<boolean> {
    const before = next.version - 1;
    // One that was kept before partnerships had versions has none.
    const version = before === 0 ? trusted({ $in: [0, null] }) : before;
    return this.#life.use(() => this.#partnerships.replace(next, { version }));
  }

  partnershipsOf(of: string): Promise<Partnership[]> {
    return this.#life.use(() => this.#partnerships.list({ schools: of }));
  }

  putStaff(member: StaffMember): Promise<void> {
    return this.#life.use(() => this.#staff.put(member));
  }

  staff(id: string): Promise<StaffMember | null> {
    return this.#life.use(() => this.#staff.get(id));
  }

  staffOf(of: string): Promise<StaffMember[]> {
    return this.#life.use(() => this.#staff.list({ school: of }));
  }

  putClass(value: SchoolClass): Promise<void> {
    return this.#life.use(() => this.#classes.put(value));
  }

  schoolClass(id: string): Promise<SchoolClass | null> {
    return this.#life.use(() => this.#classes.get(id));
  }

  classesOf(of: string): Promise<SchoolClass[]> {
    return this.#life.use(() => this.#classes.list({ school: of }));
  }

  classesByCode(selector: string): Promise<SchoolClass[]> {
    return this.#life.use(() => this.#classes.list({ codeSelector: selector }));
  }

  putPupil(value: Pupil): Promise<void> {
    return this.#life.use(() => this.#pupils.put(value));
  }

  pupil(id: string): Promise<Pupil | null> {
    return this.#life.use(() => this.#pupils.get(id));
  }

  pupilsOf(classId: string): Promise<Pupil[]> {
    return this.#life.use(() => this.#pupils.list({ classId }));
  }

  removeClass(id: string): Promise<void> {
    return this.#life.use(async () => {
      await this.#classes.model.deleteOne({ _id: id });
    });
  }

  removePupil(id: string): Promise<void> {
    return this.#life.use(async () => {
      await this.#pupils.model.deleteOne({ _id: id });
    });
  }
}
