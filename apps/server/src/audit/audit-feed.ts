import { sealLine } from '@bridgeboard/domain';
import type { Storage } from '@bridgeboard/storage';

import { draftsOf } from './journal-drafts.ts';

interface FeedParts {
  readonly storage: Pick<Storage, 'audit' | 'catalogue' | 'directory' | 'journal'>;
  readonly onError: (what: string, reason: unknown) => void;
}

/** How many journal entries are told of at a time. */
const pageSize = 200;

/**
 * Brings into the audit log what boards' journals have for it (AU4). An act and its event are one entry of a journal, so nothing is
 * lost where the log comes later: what could not be written is tried again, and `catchUp` finds what a crash left out. A board
 * is always read from its last line on, which makes one way for work, failures and crashes.
 */
export class AuditFeed {
  readonly #parts: FeedParts;
  readonly #behind = new Set<string>();
  #bringing: Promise<void> | null = null;

  constructor(parts: FeedParts) {
    this.#parts = parts;
  }

  /** The journal of a board has something new for the log. Returns at once. */
  after(board: string): void {
    this.#behind.add(board);
    void this.carryOn();
  }

  /** Brings in what is missing of these boards. Rejects where the store is away. */
  async catchUp(boards: Iterable<string>): Promise<void> {
    for (const board of boards) await this.#bring(board);
  }

  /** Tries again what could not be brought in; resolves when that is done, or has failed again. */
  async carryOn(): Promise<void> {
    if (this.#behind.size > 0) this.#bringing ??= this.#bringAll();
    await this.#bringing;
  }

  async #bringAll(): Promise<void> {
    for (let board = first(this.#behind); board !== undefined; board = first(this.#behind)) {
      this.#behind.delete(board);
      try {
        await this.#bring(board);
      } catch (reason) {
        this.#behind.add(board);
        this.#parts.onError('audit log', reason);
        break;
      }
    }
    this.#bringing = null;
  }

  async #bring(id: string): Promise<void> {
    const { audit, catalogue, journal } = this.#parts.storage;
    const board = await catalogue.board(id);
    if (board === null) return;
    const about = { board, schoolOf: (person: string) => this.#schoolOf(person) };
    // Once more from the last entry that has a line: of several events of one entry a crash may have kept the first.
    let after = (await audit.takenSeq(id)) - 1;
    for (;;) {
      const entries = await journal.readAudited(id, Math.max(0, after), pageSize);
      const drafts = await Promise.all(entries.map((entry) => draftsOf(entry, about)));
      if (drafts.flat().length > 0) await audit.append(drafts.flat(), sealLine);
      const last = entries.at(-1);
      if (last === undefined || entries.length < pageSize) return;
      after = last.facts.seq;
    }
  }

  async #schoolOf(person: string): Promise<string | null> {
    const { directory } = this.#parts.storage;
    const member = await directory.staff(person);
    if (member !== null) return member.school;
    const pupil = await directory.pupil(person);
    return pupil && ((await directory.schoolClass(pupil.classId))?.school ?? null);
  }
}

function first(boards: ReadonlySet<string>): string | undefined {
  return boards.values().next().value;
}
