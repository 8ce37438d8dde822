import { asset, type Asset } from '@bridgeboard/protocol';
import { trusted, type Connection } from 'mongoose';
import type { AssetStore } from '../ports/asset-store.ts';
import { IdTaken } from '../ports/errors.ts';
import { Documents } from './documents.ts';
import { makeItemSchema, makeSchema } from './make-schema.ts';
import type { MongoLife } from './mongo-life.ts';

const blobShape = makeItemSchema({ hash: String, bytes: Number });
const assetShape = makeSchema(
  {
    _id: String,
    board: String,
    author: String,
    school: String,
    upload: String,
    mimeType: String,
    width: Number,
    height: Number,
    full: blobShape,
    small: blobShape,
    uploadedAt: Number,
    isKept: Boolean,
  },
  [{ board: 1, school: 1 }],
  [{ author: 1, uploadedAt: 1 }],
  [{ 'full.hash': 1 }],
  [{ 'small.hash': 1 }],
  [{ isKept: 1, uploadedAt: 1 }],
);

/** Uploaded pictures in MongoDB. */
export class MongoAssetStore implements AssetStore {
  readonly #life: MongoLife;
  readonly #assets: Documents<Asset>;

  constructor({ connection, life }: { connection: Connection; life: MongoLife }) {
    this.#life = life;
    this.#assets = new Documents({ connection, name: 'assets', schema: asset, shape: assetShape });
  }

  create(value: Asset): Promise<void> {
    return this.#life.use(async () => {
      if (!(await this.#assets.add(value))) throw new IdTaken(`asset ${value.id}`);
    });
  }

  asset(id: string): Promise<Asset | null> {
    return this.#life.use(() => this.#assets.get(id));
  }

  uploadOf(author: string, upload: string): Promise<Asset | null> {
    return this.#life.use(async () => (await this.#assets.list({ author, upload }))[0] ?? null);
  }

  assetsOf(board: string): Promise<Asset[]> {
    return this.#life.use(() => this.#assets.list({ board }));
  }

  assetsBy(author: string): Promise<Asset[]> {
    return this.#life.use(() => this.#assets.list({ author }));
  }

  bytesOn(board: string, school: string): Promise<number> {
    return this.#life.use(async () => {
      const found = await this.#assets.list({ board, school });
      return found.reduce((sum, { full, small }) => sum + full.bytes + small.bytes, 0);
    });
  }

  countSince(author: string, since: number): Promise<number> {
    return this.#life.use(() => this.#assets.model.countDocuments({ author, uploadedAt: trusted({ $gte: since }) }));
  }

  unkept(before: number, limit: number): Promise<Asset[]> {
    const filter = { isKept: false, uploadedAt: trusted({ $lt: before }) };
    return this.#life.use(() => this.#assets.list(filter, { uploadedAt: 1, _id: 1 }, limit));
  }

  keep(id: string): Promise<void> {
    return this.#change(id, { isKept: true });
  }

  moveTo(id: string, board: string): Promise<void> {
    return this.#change(id, { board });
  }

  remove(id: string): Promise<void> {
    return this.#life.use(async () => void (await this.#assets.model.deleteOne({ _id: id })));
  }

  isUsed(hash: string, beside = ''): Promise<boolean> {
    const author = trusted({ $ne: beside });
    return this.#life.use(async () => {
      const found = await Promise.all(
        ['full.hash', 'small.hash'].map((name) => this.#assets.model.exists({ [name]: hash, author })),
      );
      return found.some((one) => one !== null);
    });
  }

  #change(id: string, facts: Partial<Asset>): Promise<void> {
    return this.#life.use(async () => void (await this.#assets.model.updateOne({ _id: id }, { $set: facts })));
  }
}
