import type { Storage } from '@bridgeboard/storage';

import type { BreachParts } from './breach/find-breach.ts';
import type { Person } from './rooms/live-board.ts';
import type { ConcernDesk } from './safeguarding/concern-desk.ts';
import { pupilsIn, reportsOpenTo } from './safeguarding/open-to-account.ts';

type Reports = BreachParts['reportsOpenTo'];

/** Reports that were open to an account, as whoever runs the server may know them. */
export function allReports({ concerns: log, audit, directory }: Storage): Reports {
  return async (account, question) => {
    const open = await reportsOpenTo({ log, audit, directory }, account, question);
    return { pupils: open.flatMap(pupilsIn), mayTell: () => true };
  };
}

/** SGD5: only those that whoever asks looks after; null for whoever is not at the desk. */
export function reportsFor(
  desk: ConcernDesk,
  { concerns: log, audit, directory }: Storage,
): (asker: Person) => Reports {
  return (asker) => async (account, question) => {
    if (!(await desk.list(asker)).looksAfter) return null;
    const known = [];
    for (const one of await reportsOpenTo({ log, audit, directory }, account, question)) {
      if (await desk.mayKnow(asker, one.id)) known.push(one);
    }
    const ids = new Set(known.map(({ id }) => id));
    return { pupils: known.flatMap(pupilsIn), mayTell: (id) => ids.has(id) };
  };
}
