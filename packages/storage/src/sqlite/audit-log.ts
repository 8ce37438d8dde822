import type { SQLInputValue } from 'node:sqlite';
import {
  auditHead,
  auditNetwork,
  keptAuditLine,
  type AuditEntry,
  type AuditHead,
  type KeptAuditLine,
} from '@bridgeboard/protocol';
import { checkFollows, noLines } from '../chained-lines.ts';
import { checkLimit } from '../journal-rows.ts';
import type { AuditLog, AuditPage, AuditQuery, SealLine } from '../ports/audit-log.ts';
import { StorageDamaged } from '../ports/errors.ts';
import { checkStored, fromJson } from '../stored-json.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

type Row = ReturnType<SqliteConnection['all']>[number];

const insertLine = 'INSERT INTO audit_line (number, data, network) VALUES (?, ?, ?) ON CONFLICT DO NOTHING';
const noteHead = `
  INSERT INTO audit_head (id, number, hash) VALUES (1, ?, ?)
  ON CONFLICT DO UPDATE SET number = excluded.number, hash = excluded.hash`;
/** How many lines one search looks through where nothing but reading finds them: nobody else may wait for it. */
const linesPerSearch = 20_000;
const takenSeq = 'SELECT max(entry_seq) AS taken FROM audit_line WHERE board = ? AND entry_seq IS NOT NULL';

/** The audit log in one file. */
export class SqliteAuditLog implements AuditLog {
  readonly #connection: SqliteConnection;
  readonly #perSearch: number;

  constructor({ connection, perSearch = linesPerSearch }: { connection: SqliteConnection; perSearch?: number }) {
    this.#connection = connection;
    this.#perSearch = perSearch;
  }

  append<Draft extends { readonly board: string | null; readonly entry: AuditEntry | null }>(
    drafts: readonly Draft[],
    seal: SealLine<Draft>,
  ): Promise<void> {
    return this.#connection.write(() => {
      let head = this.#head();
      for (const draft of drafts) {
        const { line, network } = checkFollows(keptAuditLine, { before: head, kept: seal(head, draft) });
        const place = network && JSON.stringify(network);
        const { changes } = this.#connection.run(insertLine, line.number, JSON.stringify(line), place);
        if (changes === 1) head = { number: line.number, hash: line.hash };
        // Nothing but an event that has its line may stand in the way: a line that was put there by other hands is a fault.
        else if (draft.entry === null) throw new StorageDamaged(`audit line ${line.number}: stands already`);
      }
      if (head.number > 0) this.#connection.run(noteHead, head.number, head.hash);
    });
  }

  read(fromNumber: number, limit: number): Promise<KeptAuditLine[]> {
    const sql = 'SELECT number, data, network FROM audit_line WHERE number >= ? ORDER BY number LIMIT ?';
    return this.#connection.read(() => this.#connection.all(sql, fromNumber, checkLimit(limit)).map(toLine));
  }

  head(): Promise<AuditHead> {
    return this.#connection.read(() => this.#head());
  }

  find(query: AuditQuery): Promise<AuditPage> {
    return this.#connection.read(() => {
      const below = Math.min(query.below, this.#lastNumber() + 1);
      const { clause, values } = conditions(query);
      const from = below - this.#perSearch;
      const sql = `SELECT number, data, network FROM audit_line
        WHERE number < ? AND number >= ? AND ${clause} ORDER BY number DESC LIMIT ?`;
      const limit = checkLimit(query.limit);
      const lines = this.#connection.all(sql, below, from, ...values, limit).map(toLine);
      const next = lines.length === limit ? (lines.at(-1)?.line.number ?? 1) : from;
      return { lines, next: next > 1 ? next : null };
    });
  }

  takenSeq(board: string): Promise<number> {
    return this.#connection.read(() => Number(this.#connection.get(takenSeq, board)?.['taken'] ?? 0));
  }

  forgetNetworks(before: number): Promise<void> {
    const sql = 'UPDATE audit_line SET network = NULL WHERE network IS NOT NULL AND at < ?';
    return this.#connection.write(() => {
      this.#connection.run(sql, before);
    });
  }

  #head(): AuditHead {
    const row = this.#connection.get('SELECT number, hash FROM audit_head');
    return row === undefined ? noLines : checkStored(auditHead, { ...row }, 'the head of the audit log');
  }

  #lastNumber(): number {
    return Number(this.#connection.get('SELECT max(number) AS last FROM audit_line')?.['last'] ?? 0);
  }
}

function toLine(row: Row): KeptAuditLine {
  const place = `audit line ${String(row['number'])}`;
  const { line: lineSchema } = keptAuditLine.shape;
  const line = fromJson(lineSchema, row['data'], place);
  if (line.number !== row['number']) throw new StorageDamaged(`${place}: holds another line`);
  return { line, network: row['network'] === null ? null : fromJson(auditNetwork, row['network'], place) };
}

/** What a query asks of a row, in SQL that is written here in the program. */
function conditions(query: AuditQuery): { clause: string; values: SQLInputValue[] } {
  const { school, acts, person, board, since, until } = query;
  const asked: [string, SQLInputValue | undefined][] = [
    ["EXISTS (SELECT 1 FROM json_each(data, '$.schools') WHERE value = ?)", school],
    ["data ->> 'act' IN (SELECT value FROM json_each(?))", acts && JSON.stringify(acts)],
    ["? IN (SELECT data ->> '$.by.person' UNION ALL SELECT value ->> 'id' FROM json_each(data, '$.subjects'))", person],
    ['board = ?', board],
    ['at >= ?', since],
    ['at < ?', until],
  ];
  const named = asked.flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]));
  return { clause: named.map(({ sql }) => sql).join(' AND '), values: named.map(({ value }) => value) };
}
