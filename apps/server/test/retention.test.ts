import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { keptClasses, type ArchivedBoard, type BoardLine, type KeptClass } from '@bridgeboard/protocol';
import { openMongoStorage } from '@bridgeboard/storage/mongo';
import { openSqliteStorage } from '@bridgeboard/storage/sqlite';
import { RawClient, until, type HttpPerson } from '@bridgeboard/testkit';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { allBoards } from '../src/all-boards.ts';
import { applyErasures } from '../src/apply-erasures.ts';
import { AuditFeed } from '../src/audit/audit-feed.ts';
import { AuditKeeper } from '../src/audit-keeper.ts';
import { moveStore } from '../src/backup/move-store.ts';
import { storeParts } from '../src/backup/store-parts.ts';
import { createCharterOf } from '../src/charter-of.ts';
import { BoardRetention } from '../src/retention/board-retention.ts';
import { systemRandom } from '../src/time-and-chance.ts';
import type { WholeStore } from '../src/whole-store.ts';
import { useReportingLesson } from './reporting-lesson.ts';
import { freshFolder } from './server-in-process.ts';
import { storeLesson } from './stored-lesson.ts';
import { backUp, contentsOf, restore, withStore } from './whole-store.ts';

const dayMs = 86_400_000;
const mongo = process.env['TEST_MONGO_URL'];

/** A day of a server with a store to itself, which starts anew each time. */
async function aDay(store: WholeStore, now: number): Promise<void> {
  const { storage } = store;
  const keeper = new AuditKeeper({ log: storage.audit, clock: { now: () => now }, random: systemRandom });
  const failed: unknown[] = [];
  const retention = new BoardRetention({
    storage,
    charterOf: createCharterOf(storage.directory),
    keeper,
    isInUse: () => false,
    reopen: () => Promise.resolve(),
    now: () => now,
    onError: (_what, reason) => failed.push(reason),
  });
  await retention.carryOut();
  await retention.carryOut();
  const open = (await storage.erasures.all()).filter(({ doneAt }) => doneAt === null);
  if (open.length > 0) await applyErasures(store, open, () => now);
  expect(failed).toEqual([]);
}

async function countsOf(store: WholeStore): Promise<Record<string, number>> {
  const contents = await contentsOf(store);
  return Object.fromEntries(Object.entries(contents).map(([name, values]) => [name, values.length]));
}

describe('a store that nobody comes to for 400 days', () => {
  let folder: Awaited<ReturnType<typeof freshFolder>>;
  const place = (name: string): string => join(folder.path, name);
  const url = new URL(mongo ?? 'mongodb://127.0.0.1');
  url.pathname = `/bridgeboard_test_${crypto.randomUUID().slice(0, 8)}`;

  beforeAll(async () => {
    folder = await freshFolder();
    await storeLesson(place('data'));
    await backUp(place('data'), place('old'));
    if (mongo === undefined) return;
    await withStore(openSqliteStorage({ dataDir: place('data') }), (source) =>
      withStore(openMongoStorage({ url: url.href }), (target) => moveStore(source, target, () => Date.now())),
    );
  }, 60_000);
  afterAll(async () => {
    await folder[Symbol.asyncDispose]();
    if (mongo === undefined) return;
    const connection = await createConnection(url.href).asPromise();
    await connection.dropDatabase();
    await connection.close();
  });

  async function expectAllGone(store: WholeStore): Promise<void> {
    const { storage } = store;
    const boards = (await allBoards(storage)).map(({ id }) => id);
    // As a start does: a move has told each board's journal, and not yet the log.
    await new AuditFeed({ storage, onError: () => undefined }).catchUp(boards);
    const before = await countsOf(store);
    const pictures = (await Promise.all(boards.map((board) => storage.assets.assetsOf(board)))).flat();
    const hashes = pictures.flatMap(({ full, small }) => [full.hash, small.hash]);
    expect(hashes).toHaveLength(6);
    const schools = (await storage.directory.schools()).map(({ id }) => id);
    const begun = Date.now();
    // Six months by the charter: the stricter of the two schools.
    await aDay(store, begun + 180 * dayMs);
    expect(await countsOf(store)).toEqual(before);
    for (let day = 184; day <= 400; day += 3) await aDay(store, begun + day * dayMs);

    const gone = { boards: 0, admissions: 0, publications: 0, pictures: 0, journal: 0 };
    const erasures = Number(before['erasures']) + boards.length;
    const audit = Number(before['audit']) + 2 * boards.length;
    expect(await countsOf(store)).toEqual({ ...before, ...gone, erasures, audit });
    for (const school of schools) expect(await storage.queue.openOf(school)).toEqual([]);
    for (const board of boards) {
      expect(await storage.journal.lastSeq(board)).toBe(0);
      expect(await storage.journal.latestCheckpoint(board)).toBeNull();
      const acts = ['board.archive', 'board.delete'] as const;
      const told = await storage.audit.find({ school: schools[0] ?? '', below: 1e9, limit: 200, acts, board });
      expect(told.lines.map(({ line }) => line.act)).toEqual([...acts].toReversed());
    }
    for (const hash of hashes) expect(await storage.blobs.size(hash)).toBeNull();
  }

  test('[SG-23] [KE1] [KE3] [KE5] on SQLite all its boards are gone for good, and nothing else', async () => {
    await withStore(openSqliteStorage({ dataDir: place('data') }), expectAllGone);
  });

  test.skipIf(mongo === undefined)('[SG-23] [KE3] on MongoDB the same', async () => {
    await withStore(openMongoStorage({ url: url.href }), expectAllGone);
  });

  test('[KE3] [ER4] a backup from before brings none of them back, where a later one knows', async () => {
    await backUp(place('data'), place('new'));
    await restore(place('old'), place('restored'), [place('new')]);
    const counts = await withStore(openSqliteStorage({ dataDir: place('restored') }), countsOf);
    expect(counts).toMatchObject({ boards: 0, journal: 0, pictures: 0, publications: 0 });
    expect(counts['pupils']).toBe(20);
  });
});

