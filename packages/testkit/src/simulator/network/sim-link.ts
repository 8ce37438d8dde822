import type { SessionParts } from '@bridgeboard/sync-client';

import type { Chance } from '../chance.ts';
import type { Connection, End } from './connection.ts';

export type BoardLink = SessionParts['link'];
type LinkListener = Parameters<BoardLink['open']>[0];
type Timers = SessionParts['timers'];

/** As the real link is set: the first pause, the longest, and how much of it is chance. */
const reconnection = { firstMs: 500, longestMs: 10_000, chance: 0.5 } as const;

/** How long a page that wakes up waits for a sign of life. */
const signOfLifeMs = 3_000;

interface LinkParts {
  readonly timers: Timers;
  readonly chance: Chance;
  /** Tries to connect; null where that did not work. */
  readonly dial: (client: End) => Promise<Connection | null>;
  /** The version of the protocol that the page speaks. */
  readonly protocol: number;
}

/** A browser's line to its board over the network of this world; comes back by itself as Socket.IO does. */
export class SimLink implements BoardLink {
  readonly #parts: LinkParts;
  #listener: LinkListener | null = null;
  #connection: Connection | null = null;
  #isClosed = false;
  #isDialling = false;
  #failures = 0;
  #kept: string[] = [];

  constructor(parts: LinkParts) {
    this.#parts = parts;
  }

  get connection(): Connection | null {
    return this.#connection;
  }

  open(listener: LinkListener): void {
    this.#listener = listener;
    void this.#connect();
  }

  join(message: Parameters<BoardLink['join']>[0]): void {
    this.#emit('join', { ...message, protocol: this.#parts.protocol });
  }

  edit(message: Parameters<BoardLink['edit']>[0]): void {
    this.#emit('edit', message);
  }

  presence(message: Parameters<BoardLink['presence']>[0]): void {
    if (this.#connection) this.#emit('presence', message);
  }

  move(message: unknown): void {
    if (this.#connection) this.#emit('move', message);
  }

  renew(): void {
    const connection = this.#connection;
    if (!connection) return;
    connection.endByClient();
    this.#down();
  }

  close(): void {
    this.#isClosed = true;
    const connection = this.#connection;
    if (!connection) return;
    connection.endByClient();
    this.#down();
  }

  /** A connection that gives no sign of life is replaced. */
  check(): void {
    const connection = this.#connection;
    if (!connection) return;
    this.#parts.timers.after(signOfLifeMs, () => {
      const isSilent = !connection.isServerOpen || connection.line.isPartitioned;
      if (isSilent && this.#connection === connection) this.renew();
    });
  }

  /** The tab is gone without a word. */
  vanish(): void {
    this.#isClosed = true;
    this.#connection?.endByClient();
    this.#connection = null;
  }

  #emit(event: string, message: unknown): void {
    const text = JSON.stringify([event, message]);
    if (this.#connection) this.#connection.fromClient(text);
    // Socket.IO keeps what is said while it is not connected, and says it first when it is.
    else this.#kept.push(text);
  }

  async #connect(): Promise<void> {
    if (this.#isClosed || this.#isDialling || this.#connection) return;
    this.#isDialling = true;
    let mine: Connection | null = null;
    const isMine = (): boolean => mine !== null && this.#connection === mine;
    mine = await this.#parts.dial({
      receive: (text) => isMine() && this.#hear(text),
      closed: () => isMine() && this.#down(),
    });
    this.#isDialling = false;
    if (!mine) return this.#again();
    if (this.#isClosed) return mine.endByClient();
    this.#connection = mine;
    for (const text of this.#kept.splice(0)) mine.fromClient(text);
    this.#listener?.up();
  }

  #hear(text: string): void {
    const [event, message] = JSON.parse(text) as [keyof LinkListener, unknown];
    if (event === 'joined') this.#failures = 0;
    const listener = this.#listener as Record<string, (message: unknown) => void> | null;
    listener?.[event]?.(message);
  }

  #down(): void {
    this.#connection = null;
    this.#listener?.down();
    this.#again();
  }

  #again(): void {
    if (this.#isClosed) return;
    const { firstMs, longestMs, chance } = reconnection;
    const pauseMs = Math.min(firstMs * 2 ** this.#failures, longestMs);
    this.#failures += 1;
    const delayMs = pauseMs * (1 + chance * (2 * this.#parts.chance.float() - 1));
    this.#parts.timers.after(delayMs, () => void this.#connect());
  }
}
