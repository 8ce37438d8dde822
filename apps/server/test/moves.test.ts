import { join } from 'node:path';

import { openMongoStorage } from '@bridgeboard/storage/mongo';
import { openSqliteStorage } from '@bridgeboard/storage/sqlite';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { applyErasures } from '../src/apply-erasures.ts';
import { moveStore } from '../src/backup/move-store.ts';
import { asOfNow, wholeStore, type WholeStore } from '../src/whole-store.ts';
import { freshFolder } from './server-in-process.ts';
import { storeLesson, type StoredPictures } from './stored-lesson.ts';
import { contentsOf, expectPictures, withStore } from './whole-store.ts';

const server = process.env['TEST_MONGO_URL'];

let folder: Awaited<ReturnType<typeof freshFolder>>;
let pictures: StoredPictures;
const place = (name: string): string => join(folder.path, name);

beforeAll(async () => {
  folder = await freshFolder();
  pictures = await storeLesson(place('data'));
}, 60_000);
afterAll(() => folder[Symbol.asyncDispose]());

describe.skipIf(server === undefined)('a move', () => {
  const url = new URL(server ?? 'mongodb://127.0.0.1');
  url.pathname = `/bridgeboard_test_${crypto.randomUUID().slice(0, 8)}`;
  afterAll(async () => {
    const connection = await createConnection(url.href).asPromise();
    await connection.dropDatabase();
    await connection.close();
  });

  test('[BK5] [P33] from SQLite to MongoDB and back brings everything over, and each board begins a new epoch', async () => {
    const before = await withStore(openSqliteStorage({ dataDir: place('data') }), contentsOf);
    const from = openSqliteStorage({ dataDir: place('data') });
    const epochs = await withStore(from, (source) =>
      withStore(openMongoStorage({ url: url.href }), async (target) => {
        const moved = await moveStore(source, target, () => Date.now());
        expect(moved.find(({ name }) => name === 'pupils')?.count).toBe(20);
        expect(await contentsOf(target)).toEqual(before);
        expect(await expectPictures(target.storage)).toBe(3);
        await expect(moveStore(source, target, () => Date.now())).rejects.toThrow(/move into an empty one/);
        return lastEpochs(target);
      }),
    );
    await withStore(openMongoStorage({ url: url.href }), (source) =>
      withStore(openSqliteStorage({ dataDir: place('back') }), async (target) => {
        await moveStore(source, target, () => Date.now());
        expect(await contentsOf(target)).toEqual(before);
        expect(await expectPictures(target.storage)).toBe(3);
        const later = await lastEpochs(target);
        expect(new Set([...epochs, ...later]).size).toBe(epochs.length * 2);
      }),
    );
  });

  test('[ER1] [SG-21] an erasure on MongoDB leaves nothing in any collection', async () => {
    const words = 'My grandad swam';
    const storage = await openMongoStorage({ url: url.href });
    const store = await wholeStore(storage);
    const { boards } = await asOfNow(store);
    const journal = (await Promise.all(boards.map(({ id }) => storage.journal.read(id, 1, 1_000)))).flat();
    const author = journal.find(({ content }) => JSON.stringify(content).includes(words))?.facts.actor?.person ?? '';
    const nickname = (await storage.directory.pupil(author))?.nickname ?? 'nobody';
    expect(await collectionsWith(words)).toEqual(['journal', 'checkpoint_chunks'].toSorted());
    await applyErasures(store, [{ id: author, kind: 'person', askedAt: 1, doneAt: null }], () => Date.now());
    for (const gone of [words, nickname]) expect(await collectionsWith(gone)).toEqual([]);

    const { river, field } = pictures;
    await applyErasures(store, [{ id: field.author, kind: 'person', askedAt: 1, doneAt: null }], () => Date.now());
    for (const { hash } of [field.full, field.small]) expect(await collectionsWith(hash)).toEqual([]);
    expect(await collectionsWith(river.full.hash)).toEqual(['assets', 'blobs.files']);
    expect(await countOf('blobs.chunks')).toBe(2);
    await storage.close();
  });

  async function countOf(collection: string): Promise<number> {
    const connection = await createConnection(url.href).asPromise();
    const count = await connection.collection(collection).countDocuments();
    await connection.close();
    return count;
  }

  async function collectionsWith(words: string): Promise<string[]> {
    const connection = await createConnection(url.href).asPromise();
    const found: string[] = [];
    for (const { name } of await connection.listCollections()) {
      const documents = await connection.collection(name).find().toArray();
      if (JSON.stringify(documents).includes(words)) found.push(name);
    }
    await connection.close();
    return found.toSorted();
  }

  async function lastEpochs({ storage }: WholeStore): Promise<string[]> {
    const { boards } = await asOfNow(await wholeStore(storage));
    const last = await Promise.all(boards.map(({ id, lastSeq }) => storage.journal.read(id, lastSeq, 1)));
    return last.flat().map(({ facts }) => facts.epoch);
  }
});
