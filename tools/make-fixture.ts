import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { openMongoStorage } from '@bridgeboard/storage/mongo';
import { openSqliteStorage } from '@bridgeboard/storage/sqlite';
import type { Storage } from '@bridgeboard/storage';

import { applyErasures } from '../apps/server/src/apply-erasures.ts';
import { wholeStore } from '../apps/server/src/whole-store.ts';
import { moveStore } from '../apps/server/src/backup/move-store.ts';
import { writeBackup } from '../apps/server/src/backup/write-backup.ts';
import { readConfig } from '../apps/server/src/config.ts';
import { openLessonWithSessions } from '../apps/server/src/lesson-with-sessions.ts';
import { worldOf } from '../apps/server/src/world.ts';
import { boardFacts } from '../apps/server/test/board-facts.ts';
import { dumpMongo } from '../apps/server/test/mongo-dump.ts';
import { FixtureLesson } from './fixture/fixture-lesson.ts';
import { runCommand, WrongUsage } from './stores/run-command.ts';

const usage = `Usage: TEST_MONGO_URL=mongodb://... pnpm make-fixture DIR
  The data of this version, as later versions will find them: a SQLite folder, a backup, and a dump of a MongoDB database.`;

/** `pnpm make-fixture`: made once for each released format, and kept in the repository for ever. */
await runCommand(usage, async ([folder, ...others]) => {
  const server = process.env['TEST_MONGO_URL'];
  if (folder === undefined || others.length > 0 || server === undefined) throw new WrongUsage();
  const dataDir = join(resolve(folder), 'sqlite');
  await mkdir(dataDir, { recursive: true });
  const storage = await openSqliteStorage({ dataDir });
  await fill(storage, dataDir);
  const store = await wholeStore(storage);
  await writeBackup(store, { folder: join(folder, 'backup'), keyFolder: dataDir, now: Date.now() });
  await writeFile(join(folder, 'boards.json'), `${JSON.stringify(await boardFacts(storage), null, 1)}\n`);
  await writeFile(join(folder, 'mongo.ndjson'), await asMongo(storage, server));
  await storage.close();
  await tidy(dataDir);
});

async function fill(storage: Storage, dataDir: string): Promise<void> {
  const config = readConfig({ ...process.env, DATA_DIR: dataDir, MONGO_URL: '', DEMO: '0' });
  const world = worldOf(config, {});
  const { board, people } = await openLessonWithSessions(
    { config, storage, world },
    { schools: 2, pupils: 6, mode: 'held' },
  );
  const [teacher] = people;
  const [one, two, erased] = people.filter(({ role, school }) => role === 'pupil' && school === teacher?.school);
  if (!teacher || !one || !two || !erased) throw new Error('the lesson has too few people');
  await new FixtureLesson({ storage, world, board, teacher, pupils: [erased, one], name: 'first' }).hold();
  const asked = { id: erased.id, kind: 'person' as const, askedAt: Date.now(), doneAt: null };
  await applyErasures(await wholeStore(storage), [asked], () => Date.now());
  await new FixtureLesson({ storage, world, board, teacher, pupils: [one, two], name: 'second' }).hold();
}

/** The same data as a MongoDB database has them. */
async function asMongo(storage: Storage, server: string): Promise<string> {
  const url = new URL(server);
  url.pathname = `/bridgeboard_test_${crypto.randomUUID().slice(0, 12)}`;
  const target = await openMongoStorage({ url: url.href });
  const store = await wholeStore(target);
  await moveStore(await wholeStore(storage), store, () => Date.now());
  const dump = await dumpMongo(url.href);
  const { identityDatabase } = target;
  if (identityDatabase.kind === 'mongo') await identityDatabase.db.dropDatabase();
  await target.close();
  return dump;
}

/** The files alone, as small as they can be: no sessions, no log, no lock, no room held back. */
async function tidy(dataDir: string): Promise<void> {
  for (const name of ['identities.sqlite', 'bridgeboard.sqlite']) {
    const database = new DatabaseSync(join(dataDir, name));
    if (name === 'identities.sqlite') database.exec('DELETE FROM session');
    database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
  }
  for (const name of ['bridgeboard.lock', 'bridgeboard.lock-journal', 'bridgeboard.reserve'])
    await rm(join(dataDir, name), { force: true });
}