describe('every table', () => {
  /** What is kept beside the parts of a backup, and which part or class each table belongs to. */
  const tables: Readonly<Record<string, string>> = {
    board: 'boards',
    board_school: 'boards',
    admission: 'admissions',
    publication: 'publications',
    asset: 'pictures',
    journal_entry: 'journal',
    journal_content: 'journal',
    checkpoint: 'journal',
    checkpoint_chunk: 'journal',
    queue_applied: 'journal',
    queue_line: 'journal',
    school: 'schools',
    partnership: 'partnerships',
    staff: 'staff',
    class: 'classes',
    pupil: 'pupils',
    pupil_trust: 'trust',
    erasure: 'erasures',
    audit_line: 'audit',
    audit_head: 'audit',
    concern_line: 'concerns',
    concern_head: 'concerns',
    user: 'identities',
    account: 'identities',
    twoFactor: 'identities',
    passkey: 'identities',
    session: 'class sessions',
    verification: 'class sessions',
    invitation: 'class invitations',
  };
  /** They hold nothing of anybody. */
  const empty = new Set(['migration', 'ping', 'sqlite_sequence', 'sqlite_stat1']);

  function classOf(table: string): KeptClass | undefined {
    const where = tables[table];
    if (where?.startsWith('class ')) return where.slice(6) as KeptClass;
    return storeParts.find(({ name }) => name === where)?.keeps;
  }

  test('[SG-23] is of a class with a period, and every class that a store has is of some table', async () => {
    await using folder = await freshFolder();
    await storeLesson(join(folder.path, 'data'));
    const files = ['bridgeboard.sqlite', 'identities.sqlite'];
    const names = files.flatMap((file) => {
      const database = new DatabaseSync(join(folder.path, 'data', file), { readOnly: true });
      const rows = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
      database.close();
      return rows.map(({ name }) => String(name)).filter((name) => !empty.has(name));
    });
    expect(names.length).toBeGreaterThan(25);
    for (const name of names) expect(keptClasses, `${name} is of no class`).toHaveProperty(classOf(name) ?? name);
    // Networks stand in lines of the audit log, uploads among the pictures.
    const known = new Set([...names.map(classOf), 'networks', 'uploads']);
    expect(Object.keys(keptClasses).filter((one) => !known.has(one as KeptClass))).toEqual([]);
  });
});

