import { keptClasses } from '@bridgeboard/protocol';
import type { Board, BoardArchive } from '@bridgeboard/protocol';

const dayMs = 86_400_000;
const archiveMs = keptClasses.work.archiveDays * dayMs;
const lastMs = keptClasses.work.lastDays * dayMs;

/** What holds for a board that may have been left alone for long. */
interface Keeping {
  /** After how many months without a change it goes to the archive. */
  readonly keepMonths: number;
  /** Whether a report about it is open or held: then it is not deleted (SG-24). */
  readonly isHeld: boolean;
  readonly now: number;
}

/**
 * The next step of a board on its way out (KE1, KE3, KE4): how it is archived from now on, that it is to be deleted, or null where nothing is
 * to be done yet. Each step is taken from what was kept with the one before, so that no warning is passed over by a server that was off.
 */
export function archiveStep(
  { changedAt, archived }: Pick<Board, 'changedAt' | 'archived'>,
  { keepMonths, isHeld, now }: Keeping,
): BoardArchive | 'delete' | null {
  if (!archived) {
    const isDue = now >= monthsAfter(changedAt, keepMonths);
    return isDue ? { at: now, goesAt: now + archiveMs, saidAt: null, heldAt: null } : null;
  }
  const lastWeek = { ...archived, saidAt: now, goesAt: Math.max(archived.goesAt, now + lastMs) };
  if (archived.saidAt === null) return now >= archived.goesAt - lastMs ? lastWeek : null;
  if (now < archived.goesAt) return null;
  if (isHeld) return archived.heldAt === null ? { ...archived, heldAt: now } : null;
  return 'delete';
}

/** Where a month has no such day the days that are missing are counted on: rather a day too late than one too early. */
function monthsAfter(at: number, months: number): number {
  const date = new Date(at);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.getTime();
}
