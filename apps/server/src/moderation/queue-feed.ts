import type { JournalEntry, QueueLine } from '@bridgeboard/protocol';
import type { BoardJournal, QueueIndex } from '@bridgeboard/storage';

interface FeedParts {
  readonly queue: Pick<QueueIndex, 'apply' | 'appliedSeq'>;
  readonly journal: Pick<BoardJournal, 'read' | 'lastSeq'>;
  /** Every case of a board as of its last entry, for catching up. Opens the board. */
  readonly allLines: (board: string) => Promise<{ seq: number; lines: QueueLine[] }>;
  readonly onError: (what: string, reason: unknown) => void;
}

interface Backlog {
  seq: number;
  /** The newest line of each case; an older one says nothing any more. */
  readonly lines: Map<string, QueueLine>;
}

/** How many journal entries are looked through at a time when catching up. */
const pageSize = 500;

function touchesQueue(entry: JournalEntry): boolean {
  return entry.effects.some(({ kind }) => kind === 'queue');
}

/**
 * Keeps the cross-board queue behind the boards' journals (D18). Lines of one board are brought in one write at a time and
 * in order, because the index passes over what is older than what it has. What could not be written waits for the next
 * entry of that board; after a crash `catchUp` finds what is missing. The index never decides anything.
 */
export class QueueFeed {
  readonly #parts: FeedParts;
  readonly #backlogs = new Map<string, Backlog>();
  readonly #writing = new Map<string, Promise<void>>();

  constructor(parts: FeedParts) {
    this.#parts = parts;
  }

  /** Entries of a board up to `seq` are kept; these are the cases they changed. Returns at once. */
  after(board: string, seq: number, lines: readonly QueueLine[]): void {
    this.#add(board, { seq, lines: new Map(lines.map((line) => [line.case, line])) });
    if (!this.#writing.has(board)) this.#writing.set(board, this.#write(board));
  }

  /** Brings in what was kept while the index was not: at start, before anybody is told that the server is ready. */
  async catchUp(boards: Iterable<string>): Promise<void> {
    const { journal, queue, allLines } = this.#parts;
    for (const board of boards) {
      const applied = await queue.appliedSeq(board);
      const last = await journal.lastSeq(board);
      if (last <= applied) continue;
      const nothing = { seq: last, lines: [] };
      // What has been looked through in vain is noted too: nobody reads it again at the next start.
      const { seq, lines } = (await this.#isBehind(board, { applied, last })) ? await allLines(board) : nothing;
      await queue.apply(board, seq, lines);
    }
  }

  /** Resolves when nothing is being written any more. */
  async settled(): Promise<void> {
    while (this.#writing.size > 0) await Promise.all(this.#writing.values());
  }

  /** How many boards have changes that the index does not know yet. */
  get boardsBehind(): number {
    return new Set([...this.#backlogs.keys(), ...this.#writing.keys()]).size;
  }

  async #write(board: string): Promise<void> {
    for (;;) {
      const backlog = this.#backlogs.get(board);
      if (backlog === undefined) break;
      this.#backlogs.delete(board);
      try {
        await this.#parts.queue.apply(board, backlog.seq, [...backlog.lines.values()]);
      } catch (reason) {
        this.#putBack(board, backlog);
        this.#parts.onError('queue index', reason);
        break;
      }
    }
    this.#writing.delete(board);
  }

  #add(board: string, news: Backlog): void {
    const known = this.#backlogs.get(board);
    this.#backlogs.set(board, { seq: news.seq, lines: new Map([...(known?.lines ?? []), ...news.lines]) });
  }

  /** Newer lines that came meanwhile stay on top. */
  #putBack(board: string, failed: Backlog): void {
    const newer = this.#backlogs.get(board) ?? { seq: failed.seq, lines: new Map<string, QueueLine>() };
    this.#backlogs.set(board, { seq: newer.seq, lines: new Map([...failed.lines, ...newer.lines]) });
  }

  async #isBehind(board: string, { applied, last }: { applied: number; last: number }): Promise<boolean> {
    for (let from = applied + 1; from <= last; from += pageSize) {
      if ((await this.#parts.journal.read(board, from, pageSize)).some(touchesQueue)) return true;
    }
    return false;
  }
}
