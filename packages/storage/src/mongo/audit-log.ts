import { auditHead, keptAuditLine, type AuditEntry, type AuditHead, type KeptAuditLine } from '@bridgeboard/protocol';
import { trusted, type Connection, type Model } from 'mongoose';
import { checkFollows } from '../chained-lines.ts';
import { checkLimit } from '../journal-rows.ts';
import type { AuditLog, AuditPage, AuditQuery, SealLine } from '../ports/audit-log.ts';
import { StorageUnavailable } from '../ports/errors.ts';
import { checkStored } from '../stored-json.ts';
import { NotedHead } from './chain-head.ts';
import { makeItemSchema, makeSchema } from './make-schema.ts';
import { isTaken } from './mongo-error.ts';
import type { MongoLife } from './mongo-life.ts';

/** A line's document: `_id` is its number, which is what keeps two processes from telling two stories. */
type LineDocument = Record<string, unknown> & { _id: number };

const mixed = makeItemSchema({ kind: String, id: String });
const lineShape = makeSchema<LineDocument>(
  {
    _id: Number,
    v: Number,
    at: Number,
    act: String,
    by: { type: makeItemSchema({ person: String, school: String, role: String }), default: null },
    schools: [String],
    board: String,
    subjects: [mixed],
    detail: String,
    entry: { type: makeItemSchema({ seq: Number, place: Number }), default: null },
    networkHash: String,
    hash: String,
    network: { type: makeItemSchema({ cut: String, salt: String }), default: null },
  },
  [{ schools: 1, _id: -1 }],
  [
    { board: 1, 'entry.seq': 1, 'entry.place': 1 },
    { unique: true, partialFilterExpression: { 'entry.seq': { $gt: 0 } } },
  ],
);
/** How often a line is made anew because other processes were quicker: each time one of them got on. */
const mostTries = 200;

/** The audit log in MongoDB. */
export class MongoAuditLog implements AuditLog {
  readonly #life: MongoLife;
  readonly #lines: Model<LineDocument>;
  readonly #heads: NotedHead;
  /** Lines of this process are kept one after the other: it would only get in its own way. */
  #last: Promise<unknown> = Promise.resolve();
  /** The line that this process kept last; null where that is not known. */
  #head: AuditHead | null = null;

  constructor({ connection, life }: { connection: Connection; life: MongoLife }) {
    this.#life = life;
    this.#lines = connection.model<LineDocument>('audit_lines', lineShape, 'audit_lines');
    this.#heads = new NotedHead({
      connection,
      collection: 'audit_heads',
      schema: auditHead,
      place: 'the head of the audit log',
      newestLine: async () => {
        const newest = await this.#lines.findOne({}).sort({ _id: -1 }).lean();
        return newest === null ? null : toLine(newest).line;
      },
    });
  }

  append<Draft extends { readonly board: string | null; readonly entry: AuditEntry | null }>(
    drafts: readonly Draft[],
    seal: SealLine<Draft>,
  ): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const all = this.#life.use(() => {
      const appending = this.#last.then(async () => {
        const head = await this.#appendAll(drafts, seal);
        resolve();
        // Nobody waits for this: a log that has lines behind the noted one is as whole.
        await this.#heads.note(head);
      });
      this.#last = appending.catch(() => undefined);
      return appending;
    });
    all.catch(reject);
    return promise;
  }

  read(fromNumber: number, limit: number): Promise<KeptAuditLine[]> {
    return this.#life.use(async () => {
      const rows = await this.#lines
        .find({ _id: trusted({ $gte: fromNumber }) })
        .sort({ _id: 1 })
        .limit(checkLimit(limit))
        .lean();
      return rows.map(toLine);
    });
  }

  head(): Promise<AuditHead> {
    return this.#life.use(async () => {
      await this.#last;
      return this.#heads.noted();
    });
  }

  find(query: AuditQuery): Promise<AuditPage> {
    return this.#life.use(async () => {
      const limit = checkLimit(query.limit);
      const rows = await this.#lines.find(toFilter(query)).sort({ _id: -1 }).limit(limit).lean();
      const lines = rows.map(toLine);
      const last = lines.at(-1)?.line.number ?? 1;
      return { lines, next: lines.length === limit && last > 1 ? last : null };
    });
  }

  takenSeq(board: string): Promise<number> {
    return this.#life.use(async () => {
      const newest = await this.#lines
        .findOne({ board, 'entry.seq': trusted({ $gt: 0 }) })
        .sort({ 'entry.seq': -1 })
        .lean();
      return newest === null ? 0 : (toLine(newest).line.entry?.seq ?? 0);
    });
  }

  forgetNetworks(before: number): Promise<void> {
    return this.#life.use(async () => {
      const old = { at: trusted({ $lt: before }), network: trusted({ $ne: null }) };
      await this.#lines.updateMany(old, { $set: { network: null } });
    });
  }

  async #appendAll<Draft extends { readonly entry: AuditEntry | null }>(
    drafts: readonly Draft[],
    seal: SealLine<Draft>,
  ): Promise<AuditHead> {
    let head = this.#head ?? (await this.#heads.newest());
    this.#head = null;
    let tries = 0;
    for (let at = 0; at < drafts.length;) {
      const draft = drafts[at];
      if (draft === undefined) break;
      const kept = checkFollows(keptAuditLine, { before: head, kept: seal(head, draft) });
      const taken = await this.#insert(kept);
      if (taken === 'number') {
        if ((tries += 1) > mostTries) throw new StorageUnavailable('DB_DOWN', new Error('the audit log is contended'));
        head = await this.#heads.newest();
        continue;
      }
      if (taken === null) head = { number: kept.line.number, hash: kept.line.hash };
      at += 1;
    }
    this.#head = head;
    return head;
  }

  /** Keeps a line, or says which of its keys is taken. */
  async #insert({ line, network }: KeptAuditLine): Promise<'number' | 'entry' | null> {
    const { number, ...rest } = line;
    try {
      await this.#lines.insertMany([{ ...rest, _id: number, network }]);
      return null;
    } catch (error) {
      if (!isTaken(error)) throw error;
      return (await this.#lines.exists({ _id: number })) === null ? 'entry' : 'number';
    }
  }
}

function toLine({ _id, network, ...rest }: Record<string, unknown> & { _id: number }): KeptAuditLine {
  return checkStored(keptAuditLine, { line: { ...rest, number: _id }, network }, `audit line ${_id}`);
}

function toFilter({ school, below, acts, person, board, since, until }: AuditQuery): Record<string, unknown> {
  const at = { ...(since === undefined ? {} : { $gte: since }), ...(until === undefined ? {} : { $lt: until }) };
  return {
    schools: school,
    _id: trusted({ $lt: below }),
    ...(acts === undefined ? {} : { act: trusted({ $in: acts }) }),
    ...(board === undefined ? {} : { board }),
    ...(person === undefined ? {} : { $or: [{ 'by.person': person }, { 'subjects.id': person }] }),
    ...(Object.keys(at).length === 0 ? {} : { at: trusted(at) }),
  };
}
