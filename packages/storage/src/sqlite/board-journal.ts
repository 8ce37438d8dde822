import type { CheckpointManifest, JournalEntry } from '@bridgeboard/protocol';
import { checkLimit, fromAuditedRows, fromRows, toContents, toRows, type JournalRow } from '../journal-rows.ts';
import type { AuditedEntry, BoardJournal, NumberedContent } from '../ports/board-journal.ts';
import { JournalConflict, StorageUnavailable } from '../ports/errors.ts';
import { SqliteCheckpoints } from './checkpoints.ts';
import type { Reserve } from './reserve.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

const insertFacts = 'INSERT INTO journal_entry (board, seq, facts, audit, effects) VALUES (?, ?, ?, ?, ?)';
const insertContent = 'INSERT INTO journal_content (entry, content) VALUES (?, ?)';
const updateContent = `
  UPDATE journal_content SET content = ?
  WHERE entry = (SELECT entry FROM journal_entry WHERE board = ? AND seq = ?)`;
const deleteContents = 'DELETE FROM journal_content WHERE entry IN (SELECT entry FROM journal_entry WHERE board = ?)';
const deleteEntries = 'DELETE FROM journal_entry WHERE board = ?';
// A left join: an entry whose content is lost must be noticed, not left out.
const selectEntries = `
  SELECT seq, facts, content, audit, effects FROM journal_entry LEFT JOIN journal_content USING (entry)
  WHERE board = ? AND seq >= ? ORDER BY seq LIMIT ?`;

// The words of the condition are those of the index.
const selectAudited = `
  SELECT seq, facts, audit FROM journal_entry WHERE board = ? AND seq > ? AND audit <> '[]' ORDER BY seq LIMIT ?`;

/** The journals of all boards in one file. */
export class SqliteBoardJournal implements BoardJournal {
  readonly #connection: SqliteConnection;
  readonly #checkpoints: SqliteCheckpoints;
  readonly #reserve: Reserve | undefined;

  /** @param about without a reserve where nothing is written, in a snapshot */
  constructor({ connection, reserve }: { connection: SqliteConnection; reserve?: Reserve | undefined }) {
    this.#connection = connection;
    this.#reserve = reserve;
    this.#checkpoints = new SqliteCheckpoints({ connection });
  }

  async append(entries: readonly JournalEntry[]): Promise<void> {
    const rows = toRows(entries);
    if (rows.length === 0) return;
    const isForStaff = !entries.some(isEditOfBrowser);
    if (!isForStaff && this.#reserve?.hold() === false)
      throw new StorageUnavailable('STORAGE_FULL', null, { keptNothing: true });
    try {
      await this.#keep(rows);
    } catch (error) {
      // A full disk must not keep staff from hiding and deciding; children's edits wait for room.
      const isFull = error instanceof StorageUnavailable && error.code === 'STORAGE_FULL';
      if (!isFull || !isForStaff || !this.#reserve?.giveAway()) throw error;
      await this.#keep(rows);
    }
  }

  #keep(rows: readonly JournalRow[]): Promise<void> {
    return this.#connection.write(() => {
      const first = rows[0];
      if (first === undefined) return;
      const last = this.#lastSeq(first.board);
      if (first.seq !== last + 1) {
        throw new JournalConflict(`entry ${first.seq} does not follow ${last} of board ${first.board}`);
      }
      for (const row of rows) this.#insert(row);
    });
  }

  read(board: string, fromSeq: number, limit: number): Promise<JournalEntry[]> {
    return this.#connection.read(() => {
      const from = Math.max(1, fromSeq);
      return fromRows(board, from, this.#connection.all(selectEntries, board, from, checkLimit(limit)));
    });
  }

  readAudited(board: string, afterSeq: number, limit: number): Promise<AuditedEntry[]> {
    return this.#connection.read(() =>
      fromAuditedRows(board, this.#connection.all(selectAudited, board, afterSeq, checkLimit(limit))),
    );
  }

  async replaceContents(board: string, contents: readonly NumberedContent[]): Promise<void> {
    const texts = toContents(contents);
    await this.#connection.write(() => {
      for (const { seq, content } of texts) {
        const { changes } = this.#connection.run(updateContent, content, board, seq);
        if (changes !== 1) throw new RangeError(`entry ${seq} of board ${board} is not there`);
      }
    });
  }

  async remove(board: string): Promise<void> {
    await this.#checkpoints.remove(board);
    await this.#connection.write(() => {
      this.#connection.run(deleteContents, board);
      this.#connection.run(deleteEntries, board);
    });
  }

  lastSeq(board: string): Promise<number> {
    return this.#connection.read(() => this.#lastSeq(board));
  }

  putCheckpoint(manifest: CheckpointManifest, chunks: readonly string[]): Promise<void> {
    return this.#checkpoints.put(manifest, chunks);
  }

  latestCheckpoint(board: string): Promise<{ manifest: CheckpointManifest; chunks: string[] } | null> {
    return this.#checkpoints.latest(board);
  }

  #lastSeq(board: string): number {
    return Number(
      this.#connection.get('SELECT max(seq) AS last FROM journal_entry WHERE board = ?', board)?.['last'] ?? 0,
    );
  }

  #insert(row: JournalRow): void {
    const { rowid } = this.#connection.run(insertFacts, row.board, row.seq, row.facts, row.audit, row.effects);
    this.#connection.run(insertContent, rowid, row.content);
  }
}

function isEditOfBrowser({ facts }: JournalEntry): boolean {
  return facts.client !== undefined;
}
