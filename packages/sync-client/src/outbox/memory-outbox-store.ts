import type { WaitingOp } from '../pending/waiting-ops.ts';
import type { OutboxBatch, OutboxRow, OutboxStore, RefusedWork, StoredOutbox } from './outbox-store.ts';

/** An outbox store that lasts as long as the page: for tests, and for browsers that allow no storage. */
export class MemoryOutboxStore implements OutboxStore {
  readonly #rows = new Map<string, OutboxRow>();
  readonly #waiting = new Map<string, Map<number, WaitingOp>>();
  readonly #refused = new Map<string, RefusedWork>();

  read(owner: string): Promise<{ outboxes: StoredOutbox[]; refused: RefusedWork[] }> {
    const outboxes = [...this.#rows.values()]
      .filter((row) => row.owner === owner)
      .map((row) => ({ row, waiting: [...(this.#waiting.get(row.client)?.values() ?? [])].toSorted(byOrder) }));
    const refused = [...this.#refused.values()].filter((work) => work.owner === owner);
    return Promise.resolve(structuredClone({ outboxes, refused }));
  }

  write(client: string, batch: OutboxBatch): Promise<void> {
    this.#drop(batch);
    const { putOutbox, putWaiting = [], putRefused = [] } = structuredClone(batch);
    if (putOutbox) this.#rows.set(putOutbox.client, putOutbox);
    const waiting = this.#waiting.get(client) ?? new Map<number, WaitingOp>();
    this.#waiting.set(client, waiting);
    for (const order of batch.dropWaiting ?? []) waiting.delete(order);
    for (const one of putWaiting) waiting.set(one.order, one);
    for (const work of putRefused) this.#refused.set(work.id, work);
    return Promise.resolve();
  }

  #drop({ clearWaiting = [], dropOutboxes = [], dropRefused = [] }: OutboxBatch): void {
    for (const client of [...clearWaiting, ...dropOutboxes]) this.#waiting.delete(client);
    for (const client of dropOutboxes) this.#rows.delete(client);
    for (const id of dropRefused) this.#refused.delete(id);
  }
}

function byOrder(a: WaitingOp, b: WaitingOp): number {
  return a.order - b.order;
}
