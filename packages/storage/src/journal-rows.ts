import { entryContent, journalEntry, type JournalEntry } from '@bridgeboard/protocol';
import type { AuditedEntry, NumberedContent } from './ports/board-journal.ts';
import { StorageDamaged } from './ports/errors.ts';
import { fromJson, toJson } from './stored-json.ts';

/** What one entry or one chunk of a checkpoint may weigh, in bytes of JSON (P32); a MongoDB document may weigh 16 MB. */
const maxPieceBytes = 4 * 1024 * 1024;

/** One entry as every adapter keeps it: content apart from facts, so that it can be erased alone (D3). */
export interface JournalRow {
  readonly board: string;
  readonly seq: number;
  readonly facts: string;
  readonly content: string;
  readonly audit: string;
  readonly effects: string;
}

/** The rows of entries that follow one another in one board. */
export function toRows(entries: readonly JournalEntry[]): JournalRow[] {
  const first = entries[0];
  return entries.map((entry, index) => {
    const { board, seq } = entry.facts;
    if (board !== first?.facts.board || seq !== first.facts.seq + index) {
      throw new RangeError('entries of one append must follow one another in one board');
    }
    const row = {
      board,
      seq,
      facts: JSON.stringify(entry.facts),
      content: JSON.stringify(entry.content),
      audit: JSON.stringify(entry.audit),
      effects: JSON.stringify(entry.effects),
    };
    checkSize(`entry ${seq} of board ${board}`, [row.facts, row.content, row.audit, row.effects]);
    return row;
  });
}

/** Content as rows keep it; throws a RangeError for what could not be read back. */
export function toContents(contents: readonly NumberedContent[]): { seq: number; content: string }[] {
  return contents.map(({ seq, content }) => {
    const text = toJson(entryContent, content);
    checkSize(`content for entry ${seq}`, [text]);
    return { seq, content: text };
  });
}

/** Throws a RangeError if the texts together are over the limit. */
export function checkSize(place: string, texts: readonly string[]): void {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > maxPieceBytes) throw new RangeError(`${place} has ${bytes} bytes, over ${maxPieceBytes}`);
}

/** Throws a RangeError unless this is a number of entries that every adapter understands alike. */
export function checkLimit(limit: number): number {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError('limit must be a whole number from 1');
  return Math.min(limit, 2 ** 31 - 1);
}

/** What a row holds where nobody has done anything that the audit log tells of. */
export const noAudit = '[]';

/** Facts and audit of rows of one board. */
export function fromAuditedRows(board: string, rows: readonly StoredRow[]): AuditedEntry[] {
  const { facts, audit } = journalEntry.shape;
  return rows.map((row) => {
    const place = `entry ${String(row.seq)} of board ${board}`;
    return { facts: fromJson(facts, row.facts, place), audit: fromJson(audit, row.audit, place) };
  });
}

/** A row as a store gave it back: nothing is known of it yet. */
export type StoredRow = { readonly [K in keyof JournalRow]?: unknown };

/** The entries of rows that must be `fromSeq`, `fromSeq + 1`, … of one board. Throws rather than leaving one out. */
export function fromRows(board: string, fromSeq: number, rows: readonly StoredRow[]): JournalEntry[] {
  const { facts, content, audit, effects } = journalEntry.shape;
  return rows.map((row, index) => {
    const seq = fromSeq + index;
    const place = `entry ${seq} of board ${board}`;
    if (row.seq !== seq) throw new StorageDamaged(`${place}: missing`);
    const entry = {
      facts: fromJson(facts, row.facts, place),
      content: fromJson(content, row.content, place),
      audit: fromJson(audit, row.audit, place),
      effects: fromJson(effects, row.effects, place),
    };
    if (entry.facts.board !== board || entry.facts.seq !== seq)
      throw new StorageDamaged(`${place}: holds another entry`);
    return entry;
  });
}
