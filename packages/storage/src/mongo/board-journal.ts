import type { CheckpointManifest, JournalEntry } from '@bridgeboard/protocol';
import { trusted, type Connection, type Model } from 'mongoose';
import {
  checkLimit,
  fromAuditedRows,
  fromRows,
  noAudit,
  toContents,
  toRows,
  type JournalRow,
} from '../journal-rows.ts';
import type { AuditedEntry, BoardJournal, NumberedContent } from '../ports/board-journal.ts';
import { JournalConflict } from '../ports/errors.ts';
import { MongoCheckpoints } from './checkpoints.ts';
import { makeSchema } from './make-schema.ts';
import { isTaken } from './mongo-error.ts';
import type { MongoLife } from './mongo-life.ts';

// Facts and content are JSON text: their field names have dots in them ("props.richText"), and the hashes want them to
// come back to the letter. They are two fields, so that erasure replaces content alone (D3).
const entryShape = makeSchema<JournalRow>(
  { board: String, seq: Number, facts: String, content: String, audit: String, effects: String },
  // The fence: of two processes that both believe they own a board, one finds its number taken.
  [{ board: 1, seq: 1 }, { unique: true }],
  // The few that the audit log has to tell of, found without reading the others: "[]" comes before every other list's text.
  [
    { board: 1, seq: 1 },
    { name: 'audited', partialFilterExpression: { audit: { $gt: noAudit } } },
  ],
);

/** The journals of all boards in one collection. */
export class MongoBoardJournal implements BoardJournal {
  readonly #life: MongoLife;
  readonly #entries: Model<JournalRow>;
  readonly #checkpoints: MongoCheckpoints;
  /**
   * What a read may tell. After an append whose outcome was unclear the journal is read again, and what it says counts
   * as kept: it must not tell of an entry that a failing member could still take away.
   */
  readonly #known: 'majority' | 'local';

  constructor({ connection, life, hasMembers }: { connection: Connection; life: MongoLife; hasMembers: boolean }) {
    this.#life = life;
    this.#known = hasMembers ? 'majority' : 'local';
    this.#entries = connection.model<JournalRow>('journal', entryShape, 'journal');
    this.#checkpoints = new MongoCheckpoints({ connection });
  }

  async append(entries: readonly JournalEntry[]): Promise<void> {
    const rows = toRows(entries);
    const first = rows[0];
    if (first === undefined) return;
    await this.#life.use(async () => {
      await this.#checkFollows(first);
      try {
        // Ordered: whatever fails, what is kept is a beginning, never a journal with a hole.
        await this.#entries.insertMany(rows, { ordered: true });
      } catch (error) {
        throw isTaken(error) ? new JournalConflict(`an entry from ${first.seq} of board ${first.board} stands`) : error;
      }
    });
  }

  read(board: string, fromSeq: number, limit: number): Promise<JournalEntry[]> {
    return this.#life.use(async () => {
      const from = Math.max(1, fromSeq);
      const wanted = { board, seq: trusted({ $gte: from }) };
      const rows = await this.#entries
        .find(wanted)
        .sort({ seq: 1 })
        .limit(checkLimit(limit))
        .readConcern(this.#known)
        .lean();
      return fromRows(board, from, rows);
    });
  }

  readAudited(board: string, afterSeq: number, limit: number): Promise<AuditedEntry[]> {
    return this.#life.use(async () => {
      const wanted = { board, seq: trusted({ $gt: afterSeq }), audit: trusted({ $gt: noAudit }) };
      const rows = await this.#entries
        .find(wanted)
        .sort({ seq: 1 })
        .limit(checkLimit(limit))
        .select({ seq: 1, facts: 1, audit: 1 })
        .readConcern(this.#known)
        .lean();
      return fromAuditedRows(board, rows);
    });
  }

  replaceContents(board: string, contents: readonly NumberedContent[]): Promise<void> {
    return this.#life.use(async () => {
      const texts = toContents(contents);
      const seqs = texts.map(({ seq }) => seq);
      const known = await this.#entries.countDocuments({ board, seq: trusted({ $in: seqs }) });
      if (known !== seqs.length) throw new RangeError(`an entry of board ${board} is not there`);
      for (const { seq, content } of texts) await this.#entries.updateOne({ board, seq }, { $set: { content } });
    });
  }

  remove(board: string): Promise<void> {
    return this.#life.use(async () => {
      await this.#checkpoints.remove(board);
      await this.#entries.deleteMany({ board });
    });
  }

  lastSeq(board: string): Promise<number> {
    return this.#life.use(async () => {
      const newest = this.#entries.findOne({ board }).sort({ seq: -1 }).select({ seq: 1 });
      const last = await newest.readConcern(this.#known).lean();
      return last?.seq ?? 0;
    });
  }

  putCheckpoint(manifest: CheckpointManifest, chunks: readonly string[]): Promise<void> {
    return this.#life.use(() => this.#checkpoints.put(manifest, chunks));
  }

  latestCheckpoint(board: string): Promise<{ manifest: CheckpointManifest; chunks: string[] } | null> {
    return this.#life.use(() => this.#checkpoints.latest(board));
  }

  /** Of a board that people work on entries are never taken away, so one that stood at the time of this question still stands at the insert. */
  async #checkFollows(first: JournalRow): Promise<void> {
    if (first.seq === 1) return;
    const before = await this.#entries.exists({ board: first.board, seq: first.seq - 1 });
    if (before === null) throw new JournalConflict(`no entry before ${first.seq} of board ${first.board}`);
  }
}
