import type { Role } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

/** Somebody whose work would be in a publication. */
interface Maker {
  readonly author: string;
  readonly role: Role;
}

/**
 * Whose work may be published right now: staff, and pupils whose school has said so. Asked when a part is made and again
 * at each reading, because consent can be taken back; somebody who is unknown by now may not.
 */
export async function mayPublish(
  directory: Pick<Directory, 'pupil'>,
  makers: readonly Maker[],
): Promise<ReadonlySet<string>> {
  const roles = new Map(makers.map(({ author, role }) => [author, role]));
  const allowed = await Promise.all(
    [...roles].map(async ([author, role]) => {
      const may = role === 'staff' || (await directory.pupil(author))?.consent.publishWork === true;
      return may ? author : null;
    }),
  );
  return new Set(allowed.filter((author) => author !== null));
}
