import type { Directory } from '@bridgeboard/storage';

/** Whether a school's way to the internet is weak, as its administrator says: its people are sent less. */
export function createWeakLinks(directory: Pick<Directory, 'school'>): (school: string) => Promise<boolean> {
  return async (school) => (await directory.school(school))?.link === 'weak';
}
