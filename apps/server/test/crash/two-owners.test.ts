import { afterAll, describe, expect, test } from 'vitest';

import type { ServerProcess } from '../../../../tools/bench/servers/server-process.ts';
import { startBeside } from '../../../../tools/prove/kill/start-server.ts';
import { Work } from '../../../../tools/prove/kill/work.ts';
import { proofContext } from '../../../../tools/prove/run-proof.ts';
import { openMongoProof } from '../../../../tools/prove/stores/mongo-store.ts';

const context = proofContext(new AbortController().signal);
const hasMongo = process.env['TEST_MONGO_URL'] !== undefined;

afterAll(async () => {
  for (const cleanup of context.cleanups.reverse()) await cleanup();
});

/** A crowd on one board of one database with two servers; says what is kept of its work once both have stopped. */
async function betweenTwoServers(
  pupils: number,
  play: (
    work: Work,
    servers: { one: ServerProcess; other: ServerProcess; send: (nth: number, url: string) => void },
  ) => Promise<void>,
) {
  await using store = await openMongoProof(context);
  if (store === null) throw new Error('there was a server for tests, and none can be had');
  const urls = new Map<number, string>();
  const url = (nth: number): string => urls.get(nth % 2) ?? '';
  await using work = await Work.prepare({ store, boards: 1, pupils, seed: 1, url });
  await using one = await startBeside(store);
  await using other = await startBeside(store);
  await play(work, { one, other, send: (nth, to) => void urls.set(nth, to) });
  const trouble = await work.end();
  await Promise.all([one.stop(), other.stop()]);
  return { trouble, ...(await work.verdict()) };
}

describe.skipIf(!hasMongo)('two processes that both believe to own a board', { timeout: 90_000 }, () => {
  test('[D3] the board goes from one to the other with everybody, and nobody loses anything', async () => {
    const { trouble, lost, phantom, acked } = await betweenTwoServers(8, async (work, { one, other, send }) => {
      for (const nth of [0, 1]) send(nth, one.url);
      work.begin();
      await work.answered(1);
      // Only who comes in anew goes to the other: teachers with their next act, pupils when the first has stepped down.
      for (const nth of [0, 1]) send(nth, other.url);
      await work.answered(1);
      await one.stop();
      await work.answered(1);
    });
    expect({ trouble, lost, phantom }).toEqual({ trouble: null, lost: [], phantom: [] });
    expect(acked).toBeGreaterThanOrEqual(24);
  });

  test('[D3] with people at both, each in turn steps down, and nobody loses anything', async () => {
    const { trouble, lost, phantom, acked } = await betweenTwoServers(4, async (work, { one, other, send }) => {
      send(0, one.url);
      send(1, other.url);
      work.begin();
      await work.answered(1);
      await work.answered(1);
    });
    expect({ trouble, lost, phantom }).toEqual({ trouble: null, lost: [], phantom: [] });
    expect(acked).toBeGreaterThanOrEqual(8);
  });
});
