import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';

import type { WaitingOp } from '../pending/waiting-ops.ts';
import type { OutboxBatch, OutboxRow, OutboxStore, RefusedWork, StoredOutbox } from './outbox-store.ts';

type WaitingRow = WaitingOp & { readonly client: string };

interface OutboxSchema extends DBSchema {
  outboxes: { key: string; value: OutboxRow; indexes: { owner: string } };
  waiting: { key: [string, number]; value: WaitingRow };
  refused: { key: string; value: RefusedWork; indexes: { owner: string } };
}

const tables = ['outboxes', 'waiting', 'refused'] as const;
type Tables = (typeof tables)[number][];
type Writing = IDBPTransaction<OutboxSchema, Tables, 'readwrite'>;

/** The outbox store in IndexedDB. Rejects where the browser allows none (a private window, a full disk). */
export class IndexedOutboxStore implements OutboxStore {
  readonly #name: string;
  #opened: Promise<IDBPDatabase<OutboxSchema>> | null = null;

  constructor(name = 'bridgeboard-outbox') {
    this.#name = name;
  }

  async read(owner: string): Promise<{ outboxes: StoredOutbox[]; refused: RefusedWork[] }> {
    const tx = (await this.#database()).transaction([...tables], 'readonly');
    const rows = await tx.objectStore('outboxes').index('owner').getAll(owner);
    const outboxes = await Promise.all(
      rows.map(async (row) => ({ row, waiting: await tx.objectStore('waiting').getAll(allOf(row.client)) })),
    );
    return { outboxes, refused: await tx.objectStore('refused').index('owner').getAll(owner) };
  }

  async write(client: string, batch: OutboxBatch): Promise<void> {
    const tx = (await this.#database()).transaction([...tables], 'readwrite');
    try {
      // One await at the end: a transaction that is not fed in one go commits early, and a batch would fall in two.
      await Promise.all([...drops(tx, client, batch), ...puts(tx, client, batch), tx.done]);
    } catch (cause) {
      // What cannot be stored throws before it is asked for; the transaction would commit the rest.
      tx.done.catch(() => undefined);
      if (tx.error === null) tx.abort();
      throw cause;
    }
  }

  #database(): Promise<IDBPDatabase<OutboxSchema>> {
    this.#opened ??= this.#open();
    return this.#opened;
  }

  async #open(): Promise<IDBPDatabase<OutboxSchema>> {
    try {
      return await openDB<OutboxSchema>(this.#name, 1, {
        upgrade(database) {
          database.createObjectStore('outboxes', { keyPath: 'client' }).createIndex('owner', 'owner');
          database.createObjectStore('waiting', { keyPath: ['client', 'order'] });
          database.createObjectStore('refused', { keyPath: 'id' }).createIndex('owner', 'owner');
        },
        // A newer page in another tab wants to upgrade: it must not wait for this one.
        blocking: (_current, _blocked, event) => {
          this.#opened = null;
          (event.target as IDBDatabase).close();
        },
        terminated: () => {
          this.#opened = null;
        },
      });
    } catch (cause) {
      this.#opened = null;
      throw cause;
    }
  }
}

function allOf(client: string): IDBKeyRange {
  return IDBKeyRange.bound([client, 0], [client, Number.MAX_SAFE_INTEGER]);
}

function drops(tx: Writing, client: string, batch: OutboxBatch): Promise<unknown>[] {
  const outboxes = tx.objectStore('outboxes');
  const waiting = tx.objectStore('waiting');
  const dropped = batch.dropOutboxes ?? [];
  return [
    ...[...(batch.clearWaiting ?? []), ...dropped].map((one) => waiting.delete(allOf(one))),
    ...dropped.map((one) => outboxes.delete(one)),
    ...(batch.dropWaiting ?? []).map((order) => waiting.delete([client, order])),
    ...(batch.dropRefused ?? []).map((id) => tx.objectStore('refused').delete(id)),
  ];
}

function puts(tx: Writing, client: string, batch: OutboxBatch): Promise<unknown>[] {
  return [
    ...(batch.putWaiting ?? []).map((one) => tx.objectStore('waiting').put({ ...one, client })),
    ...(batch.putOutbox ? [tx.objectStore('outboxes').put(batch.putOutbox)] : []),
    ...(batch.putRefused ?? []).map((work) => tx.objectStore('refused').put(work)),
  ];
}
