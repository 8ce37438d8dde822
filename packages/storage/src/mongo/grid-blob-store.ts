import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { mongo } from 'mongoose';
import type { BlobFacts, BlobStore } from '../ports/blob-store.ts';
import type { MongoLife } from './mongo-life.ts';

/**
 * Bytes in GridFS, under their hash as file name. Each `put` writes a file of its own: two at once cannot get into each other's
 * pieces, and one that comes while older ones are being deleted is not among those.
 */
export class GridBlobStore implements BlobStore {
  readonly #life: MongoLife;
  readonly #bucket: mongo.GridFSBucket;

  constructor({ db, life }: { db: mongo.Db; life: MongoLife }) {
    this.#life = life;
    this.#bucket = new mongo.GridFSBucket(db, { bucketName: 'blobs' });
  }

  put(hash: string, source: AsyncIterable<Uint8Array>): Promise<void> {
    return this.#life.use(async () => {
      // A file can be read under its name once it is whole: until then it goes by a name that is no hash.
      const upload = this.#bucket.openUploadStream('unfinished');
      const seen = createHash('sha256');
      await pipeline(source, (pieces) => hashing(pieces, seen), upload);
      if (seen.digest('hex') !== hash) {
        await this.#bucket.delete(upload.id);
        throw new RangeError('these bytes have another hash');
      }
      await this.#bucket.rename(upload.id, hash);
    });
  }

  read(hash: string): Promise<AsyncIterable<Uint8Array> | null> {
    return this.#life.use(async () => {
      const [newest] = await this.#filesOf(hash);
      return newest === undefined ? null : this.#bucket.openDownloadStream(newest._id);
    });
  }

  size(hash: string): Promise<number | null> {
    return this.#life.use(async () => (await this.#filesOf(hash))[0]?.length ?? null);
  }

  deleteOlder(hash: string, before: number): Promise<boolean> {
    return this.#life.use(async () => {
      const files = await this.#filesOf(hash);
      const [newest] = files;
      if (newest === undefined || newest.uploadDate.getTime() >= before) return false;
      for (const { _id } of files) await this.#bucket.delete(_id);
      return true;
    });
  }

  /** What a crash left unfinished is cleared away on the way, once it is a day old. */
  async *list(): AsyncIterable<BlobFacts> {
    const files = await this.#life.use(() => this.#bucket.find({}).sort({ uploadDate: -1, _id: -1 }).toArray());
    const told = new Set<string>();
    for (const { _id, filename, length, uploadDate } of files) {
      const storedAt = uploadDate.getTime();
      if (filename === 'unfinished') {
        if (Date.now() - storedAt > 86_400_000) await this.#life.use(() => this.#bucket.delete(_id));
      } else if (!told.has(filename)) yield { hash: filename, bytes: length, storedAt };
      told.add(filename);
    }
  }

  /** Newest first. */
  #filesOf(hash: string): Promise<mongo.GridFSFile[]> {
    if (!/^[0-9a-f]{64}$/.test(hash)) return Promise.resolve([]);
    return this.#bucket.find({ filename: hash }).sort({ uploadDate: -1, _id: -1 }).toArray();
  }
}

async function* hashing(
  pieces: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncIterable<Uint8Array> {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}
