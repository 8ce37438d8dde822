import { randomUUID } from 'node:crypto';

import { foundPartnership, signCharter } from '@bridgeboard/domain';
import { noFactorRule, strictRules, usualDesk, usualWords, type Board, type Op } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';
import { openMemoryStorage } from '@bridgeboard/storage/memory';
import { openMongoStorage } from '@bridgeboard/storage/mongo';
import { openSqliteStorage } from '@bridgeboard/storage/sqlite';
import { image, richText, shape } from '@bridgeboard/testkit';
import { createConnection } from 'mongoose';
import { expect, test } from 'vitest';

import { createRooms, type Rooms } from '../src/create-rooms.ts';
import { toNobody } from '../src/rooms/fan-out.ts';
import { keepPicture } from './kept-picture.ts';
import { aisha, bello, oliver, reed } from './live-room.ts';
import { freshFolder } from './server-in-process.ts';

const now = 1_790_000_000_000;
const [north, south] = ['SchoolNorth', 'SchoolSouth'];
const people = [
  { ...reed, id: 'staff-reed1', school: north },
  { ...bello, id: 'staff-bello', school: south },
  { ...oliver, id: 'pupil-oliver', school: north },
  { ...aisha, id: 'pupil-aisha', school: south },
] as const;
const facts = {
  title: 'Rain',
  host: south,
  createdBy: 'staff-bello',
  createdAt: now,
  changedAt: now,
  doorOpenUntil: 0,
};
const board: Board = { id: 'BoardOfBoth', partnership: 'Partnership', schools: [north, south], ...facts };
const picture = 'p'.padEnd(21, 'x');

/** Rooms over a store; ids are those of the first that asks, so that two runs are alike. */
function roomsOn(storage: Storage): Rooms {
  let made = 0;
  const random = { bytes: (count: number) => Buffer.alloc(count, (made += 1)) };
  const refusal = () => ({ code: 'SCHOOL_LEFT' as const, message: '', retryable: false, requestId: '' });
  const onError = (what: string, reason: unknown): void => {
    throw new Error(what, { cause: reason });
  };
  return createRooms({ storage, clock: { now: () => now }, random, fanOut: toNobody, refusal, onError });
}

/** Two schools that have worked on a board, of which the south has signed out of the partnership already. */
async function fill(storage: Storage): Promise<void> {
  const { catalogue, directory, publications } = storage;
  const school = { name: 'S', shortName: 'S', place: 'P', country: 'GB', timeZone: 'UTC', languages: ['en'] };
  for (const [id, mark] of [[north, 'a'] as const, [south, 'b'] as const]) {
    await directory.putSchool({
      ...school,
      id,
      mark,
      rules: { ...strictRules, photos: 'with-consent', hours: null },
      link: 'good',
      desk: usualDesk,
      words: usualWords,
      trustAfter: null,
      factor: noFactorRule,
      provider: null,
    });
  }
  const rules = { ...strictRules, photos: 'with-consent' as const, hours: null };
  const signed = [north, south].reduce(
    (one, id) => signCharter(one, { by: { school: id, person: 'staff-reed1' }, rules, now }),
    foundPartnership({ id: 'Partnership', title: 'Rivers', createdAt: now }),
  );
  await directory.putPartnership(signed);
  const rooms = roomsOn(storage);
  await rooms.boards.found(board);
  await catalogue.create(board);
  await keepPicture(storage, {
    id: picture,
    board: board.id,
    author: 'pupil-aisha',
    school: south,
    width: 40,
    height: 30,
    uploadedAt: now,
  });
  const live = await rooms.boards.open(board.id);
  for (const by of people) {
    const records = [shape('note', by.id.slice(6), { 'props.richText': richText(`${by.id} wrote this`) })];
    if (by.id === 'pupil-aisha') records.push(image('picture', `asset:${picture}`));
    const ops = records.map((record): Op => ({ op: 'create', record }));
    const result = await live.edit(by, { client: `browser-of-${by.id}`, seq: 1, ops });
    expect(result).toMatchObject({ answer: { seq: 1 } });
    if (by.role === 'pupil') {
      await catalogue.admit({ board: board.id, pupil: by.id, school: by.school, by: by.id, at: now });
    }
  }
  const records = live.releasedRecords().filter(({ school: whose }) => whose === south);
  const part = { school: south, agreedBy: 'staff-bello', agreedAt: now, records };
  const ended = { withdrawnAt: null, withdrawnBy: null };
  const page = { board: board.id, title: 'Rain', schools: [north, south], proposedBy: 'staff-bello', createdAt: now };
  await publications.create({ id: 'PublicationOfSouth', ...page, parts: [part], ...ended });
  await rooms.close();
  const act = { at: now, school: south, by: 'staff-bello', act: 'left' as const, change: null, before: null };
  await directory.putPartnership({ ...signed, schools: [north], version: 9, history: [...signed.history, act] });
}

