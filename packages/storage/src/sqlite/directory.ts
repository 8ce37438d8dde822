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
import type { SqliteConnection } from './sqlite-connection.ts';

// An instance knows a handful of partnerships: all are looked through.
const withSchool = "WHERE EXISTS (SELECT 1 FROM json_each(data, '$.schools') WHERE value = ?) ORDER BY id";

/** Schools and people in one file. */
export class SqliteDirectory implements Directory {
  readonly #connection: SqliteConnection;
  readonly #schools: JsonRows<School>;
  readonly #partnerships: JsonRows<Partnership>;
  readonly #staff: JsonRows<StaffMember>;
  readonly #classes: JsonRows<SchoolClass>;
  readonly #pupils: JsonRows<Pupil>;

  constructor({ connection }: { connection: SqliteConnection }) {
    this.#connection = connection;
    this.#schools = new JsonRows({ connection, table: 'school', schema: school });
    this.#partnerships = new JsonRows({ connection, table: 'partnership', schema: partnership });
    this.#staff = new JsonRows({ connection, table: 'staff', schema: staffMember });
    this.#classes = new JsonRows({ connection, table: 'class', schema: schoolClass });
    this.#pupils = new JsonRows({ connection, table: 'pupil', schema: pupil });
  }

  putSchool(value: School): Promise<void> {
    return this.#connection.write(() => this.#schools.put(value));
  }

  school(id: string): Promise<School | null> {
    return this.#connection.read(() => this.#schools.get(id));
  }

  schools(): Promise<School[]> {
    return this.#connection.read(() => this.#schools.list('ORDER BY id'));
  }

  putPartnership(value: Partnership): Promise<void> {
    return this.#connection.write(() => this.#partnerships.put(value));
  }

  partnership(id: string): Promise<Partnership | null> {
    return this.#connection.read(() => this.#partnerships.get(id));
  }

  changePartnership(next: Partnership): Promise<boolean> {
    return this.#connection.write(() => {
      if (this.#partnerships.get(next.id)?.version !== next.version - 1) return false;
      this.#partnerships.put(next);
      return true;
    });
  }

  partnershipsOf(of: string): Promise<Partnership[]> {
    return this.#connection.read(() => this.#partnerships.list(withSchool, of));
  }

  putStaff(member: StaffMember): Promise<void> {
    return this.#connection.write(() => this.#staff.put(member));
  }

  staff(id: string): Promise<StaffMember | null> {
    return this.#connection.read(() => this.#staff.get(id));
  }

  staffOf(of: string): Promise<StaffMember[]> {
    return this.#connection.read(() => this.#staff.list('WHERE school = ? ORDER BY id', of));
  }

  putClass(value: SchoolClass): Promise<void> {
    return this.#connection.write(() => this.#classes.put(value));
  }

  schoolClass(id: string): Promise<SchoolClass | null> {
    return this.#connection.read(() => this.#classes.get(id));
  }

  classesOf(of: string): Promise<SchoolClass[]> {
    return this.#connection.read(() => this.#classes.list('WHERE school = ? ORDER BY id', of));
  }

  classesByCode(selector: string): Promise<SchoolClass[]> {
    return this.#connection.read(() => this.#classes.list('WHERE code_selector = ? ORDER BY id', selector));
  }

  putPupil(value: Pupil): Promise<void> {
    return this.#connection.write(() => this.#pupils.put(value));
  }

  pupil(id: string): Promise<Pupil | null> {
    return this.#connection.read(() => this.#pupils.get(id));
  }

  pupilsOf(classId: string): Promise<Pupil[]> {
    return this.#connection.read(() => this.#pupils.list('WHERE class = ? ORDER BY id', classId));
  }

  removeClass(id: string): Promise<void> {
    return this.#connection.write(() => this.#classes.remove(id));
  }

  removePupil(id: string): Promise<void> {
    return this.#connection.write(() => this.#pupils.remove(id));
  }
}
