import type { School, SchoolBrief } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

import { found } from './http/refusal.ts';

/** What anybody who shares a board with a school may know of it. */
function briefOf({ id, name, shortName, place, country, timeZone, mark }: School): SchoolBrief {
  return { id, name, shortName, place, country, timeZone, mark };
}

/** Finds schools by id, as others may know them. */
export type SchoolBriefs = (id: string) => Promise<SchoolBrief>;

export function createSchoolBriefs(directory: Pick<Directory, 'school'>): SchoolBriefs {
  return async (id) => briefOf(found(await directory.school(id)));
}
