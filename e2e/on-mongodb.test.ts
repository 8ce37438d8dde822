import type { QueueItem } from '@bridgeboard/protocol';
import { BoardHand, DemoServer, launchBrowser } from '@bridgeboard/testkit';
import mongoose from 'mongoose';
import { expect, test } from 'vitest';

import { Lesson } from './lesson.ts';
import { Stage } from './stage.ts';

const testUrl = process.env['TEST_MONGO_URL'];

/** A database of its own on the tests' MongoDB; goes with its scope. */
function freshDatabase(): AsyncDisposable & { readonly url: string } {
  const url = new URL(testUrl ?? '');
  url.pathname = `/bridgeboard_test_${crypto.randomUUID().slice(0, 12)}`;
  return {
    url: url.href,
    async [Symbol.asyncDispose]() {
      const connection = await mongoose.createConnection(url.href).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
}

test.skipIf(testUrl === undefined)(
  '[REL-16] [P2] [P8] a lesson on MongoDB: drawn, held, let out, and all there after the server was killed',
  async () => {
    await using database = freshDatabase();
    const env = { MONGO_URL: database.url };
    const server = await DemoServer.start({ env });
    await using stage = new Stage({ server, browser: await launchBrowser() });
    const lesson = await Lesson.begin(stage, 'Rain on another store');
    const oliver = await lesson.bring(0, 'Oliver H.');
    const aisha = await lesson.bring(1, 'Aisha M.');

    await oliver.hand.note([400, 300], 'Held on MongoDB');
    await oliver.hand.saved();
    await lesson.reed.hand.words('Held on MongoDB').waitFor();
    await lesson.reed.hand.note([700, 500], 'For everybody');
    await aisha.hand.words('For everybody').waitFor();
    expect(await aisha.hand.words('Held on MongoDB').count()).toBe(0);

    await server.kill();
    await using again = await server.restart(env);
    expect(again.port).toBe(server.port);
    await oliver.hand.saved();
    await BoardHand.on(lesson.reed.person.page);

    const { person: reed } = lesson.reed;
    const judged = async (): Promise<QueueItem[]> => {
      const { items } = (await reed.get(`/api/boards/${lesson.board}/queue`)) as { items: QueueItem[] };
      return items.filter(({ status }) => status === 'waiting');
    };
    await expect.poll(judged, { timeout: 20_000 }).toHaveLength(1);
    const [item] = await judged();
    const decision = { verdict: 'board', hash: item?.hash };
    await reed.post(`/api/boards/${lesson.board}/cases/${item?.case}/decision`, decision);
    await aisha.hand.words('Held on MongoDB').waitFor();
  },
);
