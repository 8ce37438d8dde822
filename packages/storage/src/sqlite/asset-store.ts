import { asset, type Asset } from '@bridgeboard/protocol';
import type { AssetStore } from '../ports/asset-store.ts';
import { IdTaken } from '../ports/errors.ts';
import { JsonRows } from './json-rows.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

/** Uploaded pictures in one file. */
export class SqliteAssetStore implements AssetStore {
  readonly #connection: SqliteConnection;
  readonly #assets: JsonRows<Asset>;

  constructor({ connection }: { connection: SqliteConnection }) {
    this.#connection = connection;
    this.#assets = new JsonRows({ connection, table: 'asset', schema: asset });
  }

  create(value: Asset): Promise<void> {
    return this.#connection.write(() => {
      if (!this.#assets.add(value)) throw new IdTaken(`asset ${value.id}`);
    });
  }

  asset(id: string): Promise<Asset | null> {
    return this.#connection.read(() => this.#assets.get(id));
  }

  uploadOf(author: string, upload: string): Promise<Asset | null> {
    return this.#connection.read(
      () => this.#assets.list('WHERE author = ? AND upload = ? ORDER BY id', author, upload)[0] ?? null,
    );
  }

  assetsOf(board: string): Promise<Asset[]> {
    return this.#connection.read(() => this.#assets.list('WHERE board = ? ORDER BY id', board));
  }

  assetsBy(author: string): Promise<Asset[]> {
    return this.#connection.read(() => this.#assets.list('WHERE author = ? ORDER BY id', author));
  }

  bytesOn(board: string, school: string): Promise<number> {
    return this.#number('SELECT TOTAL(bytes) AS found FROM asset WHERE board = ? AND school = ?', board, school);
  }

  countSince(author: string, since: number): Promise<number> {
    return this.#number('SELECT COUNT(*) AS found FROM asset WHERE author = ? AND uploaded_at >= ?', author, since);
  }

  unkept(before: number, limit: number): Promise<Asset[]> {
    return this.#connection.read(() =>
      this.#assets.list('WHERE is_kept = 0 AND uploaded_at < ? ORDER BY uploaded_at, id LIMIT ?', before, limit),
    );
  }

  keep(id: string): Promise<void> {
    return this.#change(id, { isKept: true });
  }

  moveTo(id: string, board: string): Promise<void> {
    return this.#change(id, { board });
  }

  remove(id: string): Promise<void> {
    return this.#connection.write(() => void this.#connection.run('DELETE FROM asset WHERE id = ?', id));
  }

  async isUsed(hash: string, beside = ''): Promise<boolean> {
    const sql = `SELECT EXISTS (
      SELECT 1 FROM asset WHERE (full_hash = ? OR small_hash = ?) AND author <> ?
    ) AS found`;
    return (await this.#number(sql, hash, hash, beside)) === 1;
  }

  #change(id: string, facts: Partial<Asset>): Promise<void> {
    return this.#connection.write(() => {
      const before = this.#assets.get(id);
      if (before !== null) this.#assets.put({ ...before, ...facts });
    });
  }

  #number(sql: string, ...values: (string | number)[]): Promise<number> {
    return this.#connection.read(() => Number(this.#connection.get(sql, ...values)?.['found']));
  }
}
