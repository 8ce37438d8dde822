import type { Connection, Model } from 'mongoose';
import type { Lease, LeaseHolder, ServerLease } from '../ports/server-lease.ts';
import { makeSchema } from './make-schema.ts';
import { isTaken } from './mongo-error.ts';
import type { MongoLife } from './mongo-life.ts';

type LeaseDocument = Lease & { _id: string };

const shape = makeSchema<LeaseDocument>({
  _id: String,
  holder: String,
  machine: String,
  process: Number,
  beat: Number,
});

/** There is one. */
const key = { _id: 'server' };

/** Which server process has this database, as one document that is only ever compared and set. */
export class MongoServerLease implements ServerLease {
  readonly #life: MongoLife;
  readonly #leases: Model<LeaseDocument>;

  constructor({ connection, life }: { connection: Connection; life: MongoLife }) {
    this.#life = life;
    this.#leases = connection.model<LeaseDocument>('server_lease', shape, 'server_lease');
  }

  look(): Promise<Lease | null> {
    return this.#life.use(async () => {
      const found = await this.#leases.findOne(key).lean();
      if (found === null) return null;
      const { holder, machine, process, beat } = found;
      return { holder, machine, process, beat };
    });
  }

  take(mine: LeaseHolder, seen: Lease | null): Promise<boolean> {
    return this.#life.use(async () => {
      if (seen === null) return this.#make(mine);
      const { holder, beat } = seen;
      const { modifiedCount } = await this.#leases.updateOne({ ...key, holder, beat }, { $set: { ...mine, beat: 0 } });
      return modifiedCount === 1;
    });
  }

  async #make(mine: LeaseHolder): Promise<boolean> {
    try {
      await this.#leases.create([{ ...key, ...mine, beat: 0 }]);
      return true;
    } catch (error) {
      if (!isTaken(error)) throw error;
      return false;
    }
  }

  beat(holder: string): Promise<boolean> {
    return this.#life.use(async () => {
      const { matchedCount } = await this.#leases.updateOne({ ...key, holder }, { $inc: { beat: 1 } });
      return matchedCount === 1;
    });
  }

  release(holder: string): Promise<void> {
    return this.#life.use(async () => void (await this.#leases.deleteOne({ ...key, holder })));
  }
}
