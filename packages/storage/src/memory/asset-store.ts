import { asset, type Asset } from '@bridgeboard/protocol';
import { compare } from '../order.ts';
import type { AssetStore } from '../ports/asset-store.ts';
import { IdTaken } from '../ports/errors.ts';
import { JsonRows } from './json-rows.ts';
import type { MemoryLife } from './memory-life.ts';

/** Uploaded pictures in this process's memory. */
export class MemoryAssetStore implements AssetStore {
  readonly #life: MemoryLife;
  readonly #assets = new JsonRows<Asset>({ name: 'asset', schema: asset });

  constructor({ life }: { life: MemoryLife }) {
    this.#life = life;
  }

  create(value: Asset): Promise<void> {
    return this.#life.use(() => {
      if (this.#assets.has(value.id)) throw new IdTaken(`asset ${value.id}`);
      this.#assets.put(value);
    });
  }

  asset(id: string): Promise<Asset | null> {
    return this.#life.use(() => this.#assets.get(id));
  }

  uploadOf(author: string, upload: string): Promise<Asset | null> {
    return this.#life.use(
      () => this.#assets.list((value) => value.author === author && value.upload === upload)[0] ?? null,
    );
  }

  assetsOf(board: string): Promise<Asset[]> {
    return this.#life.use(() => this.#assets.list((value) => value.board === board));
  }

  assetsBy(author: string): Promise<Asset[]> {
    return this.#life.use(() => this.#assets.list((value) => value.author === author));
  }

  bytesOn(board: string, school: string): Promise<number> {
    return this.#life.use(() =>
      this.#assets
        .list((value) => value.board === board && value.school === school)
        .reduce((sum, { full, small }) => sum + full.bytes + small.bytes, 0),
    );
  }

  countSince(author: string, since: number): Promise<number> {
    return this.#life.use(
      () => this.#assets.list((value) => value.author === author && value.uploadedAt >= since).length,
    );
  }

  unkept(before: number, limit: number): Promise<Asset[]> {
    return this.#life.use(() =>
      this.#assets
        .list((value) => !value.isKept && value.uploadedAt < before)
        .sort((a, b) => compare(a.uploadedAt, b.uploadedAt) || compare(a.id, b.id))
        .slice(0, limit),
    );
  }

  keep(id: string): Promise<void> {
    return this.#change(id, { isKept: true });
  }

  moveTo(id: string, board: string): Promise<void> {
    return this.#change(id, { board });
  }

  remove(id: string): Promise<void> {
    return this.#life.use(() => this.#assets.remove(id));
  }

  isUsed(hash: string, beside?: string): Promise<boolean> {
    const has = ({ full, small }: Asset): boolean => full.hash === hash || small.hash === hash;
    return this.#life.use(() => this.#assets.list((value) => value.author !== beside && has(value)).length > 0);
  }

  #change(id: string, facts: Partial<Asset>): Promise<void> {
    return this.#life.use(() => {
      const before = this.#assets.get(id);
      if (before !== null) this.#assets.put({ ...before, ...facts });
    });
  }
}
