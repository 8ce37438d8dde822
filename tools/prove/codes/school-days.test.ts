import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { holds, proveCodes } from './school-days.ts';
import { seededRandom } from './seeded-random.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.UTC(2026, 8, 14, 7) });
});
afterEach(() => {
  vi.useRealTimers();
});

it('[JC1] [JC2] [JC3] [SEC-29] while somebody guesses from sixty addresses for a morning a class gets in each hour, a pupil at home at a door just opened, and the guesser finds a code as seldom as is said', async () => {
  const forward = (ms: number): void => void vi.advanceTimersByTime(ms);
  const proof = await proveCodes({ hours: 4, addresses: 60, random: seededRandom(1), forward });
  expect(proof).toMatchObject({ pupils: 90, keptOut: 0, newcomers: 1, newcomersKeptOut: 0 });
  expect(proof.heard).toBeGreaterThan(4 * 60 * 35);
  expect(proof.heard).toBeLessThanOrEqual(4 * 60 * 70);
  expect(holds(proof)).toBe(true);
  expect(holds({ ...proof, keptOut: 1 })).toBe(false);
  expect(holds({ ...proof, chancePerDay: 7.7e-5 })).toBe(false);
});
