import { mkdir, open as openFile, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleEntries, sampleManifest, sampleSchool } from '../contract/samples.ts';
import { freshFolder } from '../contract/sqlite-stores.ts';
import { CannotOpenStorage, StorageDamaged } from '../ports/errors.ts';
import type { Storage } from '../ports/storage.ts';
import { openSqliteStorage } from './open.ts';

const secret = 'a word only a child knows';
const board = 'board';

describe('a damaged sqlite store', () => {
  let folder: Awaited<ReturnType<typeof freshFolder>>;
  let file: string;
  beforeEach(async () => {
    folder = await freshFolder();
    file = join(folder.dataDir, 'bridgeboard.sqlite');
  });
  afterEach(() => folder.remove());

  /** Opens the store with five entries, spoilt by `sql` from outside. */
  async function spoilt(sql: string): Promise<Storage> {
    const storage = await openSqliteStorage(folder);
    await storage.journal.append(sampleEntries(board, 1, 5));
    await storage.journal.putCheckpoint(sampleManifest(board, 5, 2), ['one', 'two']);
    const outside = new DatabaseSync(file);
    outside.exec(sql);
    outside.close();
    return storage;
  }

  it.each([
    ['content that is no JSON', `UPDATE journal_content SET content = '${secret}' WHERE entry = 3`],
    ['content of another shape', `UPDATE journal_content SET content = '{"contents": "${secret}"}' WHERE entry = 3`],
    ['content that is gone', 'DELETE FROM journal_content WHERE entry = 3'],
    ['facts of another shape', `UPDATE journal_entry SET facts = '{"v": "${secret}"}' WHERE seq = 3`],
    [
      'facts of another entry',
      'UPDATE journal_entry SET facts = (SELECT facts FROM journal_entry WHERE seq = 2) WHERE seq = 3',
    ],
    ['an audit event of another shape', `UPDATE journal_entry SET audit = '["${secret}"]' WHERE seq = 3`],
    ['an effect of another shape', `UPDATE journal_entry SET effects = '["${secret}"]' WHERE seq = 3`],
    ['an entry that is gone', 'PRAGMA foreign_keys = OFF; DELETE FROM journal_entry WHERE seq = 3'],
  ])('[D3] with %s refuses to read rather than leaving it out, and quotes nothing', async (_what, sql) => {
    const storage = await spoilt(sql);
    const error = await storage.journal.read(board, 1, 10).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StorageDamaged);
    expect(error).toMatchObject({ message: expect.stringContaining('entry 3 of board board') });
    expect(error).not.toMatchObject({ message: expect.stringContaining(secret) });
    expect(error).not.toHaveProperty('cause');
    expect(await storage.journal.read(board, 1, 2)).toStrictEqual(sampleEntries(board, 1, 2));
    await storage.close();
  });

  it.each([
    ['lost its content', 'DELETE FROM journal_content WHERE entry = 5'],
    ['has another number', 'UPDATE journal_entry SET seq = 40 WHERE seq = 5'],
  ])('[D3] refuses to read a last entry that %s', async (_what, sql) => {
    const storage = await spoilt(sql);
    await expect(storage.journal.read(board, 1, 10)).rejects.toThrow(
      new StorageDamaged('entry 5 of board board: missing'),
    );
    await storage.close();
  });

  it('[D3] refuses a journal whose beginning is gone', async () => {
    const storage = await spoilt('PRAGMA foreign_keys = OFF; DELETE FROM journal_entry WHERE seq < 3');
    await expect(storage.journal.read(board, 1, 10)).rejects.toBeInstanceOf(StorageDamaged);
    await storage.close();
  });

  it('[P32] a checkpoint that lost a chunk does not count', async () => {
    const storage = await spoilt('DELETE FROM checkpoint_chunk WHERE place = 1');
    expect(await storage.journal.latestCheckpoint(board)).toBeNull();
    await storage.close();
  });

  it('[P32] chunks whose manifest was never written do not count', async () => {
    const storage = await spoilt('UPDATE checkpoint SET manifest = NULL');
    expect(await storage.journal.latestCheckpoint(board)).toBeNull();
    await storage.close();
  });

  it('a school of another shape makes the list of schools fail', async () => {
    const storage = await spoilt('SELECT 1');
    await storage.directory.putSchool(sampleSchool());
    const outside = new DatabaseSync(file);
    outside.exec(`UPDATE school SET data = '{"id": "x"}'`);
    outside.close();
    await expect(storage.directory.schools()).rejects.toBeInstanceOf(StorageDamaged);
    await storage.close();
  });

  it.each([
    ['a step that was changed afterwards', "UPDATE migration SET checksum = 'x'", /does not know/],
    ['a step of a newer version', "INSERT INTO migration SELECT max(version) + 1, 'x' FROM migration", /newer version/],
  ])('is not opened after %s', async (_what, sql, words) => {
    await (await spoilt(sql)).close();
    const opening = openSqliteStorage(folder);
    await expect(opening).rejects.toBeInstanceOf(CannotOpenStorage);
    await expect(opening).rejects.toThrow(words);
  });

  it('is not opened when a page in the middle of the file was overwritten', async () => {
    const storage = await openSqliteStorage(folder);
    await storage.journal.append(sampleEntries(board, 1, 300));
    await storage.close();
    const { size } = await stat(file);
    const handle = await openFile(file, 'r+');
    await handle.write(Buffer.alloc(64, 0xff), 0, 64, Math.floor(size / 2 / 4096) * 4096);
    await handle.close();
    const words = `The database ${file} is damaged: put a backup in its place.`;
    await expect(openSqliteStorage(folder)).rejects.toThrow(new CannotOpenStorage(words));
  });

  it('is not opened when the file is no database, and the file stays as it is', async () => {
    await mkdir(folder.dataDir);
    await writeFile(
      file,
      'my shopping list, longer than the head of a database file would be, to be sure of it'.repeat(9),
    );
    const before = await readFile(file);
    await expect(openSqliteStorage(folder)).rejects.toBeInstanceOf(CannotOpenStorage);
    expect(await readFile(file)).toStrictEqual(before);
  });

  it('is not opened where a file stands in the place of the folder', async () => {
    await writeFile(folder.dataDir, '');
    const opening = openSqliteStorage({ dataDir: join(folder.dataDir, 'inside') });
    await expect(opening).rejects.toBeInstanceOf(CannotOpenStorage);
  });

  it('a folder that was refused is free for the next attempt', async () => {
    await (await spoilt("UPDATE migration SET checksum = 'x'")).close();
    await expect(openSqliteStorage(folder)).rejects.toThrow(/does not know/);
    await expect(openSqliteStorage(folder)).rejects.toThrow(/does not know/);
  });
});
