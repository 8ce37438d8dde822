import {
  keptAuditLine,
  type AuditEntry,
  type AuditHead,
  type AuditLine,
  type KeptAuditLine,
} from '@bridgeboard/protocol';
import { checkFollows, noLines } from '../chained-lines.ts';
import { checkLimit } from '../journal-rows.ts';
import type { AuditLog, AuditPage, AuditQuery, SealLine } from '../ports/audit-log.ts';
import { fromJson } from '../stored-json.ts';
import type { MemoryLife } from './memory-life.ts';

/** The audit log in this process's memory. */
export class MemoryAuditLog implements AuditLog {
  readonly #life: MemoryLife;
  /** Line `number` stands at place `number - 1`. */
  readonly #lines: string[] = [];
  #head = noLines;

  constructor({ life }: { life: MemoryLife }) {
    this.#life = life;
  }

  append<Draft extends { readonly board: string | null; readonly entry: AuditEntry | null }>(
    drafts: readonly Draft[],
    seal: SealLine<Draft>,
  ): Promise<void> {
    return this.#life.use(() => {
      const entries = new Set(this.#all().map(({ line }) => entryKey(line)));
      for (const draft of drafts) {
        if (draft.entry !== null && entries.has(entryKey(draft))) continue;
        const kept = checkFollows(keptAuditLine, { before: this.#head, kept: seal(this.#head, draft) });
        this.#lines.push(JSON.stringify(kept));
        entries.add(entryKey(draft));
        this.#head = { number: kept.line.number, hash: kept.line.hash };
      }
    });
  }

  read(fromNumber: number, limit: number): Promise<KeptAuditLine[]> {
    return this.#life.use(() =>
      this.#all()
        .filter(({ line }) => line.number >= fromNumber)
        .slice(0, checkLimit(limit)),
    );
  }

  head(): Promise<AuditHead> {
    return this.#life.use(() => this.#head);
  }

  find(query: AuditQuery): Promise<AuditPage> {
    return this.#life.use(() => {
      const wanted = this.#all()
        .reverse()
        .filter((kept) => isWanted(kept.line, query));
      const lines = wanted.slice(0, checkLimit(query.limit));
      return { lines, next: wanted.length > lines.length ? (lines.at(-1)?.line.number ?? null) : null };
    });
  }

  takenSeq(board: string): Promise<number> {
    return this.#life.use(() => {
      const seqs = this.#all().map(({ line }) => (line.board === board ? (line.entry?.seq ?? 0) : 0));
      return Math.max(0, ...seqs);
    });
  }

  forgetNetworks(before: number): Promise<void> {
    return this.#life.use(() => {
      for (const [place, kept] of this.#all().entries()) {
        if (kept.line.at < before) this.#lines[place] = JSON.stringify({ ...kept, network: null });
      }
    });
  }

  #all(): KeptAuditLine[] {
    return this.#lines.map((text, place) => fromJson(keptAuditLine, text, `line ${place + 1}`));
  }
}

function isWanted(line: AuditLine, query: AuditQuery): boolean {
  const { school, below, acts, person, board, since = -Infinity, until = Infinity } = query;
  const people = [line.by?.person, ...line.subjects.map(({ id }) => id)];
  return [
    line.schools.includes(school),
    line.number < below,
    acts === undefined || acts.includes(line.act),
    board === undefined || line.board === board,
    person === undefined || people.includes(person),
    line.at >= since,
    line.at < until,
  ].every(Boolean);
}

function entryKey({ board, entry }: { board: string | null; entry: AuditEntry | null }): string {
  return JSON.stringify([board, entry?.seq, entry?.place]);
}
