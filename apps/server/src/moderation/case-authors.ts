import type { Board } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

import type { CaseAuthor } from './queue-item.ts';

/**
 * What staff of their school call these people, by person: pupils by the directory, guests by what is kept with these boards. Nobody's
 * name where they are known no more.
 */
export async function caseAuthors(
  directory: Pick<Directory, 'pupil' | 'schoolClass'>,
  boards: readonly Pick<Board, 'knownGuests'>[],
  people: Iterable<string>,
): Promise<Map<string, CaseAuthor>> {
  const guests = new Map(boards.flatMap(({ knownGuests = [] }) => knownGuests.map(({ id, name }) => [id, name])));
  const classes = new Map<string, Promise<string>>();
  const nameOf = async (id: string): Promise<string> => (await directory.schoolClass(id))?.name ?? '';
  const known = await Promise.all(
    [...new Set(people)].map(async (id): Promise<[string, CaseAuthor]> => {
      const guest = guests.get(id);
      if (guest !== undefined) return [id, { author: guest, className: '', isGuest: true }];
      const pupil = await directory.pupil(id);
      if (pupil === null) return [id, { author: '', className: '' }];
      const className = classes.get(pupil.classId) ?? nameOf(pupil.classId);
      classes.set(pupil.classId, className);
      return [id, { author: pupil.nickname, className: await className }];
    }),
  );
  return new Map(known);
}
