import { erasure, type Erasure } from '@bridgeboard/protocol';
import type { Connection } from 'mongoose';
import type { ErasureList } from '../ports/erasure-list.ts';
import { Documents } from './documents.ts';
import { makeSchema } from './make-schema.ts';
import type { MongoLife } from './mongo-life.ts';

const shape = makeSchema({ _id: String, kind: String, askedAt: Number, doneAt: Number });

/** The list of erasures in MongoDB. */
export class MongoErasureList implements ErasureList {
  readonly #life: MongoLife;
  readonly #erasures: Documents<Erasure>;

  constructor({ connection, life }: { connection: Connection; life: MongoLife }) {
    this.#life = life;
    this.#erasures = new Documents({ connection, name: 'erasures', schema: erasure, shape });
  }

  put(value: Erasure): Promise<void> {
    return this.#life.use(() => this.#erasures.put(value));
  }

  all(): Promise<Erasure[]> {
    return this.#life.use(() => this.#erasures.list({}));
  }
}
