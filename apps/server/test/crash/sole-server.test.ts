import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { leaseTimes } from '../../src/sole-server.ts';
import { startServer } from '../../../../tools/prove/kill/start-server.ts';
import { proofContext } from '../../../../tools/prove/run-proof.ts';
import { openMongoProof } from '../../../../tools/prove/stores/mongo-store.ts';
import type { ProofStore } from '../../../../tools/prove/stores/proof-store.ts';

const context = proofContext(new AbortController().signal);
const hasMongo = process.env['TEST_MONGO_URL'] !== undefined;

describe.skipIf(!hasMongo)('one server to a database', { timeout: 60_000 }, () => {
  let store: ProofStore;
  beforeAll(async () => {
    const opened = await openMongoProof(context);
    if (opened === null) throw new Error('there was a server for tests, and none can be had');
    store = opened;
  });
  afterAll(async () => {
    await store[Symbol.asyncDispose]();
    for (const cleanup of context.cleanups.reverse()) await cleanup();
  });

  test('[ONE1] a second one says one sentence and leaves, and the first goes on', async () => {
    await using first = await startServer(store);
    await expect(startServer(store)).rejects.toThrow(
      'ended with 1: MONGO_URL cannot be used: Another Bridgeboard is running on this database: stop it first.',
    );
    expect(first.isAlive).toBe(true);
  });

  test('[ONE2] one that was killed on this machine is followed at once, and one that stopped in order too', async () => {
    const first = await startServer(store);
    await first.stop('SIGKILL');
    const began = performance.now();
    const second = await startServer(store);
    expect(performance.now() - began).toBeLessThan(leaseTimes.silentMs);
    expect(await second.stop()).toBe(0);
    await using third = await startServer(store);
    expect(third.isAlive).toBe(true);
  });
});
