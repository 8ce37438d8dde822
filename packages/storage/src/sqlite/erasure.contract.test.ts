import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleEntry, sampleManifest, samplePupil } from '../contract/samples.ts';
import { freshFolder } from '../contract/sqlite-stores.ts';
import { StorageUnavailable } from '../ports/errors.ts';
import { openSqliteSnapshot } from './open-snapshot.ts';
import { openSqliteStorage } from './open.ts';

const canary = 'a canary that nobody may find again';

async function filesWithCanary(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => readFileSync(join(folder, name)).includes(canary));
}

describe('an erasure in a folder', () => {
  it('[ER1] [SG-21] leaves nothing in any file: not in the database, not in its log', async () => {
    const { dataDir, remove } = await freshFolder();
    const storage = await openSqliteStorage({ dataDir });
    const long = canary.repeat(400);
    const pupil = samplePupil({ nickname: canary });
    for (let seq = 1; seq <= 40; seq += 1) {
      const text = seq % 2 === 0 ? long : canary;
      await storage.journal.append([sampleEntry('board', seq, { contents: [{ text }], inverses: [] })]);
    }
    await storage.journal.putCheckpoint(sampleManifest('board', 40, 1), [long]);
    await storage.directory.putPupil(pupil);
    expect(await filesWithCanary(dataDir)).not.toEqual([]);

    const tombstones = Array.from({ length: 40 }, (_, i) => ({ seq: i + 1, content: { erased: 1 } }));
    await storage.journal.replaceContents('board', tombstones);
    await storage.journal.putCheckpoint(sampleManifest('board', 40, 1), ['nothing']);
    await storage.directory.removePupil(pupil.id);
    await storage.scrub();
    expect(await filesWithCanary(dataDir)).toEqual([]);
    await storage.close();
    expect(await filesWithCanary(dataDir)).toEqual([]);
    await remove();
  });

  it('[ER1] is not called done while a backup still reads what was there', async () => {
    const { dataDir, remove } = await freshFolder();
    const storage = await openSqliteStorage({ dataDir });
    await storage.journal.append([sampleEntry('board', 1)]);
    const snapshot = await openSqliteSnapshot({ dataDir });
    await storage.journal.replaceContents('board', [{ seq: 1, content: { erased: 1 } }]);
    await expect(storage.scrub()).rejects.toBeInstanceOf(StorageUnavailable);
    expect(await snapshot.journal.read('board', 1, 1)).toStrictEqual([sampleEntry('board', 1)]);
    await snapshot.close();
    await storage.scrub();
    await storage.close();
    await remove();
  });
});

describe('a snapshot of a folder', () => {
  it('[BK1] is of one moment, while the server that has the folder goes on', async () => {
    const { dataDir, remove } = await freshFolder();
    const storage = await openSqliteStorage({ dataDir });
    await storage.journal.append([sampleEntry('board', 1)]);
    const snapshot = await openSqliteSnapshot({ dataDir });
    await storage.journal.append([sampleEntry('board', 2)]);
    await storage.directory.putPupil(samplePupil());
    expect(await snapshot.journal.lastSeq('board')).toBe(1);
    expect(await storage.journal.lastSeq('board')).toBe(2);
    await expect(snapshot.journal.append([sampleEntry('board', 2)])).rejects.toBeInstanceOf(StorageUnavailable);
    await snapshot.close();
    await storage.close();
    await remove();
  });

  it('[BK1] of a folder without a store is refused in one sentence', async () => {
    const { dataDir, remove } = await freshFolder();
    await expect(openSqliteSnapshot({ dataDir })).rejects.toThrow(/^There is no database .+\.$/);
    await remove();
  });
});
