import type { Consent, Pupil } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import { board, players, type Player, type schools } from '../cast.ts';

/** Puts the schools, their people and the board into a new store; the board's journal is not begun by this. */
export async function fillStore(
  { directory, catalogue }: Storage,
  about: { schools: readonly (typeof schools)[number][]; at: number },
): Promise<void> {
  const ids = about.schools.map(({ id }) => id);
  for (const school of about.schools) await directory.putSchool(school);
  for (const { id, school, name, role } of Object.values(players)) {
    if (role === 'staff') await directory.putStaff({ id, school, name, demo: true, roles: ['teacher'], endedAt: null });
    else await directory.putPupil(pupilAs({ id, name }, agreedTo));
  }
  const { school: host, id: createdBy } = players.reed;
  const moments = { createdAt: about.at, changedAt: about.at, doorOpenUntil: 0 };
  await catalogue.create({ ...board, schools: ids, host, createdBy, ...moments });
}

/** What families have agreed to at first. */
export const agreedTo: Consent = {
  photoOnBoard: true,
  photoToPartner: true,
  publishWork: false,
  nicknameOnPublished: false,
};

/** A pupil as the directory has them. */
export function pupilAs({ id, name }: Pick<Player, 'id' | 'name'>, consent: Consent): Pupil {
  return { id, nickname: name, classId: 'class-000001', pinHash: null, consent, createdDay: '2026-03-01' };
}
