import { queueLine, type QueueLine } from '@bridgeboard/protocol';
import { compare } from '../order.ts';
import type { QueueIndex } from '../ports/queue-index.ts';
import { checkLines } from '../queue-lines.ts';
import { fromJson, toJson } from '../stored-json.ts';
import type { MemoryLife } from './memory-life.ts';

interface BoardQueue {
  seq: number;
  readonly lines: Map<string, string>;
}

/** The queue's index in this process's memory. */
export class MemoryQueueIndex implements QueueIndex {
  readonly #life: MemoryLife;
  readonly #boards = new Map<string, BoardQueue>();

  constructor({ life }: { life: MemoryLife }) {
    this.#life = life;
  }

  apply(board: string, seq: number, lines: readonly QueueLine[]): Promise<void> {
    return this.#life.use(() => {
      checkLines(board, lines);
      const texts = lines.map((line) => [line.case, toJson(queueLine, line)] as const);
      const queue = this.#boards.get(board) ?? { seq: 0, lines: new Map<string, string>() };
      if (seq < queue.seq) return;
      queue.seq = seq;
      for (const [id, text] of texts) queue.lines.set(id, text);
      this.#boards.set(board, queue);
    });
  }

  appliedSeq(board: string): Promise<number> {
    return this.#life.use(() => this.#boards.get(board)?.seq ?? 0);
  }

  remove(board: string): Promise<void> {
    return this.#life.use(() => {
      this.#boards.delete(board);
    });
  }

  openOf(school: string): Promise<QueueLine[]> {
    return this.#life.use(() => this.#undecided(school, 'open'));
  }

  returnedOf(school: string): Promise<QueueLine[]> {
    return this.#life.use(() => this.#undecided(school, 'returned'));
  }

  decidedOf(author: string): Promise<QueueLine[]> {
    const isDecided = (line: QueueLine): boolean => line.status === 'approved' || line.status === 'rejected';
    return this.#life.use(() =>
      this.#lines((line) => line.author === author && isDecided(line)).sort(
        (a, b) => a.changedAt - b.changedAt || compare(a.board, b.board) || compare(a.case, b.case),
      ),
    );
  }

  countSince(school: string, status: QueueLine['status'], since: number): Promise<number> {
    const isMeant = (line: QueueLine): boolean => line.school === school && line.status === status;
    return this.#life.use(() => this.#lines((line) => isMeant(line) && line.changedAt >= since).length);
  }

  #undecided(school: string, status: QueueLine['status']): QueueLine[] {
    return this.#lines((line) => line.school === school && line.status === status).sort(
      (a, b) => compare(a.openedAt, b.openedAt) || compare(a.board, b.board) || compare(a.case, b.case),
    );
  }

  #lines(wanted: (line: QueueLine) => boolean): QueueLine[] {
    return [...this.#boards]
      .flatMap(([board, queue]) =>
        [...queue.lines.values()].map((text) => fromJson(queueLine, text, `a queue line of board ${board}`)),
      )
      .filter(wanted);
  }
}
