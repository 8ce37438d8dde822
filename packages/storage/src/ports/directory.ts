import type { Partnership, Pupil, School, SchoolClass, StaffMember } from '@bridgeboard/protocol';

/** Schools, their partnerships, classes and people. `put` keeps or replaces by id; lists are in order of id. */
export interface Directory {
  putSchool(school: School): Promise<void>;
  school(id: string): Promise<School | null>;
  schools(): Promise<School[]>;
  putPartnership(partnership: Partnership): Promise<void>;
  partnership(id: string): Promise<Partnership | null>;
  /**
   * Keeps a partnership that was changed, if the one that is kept has the version before it; false otherwise, and then
   * nothing is kept. So of two schools that change it at once the second begins again from what the first has made of it.
   */
  changePartnership(next: Partnership): Promise<boolean>;
  partnershipsOf(school: string): Promise<Partnership[]>;
  putStaff(member: StaffMember): Promise<void>;
  staff(id: string): Promise<StaffMember | null>;
  staffOf(school: string): Promise<StaffMember[]>;
  putClass(schoolClass: SchoolClass): Promise<void>;
  schoolClass(id: string): Promise<SchoolClass | null>;
  classesOf(school: string): Promise<SchoolClass[]>;
  /** Forgets a class; nothing happens where there is none, nor to its pupils. */
  removeClass(id: string): Promise<void>;
  /** Classes whose code begins with these four characters. */
  classesByCode(selector: string): Promise<SchoolClass[]>;
  putPupil(pupil: Pupil): Promise<void>;
  pupil(id: string): Promise<Pupil | null>;
  pupilsOf(classId: string): Promise<Pupil[]>;
  /** Forgets a pupil, name, PIN and consent; nothing happens where there is none. */
  removePupil(id: string): Promise<void>;
}
