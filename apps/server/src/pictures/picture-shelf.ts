import type { Asset } from '@bridgeboard/protocol';
import type { AssetStore, BlobStore } from '@bridgeboard/storage';

interface Parts {
  readonly assets: AssetStore;
  readonly blobs: BlobStore;
}

/** Pictures that are being kept, and those that are taken away for good; never both at one moment. */
export class PictureShelf {
  readonly #parts: Parts;
  readonly #keeping = new Set<Promise<unknown>>();
  #forgetting: Promise<void> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Does the work of keeping a picture, from its first byte to its row: equal bytes of somebody else are not deleted meanwhile. */
  async keep<Result>(work: () => Promise<Result>): Promise<Result> {
    while (this.#forgetting) await this.#forgetting;
    const running = work();
    this.#keeping.add(running);
    try {
      return await running;
    } finally {
      this.#keeping.delete(running);
    }
  }

  /** ER1: takes a person's pictures away, and their bytes unless somebody else has equal ones. Those that are held stay (SG-24). */
  forget(person: string, held: ReadonlySet<string> = new Set()): Promise<void> {
    return this.#apart(async () => {
      const all = await this.#parts.assets.assetsBy(person);
      const staying = all.filter(({ id }) => held.has(id)).flatMap(({ full, small }) => [full.hash, small.hash]);
      for (const one of all) if (!held.has(one.id)) await this.#remove(one, new Set(staying));
    });
  }

  /** Takes one picture away for good, with all that the same person has uploaded of it. */
  destroy(id: string): Promise<void> {
    return this.#apart(async () => {
      const asset = await this.#parts.assets.asset(id);
      if (asset) await this.#remove(asset);
    });
  }

  /** KE3: takes all pictures of a board away, and their bytes unless some other board has equal ones. */
  forgetBoard(board: string): Promise<void> {
    return this.#apart(async () => {
      const { assets, blobs } = this.#parts;
      for (const { id, full, small } of await assets.assetsOf(board)) {
        // The row first: bytes that nothing names are found by the sweep, should this be cut off here.
        await assets.remove(id);
        for (const { hash } of [full, small]) {
          if (!(await assets.isUsed(hash))) await blobs.deleteOlder(hash, Number.MAX_SAFE_INTEGER);
        }
      }
    });
  }

  async #apart(work: () => Promise<void>): Promise<void> {
    while (this.#forgetting) await this.#forgetting;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#forgetting = promise;
    try {
      await Promise.allSettled(this.#keeping);
      await work();
    } finally {
      this.#forgetting = null;
      resolve();
    }
  }

  /** The row goes last: cut off before that, it is done again from there. */
  async #remove({ id, author, full, small }: Asset, staying: ReadonlySet<string> = new Set()): Promise<void> {
    const { assets, blobs } = this.#parts;
    for (const { hash } of [full, small]) {
      if (!staying.has(hash) && !(await assets.isUsed(hash, author)))
        await blobs.deleteOlder(hash, Number.MAX_SAFE_INTEGER);
    }
    await assets.remove(id);
  }
}
