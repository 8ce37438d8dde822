import type { Storage } from '@bridgeboard/storage';

import { board, players, type schools } from '../cast.ts';

/** Puts the schools, their people and the board into a new store; the board's journal is not begun by this. */
export async function fillStore(
  { directory, catalogue }: Storage,
  about: { schools: readonly (typeof schools)[number][]; at: number },
): Promise<void> {
  const ids = about.schools.map(({ id }) => id);
  for (const school of about.schools) await directory.putSchool(school);
  for (const { id, school, name, role } of Object.values(players)) {
    if (role === 'staff') await directory.putStaff({ id, school, name, demo: true, roles: ['teacher'], endedAt: null });
    else await directory.putPupil({ id, nickname: name, classId: 'class-000001', pinHash: null, consent, createdDay });
  }
  const { school: host, id: createdBy } = players.reed;
  const moments = { createdAt: about.at, changedAt: about.at, doorOpenUntil: 0 };
  await catalogue.create({ ...board, schools: ids, host, createdBy, ...moments });
}

const consent = { photoOnBoard: false, photoToPartner: false, publishWork: false, nicknameOnPublished: false };
const createdDay = '2026-03-01';
