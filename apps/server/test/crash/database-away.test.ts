import { ChaosProxy, freePort, HttpPerson, RawClient, until, type Weather } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { ServerProcess } from '../../../../tools/bench/servers/server-process.ts';
import { pause } from '../../../../tools/prove/kill/pause.ts';
import { startServer } from '../../../../tools/prove/kill/start-server.ts';
import { Work } from '../../../../tools/prove/kill/work.ts';
import { proofContext } from '../../../../tools/prove/run-proof.ts';
import { openMongoProof } from '../../../../tools/prove/stores/mongo-store.ts';
import type { ProofStore } from '../../../../tools/prove/stores/proof-store.ts';
import { startCrowd } from '../crowd.ts';

/** How long the database is away, in ms: a minute for the whole promise. */
const awayMs = Number(process.env['AWAY_MS'] ?? 1_500);
/** Answers that were under way when it went may still come for so long. */
const lastAnswersMs = 500;
const backWithinMs = 5_000;
const hasMongo = process.env['TEST_MONGO_URL'] !== undefined;
const context = proofContext(new AbortController().signal);

describe.skipIf(!hasMongo)('a server whose MongoDB is away while people draw', { timeout: awayMs + 90_000 }, () => {
  let store: ProofStore;
  let proxy: ChaosProxy;
  let server: ServerProcess;
  let work: Work;

  beforeAll(async () => {
    const opened = await openMongoProof(context);
    if (opened?.mongoUrl === undefined) throw new Error('there was a server for tests, and none can be had');
    store = opened;
    const url = new URL(opened.mongoUrl);
    proxy = await ChaosProxy.start({ from: await freePort(), to: Number(url.port) });
    url.host = `localhost:${proxy.port}`;
    // Otherwise the driver asks for the members' own addresses, and goes there.
    url.searchParams.set('directConnection', 'true');
    url.searchParams.delete('replicaSet');
    work = await Work.prepare({ store, boards: 2, pupils: 12, seed: 1, url: () => server.url });
    server = await startServer({ ...store, mongoUrl: url.href });
    work.begin();
    await work.answered(1);
  }, 60_000);
  afterAll(async () => {
    await work[Symbol.asyncDispose]();
    await server.stop();
    await proxy[Symbol.asyncDispose]();
    await store[Symbol.asyncDispose]();
    for (const cleanup of context.cleanups.reverse()) await cleanup();
  });

  /** How many were answered while the weather was bad, and how long it took after that until all had been, in ms. */
  async function throughBadWeather(begin: () => void | Promise<void>): Promise<{ during: number; tookMs: number }> {
    await begin();
    await pause(lastAnswersMs);
    const before = work.crowd.answered;
    await pause(awayMs);
    const during = work.crowd.answered - before;
    await proxy.clear();
    return { during, tookMs: await work.answered(1) };
  }

  test('[REL-15] refused: nobody is answered, a board is not shown as empty, and all goes on within five seconds', async () => {
    const { during, tookMs } = await throughBadWeather(async () => {
      await proxy.refuse();
      const [lesson] = work.lessons;
      const person = new HttpPerson(server.url, lesson?.people[0]?.cookie);
      const answer = await person.get(`/api/boards/${lesson?.board}/snapshot`);
      expect([answer.status, answer.json]).toEqual([503, expect.objectContaining({ code: 'DB_DOWN' })]);
    });
    expect(during).toBe(0);
    expect(tookMs).toBeLessThan(backWithinMs);
  });

  // A network that is only slow brings the first answer in the end: after the way there and back.
  test.each<[string, Weather, number]>([
    ['everything is swallowed', { holds: 'everything', delayMs: 0 }, Infinity],
    ['a connection is open one way only', { holds: 'answers', delayMs: 0 }, Infinity],
    ['each packet takes twenty seconds', { holds: 'nothing', delayMs: 20_000 }, 40_000],
  ])('[REL-15] %s: nobody is answered, and all goes on within five seconds', async (_what, weather, firstAnswerMs) => {
    const { during, tookMs } = await throughBadWeather(() => {
      proxy.weather = weather;
    });
    expect(awayMs < firstAnswerMs ? during : 0).toBe(0);
    expect(tookMs).toBeLessThan(backWithinMs);
  });

  test('[REL-15] reset again and again: people go on between the cuts', async () => {
    for (let cut = 0; cut < 5; cut += 1) {
      proxy.reset();
      expect(await work.answered(0.5)).toBeLessThan(backWithinMs);
    }
  });

  test('[REL-01, REL-15] all that was answered is kept, and nothing else', async () => {
    expect(await work.end()).toBeNull();
    await server.stop();
    const { acked, lost, phantom } = await work.verdict();
    expect({ lost, phantom }).toEqual({ lost: [], phantom: [] });
    // Everybody was answered again after each time it was away; how often beside that is a matter of the machine.
    expect(acked).toBeGreaterThan(work.lessons.flatMap(({ people }) => people).length);
  });
});

test('[REL-15] who joins while the store is away is told so', async () => {
  await using crowd = await startCrowd({ pupils: 1 });
  const [someone] = crowd.people;
  if (!someone) throw new Error('nobody is there');
  const client = new RawClient(someone.http);
  await until(() => client.socket.connected, 'the socket');
  await crowd.server.storage.close();
  await client.join(crowd.board);
  expect([client.joined, client.ended?.code]).toEqual([null, 'DB_DOWN']);
});
