import type { Storage } from '@bridgeboard/storage';

/** A line for each pupil whose nickname begins like this: id, nickname, class and school. */
export async function findPupils({ directory }: Pick<Storage, 'directory'>, name: string): Promise<string[]> {
  const lines: string[] = [];
  const wanted = name.trim().toLocaleLowerCase();
  for (const school of await directory.schools()) {
    for (const { id: classId, name: className } of await directory.classesOf(school.id)) {
      for (const { id, nickname } of await directory.pupilsOf(classId)) {
        if (nickname.toLocaleLowerCase().startsWith(wanted)) {
          lines.push(`${id}  ${nickname}, ${className}, ${school.name}`);
        }
      }
    }
  }
  return lines;
}
