import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MongoFaults, type Fault } from '../contract/mongo-faults.ts';
import { dropMongo, freshMongoUrl } from '../contract/mongo-stores.ts';
import { sampleEntries, sampleEntry, sampleLine } from '../contract/samples.ts';
import type { Storage } from '../ports/storage.ts';
import { openMongoStorage } from './open.ts';

const server = process.env['TEST_MONGO_URL'];
const secret = 'a word only a child knows';
const telling = sampleEntry('board', 1, { contents: [{ text: secret }], inverses: [] });

describe.skipIf(server === undefined)('mongo in trouble', () => {
  let url: string;
  let storage: Storage;
  let faults: MongoFaults;

  beforeEach(async () => {
    url = freshMongoUrl(server);
    storage = await openMongoStorage({ url });
    faults = await MongoFaults.at(url);
  });
  afterEach(async () => {
    await faults.close();
    await storage.close();
    await dropMongo(url);
  });

  const strike = (commands: string[], fault: Fault, times = 1) => faults.strike({ commands, times, fault });

  it.each([
    ['PrimarySteppedDown', 189],
    ['NotWritablePrimary', 10_107],
    ['ShutdownInProgress', 91],
    ['InterruptedAtShutdown', 11_600],
    ['MaxTimeMSExpired', 50],
    ['Unauthorized', 13],
  ])('[REL-15] %s at an append is told as unavailable, and the next attempt is taken', async (_name, errorCode) => {
    await strike(['insert'], { errorCode });
    await expect(storage.journal.append([telling])).rejects.toMatchObject({
      name: 'StorageUnavailable',
      code: 'DB_DOWN',
    });
    await storage.journal.append([telling]);
    expect(await storage.journal.read('board', 1, 9)).toStrictEqual([telling]);
  });

  it('[REL-14] a full disk is told as such', async () => {
    await strike(['insert'], { errorCode: 14_031 });
    await expect(storage.journal.append([telling])).rejects.toMatchObject({ code: 'STORAGE_FULL' });
  });

  it('[REL-15] a connection that is cut at an append is told as unavailable', async () => {
    await strike(['insert'], { closeConnection: true });
    await expect(storage.journal.append([telling])).rejects.toMatchObject({ code: 'DB_DOWN' });
    await expect(storage.ping()).resolves.toBeUndefined();
  });

  it('[D7] an append that the majority did not confirm is no success', async () => {
    await strike(['insert'], { writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' } });
    await expect(storage.journal.append([telling])).rejects.toMatchObject({ code: 'DB_DOWN' });
  });

  it('[D7] no other write that the majority did not confirm is a success', async () => {
    await strike(['update'], { writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' } });
    await expect(storage.queue.apply('board', 1, [])).rejects.toMatchObject({ code: 'DB_DOWN' });
  });

  it('an error says nothing of what was to be kept', async () => {
    const faults: Fault[] = [
      { errorCode: 91 },
      { errorCode: 14_031 },
      { writeConcernError: { code: 64, errmsg: 'x' } },
    ];
    for (const fault of faults) {
      await strike(['insert'], fault);
      const error = await storage.journal.append([telling]).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ name: 'StorageUnavailable' });
      expect(inspect(error, { depth: Infinity })).not.toContain(secret);
    }
    await storage.journal.append([telling]).catch(() => undefined);
    const conflict = await storage.journal.append([telling]).catch((reason: unknown) => reason);
    expect(conflict).toMatchObject({ name: 'JournalConflict' });
    expect(inspect(conflict, { depth: Infinity })).not.toContain(secret);
  });

  it('[REL-15] a read outlives one cut connection', async () => {
    await storage.journal.append(sampleEntries('board', 1, 2));
    await strike(['find'], { closeConnection: true });
    expect(await storage.journal.read('board', 1, 9)).toStrictEqual(sampleEntries('board', 1, 2));
  });

  it.each([
    ['journal.read', () => storage.journal.read('board', 1, 9)],
    ['journal.lastSeq', () => storage.journal.lastSeq('board')],
    ['journal.latestCheckpoint', () => storage.journal.latestCheckpoint('board')],
    ['catalogue.board', () => storage.catalogue.board('board')],
    ['directory.schools', () => storage.directory.schools()],
  ])('[REL-15] %s is never answered as empty because of an error', async (_name, read) => {
    await strike(['find'], { errorCode: 91 }, 10);
    await expect(read()).rejects.toMatchObject({ code: 'DB_DOWN' });
  });

  it('[D18] a step of the queue that failed can be asked for again before the next', async () => {
    const [one, two] = [
      sampleLine({ board: 'board-00001', case: 'one' }),
      sampleLine({ board: 'board-00001', case: 'two' }),
    ];
    await strike(['update'], { errorCode: 91 });
    await expect(storage.queue.apply('board-00001', 1, [one])).rejects.toMatchObject({ code: 'DB_DOWN' });
    await storage.queue.apply('board-00001', 1, [one]);
    await storage.queue.apply('board-00001', 2, [two]);
    expect(await storage.queue.openOf(one.school)).toStrictEqual([one]);
  });

  it('a user who may not write is refused at opening, in one sentence', async () => {
    await strike(['createIndexes'], { errorCode: 13 });
    await expect(openMongoStorage({ url })).rejects.toThrow('MongoDB does not let this user write to the database.');
  });

  it('ping tells an unreachable store', async () => {
    await strike(['update'], { closeConnection: true });
    await expect(storage.ping()).rejects.toMatchObject({ code: 'DB_DOWN' });
  });
});
