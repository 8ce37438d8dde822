import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Storage } from '@bridgeboard/storage';
import { openMongoStorage } from '@bridgeboard/storage/mongo';
import { openSqliteStorage } from '@bridgeboard/storage/sqlite';
import { RawClient, HttpPerson, shape } from '@bridgeboard/testkit';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openAccounts } from '../src/accounts/open-accounts.ts';
import { asOfNow, wholeStore } from '../src/whole-store.ts';
import { readConfig } from '../src/config.ts';
import { worldOf } from '../src/world.ts';
import { boardFacts, type BoardFacts } from './board-facts.ts';
import { loadMongo } from './mongo-dump.ts';
import { freshFolder, startInProcess } from './server-in-process.ts';
import { expectPictures, restore } from './whole-store.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const formats = (await readdir(fixtures)).filter((name) => name.startsWith('format-'));
const mongoServer = process.env['TEST_MONGO_URL'];

/** Nobody's code or password is kept with a fixture: somebody's session is begun where the sign-in library keeps them. */
async function sessionFor(storage: Storage, dataDir: string, pupil: string): Promise<string> {
  const config = readConfig({ DATA_DIR: dataDir, DEMO: '0' });
  const { identity } = await openAccounts(config, storage, worldOf(config, {}));
  const { setCookies } = await identity.openPupilSession(pupil);
  return setCookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
}

let folder: Awaited<ReturnType<typeof freshFolder>>;
beforeAll(async () => {
  folder = await freshFolder();
});
afterAll(() => folder[Symbol.asyncDispose]());

describe.each(formats)('%s', (format) => {
  const at = join(fixtures, format);
  const own = (name: string): string => join(folder.path, `${format}-${name}`);

  async function expected(): Promise<BoardFacts[]> {
    return JSON.parse(await readFile(join(at, 'boards.json'), 'utf8')) as BoardFacts[];
  }

  /** Boards as they were, but for the entry with which a restore or move begins an epoch. */
  async function expectSameBoards(storage: Storage, added: number): Promise<void> {
    const now = await boardFacts(storage);
    const was = await expected();
    expect(now.map(({ board, views }) => ({ board, views }))).toEqual(
      was.map(({ board, views }) => ({ board, views })),
    );
    expect(now.map(({ seq }) => seq - added)).toEqual(was.map(({ seq }) => seq));
  }

  test('[UP3] [REL-17] a folder of it is opened, its boards are as they were, and people go on on them', async () => {
    await cp(join(at, 'sqlite'), own('sqlite'), { recursive: true });
    const before = await openSqliteStorage({ dataDir: own('sqlite') });
    await expectSameBoards(before, 0);
    expect(await expectPictures(before)).toBe(1);
    const [board] = (await asOfNow(await wholeStore(before))).boards;
    const [pupil] = await before.catalogue.admissionsOf(board?.id ?? '');
    const cookie = await sessionFor(before, own('sqlite'), pupil?.pupil ?? '');
    await before.close();

    await using server = await startInProcess({ DATA_DIR: own('sqlite'), DEMO: '0' });
    await using client = await new RawClient(new HttpPerson(server.url, cookie)).join(board?.id ?? '');
    expect((await client.edit({ op: 'create', record: shape('note', 'goes-on') })).refused).toBeUndefined();
    expect(client.seen().has(shape('note', 'goes-on').id)).toBe(true);
  });

  test('[UP3] [BK2] a backup of it is restored, and its boards are as they were', async () => {
    await restore(join(at, 'backup'), own('restored'));
    const storage = await openSqliteStorage({ dataDir: own('restored') });
    await expectSameBoards(storage, 1);
    expect(await expectPictures(storage)).toBe(1);
    await storage.close();
  });

  test.skipIf(mongoServer === undefined)('[UP3] a MongoDB database of it is opened, and its boards go on', async () => {
    const url = new URL(mongoServer ?? '');
    url.pathname = `/bridgeboard_test_${crypto.randomUUID().slice(0, 12)}`;
    await loadMongo(url.href, await readFile(join(at, 'mongo.ndjson'), 'utf8'));
    const storage = await openMongoStorage({ url: url.href });
    await expectSameBoards(storage, 1);
    expect(await expectPictures(storage)).toBe(1);
    const [board] = (await asOfNow(await wholeStore(storage))).boards;
    const [last] = await storage.journal.read(board?.id ?? '', board?.lastSeq ?? 0, 1);
    if (!last) throw new Error('the fixture has a board');
    const { lastSeq = 0, id = '' } = board ?? {};
    await storage.journal.append([{ ...last, facts: { ...last.facts, seq: lastSeq + 1 } }]);
    expect(await storage.journal.lastSeq(id)).toBe(lastSeq + 1);
    await storage.close();
    const connection = await createConnection(url.href).asPromise();
    await connection.dropDatabase();
    await connection.close();
  });
});
