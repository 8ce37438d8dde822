import { createHash } from 'node:crypto';
import { appendFile, cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Directory } from '@bridgeboard/storage';
import { openMemoryStorage } from '@bridgeboard/storage/memory';
import { openSqliteStorage } from '@bridgeboard/storage/sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { asOfNow } from '../src/whole-store.ts';
import { BackupFailure } from '../src/backup/backup-failure.ts';
import { erasedElsewhere } from '../src/backup/erased-elsewhere.ts';
import { manifest, type Manifest } from '../src/backup/manifest.ts';
import { moveStore } from '../src/backup/move-store.ts';
import { readBackup } from '../src/backup/read-backup.ts';
import { restoreBackup } from '../src/backup/restore-backup.ts';
import { storeParts } from '../src/backup/store-parts.ts';
import { writeBackup } from '../src/backup/write-backup.ts';
import { freshFolder } from './server-in-process.ts';
import { storeLesson } from './stored-lesson.ts';
import { backUp, contentsOf, expectPictures, withStore } from './whole-store.ts';

let folder: Awaited<ReturnType<typeof freshFolder>>;
const place = (name: string): string => join(folder.path, name);

beforeAll(async () => {
  folder = await freshFolder();
  await storeLesson(place('data'));
  await backUp(place('data'), place('sound'));
}, 60_000);
afterAll(() => folder[Symbol.asyncDispose]());

function without(text: string, line: number): string {
  return text.split('\n').toSpliced(line, 1).join('\n');
}

async function onBlob(at: string, spoil: (file: string) => Promise<void>): Promise<void> {
  const [name = ''] = await readdir(join(at, 'blobs'));
  await spoil(join(at, 'blobs', name));
}

async function turnedOver(file: string): Promise<void> {
  await writeFile(file, (await readFile(file)).reverse());
}

/** Changes what a backup says of its bytes. */
async function saying(at: string, change: (blobs: Manifest['blobs']) => Manifest['blobs']): Promise<void> {
  const said = manifest.parse(JSON.parse(await readFile(join(at, 'backup.json'), 'utf8')));
  await writeFile(join(at, 'backup.json'), JSON.stringify({ ...said, blobs: change(said.blobs) }));
}

async function withAnother(at: string): Promise<void> {
  const sha256 = createHash('sha256').update('x').digest('hex');
  await writeFile(join(at, 'blobs', sha256), 'x');
  await saying(at, (blobs) => [...blobs, { sha256, bytes: 1 }]);
}

/** Two schools are asked into the demo's partnership; one of them has signed. */
async function askIn(directory: Directory): Promise<void> {
  const [school] = await directory.schools();
  const [asking] = await directory.partnershipsOf(school?.id ?? '');
  if (!asking || !school) throw new Error('the demo has a partnership');
  const made = { hash: 'x', school: school.id, by: school.id, at: 1, expiresAt: 9e15, confirmed: [] };
  const signed = { school: school.id, by: school.id, at: 2, rules: school.rules };
  const asked = [
    { id: 'AskedSchoolLink000001', ...made, signed: null },
    { id: 'AskedSchoolLink000002', ...made, signed },
  ];
  await directory.putPartnership({ ...asking, invitations: asked });
}

