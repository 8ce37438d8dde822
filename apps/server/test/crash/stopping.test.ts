import { ChaosProxy, freePort } from '@bridgeboard/testkit';
import { afterAll, expect, test } from 'vitest';

import { startServer } from '../../../../tools/prove/kill/start-server.ts';
import { Work } from '../../../../tools/prove/kill/work.ts';
import { proofContext } from '../../../../tools/prove/run-proof.ts';
import { openMongoProof } from '../../../../tools/prove/stores/mongo-store.ts';
import { openSqliteProof } from '../../../../tools/prove/stores/sqlite-store.ts';

const context = proofContext(new AbortController().signal);
const timeout = 60_000;
const leavesWithinMs = 5_000;
const backWithinMs = 5_000;

afterAll(async () => {
  for (const cleanup of context.cleanups.reverse()) await cleanup();
});

async function timed<T>(act: () => Promise<T>): Promise<{ value: T; tookMs: number }> {
  const began = performance.now();
  return { value: await act(), tookMs: performance.now() - began };
}

test(
  '[REL-18] a server that is asked to stop keeps and answers what is on its way and is gone within five seconds',
  { timeout },
  async () => {
    await using store = await openSqliteProof();
    let url = '';
    await using work = await Work.prepare({ store, boards: 2, pupils: 20, seed: 1, url: () => url });
    await using server = await startServer(store);
    url = server.url;
    work.begin();
    await work.answered(1);
    const stopped = await timed(() => server.stop());
    expect(stopped.value).toBe(0);
    expect(stopped.tookMs).toBeLessThan(leavesWithinMs);
    await using again = await startServer(store);
    url = again.url;
    expect(await work.answered(1)).toBeLessThan(backWithinMs);
    expect(await work.end()).toBeNull();
    await again.stop();
    expect(await work.verdict()).toMatchObject({ lost: [], phantom: [] });
  },
);

test.skipIf(process.env['TEST_MONGO_URL'] === undefined)(
  '[REL-18] it is gone within five seconds while its database is silent, too, and nothing that was answered is lost',
  { timeout },
  async () => {
    await using store = await openMongoProof(context);
    if (store?.mongoUrl === undefined) throw new Error('there was a server for tests, and none can be had');
    const address = new URL(store.mongoUrl);
    await using proxy = await ChaosProxy.start({ from: await freePort(), to: Number(address.port) });
    address.host = `localhost:${proxy.port}`;
    address.search = '?directConnection=true';
    let url = '';
    await using work = await Work.prepare({ store, boards: 1, pupils: 6, seed: 1, url: () => url });
    await using server = await startServer({ ...store, mongoUrl: address.href });
    url = server.url;
    work.begin();
    await work.answered(1);
    proxy.weather = { holds: 'everything', delayMs: 0 };
    const stopped = await timed(() => server.stop());
    expect(stopped.tookMs).toBeLessThan(leavesWithinMs + 1_000);
    await using again = await startServer(store);
    url = again.url;
    await work.answered(1);
    expect(await work.end()).toBeNull();
    await again.stop();
    expect(await work.verdict()).toMatchObject({ lost: [], phantom: [] });
  },
);
