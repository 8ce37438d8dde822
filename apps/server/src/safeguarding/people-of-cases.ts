import type { ConcernPerson, DeskPerson, Outsider, SchoolBrief } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

import type { SchoolBriefs } from '../school-briefs.ts';

interface Parts {
  readonly directory: Pick<Directory, 'staff' | 'pupil'>;
  readonly schoolBrief: SchoolBriefs;
}

/**
 * What people in cases are called, for a reader of one school: the own school's by name, staff of others too, but pupils of others by
 * nothing but their school and role (B13), and whoever reported something elsewhere likewise.
 */
export class PeopleOfCases {
  readonly #parts: Parts;
  readonly #own: string;

  constructor(parts: Parts, own: string) {
    this.#parts = parts;
    this.#own = own;
  }

  async of(one: ConcernPerson | null): Promise<DeskPerson | null> {
    if (one === null) return null;
    const { person, school, role } = one;
    const isNamed = school === this.#own || role === 'staff';
    return { name: isNamed ? await this.nameOf(person) : null, school, role };
  }

  /** Whoever reported something: of another school it is enough to know what they are there, and from outside nobody knows more. */
  async reporter(one: ConcernPerson | null, from: Outsider | undefined): Promise<DeskPerson | null> {
    if (one === null && from !== undefined) return { name: null, school: null, role: from };
    return one !== null && one.school !== this.#own ? { name: null, school: one.school, role: one.role } : this.of(one);
  }

  async nameOf(id: string): Promise<string | null> {
    const { directory } = this.#parts;
    return (await directory.staff(id))?.name ?? (await directory.pupil(id))?.nickname ?? null;
  }

  schools(ids: Iterable<string>): Promise<SchoolBrief[]> {
    return Promise.all([...new Set(ids)].map(this.#parts.schoolBrief));
  }
}
