import type { Author, SchoolBrief } from '@bridgeboard/protocol';

import { initialsOf } from '../../ui/initials-of.ts';
import type { SchoolSlot } from '../../ui/school-mark.tsx';

/** The school of an author among the board's schools. */
export function schoolOf(author: Author | undefined, schools: readonly SchoolBrief[]): SchoolBrief | undefined {
  return schools.find(({ id }) => id === author?.school);
}

/** The colour and pattern of an author's school. */
export function slotOf(author: Author | undefined, schools: readonly SchoolBrief[]): SchoolSlot {
  return schoolOf(author, schools)?.mark ?? 'a';
}

/** What stands in a person's circle: initials, or the number of a pupil whose name is not told. */
export function shortOf(author: Author, schools: readonly SchoolBrief[]): string {
  const place = schoolOf(author, schools)?.place ?? '';
  const number = author.label.startsWith(`${place} `) ? author.label.slice(place.length + 1) : '';
  return /^\d+$/.test(number) ? number : initialsOf(author.label);
}

/** The name of the one teacher of this school that the board knows, or null where there are several or none. */
export function onlyTeacher(authors: ReadonlyMap<string, Author>, school: string): string | null {
  const teachers = [...authors.values()].filter((author) => author.role === 'staff' && author.school === school);
  return teachers.length === 1 ? (teachers[0]?.label ?? null) : null;
}
