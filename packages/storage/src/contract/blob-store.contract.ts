import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BlobFacts, BlobStore } from '../ports/blob-store.ts';
import { freshId, hashOf } from './samples.ts';

/** A store of bytes for tests, and how to be rid of it. */
export interface TestBlobs {
  readonly blobs: BlobStore;
  readonly release: () => Promise<void>;
}

/** Bytes as they come over a network: in pieces. */
export async function* pieces(...texts: readonly (string | Uint8Array)[]): AsyncIterable<Uint8Array> {
  for (const text of texts) yield typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

/** Everything that was read, as text; null where there was nothing. */
export async function textOf(read: AsyncIterable<Uint8Array> | null): Promise<string | null> {
  if (read === null) return null;
  const found: Uint8Array[] = [];
  for await (const piece of read) found.push(piece);
  return Buffer.concat(found).toString();
}

/** The whole of what every store of bytes must do. */
export function blobStoreContract(openBlobs: () => Promise<TestBlobs>): void {
  describe('blobs', () => {
    let opened: TestBlobs | undefined;
    const blobs = (): BlobStore => {
      if (opened === undefined) throw new Error('the store is opened before the first test runs');
      return opened.blobs;
    };
    beforeAll(async () => {
      opened = await openBlobs();
    });
    afterAll(async () => {
      await opened?.release();
    });
    const future = Date.now() + 3_600_000;

    async function listed(hash: string): Promise<BlobFacts[]> {
      const found: BlobFacts[] = [];
      for await (const facts of blobs().list()) if (facts.hash === hash) found.push(facts);
      return found;
    }

    it('[REL-16] what is kept comes back, in pieces or not, with its size', async () => {
      const text = freshId();
      const hash = hashOf(text);
      await blobs().put(hash, pieces(text.slice(0, 5), text.slice(5)));
      expect(await textOf(await blobs().read(hash))).toBe(text);
      expect(await blobs().size(hash)).toBe(text.length);
      expect(await listed(hash)).toStrictEqual([{ hash, bytes: text.length, storedAt: expect.any(Number) }]);
    });

    it('[REL-16] megabytes and nothing come back as they were', async () => {
      const large = new Uint8Array(3_000_000).map((_, at) => (at * 7_919) % 251);
      large.set(new TextEncoder().encode(freshId()));
      for (const bytes of [large, new Uint8Array()]) {
        const hash = hashOf(bytes);
        await blobs().put(hash, pieces(bytes.slice(0, 1_000_000), bytes.slice(1_000_000)));
        const read = (await blobs().read(hash)) ?? pieces('missing');
        const found: Uint8Array[] = [];
        for await (const piece of read) found.push(piece);
        expect(hashOf(Buffer.concat(found))).toBe(hash);
      }
    });

    it('[P19] equal bytes kept again, and at once, are there once', async () => {
      const text = freshId();
      const hash = hashOf(text);
      await Promise.all([1, 2, 3].map(() => blobs().put(hash, pieces(text))));
      await blobs().put(hash, pieces(text));
      expect(await textOf(await blobs().read(hash))).toBe(text);
      expect(await listed(hash)).toHaveLength(1);
    });

    it('[SEC-25] bytes that are not what the hash says are kept under no name', async () => {
      const [text, other] = [freshId(), freshId()];
      await expect(blobs().put(hashOf(text), pieces(other))).rejects.toBeInstanceOf(RangeError);
      for (const hash of [hashOf(text), hashOf(other)]) {
        expect(await blobs().read(hash)).toBeNull();
        expect(await blobs().size(hash)).toBeNull();
        expect(await listed(hash)).toStrictEqual([]);
      }
    });

    it('[REL-22] a write that breaks off leaves nothing to read', async () => {
      const text = freshId();
      async function* broken(): AsyncIterable<Uint8Array> {
        yield* pieces(text);
        throw new Error('the line went dead');
      }
      await expect(blobs().put(hashOf(text), broken())).rejects.toThrow('the line went dead');
      expect(await blobs().read(hashOf(text))).toBeNull();
      expect(await listed(hashOf(text))).toStrictEqual([]);
    });

    it.each(['', 'short', '../../etc/passwd', `..%2f${'a'.repeat(59)}`, `${'a'.repeat(63)}\0`, 'A'.repeat(64)])(
      '[SEC-25] no other name is one: %j',
      async (name) => {
        expect(await blobs().read(name)).toBeNull();
        expect(await blobs().size(name)).toBeNull();
        expect(await blobs().deleteOlder(name, future)).toBe(false);
        await expect(blobs().put(name, pieces('x'))).rejects.toBeInstanceOf(RangeError);
      },
    );

    it('[REL-22] deletes what is older than a moment and nothing newer, and no more than once', async () => {
      const text = freshId();
      const hash = hashOf(text);
      await blobs().put(hash, pieces(text));
      expect(await blobs().deleteOlder(hash, Date.now() - 3_600_000)).toBe(false);
      expect(await textOf(await blobs().read(hash))).toBe(text);
      expect(await blobs().deleteOlder(hash, future)).toBe(true);
      expect(await blobs().read(hash)).toBeNull();
      expect(await listed(hash)).toStrictEqual([]);
      expect(await blobs().deleteOlder(hash, future)).toBe(false);
      await blobs().put(hash, pieces(text));
      expect(await textOf(await blobs().read(hash))).toBe(text);
    });
  });
}
