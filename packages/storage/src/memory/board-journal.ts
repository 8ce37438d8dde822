import { checkpointManifest, type CheckpointManifest, type JournalEntry } from '@bridgeboard/protocol';
import { checkChunks } from '../checkpoint-chunks.ts';
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
import { fromJson, toJson } from '../stored-json.ts';
import type { MemoryLife } from './memory-life.ts';

interface KeptCheckpoint {
  readonly seq: number;
  readonly manifest: string;
  readonly chunks: readonly string[];
}

/** The journals in this process's memory. */
export class MemoryBoardJournal implements BoardJournal {
  readonly #life: MemoryLife;
  /** Entry `seq` of a board stands at place `seq - 1`. */
  readonly #rows = new Map<string, JournalRow[]>();
  readonly #checkpoints = new Map<string, KeptCheckpoint>();

  constructor({ life }: { life: MemoryLife }) {
    this.#life = life;
  }

  append(entries: readonly JournalEntry[]): Promise<void> {
    return this.#life.use(() => {
      const rows = toRows(entries);
      const first = rows[0];
      if (first === undefined) return;
      const kept = this.#rows.get(first.board) ?? [];
      if (first.seq !== kept.length + 1) {
        throw new JournalConflict(`entry ${first.seq} does not follow ${kept.length} of board ${first.board}`);
      }
      for (const row of rows) kept.push(row);
      this.#rows.set(first.board, kept);
    });
  }

  read(board: string, fromSeq: number, limit: number): Promise<JournalEntry[]> {
    return this.#life.use(() => {
      const from = Math.max(1, fromSeq);
      const rows = this.#rows.get(board)?.slice(from - 1, from - 1 + checkLimit(limit)) ?? [];
      return fromRows(board, from, rows);
    });
  }

  readAudited(board: string, afterSeq: number, limit: number): Promise<AuditedEntry[]> {
    return this.#life.use(() => {
      const rows =
        this.#rows
          .get(board)
          ?.slice(afterSeq)
          .filter(({ audit }) => audit !== noAudit) ?? [];
      return fromAuditedRows(board, rows.slice(0, checkLimit(limit)));
    });
  }

  replaceContents(board: string, contents: readonly NumberedContent[]): Promise<void> {
    return this.#life.use(() => {
      const texts = toContents(contents);
      const rows = this.#rows.get(board) ?? [];
      if (texts.some(({ seq }) => rows[seq - 1] === undefined)) throw new RangeError('an entry is not there');
      for (const { seq, content } of texts) {
        const row = rows[seq - 1];
        if (row !== undefined) rows[seq - 1] = { ...row, content };
      }
    });
  }

  remove(board: string): Promise<void> {
    return this.#life.use(() => {
      this.#checkpoints.delete(board);
      this.#rows.delete(board);
    });
  }

  lastSeq(board: string): Promise<number> {
    return this.#life.use(() => this.#rows.get(board)?.length ?? 0);
  }

  putCheckpoint(manifest: CheckpointManifest, chunks: readonly string[]): Promise<void> {
    return this.#life.use(() => {
      checkChunks(manifest, chunks);
      const { board, seq } = manifest;
      if ((this.#checkpoints.get(board)?.seq ?? 0) > seq) return;
      this.#checkpoints.set(board, { seq, manifest: toJson(checkpointManifest, manifest), chunks: [...chunks] });
    });
  }

  latestCheckpoint(board: string): Promise<{ manifest: CheckpointManifest; chunks: string[] } | null> {
    return this.#life.use(() => {
      const kept = this.#checkpoints.get(board);
      if (kept === undefined) return null;
      return {
        manifest: fromJson(checkpointManifest, kept.manifest, `checkpoint of board ${board}`),
        chunks: [...kept.chunks],
      };
    });
  }
}
