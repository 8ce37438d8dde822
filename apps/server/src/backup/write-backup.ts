import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { asOfNow, type StoreOfNow, type WholeStore } from '../whole-store.ts';
import { BackupFailure } from './backup-failure.ts';
import {
  backupFormat,
  blobFolder,
  keyName,
  manifestName,
  type BackedUpBlob,
  type BackedUpFile,
  type Manifest,
} from './manifest.ts';
import { partFile, readPart } from './part-file.ts';
import { bytesOf, readBytes } from './picture-bytes.ts';
import { productVersion } from './product-version.ts';
import { pictures, storeParts, type StorePart } from './store-parts.ts';

interface BackupWish {
  /** The folder to be made. */
  readonly folder: string;
  /** Folder of the instance's key, or null to leave the key out. */
  readonly keyFolder: string | null;
  readonly now: number;
}

/**
 * Writes a backup of a store into a folder that is not there yet. It has another name until it is whole, so that one that
 * was cut off cannot be taken for one. Rejects with `BackupFailure` where the folder is taken or cannot be made.
 */
export async function writeBackup(store: WholeStore, wish: BackupWish): Promise<Manifest> {
  const folder = resolve(wish.folder);
  await refuseTaken(folder);
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  // What is in it is children's work and everybody's passwords' hashes: for its owner alone.
  await mkdir(partial, { recursive: true, mode: 0o700 });
  const source = await asOfNow(store);
  const files: BackedUpFile[] = [];
  for (const part of storeParts) files.push(await writePart(part, source, partial));
  const blobs = await writeBlobs(source, partial);
  const key = wish.keyFolder === null ? null : await copyKey(wish.keyFolder, partial);
  const said: Manifest = {
    product: 'bridgeboard',
    format: backupFormat,
    version: productVersion(),
    takenAt: wish.now,
    from: store.storage.kind,
    keySha256: key,
    files,
    blobs,
  };
  await writeFile(join(partial, manifestName), `${JSON.stringify(said, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(partial, folder);
  await keepFolder(dirname(folder));
  return said;
}

async function refuseTaken(folder: string): Promise<void> {
  const inside = await readdir(folder).catch(() => []);
  if (inside.length > 0)
    throw new BackupFailure(`The folder ${folder} is not empty: name one that does not exist yet.`);
}

async function writePart(part: StorePart<unknown>, source: StoreOfNow, folder: string): Promise<BackedUpFile> {
  const hash = createHash('sha256');
  let [count, bytes] = [0, 0];
  async function* lines(): AsyncIterable<string> {
    for await (const value of part.read(source)) {
      const line = `${JSON.stringify(value)}\n`;
      hash.update(line);
      count += 1;
      bytes += Buffer.byteLength(line);
      yield line;
    }
  }
  await pipeline(lines, createWriteStream(join(folder, partFile(part)), { mode: 0o600, flush: true }));
  return { name: part.name, count, bytes, sha256: hash.digest('hex') };
}

/**
 * The bytes that the rows name which were just written, no others. Bytes are kept before their row and deleted long after it, so
 * whoever reads rows first finds them all; where an erasure was quicker there is no backup.
 */
async function writeBlobs(source: StoreOfNow, folder: string): Promise<BackedUpBlob[]> {
  const blobs = join(folder, blobFolder);
  await mkdir(blobs, { mode: 0o700 });
  const written: BackedUpBlob[] = [];
  for await (const blob of bytesOf(readPart(pictures, folder))) {
    const file = createWriteStream(join(blobs, blob.hash), { mode: 0o600, flush: true });
    await pipeline(readBytes(source, blob), file);
    written.push({ sha256: blob.hash, bytes: blob.bytes });
  }
  return written;
}

async function copyKey(from: string, folder: string): Promise<string | null> {
  const key = await readFile(join(from, keyName)).catch(() => null);
  if (key === null) return null;
  await writeFile(join(folder, keyName), key, { mode: 0o600, flush: true });
  return createHash('sha256').update(key).digest('hex');
}

/** The new name of the folder survives a power cut too. */
async function keepFolder(parent: string): Promise<void> {
  const handle = await open(parent);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
