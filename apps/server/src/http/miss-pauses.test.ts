import { describe, expect, it } from 'vitest';

import { MissPauses } from './miss-pauses.ts';
import type { PauseRule } from './miss-pauses.ts';
import { Refused } from './refusal.ts';

function setUp(rule: Partial<PauseRule> = {}) {
  const clock = { at: 1_000_000, now: () => clock.at };
  const whole: PauseRule = {
    misses: 5,
    missesAgain: 5,
    pausesMs: [30_000],
    forgetAfterMs: 600_000,
    code: 'PIN_PAUSED',
    ...rule,
  };
  return { clock, pauses: new MissPauses({ rule: whole, clock }) };
}

function waitOf(pauses: MissPauses, key: string): number {
  try {
    pauses.check(key);
  } catch (error) {
    if (error instanceof Refused) return error.retryAfterMs ?? -1;
  }
  return 0;
}

function missTimes(pauses: MissPauses, count: number, key = 'kim'): void {
  for (let at = 0; at < count; at += 1) pauses.miss(key);
}

describe('pauses after wrong guesses', () => {
  it('[D10] five misses make a pause of 30 s, again and again, for that key alone', () => {
    const { clock, pauses } = setUp();
    missTimes(pauses, 4);
    expect(waitOf(pauses, 'kim')).toBe(0);
    missTimes(pauses, 1);
    expect(waitOf(pauses, 'kim')).toBe(30_000);
    expect(waitOf(pauses, 'lee')).toBe(0);
    clock.at += 29_999;
    expect(waitOf(pauses, 'kim')).toBe(1);
    clock.at += 1;
    expect(waitOf(pauses, 'kim')).toBe(0);
    missTimes(pauses, 5);
    expect(waitOf(pauses, 'kim')).toBe(30_000);
  });

  it('a right answer forgets the misses, and so does time', () => {
    const { clock, pauses } = setUp();
    missTimes(pauses, 4);
    pauses.hit('kim');
    missTimes(pauses, 4);
    expect(waitOf(pauses, 'kim')).toBe(0);
    clock.at += 600_000;
    missTimes(pauses, 4);
    expect(waitOf(pauses, 'kim')).toBe(0);
  });

  it('[SEC-30] delays grow and then stay, never a lock for good', () => {
    const { clock, pauses } = setUp({ missesAgain: 1, pausesMs: [1_000, 4_000, 30_000] });
    const waits: number[] = [];
    missTimes(pauses, 4);
    for (let round = 0; round < 5; round += 1) {
      missTimes(pauses, 1);
      waits.push(waitOf(pauses, 'kim'));
      clock.at += waits.at(-1) ?? 0;
    }
    expect(waits).toEqual([1_000, 4_000, 30_000, 30_000, 30_000]);
  });
});