/** Everything that has come of it, as far as it does not hang on chance. */
async function outcome(storage: Storage): Promise<unknown> {
  const { assets, catalogue, journal, publications, queue } = storage;
  const boards = [...(await catalogue.boardsOf(north)), ...(await catalogue.boardsOf(south))];
  const kept = boards.map(async ({ id, schools, left, partnership, host }) => {
    const checkpoint = await journal.latestCheckpoint(id);
    const words = JSON.stringify([await journal.read(id, 1, 500), checkpoint?.chunks]);
    return {
      schools,
      partnership,
      host,
      left: left?.map(({ school, done }) => [school, done]),
      entries: await journal.lastSeq(id),
      wrote: people.map((one) => words.includes(`${one.id} wrote this`)),
      assets: (await assets.assetsOf(id)).map((one) => one.id),
      admitted: (await catalogue.admissionsOf(id)).map(({ pupil }) => pupil),
      published: (await publications.publicationsOf(id)).map(({ withdrawnAt, parts }) => [
        withdrawnAt,
        parts.map((part) => part.records),
      ]),
    };
  });
  const waiting = await Promise.all([north, south].map((school) => queue.openOf(school)));
  const lines = waiting.map((some) =>
    some.map((line) => [line.author, boards.findIndex(({ id }) => id === line.board)]),
  );
  return { boards: await Promise.all(kept), lines };
}

const done = {
  boards: [
    {
      schools: [north],
      partnership: 'Partnership',
      host: north,
      left: [[south, true]],
      entries: 10,
      wrote: [true, false, true, false],
      assets: [],
      admitted: ['pupil-oliver'],
      published: [[now, [[]]]],
    },
    {
      schools: [south],
      partnership: null,
      host: south,
      left: [[north, true]],
      entries: 10,
      wrote: [false, true, false, true],
      assets: [picture],
      admitted: ['pupil-aisha'],
      published: [],
    },
  ],
  lines: [[['pupil-oliver', 0]], [['pupil-aisha', 1]]],
};

/** A store that dies at its nth write from now on, and takes none after that. */
function dyingAt(storage: Storage, nth: number): { storage: Storage; isDead: () => boolean } {
  let writes = 0;
  const changes =
    /^(append|replaceContents|putCheckpoint|update|create|admit|dismiss|moveTo|apply|replacePart|withdraw)$/;
  const dying = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name) {
        const found: unknown = Reflect.get(target, name);
        if (typeof found !== 'function') return found;
        return (...values: unknown[]) => {
          if (changes.test(String(name)) && (writes += 1) >= nth) throw new Error('the power is off');
          return Reflect.apply(found, target, values) as unknown;
        };
      },
    });
  const ports = { assets: dying(storage.assets), catalogue: dying(storage.catalogue), journal: dying(storage.journal) };
  const more = { publications: dying(storage.publications), queue: dying(storage.queue) };
  return { storage: { ...storage, ...ports, ...more }, isDead: () => writes >= nth };
}

async function resume(storage: Storage): Promise<void> {
  const rooms = roomsOn(storage);
  await rooms.leavings.resume();
  for (const { id } of await storage.catalogue.boardsOf(north)) await rooms.boards.open(id);
  await rooms.leavings.carryOut();
}

test('[SG-37] [CH16] [CH17] a leave that is cut off at any write is taken up by the next start, and comes to the same', async () => {
  let cuts = 0;
  for (let nth = 1, isDone = false; !isDone; nth += 1) {
    const storage = await openMemoryStorage();
    await fill(storage);
    const dying = dyingAt(storage, nth);
    isDone = await resume(dying.storage).then(
      () => !dying.isDead(),
      () => false,
    );
    if (!isDone) cuts += 1;
    await resume(storage);
    expect([nth, await outcome(storage)]).toEqual([nth, done]);
  }
  expect(cuts).toBeGreaterThan(12);
});

const mongo = process.env['TEST_MONGO_URL'];

test.skipIf(mongo === undefined)('[SG-37] [CH17] it comes to the same on MongoDB', async () => {
  const url = new URL(mongo ?? 'mongodb://127.0.0.1');
  url.pathname = `/bridgeboard_test_${randomUUID().slice(0, 8)}`;
  const storage = await openMongoStorage({ url: url.href });
  await fill(storage);
  await resume(storage);
  expect(await outcome(storage)).toEqual(done);
  await storage.close();
  const connection = await createConnection(url.href).asPromise();
  await connection.dropDatabase();
  await connection.close();
});

test('[SG-37] [CH17] it comes to the same on SQLite, and again to nothing', async () => {
  await using folder = await freshFolder();
  const storage = await openSqliteStorage({ dataDir: folder.path });
  await fill(storage);
  await resume(storage);
  expect(await outcome(storage)).toEqual(done);
  await resume(storage);
  expect(await outcome(storage)).toEqual(done);
  await storage.close();
});
