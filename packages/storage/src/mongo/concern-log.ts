import {
  concernHead,
  keptConcernLine,
  type ConcernDraft,
  type ConcernHead,
  type ConcernLine,
  type KeptConcernLine,
} from '@bridgeboard/protocol';
import { Schema, trusted, type Connection, type Model } from 'mongoose';
import { checkFollows } from '../chained-lines.ts';
import { beginsConcern } from '../concern-lines.ts';
import { checkLimit } from '../journal-rows.ts';
import type { ConcernLog, SealConcern } from '../ports/concern-log.ts';
import { StorageUnavailable } from '../ports/errors.ts';
import { checkStored } from '../stored-json.ts';
import { NotedHead } from './chain-head.ts';
import { makeItemSchema, makeSchema } from './make-schema.ts';
import { isTaken } from './mongo-error.ts';
import type { MongoLife } from './mongo-life.ts';

/** A line's document: `_id` is its number, which is what keeps two processes from telling two stories. */
type LineDocument = Record<string, unknown> & { _id: number };

const person = { type: makeItemSchema({ person: String, school: String, role: String }), default: null };
const lineShape = makeSchema<LineDocument>(
  {
    _id: Number,
    v: Number,
    concern: String,
    at: Number,
    by: person,
    schools: [String],
    // What an event holds depends on its kind.
    event: Schema.Types.Mixed,
    contentHash: String,
    hash: String,
    content: String,
  },
  [{ concern: 1, _id: 1 }],
  [{ schools: 1, _id: 1 }],
  [{ 'event.asset': 1, _id: 1 }, { partialFilterExpression: { 'event.kind': 'picture' } }],
  [
    { concern: 1, 'event.kind': 1 },
    { unique: true, partialFilterExpression: { 'event.kind': 'reported' } },
  ],
);
/** How often a line is made anew because other processes were quicker: each time one of them got on. */
const mostTries = 200;

/** What became of reports, in MongoDB. */
export class MongoConcernLog implements ConcernLog {
  readonly #life: MongoLife;
  readonly #lines: Model<LineDocument>;
  readonly #heads: NotedHead;
  /** Lines of this process are kept one after the other: it would only get in its own way. */
  #last: Promise<unknown> = Promise.resolve();

  constructor({ connection, life }: { connection: Connection; life: MongoLife }) {
    this.#life = life;
    this.#lines = connection.model<LineDocument>('concern_lines', lineShape, 'concern_lines');
    this.#heads = new NotedHead({
      connection,
      collection: 'concern_heads',
      schema: concernHead,
      place: 'the head of the reports',
      newestLine: async () => {
        const newest = await this.#lines.findOne({}).sort({ _id: -1 }).lean();
        return newest === null ? null : toLine(newest).line;
      },
    });
  }

  append<Draft extends Pick<ConcernDraft, 'concern' | 'event'>>(
    drafts: readonly Draft[],
    seal: SealConcern<Draft>,
  ): Promise<void> {
    return this.#life.use(() => {
      const appending = this.#last.then(async () => {
        for (const draft of drafts) await this.#appendOne(draft, seal);
      });
      this.#last = appending.catch(() => undefined);
      return appending;
    });
  }

  read(fromNumber: number, limit: number): Promise<KeptConcernLine[]> {
    const most = checkLimit(limit);
    return this.#life.use(() => this.#kept({ _id: trusted({ $gte: fromNumber }) }, most));
  }

  head(): Promise<ConcernHead> {
    return this.#life.use(async () => {
      await this.#last;
      return this.#heads.noted();
    });
  }

  linesOf(concern: string): Promise<KeptConcernLine[]> {
    return this.#life.use(() => this.#kept({ concern }));
  }

  linesFor(school: string): Promise<ConcernLine[]> {
    return this.#life.use(async () => (await this.#kept({ schools: school })).map(({ line }) => line));
  }

  linesAbout(asset: string): Promise<ConcernLine[]> {
    const filter = { 'event.kind': 'picture', 'event.asset': asset };
    return this.#life.use(async () => (await this.#kept(filter)).map(({ line }) => line));
  }

  forgetContents(concern: string): Promise<void> {
    return this.#life.use(async () => {
      await this.#lines.updateMany({ concern }, { $set: { content: null } });
    });
  }

  async #kept(filter: Record<string, unknown>, limit = 0): Promise<KeptConcernLine[]> {
    return (await this.#lines.find(filter).sort({ _id: 1 }).limit(limit).lean()).map(toLine);
  }

  async #appendOne<Draft extends Pick<ConcernDraft, 'concern' | 'event'>>(
    draft: Draft,
    seal: SealConcern<Draft>,
  ): Promise<void> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const head = await this.#heads.newest();
      const kept = checkFollows(keptConcernLine, { before: head, kept: seal(head, draft) });
      const { number, ...rest } = kept.line;
      try {
        await this.#lines.insertMany([{ ...rest, _id: number, content: kept.content }]);
        await this.#heads.note({ number, hash: kept.line.hash });
        return;
      } catch (error) {
        if (!isTaken(error)) throw error;
        const isThere = (await this.#lines.exists({ concern: draft.concern, 'event.kind': 'reported' })) !== null;
        if (beginsConcern(draft) && isThere) return;
      }
    }
    throw new StorageUnavailable('DB_DOWN', new Error('the log of reports is contended'));
  }
}

function toLine({ _id, content, ...rest }: Record<string, unknown> & { _id: number }): KeptConcernLine {
  const kept = { line: { ...rest, number: _id }, content: content ?? null };
  return checkStored(keptConcernLine, kept, `line ${_id} of reports`);
}
