import { queueLine, type QueueLine } from '@bridgeboard/protocol';
import type { QueueIndex } from '../ports/queue-index.ts';
import { checkLines } from '../queue-lines.ts';
import { fromJson, toJson } from '../stored-json.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

const putApplied = `
  INSERT INTO queue_applied (board, seq) VALUES (?, ?)
  ON CONFLICT DO UPDATE SET seq = excluded.seq WHERE excluded.seq >= seq`;
const putLine = `
  INSERT INTO queue_line (board, review_case, data) VALUES (?, ?, ?)
  ON CONFLICT DO UPDATE SET data = excluded.data`;
const selectApplied = 'SELECT seq FROM queue_applied WHERE board = ?';
const selectUndecided = `
  SELECT board, data FROM queue_line WHERE school = ? AND status = ?
  ORDER BY opened_at, board, review_case`;
const selectDecided = `
  SELECT board, data FROM queue_line WHERE author = ? AND status IN ('approved', 'rejected')
  ORDER BY changed_at, board, review_case`;
const countLines = 'SELECT count(*) AS lines FROM queue_line WHERE school = ? AND status = ? AND changed_at >= ?';

/** The queue's index in one file. */
export class SqliteQueueIndex implements QueueIndex {
  readonly #connection: SqliteConnection;

  constructor({ connection }: { connection: SqliteConnection }) {
    this.#connection = connection;
  }

  async apply(board: string, seq: number, lines: readonly QueueLine[]): Promise<void> {
    checkLines(board, lines);
    await this.#connection.write(() => {
      if (this.#connection.run(putApplied, board, seq).changes === 0) return;
      for (const line of lines) this.#connection.run(putLine, board, line.case, toJson(queueLine, line));
    });
  }

  appliedSeq(board: string): Promise<number> {
    return this.#connection.read(() => Number(this.#connection.get(selectApplied, board)?.['seq'] ?? 0));
  }

  remove(board: string): Promise<void> {
    return this.#connection.write(() => {
      this.#connection.run('DELETE FROM queue_line WHERE board = ?', board);
      this.#connection.run('DELETE FROM queue_applied WHERE board = ?', board);
    });
  }

  openOf(school: string): Promise<QueueLine[]> {
    return this.#connection.read(() => this.#lines(selectUndecided, school, 'open'));
  }

  returnedOf(school: string): Promise<QueueLine[]> {
    return this.#connection.read(() => this.#lines(selectUndecided, school, 'returned'));
  }

  decidedOf(author: string): Promise<QueueLine[]> {
    return this.#connection.read(() => this.#lines(selectDecided, author));
  }

  countSince(school: string, status: QueueLine['status'], since: number): Promise<number> {
    return this.#connection.read(() => Number(this.#connection.get(countLines, school, status, since)?.['lines'] ?? 0));
  }

  #lines(sql: string, ...values: string[]): QueueLine[] {
    return this.#connection
      .all(sql, ...values)
      .map((row) => fromJson(queueLine, row['data'], `a queue line of board ${String(row['board'])}`));
  }
}
