import { nextOpening, type OpensAt } from '@bridgeboard/domain';

/** A board's hours by a clock in UTC, without a charter. */
export function opensInUtc(now: () => number): OpensAt {
  return (_, hours) => {
    const at = hours && nextOpening(hours, { timeZone: 'UTC', now: now() });
    return at === null ? null : { at, by: [] };
  };
}
