import type {
  EditMessage,
  JoinMessage,
  MoveMessage,
  PresenceMessage,
  ServerToClientEvents,
} from '@bridgeboard/protocol';

import type { BoardLink, LinkListener } from '../link/board-link.ts';

type Said = Omit<ServerToClientEvents, 'probed'>;
interface Downward {
  readonly event: keyof Said;
  readonly message: unknown;
}
type Upward = { join: JoinMessage } | { edit: EditMessage };

/** Where the other end of a link's messages goes. */
export interface LinkServer {
  join(link: ModelLink, message: JoinMessage): void;
  edit(link: ModelLink, message: EditMessage): void;
  gone(link: ModelLink): void;
}

/** A link whose messages move only when the test says so, in order, and are lost when it is cut. */
export class ModelLink implements BoardLink {
  readonly person: string;
  readonly #server: LinkServer;
  #listener: LinkListener | null = null;
  #isUp = false;
  #isClosed = false;
  #up: Upward[] = [];
  #down: Downward[] = [];

  constructor(person: string, server: LinkServer) {
    this.person = person;
    this.#server = server;
  }

  get isQuiet(): boolean {
    return this.#up.length + this.#down.length === 0;
  }

  open(listener: LinkListener): void {
    this.#listener = listener;
  }

  connect(): void {
    if (this.#isUp || this.#isClosed) return;
    this.#isUp = true;
    this.#listener?.up();
  }

  /** The connection breaks; what was under way is lost. */
  cut(): void {
    if (!this.#isUp) return;
    this.#isUp = false;
    this.#up = [];
    this.#down = [];
    this.#server.gone(this);
    this.#listener?.down();
  }

  /** Carries up to `count` messages towards the server. */
  carryUp(count: number): void {
    for (const message of this.#up.splice(0, count)) {
      if ('join' in message) this.#server.join(this, message.join);
      else this.#server.edit(this, message.edit);
    }
  }

  /** Carries up to `count` messages towards the browser. */
  carryDown(count: number): void {
    for (const { event, message } of this.#down.splice(0, count)) {
      (this.#listener?.[event] as ((message: unknown) => void) | undefined)?.(message);
    }
  }

  /** The server says something. */
  say<E extends keyof Said>(event: E, message: Parameters<Said[E]>[0]): void {
    if (this.#isUp) this.#down.push(structuredClone({ event, message }));
  }

  join(message: JoinMessage): void {
    if (this.#isUp) this.#up.push({ join: structuredClone(message) });
  }

  edit(message: EditMessage): void {
    if (this.#isUp) this.#up.push({ edit: structuredClone(message) });
  }

  presence(_message: PresenceMessage): void {}

  move(_message: MoveMessage): void {}

  renew(): void {
    this.cut();
  }

  close(): void {
    this.cut();
    this.#isClosed = true;
  }
}
