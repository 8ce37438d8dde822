import type { Socket } from 'socket.io';

import { readerBufferOf } from './outbox/reader-buffer.ts';

/** A connection of Engine.IO, before and below the sockets of Socket.IO. */
export type Connection = Socket['conn'];

/** Looks that a connection may take to say who it is for: five seconds. */
const silentLooks = 20;
/** Looks that an ended one has to go in order: less than a second. */
const lastLooks = 4;

interface Life {
  isKnown: boolean;
  looks: number;
}

/**
 * Sees to it that connections end. Engine.IO waits half a minute for a peer that answers nothing, with everything that was
 * on its way to it, and a polling one that says nothing stays as long (SEC-32, REL-08).
 */
export class Connections {
  readonly #lives = new Map<Connection, Life>();

  add(connection: Connection): void {
    this.#lives.set(connection, { isKnown: false, looks: 0 });
  }

  /** Somebody signed in has a socket on it. */
  known(connection: Connection): void {
    this.#lives.set(connection, { isKnown: true, looks: 0 });
  }

  /** Looks at every connection; called on a timer, every quarter of a second. */
  beat(): void {
    for (const [connection, life] of this.#lives) {
      const isOpen = connection.readyState === 'open' || connection.readyState === 'opening';
      if (isOpen && life.isKnown) continue;
      life.looks += 1;
      if (life.looks < (isOpen ? silentLooks : lastLooks)) continue;
      this.#lives.delete(connection);
      readerBufferOf(connection).terminate();
    }
  }

  get size(): number {
    return this.#lives.size;
  }
}
