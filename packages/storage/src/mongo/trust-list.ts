import { pupilTrust, type PupilTrust } from '@bridgeboard/protocol';
import type { Connection } from 'mongoose';
import type { TrustList } from '../ports/trust-list.ts';
import { Documents } from './documents.ts';
import { makeItemSchema, makeSchema } from './make-schema.ts';
import type { MongoLife } from './mongo-life.ts';

const mark = makeItemSchema({ kind: String, level: String, cause: String, by: String, at: Number });
const shape = makeSchema({ _id: String, school: String, marks: [mark] }, [{ school: 1 }]);

/** What pupils are trusted with, in MongoDB. */
export class MongoTrustList implements TrustList {
  readonly #life: MongoLife;
  readonly #rows: Documents<PupilTrust>;

  constructor({ connection, life }: { connection: Connection; life: MongoLife }) {
    this.#life = life;
    this.#rows = new Documents({ connection, name: 'trust', schema: pupilTrust, shape });
  }

  put(value: PupilTrust): Promise<void> {
    return this.#life.use(() => this.#rows.put(value));
  }

  of(pupil: string): Promise<PupilTrust | null> {
    return this.#life.use(() => this.#rows.get(pupil));
  }

  trustOf(school: string): Promise<PupilTrust[]> {
    return this.#life.use(() => this.#rows.list({ school }));
  }

  remove(pupil: string): Promise<void> {
    return this.#life.use(async () => void (await this.#rows.model.deleteOne({ _id: pupil })));
  }
}
