import type { Random } from '../../../apps/server/src/time-and-chance.ts';

/** The same numbers in each run of one seed. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  function byte(): number {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  }
  return { bytes: (count) => Buffer.from(Array.from({ length: count }, byte)) };
}
