import { queueLine, type QueueLine } from '@bridgeboard/protocol';
import { trusted, type Connection, type Model, type PipelineStage } from 'mongoose';
import type { QueueIndex } from '../ports/queue-index.ts';
import { checkLines } from '../queue-lines.ts';
import { checkGiven, checkStored } from '../stored-json.ts';
import { makeItemSchema, makeSchema } from './make-schema.ts';
import type { MongoLife } from './mongo-life.ts';
import { upsert } from './upsert.ts';

interface BoardQueue {
  readonly _id: string;
  readonly seq: number;
  readonly lines: QueueLine[];
}

const line = makeItemSchema({
  case: String,
  board: String,
  school: String,
  author: String,
  status: String,
  openedAt: Number,
  changedAt: Number,
  kinds: [String],
  found: [String],
});
const queueShape = makeSchema<BoardQueue>(
  { _id: String, seq: Number, lines: [line] },
  [{ 'lines.school': 1, 'lines.status': 1 }],
  [{ 'lines.author': 1 }],
);

/** The queue's index in MongoDB: one document a board, so that its number and its lines change together. */
export class MongoQueueIndex implements QueueIndex {
  readonly #life: MongoLife;
  readonly #queues: Model<BoardQueue>;
  /** The last step of each board that is on its way. */
  readonly #underway = new Map<string, Promise<unknown>>();

  constructor({ connection, life }: { connection: Connection; life: MongoLife }) {
    this.#life = life;
    this.#queues = connection.model<BoardQueue>('queues', queueShape, 'queues');
  }

  apply(board: string, seq: number, lines: readonly QueueLine[]): Promise<void> {
    return this.#life.use(async () => {
      checkLines(board, lines);
      const step = { seq: { $literal: seq }, lines: linesAfter(lines.map((value) => checkGiven(queueLine, value))) };
      const notNewer = { _id: board, seq: trusted({ $lte: seq }) };
      const options = { upsert: true, updatePipeline: true };
      await this.#inTurn(board, () => upsert(() => this.#queues.updateOne(notNewer, [{ $set: step }], options)));
    });
  }

  appliedSeq(board: string): Promise<number> {
    return this.#life.use(async () => (await this.#queues.findOne({ _id: board }).select({ seq: 1 }).lean())?.seq ?? 0);
  }

  remove(board: string): Promise<void> {
    return this.#life.use(() => this.#inTurn(board, () => this.#queues.deleteOne({ _id: board })));
  }

  openOf(school: string): Promise<QueueLine[]> {
    return this.#life.use(() => this.#undecided(school, 'open'));
  }

  returnedOf(school: string): Promise<QueueLine[]> {
    return this.#life.use(() => this.#undecided(school, 'returned'));
  }

  decidedOf(author: string): Promise<QueueLine[]> {
    return this.#life.use(async () => {
      const decided = { 'lines.author': { $eq: author }, 'lines.status': { $in: ['approved', 'rejected'] } };
      const order = { $sort: { 'lines.changedAt': 1, _id: 1, 'lines.case': 1 } } as const;
      const ofAuthor = { $match: { 'lines.author': { $eq: author } } };
      return this.#read([ofAuthor, { $unwind: '$lines' }, { $match: decided }, order]);
    });
  }

  countSince(school: string, status: QueueLine['status'], since: number): Promise<number> {
    return this.#life.use(async () => {
      const recent = { $match: { 'lines.changedAt': { $gte: since } } };
      const stages = [...linesOf(school, status), recent, { $count: 'lines' }];
      const [answer] = await this.#queues.aggregate<{ lines: number }>(stages);
      return answer?.lines ?? 0;
    });
  }

  #undecided(school: string, status: QueueLine['status']): Promise<QueueLine[]> {
    return this.#read([...linesOf(school, status), { $sort: { 'lines.openedAt': 1, _id: 1, 'lines.case': 1 } }]);
  }

  async #read(stages: PipelineStage[]): Promise<QueueLine[]> {
    const found = await this.#queues.aggregate<{ _id: string; lines: unknown }>(stages);
    return found.map(({ _id, lines }) => checkStored(queueLine, lines, `a queue line of board ${_id}`));
  }

  /** Two steps on their way at once could overtake one another, and the later number would make the earlier one void. */
  async #inTurn(board: string, step: () => Promise<unknown>): Promise<void> {
    const before = this.#underway.get(board) ?? Promise.resolve();
    const mine = before.then(step, step);
    this.#underway.set(board, mine);
    try {
      await mine;
    } finally {
      if (this.#underway.get(board) === mine) this.#underway.delete(board);
    }
  }
}

/** The board's lines with these in place of earlier ones of their cases. Values are literals: "$" in them means nothing. */
function linesAfter(lines: readonly QueueLine[]) {
  const cases = { $literal: lines.map((value) => value.case) };
  const before = { $ifNull: ['$lines', []] };
  const untouched = { $filter: { input: before, cond: { $not: [{ $in: ['$$this.case', cases] }] } } };
  return { $concatArrays: [untouched, { $literal: lines }] };
}

/** One document a line of that school and status. `$eq` takes whatever it is given as a value, never as an operator. */
function linesOf(school: string, status: QueueLine['status']) {
  const wanted = { school: { $eq: school }, status: { $eq: status } };
  return [
    { $match: { lines: { $elemMatch: wanted } } },
    { $unwind: '$lines' },
    { $match: { 'lines.school': wanted.school, 'lines.status': wanted.status } },
  ];
}