describe('a backup', () => {
  test('[BK2] [BK5] comes back as it was, in whatever store', async () => {
    const backup = await readBackup(place('sound'));
    const before = await withStore(openSqliteStorage({ dataDir: place('data') }), contentsOf);
    await withStore(openMemoryStorage(), async (store) => {
      await restoreBackup(store, { backup, dataDir: place('memory'), erased: [], now: () => 1 });
      expect(await contentsOf(store)).toEqual(before);
      expect(await expectPictures(store.storage)).toBe(3);
      // And what was restored can be backed up and restored again.
      await writeBackup(store, { folder: place('second'), keyFolder: place('memory'), now: 2 });
    });
    const again = await readBackup(place('second'));
    expect(again.manifest.files.find(({ name }) => name === 'pupils')).toEqual(
      backup.manifest.files.find(({ name }) => name === 'pupils'),
    );
    expect(again.manifest.blobs).toEqual(backup.manifest.blobs);
  });

  test('[PP13] [PP1] [CH15] brings schools with their rules, and no place that was offered', async () => {
    await withStore(openSqliteStorage({ dataDir: place('data') }), async ({ storage }) => {
      const [school] = await storage.directory.schools();
      if (!school) throw new Error('the demo has schools');
      const rules = { ...school.rules, keepMonths: 3 };
      await storage.directory.putSchool({ ...school, rules });
      const offer = { name: 'Mr Okoro', roles: ['teacher' as const], secretHash: 'x', by: school.id, expiresAt: 9e15 };
      await storage.invitations.put({ id: 'invitation-1', school: school.id, ...offer });
      await askIn(storage.directory);
    });
    await backUp(place('data'), place('offering'));
    const backup = await readBackup(place('offering'));
    await withStore(openMemoryStorage(), async (store) => {
      await restoreBackup(store, { backup, dataDir: place('offered'), erased: [], now: () => 1 });
      const [school] = await store.storage.directory.schools();
      expect(school?.rules.keepMonths).toBe(3);
      expect(await store.storage.invitations.invitation('invitation-1')).toBeNull();
      const asked = await store.storage.directory.partnershipsOf(school?.id ?? '');
      expect(asked.flatMap(({ invitations }) => invitations.map(({ id }) => id))).toEqual(['AskedSchoolLink000002']);
    });
  });

  test('[BK2] [BK6] holds the bytes that its pictures name, each once, and no others', async () => {
    const { manifest: said } = await readBackup(place('sound'));
    expect(said.files.find(({ name }) => name === 'pictures')?.count).toBe(3);
    expect(said.blobs).toHaveLength(4);
    const names = await readdir(join(place('sound'), 'blobs'));
    expect(names.toSorted()).toEqual(said.blobs.map(({ sha256 }) => sha256).toSorted());
  });

  test.each<[string, (blob: string) => Promise<void>, RegExp]>([
    ['are gone', (blob) => rm(blob), /lost, or was deleted while it was being copied/],
    ['are damaged', (blob) => appendFile(blob, 'x'), /damaged in the store/],
  ])('[BK6] is not made of a store in which bytes of a picture %s', async (_what, spoil, words) => {
    await cp(place('data'), place('lossy'), { recursive: true });
    const [{ sha256 } = { sha256: '' }] = (await readBackup(place('sound'))).manifest.blobs;
    await spoil(join(place('lossy'), 'blobs', sha256.slice(0, 2), sha256));
    const making = backUp(place('lossy'), place('of-lossy'));
    await expect(making).rejects.toBeInstanceOf(BackupFailure);
    await expect(making).rejects.toThrow(words);
    await expect(readBackup(place('of-lossy'))).rejects.toThrow(/holds no backup/);
    await withStore(openMemoryStorage(), (target) =>
      withStore(openSqliteStorage({ dataDir: place('lossy') }), (source) =>
        expect(moveStore(source, target, () => 1)).rejects.toThrow(words),
      ),
    );
    await rm(place('lossy'), { recursive: true });
  });

  test.each([
    ['without its manifest', (at: string) => rm(join(at, 'backup.json')), /holds no backup of Bridgeboard\.$/],
    ['whose manifest is cut off', (at: string) => truncate(join(at, 'backup.json'), 40), /is damaged: backup\.json/],
    ['without a file', (at: string) => rm(join(at, 'pupils.ndjson')), /is damaged: pupils\.ndjson/],
    ['with a file that is cut off', (at: string) => truncate(join(at, 'journal.ndjson'), 999), /is damaged: journal/],
    ['with a line too many', (at: string) => appendFile(join(at, 'staff.ndjson'), '{}\n'), /is damaged: staff/],
    ['with another key', (at: string) => writeFile(join(at, 'instance.key'), 'x'), /is damaged: instance\.key/],
    ['without bytes of a picture', (at: string) => onBlob(at, (blob) => rm(blob)), /is damaged: blobs/],
    ['with longer bytes', (at: string) => onBlob(at, (blob) => appendFile(blob, 'x')), /is damaged: blobs/],
    ['with other bytes', (at: string) => onBlob(at, turnedOver), /is damaged: blobs/],
    ['that says nothing of a picture’s bytes', (at: string) => saying(at, (blobs) => blobs.slice(1)), /backup\.json/],
    ['that says more bytes than pictures', (at: string) => withAnother(at), /is damaged: backup\.json/],
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
      expect(entries).toHaveLength(source.boards.reduce((sum, one) => sum + one.lastSeq, 0));
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
