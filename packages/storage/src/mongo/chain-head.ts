import { trusted, type Connection, type Model } from 'mongoose';
import { noLines, type ChainHead } from '../chained-lines.ts';
import { checkStored, type Schema } from '../stored-json.ts';
import { makeSchema } from './make-schema.ts';
import { upsert } from './upsert.ts';

type HeadDocument = { _id: string; number: number; hash: string };

const headShape = makeSchema<HeadDocument>({ _id: String, number: Number, hash: String });

interface HeadParts {
  readonly connection: Connection;
  readonly collection: string;
  readonly schema: Schema<ChainHead>;
  /** What it is in the words of an error. */
  readonly place: string;
  /** The line with the highest number, or null. */
  readonly newestLine: () => Promise<ChainHead | null>;
}

/** The newest line of a chained log, which is noted apart from the lines. */
export class NotedHead {
  readonly #parts: HeadParts;
  readonly #heads: Model<HeadDocument>;

  constructor(parts: HeadParts) {
    this.#parts = parts;
    this.#heads = parts.connection.model<HeadDocument>(parts.collection, headShape, parts.collection);
  }

  async noted(): Promise<ChainHead> {
    const noted = await this.#heads.findOne({ _id: 'head' }).lean();
    if (noted === null) return noLines;
    const { _id, ...head } = noted;
    return checkStored(this.#parts.schema, head, this.#parts.place);
  }

  /** Where lines are missing at the end the log goes on behind the noted one, so that the hole stays for everybody to see. */
  async newest(): Promise<ChainHead> {
    const [newest, noted] = [await this.#parts.newestLine(), await this.noted()];
    const { number, hash } = newest ?? noLines;
    return noted.number > number ? noted : { number, hash };
  }

  /** Never back to an older line: another process may have noted a newer one. */
  async note({ number, hash }: ChainHead): Promise<void> {
    const older = { _id: 'head', number: trusted({ $lt: number }) };
    await upsert(() => this.#heads.updateOne(older, { $set: { number, hash } }, { upsert: true }));
  }
}
