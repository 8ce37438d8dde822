import { createHash } from 'node:crypto';
import { appendFile, cp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { openMemoryStorage } from '@bridgeboard/storage/memory';
import { openMongoStorage } from '@bridgeboard/storage/mongo';
import { openSqliteStorage } from '@bridgeboard/storage/sqlite';
import type { Storage } from '@bridgeboard/storage';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { applyErasures } from '../src/apply-erasures.ts';
import { asOfNow, wholeStore, type WholeStore } from '../src/whole-store.ts';
import { BackupFailure } from '../src/backup/backup-failure.ts';
import { erasedElsewhere } from '../src/backup/erased-elsewhere.ts';
import { manifest } from '../src/backup/manifest.ts';
import { moveStore } from '../src/backup/move-store.ts';
import { readBackup } from '../src/backup/read-backup.ts';
import { restoreBackup } from '../src/backup/restore-backup.ts';
import { storeParts } from '../src/backup/store-parts.ts';
import { writeBackup } from '../src/backup/write-backup.ts';
import { freshFolder, startInProcess } from './server-in-process.ts';
import { backUp } from './whole-store.ts';

const mongoServer = process.env['TEST_MONGO_URL'];

let folder: Awaited<ReturnType<typeof freshFolder>>;
const place = (name: string): string => join(folder.path, name);

// The demo has some of everything that matters: people, passwords, held, released and rejected work.
beforeAll(async () => {
  folder = await freshFolder();
  await (await startInProcess({ DATA_DIR: place('data') })).close();
  await backUp(place('data'), place('sound'));
}, 60_000);
afterAll(() => folder[Symbol.asyncDispose]());

/** Everything a store holds but what a restore adds to it, part by part. */
async function contentsOf(store: WholeStore): Promise<Record<string, unknown[]>> {
  const source = await asOfNow(store);
  const all: Record<string, unknown[]> = {};
  for (const part of storeParts) {
    const values: string[] = [];
    for await (const value of part.read(source)) values.push(JSON.stringify(value));
    all[part.name] = values.filter((line) => !line.includes('"kind":"restore"')).toSorted();
  }
  return all;
}

function without(text: string, line: number): string {
  return text.split('\n').toSpliced(line, 1).join('\n');
}

async function withStore<Result>(opening: Promise<Storage>, use: (store: WholeStore) => Promise<Result>) {
  const storage = await opening;
  try {
    return await use(await wholeStore(storage));
  } finally {
    await storage.close();
  }
}

describe('a backup', () => {
  test('[BK2] [BK5] comes back as it was, in whatever store', async () => {
    const backup = await readBackup(place('sound'));
    const before = await withStore(openSqliteStorage({ dataDir: place('data') }), contentsOf);
    await withStore(openMemoryStorage(), async (store) => {
      await restoreBackup(store, { backup, dataDir: place('memory'), erased: [], now: () => 1 });
      expect(await contentsOf(store)).toEqual(before);
      // And what was restored can be backed up and restored again.
      await writeBackup(store, { folder: place('second'), keyFolder: place('memory'), now: 2 });
    });
    const again = await readBackup(place('second'));
    expect(again.manifest.files.find(({ name }) => name === 'pupils')).toEqual(
      backup.manifest.files.find(({ name }) => name === 'pupils'),
    );
  });

  test.each([
    ['without its manifest', (at: string) => rm(join(at, 'backup.json')), /holds no backup of Bridgeboard\.$/],
    ['whose manifest is cut off', (at: string) => truncate(join(at, 'backup.json'), 40), /is damaged: backup\.json/],
    ['without a file', (at: string) => rm(join(at, 'pupils.ndjson')), /is damaged: pupils\.ndjson/],
    ['with a file that is cut off', (at: string) => truncate(join(at, 'journal.ndjson'), 999), /is damaged: journal/],
    ['with a line too many', (at: string) => appendFile(join(at, 'staff.ndjson'), '{}\n'), /is damaged: staff/],
    ['with another key', (at: string) => writeFile(join(at, 'instance.key'), 'x'), /is damaged: instance\.key/],
    ['without its key', (at: string) => rm(join(at, 'instance.key')), /is damaged: instance\.key/],
  ])('[BK2] %s is refused with one sentence', async (_what, spoil, words) => {
    await cp(place('sound'), place('spoilt'), { recursive: true });
    await spoil(place('spoilt'));
    const reading = readBackup(place('spoilt'));
    await expect(reading).rejects.toBeInstanceOf(BackupFailure);
    await expect(reading).rejects.toThrow(words);
    await rm(place('spoilt'), { recursive: true });
  });

  /** A backup whose hashes are right although a line of a file was changed: by somebody who knows how. */
  async function forged(file: string, change: (text: string) => string): Promise<string> {
    await cp(place('sound'), place('forged'), { recursive: true });
    const text = change(await readFile(join(place('forged'), `${file}.ndjson`), 'utf8'));
    await writeFile(join(place('forged'), `${file}.ndjson`), text);
    const said = manifest.parse(JSON.parse(await readFile(join(place('forged'), 'backup.json'), 'utf8')));
    const sha256 = createHash('sha256').update(text).digest('hex');
    const count = text.split('\n').length - 1;
    const files = said.files.map((one) =>
      one.name === file ? { ...one, sha256, count, bytes: Buffer.byteLength(text) } : one,
    );
    await writeFile(join(place('forged'), 'backup.json'), JSON.stringify({ ...said, files }));
    return place('forged');
  }

  test.each<{ what: string; file: string; change: (text: string) => string; words: RegExp }>([
    { what: 'a line that is no JSON', file: 'schools', change: (text) => `${text}secret\n`, words: /a line of/ },
    { what: 'a thing of another shape', file: 'pupils', change: (text) => `${text}{"id":1}\n`, words: /a line of/ },
    { what: 'half a line', file: 'staff', change: (text) => text.slice(0, -1), words: /in the middle of a line\.$/ },
    { what: 'an entry left out', file: 'journal', change: (text) => without(text, 3), words: /journal/ },
    { what: 'another fact', file: 'journal', change: (text) => text.replace('"edit"', '"repair"'), words: /journal/ },
    { what: 'other content', file: 'journal', change: (text) => text.replaceAll('"a1"', '"a2"'), words: /journal/ },
  ])('[BK2] [D3] with right hashes and $what is refused too, and quotes nothing', async ({ file, change, words }) => {
    const reading = readBackup(await forged(file, change));
    await expect(reading).rejects.toBeInstanceOf(BackupFailure);
    await expect(reading).rejects.toThrow(words);
    await expect(reading).rejects.not.toThrow(/secret/);
    await rm(place('forged'), { recursive: true });
  });

  test('[ER4] tells which of those beside it cannot be asked whom they know as erased', async () => {
    await cp(place('sound'), place('beside'), { recursive: true });
    await appendFile(join(place('beside'), 'erasures.ndjson'), '{}\n');
    const backup = await readBackup(place('sound'));
    expect((await erasedElsewhere(backup, [])).unread).toEqual([place('beside')]);
    await expect(erasedElsewhere(backup, [place('beside')])).rejects.toThrow(/is damaged: erasures/);
    await rm(place('beside'), { recursive: true });
    expect((await erasedElsewhere(backup, [])).unread).toEqual([]);
  });

  test('[BK2] of a newer version is refused, and says which version to take', async () => {
    await cp(place('sound'), place('newer'), { recursive: true });
    const said = JSON.parse(await readFile(join(place('newer'), 'backup.json'), 'utf8')) as object;
    await writeFile(join(place('newer'), 'backup.json'), JSON.stringify({ ...said, format: 2, version: '9.1.0' }));
    await expect(readBackup(place('newer'))).rejects.toThrow(/made by a newer Bridgeboard \(9\.1\.0\)/);
  });

  test('[BK1] reads each board up to the entry at which it began, whatever is drawn meanwhile', async () => {
    await withStore(openMemoryStorage(), async (store) => {
      const backup = await readBackup(place('sound'));
      await restoreBackup(store, { backup, dataDir: place('growing'), erased: [], now: () => 1 });
      const source = await asOfNow(store);
      const [board] = source.boards;
      const { id = '', lastSeq = 0 } = board ?? {};
      const [last] = await store.storage.journal.read(id, lastSeq, 1);
      if (!last) throw new Error('the demo has a board');
      await store.storage.journal.append([{ ...last, facts: { ...last.facts, seq: lastSeq + 1 } }]);
      const journal = storeParts.find(({ name }) => name === 'journal');
      const entries: unknown[] = [];
      for await (const entry of journal?.read(source) ?? []) entries.push(entry);
      expect(entries).toHaveLength(lastSeq);
    });
  });

  test('[BK4] leaves the key out where it is asked to', async () => {
    await withStore(openSqliteStorage({ dataDir: place('data') }), (store) =>
      writeBackup(store, { folder: place('keyless'), keyFolder: null, now: 1 }),
    );
    expect((await readBackup(place('keyless'))).manifest.keySha256).toBeNull();
    await expect(readFile(join(place('keyless'), 'instance.key'))).rejects.toThrow(/ENOENT/);
  });
});

describe.skipIf(mongoServer === undefined)('a move', () => {
  const url = new URL(mongoServer ?? 'mongodb://127.0.0.1');
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
        await expect(moveStore(source, target, () => Date.now())).rejects.toThrow(/move into an empty one/);
        return lastEpochs(target);
      }),
    );
    await withStore(openMongoStorage({ url: url.href }), (source) =>
      withStore(openSqliteStorage({ dataDir: place('back') }), async (target) => {
        await moveStore(source, target, () => Date.now());
        expect(await contentsOf(target)).toEqual(before);
        const later = await lastEpochs(target);
        expect(new Set([...epochs, ...later]).size).toBe(epochs.length * 2);
      }),
    );
  });

  test('[ER1] [SG-21] an erasure on MongoDB leaves nothing in any collection', async () => {
    const words = 'My grandad swam';
    const storage = await openMongoStorage({ url: url.href });
    const store = await wholeStore(storage);
    const [board] = (await asOfNow(store)).boards;
    const journal = await storage.journal.read(board?.id ?? '', 1, 1_000);
    const author = journal.find(({ content }) => JSON.stringify(content).includes(words))?.facts.actor?.person ?? '';
    const nickname = (await storage.directory.pupil(author))?.nickname ?? 'nobody';
    expect(await collectionsWith(words)).toEqual(['journal', 'checkpoint_chunks'].toSorted());
    await applyErasures(store, [{ id: author, askedAt: 1, doneAt: null }], () => Date.now());
    for (const gone of [words, nickname]) expect(await collectionsWith(gone)).toEqual([]);
    await storage.close();
  });

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
