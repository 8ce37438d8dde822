import { rulesIn, whatHolds } from '@bridgeboard/domain';
import type { Board, CharterHolds, CharterLine } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

import { Refused } from './http/refusal.ts';
import type { SchoolBriefs } from './school-briefs.ts';

/** What holds on a board right now, by the charter of its partnership, or by its school's own rules where it has none. */
export type CharterOf = (board: Pick<Board, 'partnership' | 'schools'>) => Promise<CharterHolds>;

export function createCharterOf(directory: Pick<Directory, 'school' | 'partnership'>): CharterOf {
  return async (board) => {
    const partnership = board.partnership === null ? null : await directory.partnership(board.partnership);
    const found = await Promise.all(board.schools.map((id) => directory.school(id)));
    const schools = found.filter((school) => school !== null);
    return whatHolds(
      schools.map(({ id, timeZone, rules }) => ({
        school: id,
        timeZone,
        rules: partnership ? rulesIn(partnership, id) : rules,
      })),
    );
  };
}

const codes = { check: 'NOT_IN_CHARTER', photos: 'PHOTOS_NEVER', families: 'FAMILIES_NOTHING' } as const;

/** Refuses what a line of the charter does not allow; says the line, and the schools whose rule it is by their short names. */
export async function refusedByCharter(
  line: keyof typeof codes & CharterLine,
  { holds, schoolBrief }: { holds: CharterHolds; schoolBrief: SchoolBriefs },
): Promise<Refused> {
  const schools = await Promise.all(holds.setBy[line].map(schoolBrief));
  return new Refused(codes[line], { charter: { line, schools: schools.map(({ shortName }) => shortName) } });
}
