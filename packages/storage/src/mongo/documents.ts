import type { Connection, Model, Schema as MongooseSchema, SortOrder } from 'mongoose';
import { checkGiven, checkStored, type Schema } from '../stored-json.ts';
import type { StoredDocument } from './make-schema.ts';
import { isTaken } from './mongo-error.ts';
import { upsert } from './upsert.ts';

/** A collection of things by id: a thing's `id` is its document's `_id`. */
export class Documents<T extends { readonly id: string }> {
  readonly model: Model<StoredDocument>;
  readonly #name: string;
  readonly #schema: Schema<T>;

  constructor(options: {
    connection: Connection;
    name: string;
    schema: Schema<T>;
    shape: MongooseSchema<StoredDocument>;
  }) {
    this.#name = options.name;
    this.#schema = options.schema;
    this.model = options.connection.model<StoredDocument>(options.name, options.shape, options.name);
  }

  async put(value: T): Promise<void> {
    const document = this.#toDocument(value);
    await upsert(() => this.model.replaceOne({ _id: document._id }, document, { upsert: true }));
  }

  /** Replaces the one of the same id if it is like `filter`; false if there is none like that. */
  async replace(value: T, filter: Readonly<Record<string, unknown>>): Promise<boolean> {
    const document = this.#toDocument(value);
    const { matchedCount } = await this.model.replaceOne({ ...filter, _id: document._id }, document);
    return matchedCount === 1;
  }

  /** False if the id is taken. */
  async add(value: T): Promise<boolean> {
    try {
      await this.model.insertMany([this.#toDocument(value)]);
      return true;
    } catch (error) {
      if (isTaken(error)) return false;
      throw error;
    }
  }

  async get(id: string): Promise<T | null> {
    const document = await this.model.findOne({ _id: id }).lean();
    return document === null ? null : this.#fromDocument(document);
  }

  async list(
    filter: Readonly<Record<string, unknown>>,
    order: Record<string, SortOrder> = { _id: 1 },
    limit = 0,
  ): Promise<T[]> {
    const documents = await this.model.find(filter).sort(order).limit(limit).lean();
    return documents.map((document) => this.#fromDocument(document));
  }

  #toDocument(value: T): StoredDocument {
    const { id, ...rest } = checkGiven(this.#schema, value);
    return { ...rest, _id: id };
  }

  #fromDocument({ _id, ...rest }: Record<string, unknown>): T {
    return checkStored(this.#schema, { ...rest, id: _id }, `${this.#name} ${String(_id)}`);
  }
}
