import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sampleEntries, samplePupil } from '../contract/samples.ts';
import { freshFolder } from '../contract/sqlite-stores.ts';
import { openDatabase } from './open-database.ts';
import { migrate } from './migrate.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import { openSqliteStorage } from './open.ts';

const killed = fileURLToPath(new URL('../contract/die-in-migration.ts', import.meta.url));

const pupil = samplePupil();

/** Statements of a step; none of them has a semicolon inside. */
function statementsOf(sql: string): number {
  return sql.split(';').filter((statement) => statement.trim() !== '').length;
}

/** Every place in every step where a process can be killed: before its first statement, after each, and before COMMIT. */
const places = allMigrations.flatMap(({ version, sql }) =>
  Array.from({ length: statementsOf(sql) + 1 }, (_, after) => ({ version, after })),
);

async function dieAt(file: string, at: { version: number; after: number }): Promise<void> {
  const child = spawn(process.execPath, [killed, file, String(at.version), String(at.after)], { stdio: 'inherit' });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

function layoutOf(file: string): unknown[] {
  const database = new DatabaseSync(file);
  const layout = database.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();
  database.close();
  return layout.map((row) => ({ ...row }));
}

/** A folder whose store is as of a step, with something in it where the layout can hold it already. */
async function storeAsOf(dataDir: string, version: number): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const file = join(dataDir, 'bridgeboard.sqlite');
  const database = openDatabase(file);
  migrate(database, allMigrations.slice(0, version));
  if (version > 0) {
    database.prepare('INSERT INTO pupil (id, data) VALUES (?, ?)').run(pupil.id, JSON.stringify(pupil));
  }
  database.close();
  return file;
}

describe('a step of the layout', () => {
  it('[UP2] [REL-17] a process killed at any place of any step leaves what the next start brings forward', async () => {
    const whole = await freshFolder();
    const wanted = layoutOf(await storeAsOf(whole.dataDir, allMigrations.length));
    await whole.remove();
    for (const at of places) {
      const { dataDir, remove } = await freshFolder();
      const file = await storeAsOf(dataDir, at.version - 1);
      await dieAt(file, at);
      const storage = await openSqliteStorage({ dataDir });
      const kept = await storage.directory.pupilsOf(pupil.classId);
      expect(kept).toEqual(at.version > 1 ? [pupil] : []);
      await storage.journal.append(sampleEntries('board', 1, 2));
      await storage.close();
      expect(layoutOf(file), JSON.stringify(at)).toEqual(wanted);
      await remove();
    }
  });

  it('[UP2] a step that fails leaves the layout as it was', async () => {
    const { dataDir, remove } = await freshFolder();
    const file = await storeAsOf(dataDir, 1);
    const before = layoutOf(file);
    const database = openDatabase(file);
    const broken = { version: 2, sql: 'CREATE TABLE half (id TEXT); CREATE TABLE half (id TEXT);' };
    expect(() => migrate(database, [...allMigrations.slice(0, 1), broken])).toThrow(/half/);
    database.close();
    expect(layoutOf(file)).toEqual(before);
    await remove();
  });

  it('[UP1] [REL-17] a store that a newer version has written is refused, and nothing in it changes', async () => {
    const { dataDir, remove } = await freshFolder();
    const file = await storeAsOf(dataDir, allMigrations.length);
    const database = openDatabase(file);
    const newer = { version: allMigrations.length + 1, sql: 'CREATE TABLE later (id TEXT PRIMARY KEY) STRICT;' };
    migrate(database, [...allMigrations, newer]);
    database.close();
    const before = layoutOf(file);
    await expect(openSqliteStorage({ dataDir })).rejects.toThrow(
      'The data were written by a newer version of Bridgeboard: start that version.',
    );
    expect(layoutOf(file)).toEqual(before);
    await remove();
  });
});
