import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, renameSync, statSync, unlinkSync } from 'node:fs';
import { mkdir, open, opendir, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { StorageUnavailable } from '../ports/errors.ts';
import type { BlobFacts, BlobStore } from '../ports/blob-store.ts';

const hashPattern = /^[0-9a-f]{64}$/;

/**
 * Bytes as files: `ab/ab12…`, each written beside its place and moved there whole, so that what has its name is all there.
 * Names are hashes that were checked, never anything that somebody sent.
 */
export class BlobFolder implements BlobStore {
  readonly #root: string;
  #isOpen = true;

  constructor({ root }: { root: string }) {
    this.#root = root;
  }

  put(hash: string, source: AsyncIterable<Uint8Array>): Promise<void> {
    return this.#use(async () => {
      const place = this.#placeOf(hash);
      if (place === null) throw new RangeError('not a hash');
      await mkdir(place.folder, { recursive: true, mode: 0o700 });
      const waiting = join(place.folder, `new-${randomUUID()}`);
      try {
        const written = await writeNew(waiting, source);
        if (written !== hash) throw new RangeError('these bytes have another hash');
        renameSync(waiting, place.file);
      } catch (error) {
        await rm(waiting, { force: true });
        throw error;
      }
      for (const folder of [place.folder, this.#root]) await syncFolder(folder);
    });
  }

  read(hash: string): Promise<AsyncIterable<Uint8Array> | null> {
    return this.#use(async () => {
      const place = this.#placeOf(hash);
      const handle = place && (await orNull(open(place.file, 'r')));
      return handle && createReadStream('', { fd: handle });
    });
  }

  size(hash: string): Promise<number | null> {
    return this.#use(async () => {
      const place = this.#placeOf(hash);
      return place && ((await orNull(stat(place.file)))?.size ?? null);
    });
  }

  deleteOlder(hash: string, before: number): Promise<boolean> {
    return this.#use(async () => {
      const place = this.#placeOf(hash);
      // In one go: whoever keeps the same bytes again moves them there in one go too, either before this or after it.
      const found = place && statSync(place.file, { throwIfNoEntry: false });
      if (!found || found.mtimeMs >= before) return false;
      unlinkSync(place.file);
      return true;
    });
  }

  /** What a crash left half-written has no hash for a name and is cleared away on the way, once it is a day old. */
  async *list(): AsyncIterable<BlobFacts> {
    for await (const shelf of await this.#use(() => entriesOf(this.#root))) {
      for await (const name of await this.#use(() => entriesOf(join(this.#root, shelf)))) {
        const file = join(this.#root, shelf, name);
        const found = await orNull(stat(file));
        if (found === null) continue;
        if (hashPattern.test(name)) yield { hash: name, bytes: found.size, storedAt: found.mtimeMs };
        else if (Date.now() - found.mtimeMs > 86_400_000) await rm(file, { force: true });
      }
    }
  }

  close(): void {
    this.#isOpen = false;
  }

  #placeOf(hash: string): { folder: string; file: string } | null {
    if (!hashPattern.test(hash)) return null;
    const folder = join(this.#root, hash.slice(0, 2));
    return { folder, file: join(folder, hash) };
  }

  async #use<T>(call: () => Promise<T>): Promise<T> {
    if (!this.#isOpen) throw new StorageUnavailable('DB_DOWN', new Error('the store is closed'));
    try {
      return await call();
    } catch (error) {
      throw asStorageError(error);
    }
  }
}

/** Writes a file that is not there yet, down to the disk, and answers the hash of what it holds. */
async function writeNew(file: string, source: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  await using handle: FileHandle = await open(file, 'wx', 0o600);
  for await (const piece of source) {
    hash.update(piece);
    await handle.writeFile(piece);
  }
  await handle.sync();
  return hash.digest('hex');
}

/** A name is on the disk only once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r');
  await handle.sync();
}

async function entriesOf(folder: string): Promise<AsyncIterable<string>> {
  const entries = await orNull(opendir(folder));
  return names(entries);
}

async function* names(entries: AsyncIterable<{ name: string }> | null): AsyncIterable<string> {
  for await (const { name } of entries ?? []) yield name;
}

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  });
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}

/** The file system's own messages name files, which are hashes, never bytes. */
function asStorageError(error: unknown): unknown {
  if (error instanceof RangeError || error instanceof StorageUnavailable || codeOf(error) === null) return error;
  const isFull = codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT';
  return new StorageUnavailable(isFull ? 'STORAGE_FULL' : 'DB_DOWN', new Error(`file system: ${codeOf(error) ?? ''}`));
}
