import { termReport } from '@bridgeboard/domain';
import type { Storage } from '@bridgeboard/storage';

import type { Locale } from '../../../web/src/i18n/locales.ts';
import { found, Refused } from '../http/refusal.ts';
import type { Person } from '../rooms/live-board.ts';
import type { Clock } from '../time-and-chance.ts';
import type { ConcernDesk } from './concern-desk.ts';
import { termFacts } from './term-facts.ts';

interface Parts {
  readonly storage: Pick<Storage, 'audit' | 'directory' | 'queue'>;
  readonly desk: ConcernDesk;
  readonly clock: Clock;
}

/** A year, of which no day is missing in a leap one. */
const spanMs = 366 * 86_400_000;

/** The page for a school's yearly review, for somebody at its desk. Throws `Refused` FORBIDDEN for others. */
export function createTermReport({ storage, desk, clock }: Parts): (person: Person, locale: Locale) => Promise<string> {
  return async (person, locale) => {
    const { looksAfter, cases, timeZone } = await desk.list(person);
    if (!looksAfter) throw new Refused('FORBIDDEN');
    const now = clock.now();
    const since = now - spanMs;
    const own = found(await storage.directory.school(person.school));
    const facts = await termFacts(storage, { school: own.id, timeZone, concerns: cases, since });
    const open = await storage.queue.openOf(own.id);
    const waiting = { count: open.length, oldestMs: now - (open[0]?.openedAt ?? now) };
    const { renderTermPage } = await import('./term-page.ts');
    return renderTermPage({ report: termReport(facts), waiting, school: own.name, timeZone, since, now, locale });
  };
}
