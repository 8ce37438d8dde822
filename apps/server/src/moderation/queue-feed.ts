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
  /** Kept as long as it waits and is being brought in; settled when that was done, or tried in vain. */
  readonly tried: PromiseWithResolvers<void>;
}

function newBacklog(seq: number): Backlog {
  return { seq, lines: new Map(), tried: Promise.withResolvers() };
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
  /** By board, what is being brought in right now. */
  readonly #underway = new Map<string, Backlog>();
  readonly #writing = new Map<string, Promise<void>>();

  constructor(parts: FeedParts) {
    this.#parts = parts;
  }

  /** Entries of a board up to `seq` are kept; these are the cases they changed. Returns at once. */
  after(board: string, seq: number, lines: readonly QueueLine[]): void {
    this.#add(board, seq, lines);
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

  /** Resolves when what is kept by now has been brought in, or could not be; what comes meanwhile is not waited for. */
  async upToNow(): Promise<void> {
    // Where nobody is at it, what could not be brought in waits for the board's next entry, which may never come.
    const waiting = [...this.#writing.keys()].flatMap((board) => [
      this.#underway.get(board),
      this.#backlogs.get(board),
    ]);
    await Promise.all(waiting.flatMap((backlog) => backlog?.tried.promise ?? []));
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
      this.#underway.set(board, backlog);
      try {
        await this.#parts.queue.apply(board, backlog.seq, [...backlog.lines.values()]);
      } catch (reason) {
        this.#putBack(board, backlog);
        this.#parts.onError('queue index', reason);
        break;
      } finally {
        this.#underway.delete(board);
        backlog.tried.resolve();
      }
    }
    this.#writing.delete(board);
  }

  #add(board: string, seq: number, lines: readonly QueueLine[]): void {
    const backlog = this.#backlogs.get(board) ?? newBacklog(seq);
    backlog.seq = seq;
    for (const line of lines) backlog.lines.set(line.case, line);
    this.#backlogs.set(board, backlog);
  }

  /** Newer lines that came meanwhile stay on top. */
  #putBack(board: string, failed: Backlog): void {
    const backlog = this.#backlogs.get(board) ?? newBacklog(failed.seq);
    for (const [id, line] of failed.lines) if (!backlog.lines.has(id)) backlog.lines.set(id, line);
    this.#backlogs.set(board, backlog);
  }

  async #isBehind(board: string, { applied, last }: { applied: number; last: number }): Promise<boolean> {
    for (let from = applied + 1; from <= last; from += pageSize) {
      if ((await this.#parts.journal.read(board, from, pageSize)).some(touchesQueue)) return true;
    }
    return false;
  }
}
