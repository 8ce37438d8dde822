import type { SQLInputValue } from 'node:sqlite';
import {
  concernHead,
  keptConcernLine,
  type ConcernDraft,
  type ConcernHead,
  type ConcernLine,
  type KeptConcernLine,
} from '@bridgeboard/protocol';
import { checkFollows, noLines } from '../chained-lines.ts';
import { beginsConcern } from '../concern-lines.ts';
import { checkLimit } from '../journal-rows.ts';
import type { ConcernLog, SealConcern } from '../ports/concern-log.ts';
import { StorageDamaged } from '../ports/errors.ts';
import { checkStored, fromJson } from '../stored-json.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

const insertLine = 'INSERT INTO concern_line (number, data, content) VALUES (?, ?, ?) ON CONFLICT DO NOTHING';
const noteHead = `
  INSERT INTO concern_head (id, number, hash) VALUES (1, ?, ?)
  ON CONFLICT DO UPDATE SET number = excluded.number, hash = excluded.hash`;

/** What became of reports, in one file. */
export class SqliteConcernLog implements ConcernLog {
  readonly #connection: SqliteConnection;

  constructor({ connection }: { connection: SqliteConnection }) {
    this.#connection = connection;
  }

  append<Draft extends Pick<ConcernDraft, 'concern' | 'event'>>(
    drafts: readonly Draft[],
    seal: SealConcern<Draft>,
  ): Promise<void> {
    return this.#connection.write(() => {
      let head = this.#head();
      for (const draft of drafts) {
        const { line, content } = checkFollows(keptConcernLine, { before: head, kept: seal(head, draft) });
        const { changes } = this.#connection.run(insertLine, line.number, JSON.stringify(line), content);
        if (changes === 1) head = { number: line.number, hash: line.hash };
        // Nothing but a report that is there already may stand in the way.
        else if (!beginsConcern(draft)) throw new StorageDamaged(`line ${line.number} of reports: stands already`);
      }
      if (head.number > 0) this.#connection.run(noteHead, head.number, head.hash);
    });
  }

  read(fromNumber: number, limit: number): Promise<KeptConcernLine[]> {
    return this.#kept('WHERE number >= ? ORDER BY number LIMIT ?', fromNumber, checkLimit(limit));
  }

  head(): Promise<ConcernHead> {
    return this.#connection.read(() => this.#head());
  }

  linesOf(concern: string): Promise<KeptConcernLine[]> {
    return this.#kept('WHERE concern = ? ORDER BY number', concern);
  }

  linesFor(school: string): Promise<ConcernLine[]> {
    const isFor = "EXISTS (SELECT 1 FROM json_each(data, '$.schools') WHERE value = ?)";
    return this.#lines(`WHERE ${isFor} ORDER BY number`, school);
  }

  linesAbout(asset: string): Promise<ConcernLine[]> {
    return this.#lines('WHERE asset = ? ORDER BY number', asset);
  }

  forgetContents(concern: string): Promise<void> {
    return this.#connection.write(() => {
      this.#connection.run('UPDATE concern_line SET content = NULL WHERE concern = ?', concern);
    });
  }

  #head(): ConcernHead {
    const row = this.#connection.get('SELECT number, hash FROM concern_head');
    return row === undefined ? noLines : checkStored(concernHead, { ...row }, 'the head of the reports');
  }

  #kept(clause: string, ...values: SQLInputValue[]): Promise<KeptConcernLine[]> {
    const sql = `SELECT number, data, content FROM concern_line ${clause}`;
    return this.#connection.read(() =>
      this.#connection.all(sql, ...values).map((row) => {
        const { content } = row;
        return { line: toLine(row), content: typeof content === 'string' ? content : null };
      }),
    );
  }

  #lines(clause: string, ...values: SQLInputValue[]): Promise<ConcernLine[]> {
    const sql = `SELECT number, data FROM concern_line ${clause}`;
    return this.#connection.read(() => this.#connection.all(sql, ...values).map(toLine));
  }
}

function toLine(row: ReturnType<SqliteConnection['all']>[number]): ConcernLine {
  const place = `line ${String(row['number'])} of reports`;
  const line = fromJson(keptConcernLine.shape.line, row['data'], place);
  if (line.number !== row['number']) throw new StorageDamaged(`${place}: holds another line`);
  return line;
}
