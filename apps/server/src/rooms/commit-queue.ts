import { applyEntry, draftOf, entriesOf, type BoardState, type EntryLimit } from '@bridgeboard/domain';
import type { JournalEntry } from '@bridgeboard/protocol';
import { StorageUnavailable } from '@bridgeboard/storage';

/** What one act comes to when its turn is there: an entry to keep, whole or in parts, or none, and the answer for whoever asked. */
export interface Decided<Answer> {
  readonly entry: JournalEntry | null;
  readonly answer: Answer;
}

interface Waiting {
  /** Decides on a draft that already has the acts before it; must not touch anything else. */
  decide(draft: BoardState): JournalEntry | null;
  keep(): void;
  fail(reason: unknown): void;
}

interface Deps {
  readonly state: () => BoardState;
  readonly append: (entries: readonly JournalEntry[]) => Promise<void>;
  /** Called in order once entries are durable and adopted. */
  readonly onKept: (entries: readonly JournalEntry[]) => void;
  /** Called after a failed append, whose outcome nobody knows: reads the board again from its journal. */
  readonly reload: () => Promise<void>;
  /** Acts wait until somebody calls `drain`, instead of being taken at once. */
  readonly isPaced: boolean;
  /** ms since 1970. */
  readonly now: () => number;
  /** From where on an act is kept in parts; the product's where nobody says otherwise. */
  readonly entryLimit?: EntryLimit | undefined;
}

/** How long after a journal could not be read it is tried again. */
const readAgainMs = 1_000;

/**
 * One batch of acts at a time a board: all that wait are decided on a draft, kept in one append, and only then adopted and
 * answered (D1). A failed append moves nothing; the journal is read again before anything else is decided.
 */
export class CommitQueue {
  readonly #deps: Deps;
  readonly #waiting: Waiting[] = [];
  readonly #chores: (() => Promise<void>)[] = [];
  #running: Promise<void> | null = null;
  #mustReload = false;
  #triedAt = -Infinity;
  #failure: unknown = null;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Resolves with the answer once the act is durable; rejects when it could not be kept, and then it did not happen. */
  submit<Answer>(decide: (draft: BoardState) => Decided<Answer>): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      let decided: Decided<Answer> | null = null;
      this.#waiting.push({
        decide: (draft) => {
          decided = decide(draft);
          return decided.entry;
        },
        keep: () => {
          if (decided) resolve(decided.answer);
        },
        fail: reject,
      });
      if (!this.#deps.isPaced) void this.drain();
    });
  }

  /** Whether there is anything to do for `drain`: acts that wait, or a journal that has to be read again. */
  get isWaiting(): boolean {
    return this.#waiting.length > 0 || (this.#mustReload && this.#deps.now() - this.#triedAt >= readAgainMs);
  }

  /** Whether what waited is being kept, or the journal is being read or worked on. */
  get isDraining(): boolean {
    return this.#running !== null;
  }

  /** Takes all that waits. Resolves when nothing does any more. */
  drain(): Promise<void> {
    this.#running ??= this.#drain();
    return this.#running;
  }

  /**
   * Does work on the journal itself while no act is being kept, and reads the board again after it. Rejects where the work
   * failed; the board is read again then too.
   */
  apart(work: () => Promise<void>): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#chores.push(async () => {
      this.#mustReload = true;
      this.#triedAt = -Infinity;
      const outcome = await Promise.allSettled([work()]);
      await this.#tryToReadAgain();
      if (outcome[0].status === 'fulfilled') resolve();
      else reject(outcome[0].reason);
    });
    void this.drain();
    return promise;
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    while (this.#running !== null || this.#waiting.length > 0) await this.drain();
  }

  async #drain(): Promise<void> {
    if (this.#waiting.length === 0) await this.#tryToReadAgain();
    while (this.#waiting.length > 0 || this.#chores.length > 0) {
      const chore = this.#chores.shift();
      if (chore) await chore();
      else await this.#keepBatch(this.#waiting.splice(0));
    }
    this.#running = null;
  }

  async #keepBatch(batch: readonly Waiting[]): Promise<void> {
    let isCurrent = false;
    let taken: readonly Taken[] = [];
    try {
      await this.#readAgain();
      isCurrent = true;
      taken = this.#decideAll(batch);
      const entries = taken.flatMap((one) => one.entries);
      if (entries.length > 0) {
        // Until the board has adopted what is durable, nobody can say that the two are the same.
        this.#mustReload = true;
        await this.#deps.append(entries);
        for (const entry of entries) applyEntry(this.#deps.state(), entry);
        this.#mustReload = false;
      }
      for (const { one } of taken) one.keep();
      if (entries.length > 0) this.#deps.onKept(entries);
    } catch (reason) {
      this.#failure = reason;
      const again = actsForFullDisk(taken, reason);
      for (const one of batch) if (!again.includes(one)) one.fail(reason);
      if (isCurrent) await this.#afterFailure(reason);
      if (again.length > 0) await this.#keepBatch(again);
    }
  }

  #decideAll(batch: readonly Waiting[]): Taken[] {
    const draft = draftOf(this.#deps.state());
    const taken: Taken[] = [];
    for (const one of batch) {
      try {
        const act = one.decide(draft);
        const entries = act ? entriesOf(act, draft.chain, this.#deps.entryLimit) : [];
        for (const entry of entries) applyEntry(draft, entry);
        taken.push({ one, entries });
      } catch (reason) {
        // A fault in deciding one act must not take the others with it.
        one.fail(reason);
      }
    }
    return taken;
  }

  async #afterFailure(reason: unknown): Promise<void> {
    if (reason instanceof StorageUnavailable && reason.keptNothing) this.#mustReload = false;
    // At once, not with the next act: the moment of that act may be a secret, and views begin anew with this.
    else await this.#tryToReadAgain();
  }

  async #readAgain(): Promise<void> {
    if (!this.#mustReload) return;
    const now = this.#deps.now();
    // Between two tries acts are told what the last one met: an act must not be what brings the views back either.
    if (this.#deps.isPaced && now - this.#triedAt < readAgainMs) throw this.#failure;
    this.#triedAt = now;
    try {
      await this.#deps.reload();
      this.#mustReload = false;
    } catch (reason) {
      this.#failure = reason;
      throw reason;
    }
  }

  /** Where the store is still away, whoever acts next is told so, and it is tried again after a while. */
  async #tryToReadAgain(): Promise<void> {
    await this.#readAgain().catch(() => undefined);
  }
}

/** An act whose turn has come, and what there is to keep of it. */
interface Taken {
  readonly one: Waiting;
  readonly entries: readonly JournalEntry[];
}

/** REL-14: on a full disk, what edits were appended together with is appended without them, from room that is held back. */
function actsForFullDisk(taken: readonly Taken[], reason: unknown): Waiting[] {
  const isFull = reason instanceof StorageUnavailable && reason.code === 'STORAGE_FULL' && reason.keptNothing;
  const acts = taken.filter(({ entries }) => entries.at(-1)?.facts.client === undefined);
  return isFull && acts.length < taken.length ? acts.map(({ one }) => one) : [];
}
