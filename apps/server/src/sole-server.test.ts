import type { Lease, ServerLease } from '@bridgeboard/storage';
import { expect, it } from 'vitest';

import { leaseTimes, SoleServer } from './sole-server.ts';
import { StartFailure } from './start-failure.ts';
import { systemRandom } from './time-and-chance.ts';

/** A lease whose time is what was waited, with somebody else who has it. */
function leaseOf(
  other: Lease | null,
  turns: (waitedMs: number, lease: { kept: Lease | null }) => void = () => undefined,
) {
  const state = { kept: other, waitedMs: 0 };
  const same = (seen: Lease | null): boolean => seen?.holder === state.kept?.holder && seen?.beat === state.kept?.beat;
  const lease: ServerLease = {
    look: () => Promise.resolve(state.kept && { ...state.kept }),
    take(mine, seen) {
      if (!same(seen)) return Promise.resolve(false);
      state.kept = { ...mine, beat: 0 };
      return Promise.resolve(true);
    },
    beat: (holder) => Promise.resolve(state.kept?.holder === holder),
    release: () => Promise.resolve(),
  };
  const wait = (ms: number): Promise<void> => {
    state.waitedMs += ms;
    turns(state.waitedMs, state);
    return Promise.resolve();
  };
  return { state, lease, around: { random: systemRandom, machine: 'here', wait, isRunning: () => true } };
}

const other: Lease = { holder: 'other', machine: 'there', process: 1, beat: 7 };

it('[ONE1] a store that nobody has is taken at once', async () => {
  const { lease, state, around } = leaseOf(null);
  const sole = await SoleServer.of(lease, around);
  expect([state.waitedMs, await sole.beat()]).toEqual([0, true]);
});

it('[ONE1] where another is there the start ends with one sentence, as soon as they have said so', async () => {
  const { lease, state, around } = leaseOf(other, (waitedMs, kept) => {
    if (waitedMs >= leaseTimes.beatMs) kept.kept = { ...other, beat: 8 };
  });
  await expect(SoleServer.of(lease, around)).rejects.toThrow(StartFailure);
  expect([state.waitedMs, state.kept?.holder]).toEqual([leaseTimes.beatMs, 'other']);
});

it('[ONE2] who says nothing for ten seconds is followed, and hears of it', async () => {
  const { lease, state, around } = leaseOf(other);
  const sole = await SoleServer.of(lease, around);
  expect(state.waitedMs).toBe(leaseTimes.silentMs);
  state.kept = other;
  expect(await sole.beat()).toBe(false);
});

it('[ONE2] who is dead on this machine is followed at once, and nobody on another machine', async () => {
  const here = leaseOf({ ...other, machine: 'here' });
  await SoleServer.of(here.lease, { ...here.around, isRunning: () => false });
  expect(here.state.waitedMs).toBe(0);
  for (const machine of ['there', '']) {
    const far = leaseOf({ ...other, machine });
    await SoleServer.of(far.lease, { ...far.around, isRunning: () => false });
    expect(far.state.waitedMs).toBe(leaseTimes.silentMs);
  }
});

it('[ONE2] who stops while another waits leaves them the store, and of two who wait one has it', async () => {
  const stopping = leaseOf(other, (waitedMs, kept) => {
    if (waitedMs === 3_000) kept.kept = null;
  });
  await SoleServer.of(stopping.lease, stopping.around);
  expect(stopping.state.waitedMs).toBe(3_000);
  const third = { ...other, holder: 'third', beat: 0 };
  const late = leaseOf(other, (waitedMs, kept) => {
    if (waitedMs === 9_000) kept.kept = third;
    if (waitedMs === 12_000) kept.kept = { ...third, beat: 1 };
  });
  await expect(SoleServer.of(late.lease, late.around)).rejects.toThrow(StartFailure);
});
