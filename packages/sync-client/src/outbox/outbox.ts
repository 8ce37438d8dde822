import { Observable } from '../observable.ts';
import { PendingEdits } from '../pending/pending-edits.ts';
import type { Timers } from '../timers.ts';
import { isSameTrouble } from './refused-work.ts';
import type { OutboxBatch, OutboxRow, OutboxStore, RefusedWork, StoredOutbox } from './outbox-store.ts';
import type { TabLocks } from './tab-locks.ts';

/** A store that does not answer in this time counts as broken: sending must not wait for it. */
const storeTimeoutMs = 3_000;
/** After a read that failed the store is asked again so much later: what closed tabs left there must not wait for the next visit. */
const readAgainMs = 10_000;

interface OutboxParts {
  readonly store: OutboxStore;
  readonly locks: TabLocks;
  readonly timers: Timers;
  /** Names this tab's outbox; at least 16 random characters, never used before. */
  readonly client: string;
  readonly owner: string;
  /** Something that a closed tab had left is pending here now. */
  readonly onTakenOver?: () => void;
}

/**
 * The pending edits of one tab with their durable copy. A tab never shares its outbox: it numbers its own edits, and takes
 * over what closed tabs of the same person left, which it tells by their locks.
 */
export class Outbox {
  readonly pending: PendingEdits;
  /** Whether what waits would survive a reload. */
  readonly isDurable = new Observable(true);
  /** Whether nothing is being written to the store right now. */
  readonly isSettled = new Observable(true);
  readonly refused = new Observable<readonly RefusedWork[]>([]);
  /** The board's epoch, once it has been reached. */
  epoch: string | null = null;
  /** Epochs in which closed tabs made what was taken over from them. */
  readonly #formerEpochs = new Set<string>();
  readonly #parts: OutboxParts;
  readonly #letGo: (() => void)[] = [];
  readonly #finished: string[] = [];
  readonly #watched = new Set<string>();
  /** Outboxes of tabs that were open when they were found and have been closed since. */
  readonly #held = new Set<string>();
  readonly #adopted = new Set<string>();
  #forgotten: string[] = [];
  #unsaved: RefusedWork[] = [];
  #writing: Promise<void> = Promise.resolve();
  #open = 0;
  #savedRow: OutboxRow | null = null;
  #stopReading: (() => void) | null = null;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.pending = new PendingEdits(parts.client);
  }

  /** Takes over what earlier tabs left. Never rejects: without a store the outbox lives in memory, and says so. */
  async open(): Promise<void> {
    try {
      const letGo = await this.#parts.locks.tryHold(lockName(this.pending.client));
      if (letGo) this.#letGo.push(letGo);
      await this.#readAll();
    } catch {
      this.#failed(() => this.#readAll());
    }
  }

  /** Takes over what tabs left that have been closed since, and will do so with those that are still open (REL-21). */
  async takeOver(): Promise<void> {
    // Without locks, living tabs cannot be told from closed ones: theirs would be sent twice, again and again.
    if (this.#parts.locks.isBlind) return;
    const look = (): Promise<boolean> => this.#readLeft();
    if (!this.isDurable.value) return this.#readLater(look);
    try {
      if (await look()) this.#parts.onTakenOver?.();
    } catch {
      this.#failed(look);
    }
  }

  /** Whether work was taken over, since the last question, that was made in another epoch: the board was restored since (P33). */
  takeFormerEpochs(): boolean {
    const isAnother = [...this.#formerEpochs].some((epoch) => epoch !== this.epoch);
    this.#formerEpochs.clear();
    return isAnother;
  }

  /** Keeps in the store what changed since the last call. Resolves when it is there, or when the store gave up. */
  async save(): Promise<void> {
    this.#open += 1;
    this.isSettled.set(false);
    const write = this.#writing.then(() => this.#write());
    this.#writing = write;
    await write;
    this.#open -= 1;
    this.isSettled.set(this.#open === 0);
  }

  /** An edit of a closed tab is answered: its outbox is empty now. */
  finish(client: string): void {
    if (client !== this.pending.client) this.#finished.push(client);
  }

  /** Keeps refused work until its author has looked at it. Of one record refused again and again, the newest stays. */
  keep(work: readonly RefusedWork[]): void {
    if (work.length === 0) return;
    const isAgain = (old: RefusedWork): boolean => work.some((one) => isSameTrouble(one, old));
    const again = this.refused.value.filter(isAgain);
    this.#forgotten.push(...again.map(({ id }) => id));
    this.#unsaved = [...this.#unsaved.filter((old) => !isAgain(old)), ...work];
    this.refused.set([...this.refused.value.filter((old) => !isAgain(old)), ...work]);
  }

  /** Its author has looked at it: it may go. */
  forget(id: string): void {
    this.#forgotten.push(id);
    this.refused.set(this.refused.value.filter((work) => work.id !== id));
  }

  /** Ends this tab's claim; what still waits is taken over by the next tab that opens the board. */
  async close(): Promise<void> {
    this.#stopReading?.();
    if (this.pending.isEmpty) this.#finished.push(this.pending.client);
    await this.save();
    for (const letGo of this.#letGo) letGo();
  }

  /** Both answer whether anything was taken over. */
  async #readAll(): Promise<boolean> {
    const { outboxes, refused } = await this.#inTime(this.#parts.store.read(this.#parts.owner));
    this.refused.set([...refused, ...this.refused.value]);
    return await this.#takeOver(outboxes);
  }

  async #readLeft(): Promise<boolean> {
    const { outboxes } = await this.#inTime(this.#parts.store.read(this.#parts.owner));
    return await this.#takeOver(outboxes);
  }

  #failed(read: () => Promise<boolean>): void {
    this.isDurable.set(false);
    this.#readLater(read);
  }

  /** One read at a time, and that of everything goes before that of what others left. */
  #readLater(read: () => Promise<boolean>): void {
    if (this.#stopReading || this.#parts.locks.isBlind) return;
    this.#stopReading = this.#parts.timers.after(readAgainMs, () => {
      this.#stopReading = null;
      read().then(
        (isNews) => isNews && this.#parts.onTakenOver?.(),
        () => this.#readLater(read),
      );
    });
  }

  async #takeOver(outboxes: readonly StoredOutbox[]): Promise<boolean> {
    const left: StoredOutbox[] = [];
    for (const stored of outboxes) {
      const { client } = stored.row;
      if (client === this.pending.client || this.#adopted.has(client)) continue;
      const letGo = await this.#parts.locks.tryHold(lockName(client));
      if (letGo) this.#letGo.push(letGo);
      if (letGo || this.#held.has(client)) left.push(stored);
      else this.#watch(client);
    }
    if (left.length === 0) return false;
    const write = this.#writing.then(() => this.#adopt(left));
    this.#writing = write.catch(() => undefined);
    await write;
    return true;
  }

  /** Another tab is at work: when it is closed, what it left is looked at. */
  #watch(client: string): void {
    if (this.#watched.has(client)) return;
    this.#watched.add(client);
    void this.#parts.locks.whenFree?.(lockName(client)).then((letGo) => {
      this.#letGo.push(letGo);
      this.#held.add(client);
      return this.takeOver();
    });
  }

  /** In one step, so that a crash leaves each operation in exactly one outbox. */
  async #adopt(left: readonly StoredOutbox[]): Promise<void> {
    for (const { row, waiting } of left) {
      this.#adopted.add(row.client);
      if (row.epoch !== undefined && (row.inFlight || waiting.length > 0)) this.#formerEpochs.add(row.epoch);
      if (row.inFlight) this.pending.adopt(row.inFlight);
      for (const line of waiting) this.pending.takeOver(line);
    }
    const batch: OutboxBatch = {
      ...this.#changes(),
      clearWaiting: left.map(({ row }) => row.client),
      dropOutboxes: left.filter(({ row }) => !row.inFlight).map(({ row }) => row.client),
    };
    await this.#inTime(this.#parts.store.write(this.pending.client, batch));
  }

  async #write(): Promise<void> {
    const batch = this.isDurable.value ? this.#changes() : this.#everything();
    if (this.isDurable.value && !hasNews(batch)) return;
    try {
      await this.#inTime(this.#parts.store.write(this.pending.client, batch));
      this.isDurable.set(true);
    } catch {
      // The next save writes everything anew, so nothing depends on what became of this one.
      this.isDurable.set(false);
    }
  }

  #changes(): OutboxBatch {
    const { put, remove } = this.pending.waiting.takeChanges();
    const { client, nextSeq, inFlight } = this.pending;
    const dropOutboxes = this.#finished.splice(0);
    const isRowNews = this.#savedRow?.inFlight !== inFlight || this.#savedRow?.nextSeq !== nextSeq;
    const row = {
      client,
      owner: this.#parts.owner,
      nextSeq,
      inFlight,
      ...(this.epoch === null ? {} : { epoch: this.epoch }),
    };
    this.#savedRow = row;
    const batch: OutboxBatch = {
      ...(isRowNews && !dropOutboxes.includes(client) ? { putOutbox: row } : {}),
      putWaiting: put,
      dropWaiting: remove,
      dropOutboxes,
      putRefused: this.#unsaved,
      dropRefused: this.#forgotten,
    };
    this.#unsaved = [];
    this.#forgotten = [];
    return batch;
  }

  #everything(): OutboxBatch {
    this.#savedRow = null;
    return {
      ...this.#changes(),
      clearWaiting: [this.pending.client],
      putWaiting: this.pending.waiting.all(),
      putRefused: this.refused.value,
    };
  }

  #inTime<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const cancel = this.#parts.timers.after(storeTimeoutMs, () =>
        reject(new Error('the outbox store does not answer')),
      );
      void work.then(resolve, reject).finally(cancel);
    });
  }
}

function lockName(client: string): string {
  return `bridgeboard-outbox-${client}`;
}

function hasNews(batch: OutboxBatch): boolean {
  return Object.values(batch).some((part) => part !== undefined && (!Array.isArray(part) || part.length > 0));
}
