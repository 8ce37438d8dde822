import type { Directory } from '@bridgeboard/storage';

import type { CaseAuthor } from './queue-item.ts';

/** What staff of their school call these people, by person; nobody's name where they are known no more. */
export async function caseAuthors(
  directory: Pick<Directory, 'pupil' | 'schoolClass'>,
  people: Iterable<string>,
): Promise<Map<string, CaseAuthor>> {
  const classes = new Map<string, Promise<string>>();
  const nameOf = async (id: string): Promise<string> => (await directory.schoolClass(id))?.name ?? '';
  const known = await Promise.all(
    [...new Set(people)].map(async (id): Promise<[string, CaseAuthor]> => {
      const pupil = await directory.pupil(id);
      if (pupil === null) return [id, { author: '', className: '' }];
      const className = classes.get(pupil.classId) ?? nameOf(pupil.classId);
      classes.set(pupil.classId, className);
      return [id, { author: pupil.nickname, className: await className }];
    }),
  );
  return new Map(known);
}
