import type { DeskHours } from '@bridgeboard/protocol';
import { answerBy } from './answer-by.ts';

interface School {
  readonly desk: DeskHours;
  readonly timeZone: string;
}

/**
 * How many of these moments, the earliest first, since when something waits, are longer ago than the school lets work wait. Only time in which
 * somebody is there counts.
 */
export function countWaitingLong(openedAt: readonly number[], { desk, timeZone }: School, now: number): number {
  const isLong = (at: number): boolean => answerBy({ ...desk, answerMinutes: desk.waitMinutes }, timeZone, at) < now;
  // Halves: what came later is never late before what came earlier, and each question costs a look at a calendar.
  let [known, end] = [0, openedAt.length];
  while (known < end) {
    const middle = Math.floor((known + end) / 2);
    if (isLong(openedAt[middle] ?? now)) known = middle + 1;
    else end = middle;
  }
  return known;
}
