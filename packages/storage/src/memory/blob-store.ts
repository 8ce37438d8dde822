import type { BlobFacts, BlobStore } from '../ports/blob-store.ts';
import type { MemoryLife } from './memory-life.ts';

interface Blob {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly storedAt: number;
}

/** Bytes in this process's memory. */
export class MemoryBlobStore implements BlobStore {
  readonly #life: MemoryLife;
  readonly #blobs = new Map<string, Blob>();

  constructor({ life }: { life: MemoryLife }) {
    this.#life = life;
  }

  async put(hash: string, source: AsyncIterable<Uint8Array>): Promise<void> {
    const bytes = await gathered(source);
    if ((await sha256(bytes)) !== hash) throw new RangeError('these bytes have another hash');
    await this.#life.use(() => this.#blobs.set(hash, { bytes, storedAt: Date.now() }));
  }

  read(hash: string): Promise<AsyncIterable<Uint8Array> | null> {
    return this.#life.use(() => {
      const blob = this.#blobs.get(hash);
      return blob === undefined ? null : once(blob.bytes);
    });
  }

  size(hash: string): Promise<number | null> {
    return this.#life.use(() => this.#blobs.get(hash)?.bytes.length ?? null);
  }

  deleteOlder(hash: string, before: number): Promise<boolean> {
    return this.#life.use(() => {
      const blob = this.#blobs.get(hash);
      return blob !== undefined && blob.storedAt < before && this.#blobs.delete(hash);
    });
  }

  async *list(): AsyncIterable<BlobFacts> {
    const all = await this.#life.use(() => [...this.#blobs]);
    for (const [hash, { bytes, storedAt }] of all) yield { hash, bytes: bytes.length, storedAt };
  }
}

async function gathered(source: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A copy: whoever changes what was read changes nothing here. */
async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes.slice();
}
