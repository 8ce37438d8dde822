import { checkpointManifest, type CheckpointManifest } from '@bridgeboard/protocol';
import { checkChunks } from '../checkpoint-chunks.ts';
import { fromJson, toJson } from '../stored-json.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

const selectLatest = `
  SELECT checkpoint, manifest FROM checkpoint
  WHERE board = ? AND manifest IS NOT NULL ORDER BY seq DESC LIMIT 1`;
const selectChunks = 'SELECT chunk FROM checkpoint_chunk WHERE checkpoint = ? ORDER BY place';
const selectNewer = 'SELECT 1 FROM checkpoint WHERE board = ? AND seq > ? AND manifest IS NOT NULL';
const insertCheckpoint = 'INSERT INTO checkpoint (board, seq) VALUES (?, ?)';
// Nothing, if a newer checkpoint was whole before this one and took it away.
const insertChunk = 'INSERT INTO checkpoint_chunk SELECT checkpoint, ?, ? FROM checkpoint WHERE checkpoint = ?';
const insertManifest = 'UPDATE checkpoint SET manifest = ? WHERE checkpoint = ?';
const deleteOne = 'DELETE FROM checkpoint WHERE checkpoint = ?';
const deleteAll = 'DELETE FROM checkpoint WHERE board = ?';
const deleteOlder = 'DELETE FROM checkpoint WHERE board = ? AND seq <= ? AND checkpoint < ?';

/** Checkpoints: a row for each, chunks that belong to it, and the manifest that makes it count. */
export class SqliteCheckpoints {
  readonly #connection: SqliteConnection;

  constructor({ connection }: { connection: SqliteConnection }) {
    this.#connection = connection;
  }

  /** A commit for each chunk, so that the edits of a lesson never wait for the whole of a large checkpoint. */
  async put(manifest: CheckpointManifest, chunks: readonly string[]): Promise<void> {
    checkChunks(manifest, chunks);
    const text = toJson(checkpointManifest, manifest);
    const { board, seq } = manifest;
    const db = this.#connection;
    const { rowid } = await db.write(() => db.run(insertCheckpoint, board, seq));
    for (const [place, chunk] of chunks.entries()) {
      await db.write(() => db.run(insertChunk, place, chunk, rowid));
    }
    await db.write(() => {
      if (db.get(selectNewer, board, seq) !== undefined) return db.run(deleteOne, rowid);
      db.run(insertManifest, text, rowid);
      return db.run(deleteOlder, board, seq, rowid);
    });
  }

  async remove(board: string): Promise<void> {
    await this.#connection.write(() => this.#connection.run(deleteAll, board));
  }

  latest(board: string): Promise<{ manifest: CheckpointManifest; chunks: string[] } | null> {
    return this.#connection.read(() => {
      const row = this.#connection.get(selectLatest, board);
      if (row === undefined) return null;
      const manifest = fromJson(checkpointManifest, row['manifest'], `checkpoint of board ${board}`);
      const chunks = this.#connection.all(selectChunks, Number(row['checkpoint'])).map(({ chunk }) => String(chunk));
      // What is gone can be made again from the journal; half a board cannot be told from a whole one.
      return chunks.length === manifest.chunks ? { manifest, chunks } : null;
    });
  }
}
