import {
  boardNamespace,
  protocolVersion,
  type BoardRecord,
  type CaseView,
  type ClientToServerEvents,
  type EditAnswer,
  type Frame,
  type Joined,
  type Op,
  type PrivateFrame,
  type Refused,
  type ServerToClientEvents,
  type Snapshot,
} from '@bridgeboard/protocol';
import { io, type Socket } from 'socket.io-client';

import { ViewModel } from './engine/view-model.ts';
import type { HttpPerson } from './http-person.ts';

/** A client of live boards that follows `docs/reference/socket.md` and nothing else, and remembers every byte it was told. */
export class RawClient {
  readonly socket: Socket<ServerToClientEvents, ClientToServerEvents>;
  readonly received: string[] = [];
  readonly frames: Frame[] = [];
  readonly privates: PrivateFrame[] = [];
  readonly refusals: Refused[] = [];
  readonly answers: EditAnswer[] = [];
  readonly cases = new Map<string, CaseView>();
  joined: Joined | null = null;
  ended: Refused | null = null;
  readonly #shared = new ViewModel();
  #own = new ViewModel();
  readonly #person: HttpPerson;
  readonly #client: string;
  #seq = 0;
  #snapshotAt: { run: string; seq: number } | null = null;

  constructor(
    person: HttpPerson,
    options: { client?: string; headers?: Readonly<Record<string, string>>; transports?: string[] } = {},
  ) {
    this.#person = person;
    this.#client = options.client ?? `raw-${crypto.randomUUID().slice(0, 18)}`;
    this.socket = io(person.url + boardNamespace, {
      transports: options.transports ?? ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { cookie: person.cookie, origin: person.url, ...options.headers },
    });
    this.socket.onAny((...message: unknown[]) => this.received.push(JSON.stringify(message)));
    this.socket.on('joined', (message) => (this.joined = message));
    this.socket.on('frame', (message) => this.#onFrame(message));
    this.socket.on('private', (message) => this.#onPrivate(message));
    this.socket.on('refused', (message) => this.refusals.push(message));
    this.socket.on('ended', (message) => (this.ended = message));
  }

  /** Joins a board and takes its snapshot. */
  async join(board: string): Promise<this> {
    this.socket.emit('join', { protocol: protocolVersion, board, client: this.#client });
    await until(() => this.joined ?? this.ended, 'the answer to join');
    if (this.ended) return this;
    const answer = await this.#person.get(`/api/boards/${board}/snapshot`);
    this.received.push(answer.text);
    const snapshot: Snapshot = answer.json;
    this.#snapshotAt = { run: snapshot.viewRun, seq: snapshot.viewSeq };
    this.#shared.apply(snapshot.shared);
    for (const one of snapshot.shared.cases ?? []) this.cases.set(one.id, one);
    for (const frame of this.frames.splice(0)) this.#onFrame(frame);
    await until(() => this.privates.length > 0, 'the first private frame');
    return this;
  }

  /** Sends an edit and resolves with its answer, once it is durable. */
  async edit(...ops: Op[]): Promise<EditAnswer> {
    this.#seq += 1;
    return this.send({ seq: this.#seq, ops });
  }

  async send(message: { seq: number; ops: unknown[] }): Promise<EditAnswer> {
    const before = this.answers.length;
    this.socket.emit('edit', { client: this.#client, ...message });
    return until(
      () => this.answers.slice(before).find(({ seq }) => seq === message.seq),
      `the answer to edit ${message.seq}`,
    );
  }

  /** What this person sees: the shared view with the private part over it. */
  seen(): Map<string, BoardRecord> {
    return this.#own.over(this.#shared.records());
  }

  async close(): Promise<void> {
    this.socket.disconnect();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #onFrame(frame: Frame): void {
    if (!this.#snapshotAt) {
      this.frames.push(frame);
      return;
    }
    this.frames.push(frame);
    if (frame.seq === undefined || frame.seq <= this.#snapshotAt.seq) return;
    this.#shared.apply(frame.patch ?? {});
    for (const one of frame.patch?.cases ?? []) this.cases.set(one.id, one);
  }

  #onPrivate(message: PrivateFrame): void {
    this.privates.push(message);
    if (message.reset) this.#own = new ViewModel();
    this.#own.applyPrivate({ own: message.own ?? {}, hide: message.hide ?? [] });
    for (const one of message.own?.cases ?? []) this.cases.set(one.id, one);
    this.answers.push(...(message.answers ?? []));
  }
}

/** Waits for something to become true; fails after ten seconds, naming what did not come. */
export async function until<T>(look: () => T | null | undefined | false, what: string): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const found = look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`did not come: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
