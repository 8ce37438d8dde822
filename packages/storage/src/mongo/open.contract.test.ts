import { createServer } from 'node:net';
import { once } from 'node:events';
import { createConnection } from 'mongoose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleDraft, sealSample } from '../contract/audit-samples.ts';
import { dropMongo, freshMongoUrl } from '../contract/mongo-stores.ts';
import { freshId, sampleEntries, sampleEntry, sampleLine, sampleManifest, sampleSchool } from '../contract/samples.ts';
import { CannotOpenStorage, JournalConflict, StorageDamaged } from '../ports/errors.ts';
import { openMongoStorage } from './open.ts';

const server = process.env['TEST_MONGO_URL'];

describe.skipIf(server === undefined)('a mongo store', () => {
  let url: string;
  beforeEach(() => {
    url = freshMongoUrl(server);
  });
  afterEach(() => dropMongo(url));

  async function outside(command: Record<string, unknown>): Promise<void> {
    const connection = await createConnection(url).asPromise();
    await connection.db?.command(command);
    await connection.close();
  }

  it('[D3] of two processes that believe they own a board, the second to append is refused', async () => {
    const [one, two] = await Promise.all([openMongoStorage({ url }), openMongoStorage({ url })]);
    await one.journal.append(sampleEntries('board', 1, 2));
    await expect(two.journal.append([sampleEntry('board', 2)])).rejects.toBeInstanceOf(JournalConflict);
    const answers = await Promise.allSettled(
      [one, two].map(({ journal }) => journal.append(sampleEntries('board', 3, 4))),
    );
    expect(answers.map(({ status }) => status).sort()).toStrictEqual(['fulfilled', 'rejected']);
    expect(await two.journal.read('board', 1, 9)).toStrictEqual(sampleEntries('board', 1, 4));
    await Promise.all([one.close(), two.close()]);
  });

  it('[D18] of two processes that first tell of a board at the same moment, the later number stands', async () => {
    const [one, two] = await Promise.all([openMongoStorage({ url }), openMongoStorage({ url })]);
    const boards = Array.from({ length: 40 }, freshId);
    await Promise.all(
      boards.flatMap((board) => [
        one.queue.apply(board, 1, [sampleLine({ board, author: 'one' })]),
        two.queue.apply(board, 2, [sampleLine({ board, author: 'two' })]),
      ]),
    );
    for (const board of boards) expect(await one.queue.appliedSeq(board)).toBe(2);
    await Promise.all([one.close(), two.close()]);
  });

  it('[AU2] of two processes that write the audit log at once, each line has its own number upon the one before it', async () => {
    const [one, two] = await Promise.all([openMongoStorage({ url }), openMongoStorage({ url })]);
    const board = freshId();
    const told = (seq: number) => sampleDraft({ board, entry: { seq, place: 0 } });
    await Promise.all(
      Array.from({ length: 15 }, (_, i) => [
        one.audit.append([sampleDraft(), told(i + 1)], sealSample),
        two.audit.append([told(i + 1), sampleDraft()], sealSample),
      ]).flat(),
    );
    await one.audit.head();
    const lines = await one.audit.read(1, 99);
    expect(lines.map(({ line }) => line.number)).toStrictEqual(Array.from({ length: 45 }, (_, i) => i + 1));
    lines.reduce((hash, { line }) => {
      expect(line.hash).toBe(sealSample({ number: line.number - 1, hash }, sampleDraft()).line.hash);
      return line.hash;
    }, '');
    expect(await two.audit.head()).toStrictEqual({ number: 45, hash: lines.at(-1)?.line.hash });
    await Promise.all([one.close(), two.close()]);
  });

  it('[AU3] where lines are gone at the end, the next one comes behind the hole', async () => {
    const storage = await openMongoStorage({ url });
    await storage.audit.append([sampleDraft(), sampleDraft(), sampleDraft()], sealSample);
    await outside({ delete: 'audit_lines', deletes: [{ q: { _id: { $gt: 1 } }, limit: 0 }] });
    await storage.audit.append([sampleDraft()], sealSample);
    expect((await storage.audit.read(1, 9)).map(({ line }) => line.number)).toStrictEqual([1, 4]);
    await storage.close();
  });

  it('[D7] waits for the majority and its disks, whatever the address says', async () => {
    const storage = await openMongoStorage({
      url: `${url}&w=1&journal=false&retryWrites=true&readPreference=secondary`,
    });
    const { identityDatabase } = storage;
    if (identityDatabase.kind !== 'mongo') throw new Error('this is mongo');
    expect(identityDatabase.client.options.writeConcern).toMatchObject({ w: 'majority', journal: true });
    expect(identityDatabase.client.options.readPreference.mode).toBe('primary');
    expect(identityDatabase.client.options.retryWrites).toBe(false);
    expect(identityDatabase.db.databaseName).toMatch(/^bridgeboard_test_/);
    await storage.close();
  });

  it('[D7] says so when the server is a stand-alone one, and only then', async () => {
    const storage = await openMongoStorage({ url });
    const { identityDatabase } = storage;
    if (identityDatabase.kind !== 'mongo') throw new Error('this is mongo');
    expect(storage.notes.some((note) => note.includes('stand-alone'))).toBe(!identityDatabase.transactions);
    await storage.close();
  });

  it.each([
    ['content that is no JSON', { $set: { content: 'no JSON' } }],
    ['content that is gone', { $unset: { content: 1 } }],
    ['facts of another entry', { $set: { facts: JSON.stringify(sampleEntry('board', 2).facts) } }],
    ['another number', { $set: { seq: 40 } }],
  ])('[D3] with %s refuses to read rather than leaving it out', async (_what, spoil) => {
    const storage = await openMongoStorage({ url });
    await storage.journal.append(sampleEntries('board', 1, 5));
    await outside({ update: 'journal', updates: [{ q: { board: 'board', seq: 3 }, u: spoil }] });
    await expect(storage.journal.read('board', 1, 9)).rejects.toBeInstanceOf(StorageDamaged);
    expect(await storage.journal.read('board', 1, 2)).toStrictEqual(sampleEntries('board', 1, 2));
    await storage.close();
  });

  it('[P32] a checkpoint that lost a chunk does not count', async () => {
    const storage = await openMongoStorage({ url });
    await storage.journal.putCheckpoint(sampleManifest('board', 5, 2), ['one', 'two']);
    await outside({ delete: 'checkpoint_chunks', deletes: [{ q: { place: 1 }, limit: 0 }] });
    expect(await storage.journal.latestCheckpoint('board')).toBeNull();
    await storage.close();
  });

  it('[P32] chunks of a checkpoint that was cut off go with the next', async () => {
    const storage = await openMongoStorage({ url });
    await outside({
      insert: 'checkpoint_chunks',
      documents: [{ board: 'board', seq: 4, put: 'x', place: 0, chunk: 'half' }],
    });
    expect(await storage.journal.latestCheckpoint('board')).toBeNull();
    await storage.journal.putCheckpoint(sampleManifest('board', 5, 1), ['whole']);
    const connection = await createConnection(url).asPromise();
    expect(await connection.collection('checkpoint_chunks').countDocuments()).toBe(1);
    await connection.close();
    await storage.close();
  });

  it('a school of another shape makes the list of schools fail', async () => {
    const storage = await openMongoStorage({ url });
    await storage.directory.putSchool(sampleSchool());
    await outside({ update: 'schools', updates: [{ q: {}, u: { $set: { mark: 'z' } } }] });
    await expect(storage.directory.schools()).rejects.toBeInstanceOf(StorageDamaged);
    await storage.close();
  });

  it('[UP1] is not opened after a newer version has written to it, and is left as it is', async () => {
    await (await openMongoStorage({ url })).close();
    await outside({ update: 'layouts', updates: [{ q: {}, u: { $set: { version: 2 } } }] });
    await expect(openMongoStorage({ url })).rejects.toThrow(
      new CannotOpenStorage('The data were written by a newer version of Bridgeboard: start that version.'),
    );
    await outside({ update: 'layouts', updates: [{ q: {}, u: { $set: { version: 1 } } }] });
    await (await openMongoStorage({ url })).close();
  });

  it('is not opened without its unique index', async () => {
    await outside({ insert: 'journal', documents: [1, 2].map(() => ({ board: 'board', seq: 1 })) });
    await expect(openMongoStorage({ url })).rejects.toThrow(
      new CannotOpenStorage('MongoDB does not make the indexes of "journal".'),
    );
  });
});

describe('a mongo address', () => {
  it('where nobody answers is refused in one sentence without the password', async () => {
    // A port that was free a moment ago.
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const address = listener.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    listener.close();
    await once(listener, 'close');
    const opening = openMongoStorage({ url: `mongodb://user:secret@127.0.0.1:${port}/x` });
    await expect(opening).rejects.toThrow(new CannotOpenStorage(`MongoDB at 127.0.0.1:${port} does not answer.`));
  });

  it.each(['', 'localhost', 'http://localhost:27017', 'mongodb://', 'mongodb://a:b@'])(
    '%j is not understood',
    async (url) => {
      await expect(openMongoStorage({ url })).rejects.toThrow(
        new CannotOpenStorage('The address of MongoDB is not one that can be understood.'),
      );
    },
  );
});
