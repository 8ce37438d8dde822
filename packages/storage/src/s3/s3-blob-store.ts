import { createHash } from 'node:crypto';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3ServiceException,
  type S3Client,
} from '@aws-sdk/client-s3';
import { StorageUnavailable } from '../ports/errors.ts';
import type { BlobFacts, BlobStore } from '../ports/blob-store.ts';

const hashPattern = /^[0-9a-f]{64}$/;

/**
 * Bytes as objects of one bucket, under their hash. An object is there whole or not at all, and one that is kept again is newer.
 * Between looking how old one is and deleting it a moment passes, which the day that deleting waits makes up for.
 */
export class S3BlobStore implements BlobStore {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor({ client, bucket }: { client: S3Client; bucket: string }) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async put(hash: string, source: AsyncIterable<Uint8Array>): Promise<void> {
    const bytes = await gathered(source);
    if (createHash('sha256').update(bytes).digest('hex') !== hash)
      throw new RangeError('these bytes have another hash');
    await asked(this.#client.send(new PutObjectCommand({ ...this.#at(hash), Body: bytes })));
  }

  async read(hash: string): Promise<AsyncIterable<Uint8Array> | null> {
    if (!hashPattern.test(hash)) return null;
    const found = await orNull(this.#client.send(new GetObjectCommand(this.#at(hash))));
    return found?.Body ? (found.Body as unknown as AsyncIterable<Uint8Array>) : null;
  }

  async size(hash: string): Promise<number | null> {
    return (await this.#head(hash))?.ContentLength ?? null;
  }

  async deleteOlder(hash: string, before: number): Promise<boolean> {
    const found = await this.#head(hash);
    if (!found?.LastModified || found.LastModified.getTime() >= before) return false;
    await asked(this.#client.send(new DeleteObjectCommand(this.#at(hash))));
    return true;
  }

  async *list(): AsyncIterable<BlobFacts> {
    let ContinuationToken: string | undefined;
    do {
      const page = { Bucket: this.#bucket, ...(ContinuationToken === undefined ? {} : { ContinuationToken }) };
      const found = await asked(this.#client.send(new ListObjectsV2Command(page)));
      for (const { Key = '', Size = 0, LastModified } of found.Contents ?? []) {
        if (hashPattern.test(Key)) yield { hash: Key, bytes: Size, storedAt: LastModified?.getTime() ?? 0 };
      }
      ContinuationToken = found.NextContinuationToken;
    } while (ContinuationToken !== undefined);
  }

  async #head(hash: string) {
    return hashPattern.test(hash) ? orNull(this.#client.send(new HeadObjectCommand(this.#at(hash)))) : null;
  }

  #at(hash: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket, Key: hash };
  }
}

async function gathered(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function orNull<T>(question: Promise<T>): Promise<T | null> {
  try {
    return await question;
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null;
    throw asStorageError(error);
  }
}

async function asked<T>(question: Promise<T>): Promise<T> {
  return question.catch((error: unknown) => {
    throw asStorageError(error);
  });
}

/** Name and status alone: what was sent is a child's work. */
function asStorageError(error: unknown): StorageUnavailable {
  const name = error instanceof Error ? error.name : 'error';
  const status = error instanceof S3ServiceException ? ` ${error.$metadata.httpStatusCode ?? ''}` : '';
  return new StorageUnavailable('DB_DOWN', new Error(`S3: ${name}${status}`));
}