describe('a board on its way out', () => {
  const started = useReportingLesson();
  const at = () => started.here;
  const old = Date.UTC(2020, 0, 1);
  const lists = async (person: HttpPerson) =>
    (await person.get('/api/boards')).json as { boards: BoardLine[]; archived: ArchivedBoard[] };

  async function sweepWithNobodyThere(): Promise<void> {
    const { server, lesson } = at();
    await server.storage.catalogue.update(lesson.board, { changedAt: old });
    await server.sweepKept();
  }

  test('[KE1] is not archived while somebody has it open', async () => {
    await sweepWithNobodyThere();
    expect((await lists(at().lesson.reed)).archived).toEqual([]);
  });

  test('[KE1] [KE2] leaves the lists, tells whoever comes, and is brought back by its staff alone', async () => {
    const { server, lesson, pen, desk } = at();
    await at().noteOf('held');
    await Promise.all([pen.close(), desk.close()]);
    const room = await server.boards.open(lesson.board);
    await until(() => room.present().size === 0, 'nobody there');
    await sweepWithNobodyThere();
    for (const person of [lesson.reed, lesson.bello]) {
      const { boards, archived } = await lists(person);
      expect(boards.map(({ id }) => id)).not.toContain(lesson.board);
      expect(archived).toMatchObject([{ id: lesson.board, title: 'Rain' }]);
      expect(archived[0]?.goesAt).toBeGreaterThan(Date.now() + 29 * dayMs);
    }
    expect((await lists(lesson.oliver)).archived).toEqual([]);
    for (const person of [lesson.reed, lesson.oliver]) {
      await using client = await new RawClient(person).join(lesson.board);
      expect(client.ended?.code).toBe('ARCHIVED');
      expect((await person.get(`/api/boards/${lesson.board}/picture.svg`)).status).toBe(200);
    }
    const path = `/api/boards/${lesson.board}`;
    expect((await lesson.reed.post(`${path}/door`, { minutes: 5 })).json).toMatchObject({ code: 'ARCHIVED' });
    expect((await lesson.reed.get(`${path}/queue`)).status).toBe(200);
    expect((await lesson.oliver.post(`${path}/bring-back`)).json).toMatchObject({ code: 'FORBIDDEN' });
    expect((await lesson.bello.post(`${path}/bring-back`)).json).toEqual({ broughtBack: true });
    expect((await lesson.bello.post(`${path}/bring-back`)).json).toEqual({ broughtBack: false });
    await server.sweepKept();
    expect((await lists(lesson.reed)).boards.map(({ id }) => id)).toContain(lesson.board);
    await using client = await new RawClient(lesson.oliver).join(lesson.board);
    expect(client.ended).toBeNull();
  });

  test('[KE4] [SG-24] [KE5] is out of sight on its day, stays while a report about it is open or held, and is deleted then', async () => {
    const { server, lesson } = at();
    const step = (lead: HttpPerson, concern: string, what: object) => at().step(lead, concern, what);
    const { catalogue, journal, audit, directory } = server.storage;
    const room = await server.boards.open(lesson.board);
    await until(() => room.present().size === 0, 'nobody there');
    const id = at().newId();
    expect((await at().report(lesson.oliver, { id })).status).toBe(200);
    await sweepWithNobodyThere();
    const due = { at: old, goesAt: Date.now() - 1, saidAt: old, heldAt: null };
    await catalogue.update(lesson.board, { archived: due });
    await server.sweepKept();
    await server.sweepKept();
    expect((await lists(lesson.bello)).archived).toEqual([]);
    const path = `/api/boards/${lesson.board}`;
    for (const ask of ['', '/queue', '/picture.svg']) expect((await lesson.reed.get(path + ask)).status).toBe(404);
    const waiting = (await lesson.reed.get('/api/queue')).text;
    expect(waiting).not.toContain(lesson.board);
    expect(await at().caseOf(lesson.reed, id)).toMatchObject({ id, boardStays: true });

    await step(lesson.reed, id, { step: 'hold', isOn: true });
    for (const lead of [lesson.reed, lesson.bello]) await step(lead, id, { step: 'close', outcome: 'talked' });
    await server.sweepKept();
    expect((await catalogue.board(lesson.board))?.archived?.heldAt).not.toBeNull();
    await step(lesson.reed, id, { step: 'hold', isOn: false });
    await server.sweepKept();
    await expect.poll(() => catalogue.board(lesson.board), { timeout: 5_000 }).toBeNull();
    await expect.poll(() => journal.lastSeq(lesson.board), { timeout: 5_000 }).toBe(0);
    expect((await lesson.reed.get(`/api/boards/${lesson.board}`)).status).toBe(404);
    expect(await at().caseOf(lesson.reed, id)).toMatchObject({ id, boardStays: false });
    const [school = { id: '' }] = await directory.schools();
    const told = await audit.find({ school: school.id, below: 1e9, limit: 50, board: lesson.board });
    const acts = told.lines.map(({ line }) => line.act).filter((act) => act.startsWith('board.'));
    expect(acts.slice(0, 3)).toEqual(['board.delete', 'board.keep', 'board.archive']);
    const kept = told.lines.find(({ line }) => line.act === 'board.keep');
    expect(kept?.line.subjects).toEqual([{ kind: 'concern', id }]);
  });

  test('[KE6] sessions and invitations go when they are over', async () => {
    const { server, lesson } = at();
    const { invitations, directory } = server.storage;
    const offered = async () => {
      const schools = await directory.schools();
      return (await Promise.all(schools.map(({ id }) => invitations.invitationsOf(id)))).flat();
    };
    const sessions = (): number => {
      const database = new DatabaseSync(join(server.dataDir, 'identities.sqlite'), { readOnly: true });
      const row = database.prepare('SELECT count(*) AS count FROM session').get();
      database.close();
      return Number(row?.['count']);
    };
    await lesson.reed.post('/api/school/invitations', { name: 'Ms Khan', roles: ['teacher'] });
    await server.sweepKept();
    expect(sessions()).toBeGreaterThan(3);
    expect(await offered()).toHaveLength(1);
    server.clock.forward(7.1 * dayMs);
    await server.sweepKept();
    expect(sessions()).toBe(0);
    expect(await offered()).toEqual([]);
  });
});
