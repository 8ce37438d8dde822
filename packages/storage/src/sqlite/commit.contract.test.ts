import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleEntries, sampleEntry, sampleManifest } from '../contract/samples.ts';
import { freshFolder } from '../contract/sqlite-stores.ts';
import { JournalConflict, StorageUnavailable } from '../ports/errors.ts';
import { SqliteBoardJournal } from './board-journal.ts';
import { migrate } from './migrate.ts';
import { init } from './migrations/0001-init.ts';
import { openDatabase } from './open-database.ts';
import { Reserve } from './reserve.ts';
import { SqliteConnection } from './sqlite-connection.ts';

const boards = Array.from({ length: 10 }, (_, index) => `board-${index}`);

/** Commits in a write-ahead log: frames that say how large the file is after them (sqlite.org/fileformat). */
async function commitsIn(wal: string): Promise<number> {
  const bytes = await readFile(wal);
  const frame = 24 + bytes.readUInt32BE(8);
  let commits = 0;
  for (let at = 32; at + frame <= bytes.length; at += frame) if (bytes.readUInt32BE(at + 4) > 0) commits += 1;
  return commits;
}

describe('committing', () => {
  let folder: Awaited<ReturnType<typeof freshFolder>>;
  let file: string;
  let database: DatabaseSync;
  let journal: SqliteBoardJournal;

  beforeEach(async () => {
    folder = await freshFolder();
    file = `${folder.dataDir}.sqlite`;
    database = openDatabase(file);
    migrate(database, [init]);
    database.exec('PRAGMA wal_autocheckpoint = 0; PRAGMA wal_checkpoint(TRUNCATE)');
    journal = new SqliteBoardJournal({
      connection: new SqliteConnection({ database }),
      reserve: new Reserve(dirname(folder.dataDir)),
    });
  });
  afterEach(async () => {
    if (database.isOpen) database.close();
    await folder.remove();
  });

  it('[REL-02] waits for the disk at every commit', () => {
    expect(database.prepare('PRAGMA synchronous').get()).toMatchObject({ synchronous: 2 });
    expect(database.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
  });

  it('appends of one turn are one commit, however many boards', async () => {
    await Promise.all(boards.map((board) => journal.append(sampleEntries(board, 1, 3))));
    expect(await commitsIn(`${file}-wal`)).toBe(1);
  });

  it('appends of two turns are two commits', async () => {
    await journal.append([sampleEntry('one', 1)]);
    await journal.append([sampleEntry('two', 1)]);
    expect(await commitsIn(`${file}-wal`)).toBe(2);
  });

  it('[D1] an append resolves only after its commit', async () => {
    const appended = journal.append([sampleEntry('one', 1)]).then(() => commitsIn(`${file}-wal`));
    expect(await journal.lastSeq('one')).toBe(0);
    expect(await appended).toBe(1);
  });

  it('a conflict undoes its own append alone', async () => {
    await journal.append([sampleEntry('board-4', 1)]);
    const answers = await Promise.allSettled(boards.map((board) => journal.append(sampleEntries(board, 1, 2))));
    expect(answers.filter((answer) => answer.status === 'rejected')).toHaveLength(1);
    expect(answers[4]).toMatchObject({ reason: expect.any(JournalConflict) });
    expect(await Promise.all(boards.map((board) => journal.lastSeq(board)))).toStrictEqual([
      2, 2, 2, 2, 1, 2, 2, 2, 2, 2,
    ]);
  });

  it('[REL-14] a full disk is told as such, keeps nothing of the append, and is over when there is room again', async () => {
    const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count']);
    database.exec(`PRAGMA max_page_count = ${pages + 2}`);
    const large = sampleEntry('one', 1, { contents: [{ text: 'x'.repeat(100_000) }], inverses: [] });
    await expect(journal.append([large])).rejects.toMatchObject({ name: 'StorageUnavailable', code: 'STORAGE_FULL' });
    expect(await journal.lastSeq('one')).toBe(0);
    database.exec(`PRAGMA max_page_count = ${pages + 1000}`);
    await journal.append([large]);
    expect(await journal.read('one', 1, 1)).toStrictEqual([large]);
  });

  it('[REL-14] where no room can be held back edits are refused as a whole, and what staff do is kept', async () => {
    const reserve = new Reserve(`${folder.dataDir}-is-not-there`);
    const other = new SqliteBoardJournal({ connection: new SqliteConnection({ database }), reserve });
    const act = sampleEntry('one', 1);
    const { client: _none, ...facts } = { ...act.facts, kind: 'hide' as const };
    const edit = sampleEntry('one', 2);
    await other.append([{ ...act, facts }]);
    const refusal = { name: 'StorageUnavailable', code: 'STORAGE_FULL', keptNothing: true };
    await expect(other.append([edit])).rejects.toMatchObject(refusal);
    expect(await other.lastSeq('one')).toBe(1);
    await journal.append([edit]);
    expect(await journal.lastSeq('one')).toBe(2);
  });

  it('[REL-14] reading goes on while the disk is full', async () => {
    await journal.append([sampleEntry('one', 1)]);
    const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count']);
    database.exec(`PRAGMA max_page_count = ${pages}`);
    const large = sampleEntry('one', 2, { contents: [{ text: 'x'.repeat(100_000) }], inverses: [] });
    await expect(journal.append([large])).rejects.toBeInstanceOf(StorageUnavailable);
    expect(await journal.read('one', 1, 9)).toStrictEqual([sampleEntry('one', 1)]);
  });

  it('[D1] where the commit itself fails nobody is told that it was kept, and nothing of it is', async () => {
    // A promise about another table that is asked for only at the commit, and broken.
    database.exec(`
      CREATE TABLE owed (entry INTEGER REFERENCES journal_entry (entry) DEFERRABLE INITIALLY DEFERRED);
      CREATE TRIGGER owing AFTER INSERT ON journal_content BEGIN INSERT INTO owed VALUES (-1); END`);
    const answers = await Promise.allSettled(boards.map((board) => journal.append([sampleEntry(board, 1)])));
    for (const answer of answers)
      expect(answer).toMatchObject({ reason: { name: 'StorageUnavailable', code: 'DB_DOWN' } });
    database.exec('DROP TRIGGER owing');
    expect(await Promise.all(boards.map((board) => journal.lastSeq(board)))).toStrictEqual(boards.map(() => 0));
    await journal.append([sampleEntry('one', 1)]);
    expect(await journal.lastSeq('one')).toBe(1);
  });

  it('[REL-15] a file that another program holds for long is told as unavailable, all or nothing', async () => {
    database.exec('PRAGMA busy_timeout = 0');
    const outside = new DatabaseSync(file);
    outside.exec('BEGIN IMMEDIATE');
    const answers = await Promise.allSettled(boards.map((board) => journal.append([sampleEntry(board, 1)])));
    for (const answer of answers)
      expect(answer).toMatchObject({ reason: { name: 'StorageUnavailable', code: 'DB_DOWN' } });
    outside.exec('ROLLBACK');
    outside.close();
    await Promise.all(boards.map((board) => journal.append([sampleEntry(board, 1)])));
    expect(await journal.lastSeq('board-9')).toBe(1);
  });

  it('[REL-15] a connection that broke is told as unavailable by writes and reads', async () => {
    database.close();
    await expect(journal.append([sampleEntry('one', 1)])).rejects.toMatchObject({ code: 'DB_DOWN' });
    await expect(journal.read('one', 1, 1)).rejects.toMatchObject({ code: 'DB_DOWN' });
  });

  it('[P32] a checkpoint that was cut off leaves the one before, and its remains go with the next', async () => {
    await journal.putCheckpoint(sampleManifest('one', 4, 1), ['old']);
    database.exec(
      "INSERT INTO checkpoint (board, seq) VALUES ('one', 9); INSERT INTO checkpoint_chunk VALUES (2, 0, 'half')",
    );
    expect((await journal.latestCheckpoint('one'))?.chunks).toStrictEqual(['old']);
    await journal.putCheckpoint(sampleManifest('one', 10, 1), ['new']);
    expect((await journal.latestCheckpoint('one'))?.chunks).toStrictEqual(['new']);
    expect(database.prepare('SELECT count(*) AS chunks FROM checkpoint_chunk').get()).toMatchObject({ chunks: 1 });
  });

  it('[P32] one checkpoint a board is kept, also when older ones are put late', async () => {
    for (const seq of [4, 9, 9, 5]) await journal.putCheckpoint(sampleManifest('one', seq, 1), [`${seq}`]);
    expect(
      database.prepare('SELECT seq, chunk FROM checkpoint JOIN checkpoint_chunk USING (checkpoint)').all(),
    ).toEqual([{ seq: 9, chunk: '9' }]);
  });
});
