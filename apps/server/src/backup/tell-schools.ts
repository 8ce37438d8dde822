import type { Storage } from '@bridgeboard/storage';

import { AuditKeeper } from '../audit-keeper.ts';
import { systemRandom } from '../time-and-chance.ts';

/** Every school reads what was done with the whole store: a copy of everything was made, or its boards are those of a backup from here on. */
export async function tellSchools(
  act: 'store.backup' | 'store.restore',
  { directory, audit }: Pick<Storage, 'directory' | 'audit'>,
  now: () => number,
): Promise<void> {
  const schools = (await directory.schools()).map(({ id }) => id);
  const keeper = new AuditKeeper({ log: audit, clock: { now }, random: systemRandom });
  await keeper.keep({ act, by: null, schools });
}
