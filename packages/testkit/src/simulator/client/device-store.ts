import type { SessionParts } from '@bridgeboard/sync-client';

import type { Chance } from '../chance.ts';
import type { VirtualTime } from '../virtual-time.ts';

type OutboxStore = SessionParts['store'];
type Batch = Parameters<OutboxStore['write']>[1];
type Stored = Awaited<ReturnType<OutboxStore['read']>>;
type Row = Stored['outboxes'][number]['row'];
type Waiting = Stored['outboxes'][number]['waiting'][number];
type Refused = Stored['refused'][number];

interface StoreParts {
  readonly time: VirtualTime;
  readonly chance: Chance;
}

/** One for each call: a promise that all shared would hold on to every world for ever. */
const never = (): Promise<never> => new Promise(() => undefined);

/** What a device's browser keeps while tabs come and go: outboxes as text, written late, each write whole or not at all. */
export class DeviceStore {
  readonly #parts: StoreParts;
  readonly #rows = new Map<string, string>();
  readonly #waiting = new Map<string, Map<number, string>>();
  readonly #refused = new Map<string, string>();
  #last = 0;
  #isBroken = false;
  /** Has refused calls at some time: what tabs did then may not be in it. */
  wasBroken = false;

  constructor(parts: StoreParts) {
    this.#parts = parts;
  }

  /** Every call is refused, as where a browser allows no storage. */
  set isBroken(isBroken: boolean) {
    this.#isBroken = isBroken;
    this.wasBroken ||= isBroken;
  }

  /** The store as one tab has it; what a dead tab had asked for may still come to be, or not. */
  tab(isAlive: () => boolean): OutboxStore {
    // A dead tab hears nothing any more, so it does nothing more.
    const whileAlive = async <T>(work: Promise<T>): Promise<T> => {
      const answer = await work;
      return isAlive() ? answer : never();
    };
    return {
      read: (owner) => whileAlive(this.#later(() => this.of(owner))),
      write: (client, batch) => {
        if (!isAlive()) return never();
        const text = JSON.stringify(batch);
        const isWritten = this.#parts.chance.isTrue(0.5);
        const written = this.#later(() => {
          if (isAlive() || isWritten) this.#write(client, JSON.parse(text) as Batch);
        });
        return whileAlive(written);
      },
    };
  }

  /** Everything that is kept of one owner. */
  of(owner: string): Stored {
    const rows = [...this.#rows.values()].map((text) => JSON.parse(text) as Row).filter((row) => row.owner === owner);
    const outboxes = rows.map((row) => {
      const waiting = [...(this.#waiting.get(row.client)?.values() ?? [])].map((text) => JSON.parse(text) as Waiting);
      return { row, waiting: waiting.toSorted((a, b) => a.order - b.order) };
    });
    const refused = [...this.#refused.values()].map((text) => JSON.parse(text) as Refused);
    return { outboxes, refused: refused.filter((work) => work.owner === owner) };
  }

  #write(client: string, batch: Batch): void {
    this.#drop(batch);
    const waiting = this.#waiting.get(client) ?? new Map<number, string>();
    this.#waiting.set(client, waiting);
    for (const order of batch.dropWaiting ?? []) waiting.delete(order);
    for (const one of batch.putWaiting ?? []) waiting.set(one.order, JSON.stringify(one));
    if (batch.putOutbox) this.#rows.set(batch.putOutbox.client, JSON.stringify(batch.putOutbox));
    for (const work of batch.putRefused ?? []) this.#refused.set(work.id, JSON.stringify(work));
  }

  #drop({ clearWaiting = [], dropOutboxes = [], dropRefused = [] }: Batch): void {
    for (const other of [...clearWaiting, ...dropOutboxes]) this.#waiting.delete(other);
    for (const other of dropOutboxes) this.#rows.delete(other);
    for (const id of dropRefused) this.#refused.delete(id);
  }

  /** In the order of asking: a browser's database works one transaction after the other. */
  #later<T>(work: () => T): Promise<T> {
    const { time, chance } = this.#parts;
    this.#last = Math.max(this.#last, time.now() + 1 + chance.int(8));
    return new Promise((resolve, reject) => {
      time.after(this.#last - time.now(), () => {
        if (this.#isBroken) reject(new Error('the device keeps nothing'));
        else resolve(work());
      });
    });
  }
}
