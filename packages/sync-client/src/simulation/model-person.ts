import type { BoardRecord, ErrorCode, Op } from '@bridgeboard/protocol';

import { BoardSession } from '../board-session.ts';
import { MemoryOutboxStore } from '../outbox/memory-outbox-store.ts';
import type { OutboxStore, RefusedWork } from '../outbox/outbox-store.ts';
import type { TabLocks } from '../outbox/tab-locks.ts';
import { layOps } from '../pending/lay-ops.ts';
import { targetOf } from '../pending/op-order.ts';
import { ModelLink } from './model-link.ts';
import type { ModelServer } from './model-server.ts';
import { settle, type VirtualTimers } from './virtual-timers.ts';

/** Locks of one device: held by the tab that took them until it goes. */
export class ModelLocks {
  readonly #held = new Set<string>();

  /** The locks as one tab sees them; the second part is the tab's end, however it comes. */
  tab(): { locks: TabLocks; end: () => void } {
    const mine = new Set<string>();
    const letGo = (name: string): void => {
      mine.delete(name);
      this.#held.delete(name);
    };
    const tryHold = (name: string): Promise<(() => void) | null> => {
      if (this.#held.has(name)) return Promise.resolve(null);
      this.#held.add(name);
      mine.add(name);
      return Promise.resolve(() => letGo(name));
    };
    return { locks: { tryHold }, end: () => [...mine].forEach(letGo) };
  }
}

/** What a device keeps while tabs come and go. */
export interface ModelDevice {
  readonly store: OutboxStore;
  readonly locks: ModelLocks;
}

function newDevice(): ModelDevice {
  return { store: new MemoryOutboxStore(), locks: new ModelLocks() };
}

interface PersonParts {
  readonly name: string;
  readonly server: ModelServer;
  readonly timers: VirtualTimers;
  readonly device?: ModelDevice;
  readonly gate?: (op: Op) => ErrorCode | null;
}

let tabs = 0;

/** A person with one tab, whose screen does what the session says and nothing else. */
export class ModelPerson {
  readonly name: string;
  readonly device: ModelDevice;
  readonly refused: RefusedWork[] = [];
  restored = 0;
  screen = new Map<string, BoardRecord>();
  session: BoardSession;
  link: ModelLink;
  readonly #parts: PersonParts;
  #endTab: () => void = () => undefined;

  constructor(parts: PersonParts) {
    this.#parts = parts;
    this.name = parts.name;
    this.device = parts.device ?? newDevice();
    [this.session, this.link] = this.#openTab();
  }

  /** Does something, first on the own screen, as a person does. */
  do(...ops: Op[]): void {
    for (const op of ops) this.#show(targetOf(op), layOps(this.screen.get(targetOf(op)) ?? null, [op]));
    for (const work of this.session.edit(ops)) {
      this.refused.push(work);
      this.#show(targetOf(work.op), this.session.records.get(targetOf(work.op)) ?? null);
    }
  }

  /** The tab is loaded anew. With `isWarned` the page hears of it, as browsers promise where they are not killed. */
  async reload({ isWarned }: { isWarned: boolean }): Promise<void> {
    if (isWarned) await this.session.keepNow();
    this.link.close();
    this.#endTab();
    this.screen = new Map();
    [this.session, this.link] = this.#openTab();
    await settle();
  }

  /** The tab is closed, with a warning to the page. */
  async close(): Promise<void> {
    await this.session.stop();
    this.#endTab();
  }

  #openTab(): [BoardSession, ModelLink] {
    const { server, timers, gate } = this.#parts;
    const { store } = this.device;
    const link = new ModelLink(this.name, server);
    const { locks, end } = this.device.locks.tab();
    let isAlive = true;
    this.#endTab = () => {
      isAlive = false;
      end();
    };
    const session = new BoardSession({
      board: 'board-00000001',
      person: this.name,
      link,
      locks,
      // A closed tab does nothing more, whatever it had begun.
      timers: { now: () => timers.now(), after: (delayMs, run) => timers.after(delayMs, () => isAlive && run()) },
      store: {
        read: (owner) => store.read(owner),
        write: async (...args) => (isAlive ? store.write(...args) : undefined),
      },
      fetchSnapshot: () => {
        const snapshot = structuredClone(server.snapshot());
        return new Promise((resolve) => timers.after(150, () => resolve(snapshot)));
      },
      random: () => 0.5,
      newName: () => `name-of-sixteen-letters-${(tabs += 1)}`,
      ...(gate ? { gate } : {}),
    });
    session.listen({
      changed: ({ put, removed }) => {
        for (const record of put) this.#show(record.id, record);
        for (const id of removed) this.#show(id, null);
      },
      refused: (work) => this.refused.push(...work),
    });
    session.restored.subscribe(() => (this.restored += 1));
    session.start();
    return [session, link];
  }

  #show(id: string, record: BoardRecord | null): void {
    if (record) this.screen.set(id, record);
    else this.screen.delete(id);
  }
}
