import { publication, publicationPart, type Publication, type PublicationPart } from '@bridgeboard/protocol';
import { trusted, type Connection, type Model } from 'mongoose';
import { IdTaken } from '../ports/errors.ts';
import type { PublicationStore } from '../ports/publication-store.ts';
import { checkGiven, checkStored, fromJson, toJson } from '../stored-json.ts';
import { makeItemSchema, makeSchema } from './make-schema.ts';
import { isTaken } from './mongo-error.ts';
import type { MongoLife } from './mongo-life.ts';

/** A school's part as text, for its records are tldraw's, with any field names; its school beside it, to be asked for. */
interface StoredPart {
  readonly school: string;
  readonly part: string;
}

type StoredPublication = Omit<Publication, 'id' | 'parts'> & { _id: string; parts: StoredPart[] };

const publicationShape = makeSchema<StoredPublication>(
  {
    _id: String,
    board: String,
    title: String,
    schools: [String],
    proposedBy: String,
    createdAt: Number,
    parts: [makeItemSchema({ school: String, part: String })],
    withdrawnAt: Number,
    withdrawnBy: String,
  },
  [{ board: 1, createdAt: -1 }],
);

/** Publications in MongoDB. */
export class MongoPublicationStore implements PublicationStore {
  readonly #life: MongoLife;
  readonly #model: Model<StoredPublication>;

  constructor({ connection, life }: { connection: Connection; life: MongoLife }) {
    this.#life = life;
    this.#model = connection.model<StoredPublication>('publications', publicationShape, 'publications');
  }

  create(value: Publication): Promise<void> {
    return this.#life.use(async () => {
      const { id, parts, ...rest } = checkGiven(publication, value);
      try {
        await this.#model.insertMany([{ ...rest, _id: id, parts: parts.map(toStored) }]);
      } catch (error) {
        throw isTaken(error) ? new IdTaken(`publication ${id}`) : error;
      }
    });
  }

  publication(id: string): Promise<Publication | null> {
    return this.#life.use(async () => {
      const document = await this.#model.findOne({ _id: id }).lean();
      return document === null ? null : fromStored(document);
    });
  }

  publicationsOf(board: string): Promise<Publication[]> {
    return this.#life.use(async () => {
      const documents = await this.#model.find({ board }).sort({ createdAt: -1, _id: 1 }).lean();
      return documents.map(fromStored);
    });
  }

  addPart(id: string, part: PublicationPart): Promise<boolean> {
    return this.#life.use(async () => {
      const open = { _id: id, withdrawnAt: null, 'parts.school': trusted({ $ne: part.school }) };
      const { matchedCount } = await this.#model.updateOne(open, { $push: { parts: toStored(part) } });
      return matchedCount === 1;
    });
  }

  replacePart(id: string, part: PublicationPart): Promise<boolean> {
    return this.#life.use(async () => {
      const stored = toStored(part);
      const { matchedCount } = await this.#model.updateOne(
        { _id: id, 'parts.school': part.school },
        { $set: { 'parts.$': stored } },
      );
      return matchedCount === 1;
    });
  }

  removeOf(board: string): Promise<void> {
    return this.#life.use(async () => {
      await this.#model.deleteMany({ board });
    });
  }

  withdraw(id: string, by: string, at: number): Promise<boolean> {
    return this.#life.use(async () => {
      const end = { $set: { withdrawnAt: at, withdrawnBy: by } };
      const { matchedCount } = await this.#model.updateOne({ _id: id, withdrawnAt: null }, end);
      return matchedCount === 1;
    });
  }
}

function toStored(part: PublicationPart): StoredPart {
  return { school: part.school, part: toJson(publicationPart, part) };
}

function fromStored({ _id, parts, ...rest }: StoredPublication): Publication {
  const place = `publication ${_id}`;
  const whole = { ...rest, id: _id, parts: parts.map(({ part }) => fromJson(publicationPart, part, place)) };
  return checkStored(publication, whole, place);
}
