import { expect, test } from 'vitest';

import { findStrace } from '../../../../tools/gate/strace-step.ts';
import { proveDisk } from '../../../../tools/prove/fsync/prove-disk.ts';

const strace = findStrace(process.env);
const wish = { strace: strace ?? '', edits: 30, cuts: 60, seed: 1 };
const timeout = 60_000;

// `pnpm prove:disk` cuts the power two thousand times.
test.skipIf(strace === null)(
  '[REL-02] an answer leaves when its edit is on the disk, and outlives a power cut at any moment',
  { timeout },
  async () => {
    const { answers, early, cuts, lost } = await proveDisk(wish);
    expect({ early, lost }).toEqual({ early: [], lost: [] });
    expect(answers).toBeGreaterThanOrEqual(20);
    expect(cuts).toBe(wish.cuts);
  },
);

test.skipIf(strace === null)(
  '[REL-02] a server that does not wait for the disk is found out by both',
  { timeout },
  async () => {
    const { early, lost } = await proveDisk({ ...wish, cuts: 10, isCareless: true });
    expect([early.length > 0, lost.length > 0]).toEqual([true, true]);
  },
);
