import { admission, board, type Admission, type Board } from '@bridgeboard/protocol';
import type { Connection, Model } from 'mongoose';
import type { BoardCatalogue, BoardFacts } from '../ports/board-catalogue.ts';
import { IdTaken } from '../ports/errors.ts';
import { checkGiven, checkStored } from '../stored-json.ts';
import { Documents } from './documents.ts';
import { makeItemSchema, makeSchema } from './make-schema.ts';
import type { MongoLife } from './mongo-life.ts';
import { upsert } from './upsert.ts';

const guestShape = makeItemSchema({
  id: String,
  school: String,
  by: String,
  name: String,
  tokenHash: String,
  sessionHash: String,
  endsAt: Number,
  adds: Boolean,
});

const knownGuestShape = makeItemSchema({ id: String, school: String, name: String });

const membersShape = makeItemSchema({ school: String, classes: [String], pupils: [String] });

const leaveShape = makeItemSchema({ school: String, by: String, at: Number, copy: String, done: Boolean });

const archiveShape = makeItemSchema({ at: Number, goesAt: Number, saidAt: Number, heldAt: Number });

const boardShape = makeSchema(
  {
    _id: String,
    title: String,
    partnership: String,
    schools: [String],
    host: String,
    createdBy: String,
    createdAt: Number,
    changedAt: Number,
    doorOpenUntil: Number,
    members: { type: [membersShape], default: undefined },
    guests: { type: [guestShape], default: undefined },
    knownGuests: { type: [knownGuestShape], default: undefined },
    left: { type: [leaveShape], default: undefined },
    archived: { type: archiveShape, default: undefined },
  },
  [{ schools: 1, changedAt: -1, _id: 1 }],
);

const admissionShape = makeSchema<Admission>({ board: String, pupil: String, school: String, by: String, at: Number }, [
  { board: 1, pupil: 1 },
  { unique: true },
]);

/** The boards' own facts in MongoDB. */
export class MongoBoardCatalogue implements BoardCatalogue {
  readonly #life: MongoLife;
  readonly #boards: Documents<Board>;
  readonly #admissions: Model<Admission>;

  constructor({ connection, life }: { connection: Connection; life: MongoLife }) {
    this.#life = life;
    this.#boards = new Documents({ connection, name: 'boards', schema: board, shape: boardShape });
    this.#admissions = connection.model<Admission>('admissions', admissionShape, 'admissions');
  }

  create(value: Board): Promise<void> {
    return this.#life.use(async () => {
      if (!(await this.#boards.add(value))) throw new IdTaken(`board ${value.id}`);
    });
  }

  board(id: string): Promise<Board | null> {
    return this.#life.use(() => this.#boards.get(id));
  }

  boardsOf(school: string): Promise<Board[]> {
    return this.#life.use(() => this.#boards.list({ schools: school }, { changedAt: -1, _id: 1 }));
  }

  update(id: string, facts: BoardFacts): Promise<boolean> {
    return this.#life.use(async () => {
      checkFacts(facts);
      // MongoDB refuses an update that sets nothing.
      if (Object.keys(facts).length === 0) return (await this.#boards.get(id)) !== null;
      const { matchedCount } = await this.#boards.model.updateOne({ _id: id }, { $set: facts });
      return matchedCount === 1;
    });
  }

  remove(id: string): Promise<void> {
    return this.#life.use(async () => {
      await this.#admissions.deleteMany({ board: id });
      await this.#boards.model.deleteOne({ _id: id });
    });
  }

  admit(value: Admission): Promise<void> {
    return this.#life.use(async () => {
      const { board: boardId, pupil, ...rest } = checkGiven(admission, value);
      const key = { board: boardId, pupil };
      await upsert(() => this.#admissions.updateOne(key, { $setOnInsert: rest }, { upsert: true }));
    });
  }

  admission(boardId: string, pupil: string): Promise<Admission | null> {
    return this.#life.use(async () => (await this.#list({ board: boardId, pupil }))[0] ?? null);
  }

  admissionsOf(boardId: string): Promise<Admission[]> {
    return this.#life.use(() => this.#list({ board: boardId }));
  }

  dismiss(boardId: string, pupil: string): Promise<void> {
    return this.#life.use(async () => {
      await this.#admissions.deleteOne({ board: boardId, pupil });
    });
  }

  async #list(filter: { board: string; pupil?: string }): Promise<Admission[]> {
    const documents = await this.#admissions.find(filter).select({ _id: 0 }).sort({ at: 1, pupil: 1 }).lean();
    return documents.map((document) => checkStored(admission, document, `admission to board ${filter.board}`));
  }
}

function checkFacts(facts: BoardFacts): void {
  const { title, changedAt, doorOpenUntil, guests, knownGuests, partnership, schools, host, left, archived } =
    board.shape;
  if ('title' in facts) checkGiven(title, facts.title);
  if ('changedAt' in facts) checkGiven(changedAt, facts.changedAt);
  if ('doorOpenUntil' in facts) checkGiven(doorOpenUntil, facts.doorOpenUntil);
  if ('guests' in facts) checkGiven(guests, facts.guests);
  if ('knownGuests' in facts) checkGiven(knownGuests, facts.knownGuests);
  if ('partnership' in facts) checkGiven(partnership, facts.partnership);
  if ('schools' in facts) checkGiven(schools, facts.schools);
  if ('host' in facts) checkGiven(host, facts.host);
  if ('left' in facts) checkGiven(left, facts.left);
  if ('archived' in facts) checkGiven(archived, facts.archived);
}
