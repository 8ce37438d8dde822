import type { JournalEntry } from '@bridgeboard/protocol';
import { StorageUnavailable, type BoardJournal, type Storage } from '@bridgeboard/storage';
import { openMemoryStorage } from '@bridgeboard/storage/memory';

import type { Chance } from '../chance.ts';
import type { VirtualTime } from '../virtual-time.ts';

/**
 * What may go wrong with an append: refused with nothing kept, kept all the same, kept in part, or the process dies before
 * it, in the middle, or after it.
 */
export const appendFaults = [
  'refuse',
  'keep and refuse',
  'keep part',
  'crash before',
  'crash in part',
  'crash after',
] as const;
export type AppendFault = (typeof appendFaults)[number];

/** A process that uses the store, and that the store can take down at its worst moment. */
export interface StoreUser {
  readonly isAlive: () => boolean;
  readonly die: () => void;
}

/** What faults there may be. */
export interface StoreFaults {
  /** Whether this append may meet the fault that has been laid out. */
  readonly mayFail: (entries: readonly JournalEntry[]) => boolean;
  /** Whether an append of several entries may be kept in part. */
  readonly keepsParts: boolean;
}

interface CrashStoreParts extends StoreFaults {
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly onKept: (entries: readonly JournalEntry[]) => void;
}

/** One for each call: a promise that all shared would hold on to every world for ever. */
const never = (): Promise<never> => new Promise(() => undefined);

/** The store of this world: the memory adapter behind points at which it, or whoever writes to it, may fail. */
export class CrashStore {
  readonly storage: Storage;
  readonly #parts: CrashStoreParts;
  /** The next append that may fail does so. */
  nextAppend: AppendFault | null = null;
  /** So many reads fail from now on. */
  failingReads = 0;
  /** How long an append takes at most, in ms. */
  appendMs = 0;
  appends = 0;

  private constructor(storage: Storage, parts: CrashStoreParts) {
    this.storage = storage;
    this.#parts = parts;
  }

  static async open(parts: CrashStoreParts): Promise<CrashStore> {
    return new CrashStore(await openMemoryStorage(), parts);
  }

  /** The journals as one process has them: once it is dead, nothing it asked for comes to it, or to the store. */
  journalFor(user: StoreUser): BoardJournal {
    const { journal } = this.storage;
    const read = async <T>(answer: () => Promise<T>): Promise<T> => {
      if (!user.isAlive()) return never();
      if (this.failingReads > 0) {
        this.failingReads -= 1;
        throw new StorageUnavailable('DB_DOWN', new Error('a read failed'));
      }
      return answer();
    };
    return {
      append: (entries) => this.#append(user, entries),
      read: (...about) => read(() => journal.read(...about)),
      readAudited: (...about) => read(() => journal.readAudited(...about)),
      lastSeq: (board) => read(() => journal.lastSeq(board)),
      latestCheckpoint: (board) => read(() => journal.latestCheckpoint(board)),
      putCheckpoint: (...about) => (user.isAlive() ? journal.putCheckpoint(...about) : never()),
      remove: (board) => (user.isAlive() ? journal.remove(board) : never()),
      replaceContents: (...about) => (user.isAlive() ? journal.replaceContents(...about) : never()),
    };
  }

  async #append(user: StoreUser, entries: readonly JournalEntry[]): Promise<void> {
    if (!user.isAlive()) return never();
    await this.#pause();
    // What was asked a moment before a crash may have reached the disk or not; both are taken to have missed it.
    if (!user.isAlive()) return never();
    const fault = this.#takeFault(entries);
    if (fault === 'crash before') return this.#crash(user);
    if (fault === 'refuse') throw new StorageUnavailable('DB_DOWN', new Error(fault));
    const isPart = this.#parts.keepsParts && (fault === 'keep part' || fault === 'crash in part');
    await this.#keep(isPart ? entries.slice(0, this.#parts.chance.int(entries.length)) : entries);
    if (fault === 'crash after' || fault === 'crash in part') return this.#crash(user);
    if (fault !== null) throw new StorageUnavailable('DB_DOWN', new Error(fault));
    return undefined;
  }

  async #keep(entries: readonly JournalEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.storage.journal.append(entries);
    this.appends += 1;
    this.#parts.onKept(entries);
  }

  #crash(user: StoreUser): Promise<never> {
    user.die();
    return never();
  }

  #takeFault(entries: readonly JournalEntry[]): AppendFault | null {
    const fault = this.nextAppend;
    if (fault === null || !this.#parts.mayFail(entries)) return null;
    this.nextAppend = null;
    return fault;
  }

  #pause(): Promise<void> {
    const { time, chance } = this.#parts;
    if (this.appendMs === 0) return Promise.resolve();
    return new Promise((resolve) => time.after(1 + chance.int(this.appendMs), resolve));
  }
}
