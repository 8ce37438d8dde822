import {
  boardNamespace,
  protocolVersion,
  viewerNamespace,
  type BoardRecord,
  type CaseView,
  type ClientToServerEvents,
  type EditAnswer,
  type Frame,
  type Joined,
  type Op,
  type Patch,
  type Pointer,
  type PrivateFrame,
  type Refused,
  type ServerToClientEvents,
  type Snapshot,
} from '@bridgeboard/protocol';
import { io, type Socket } from 'socket.io-client';

import { ViewModel } from './engine/view-model.ts';
import type { HttpPerson } from './http-person.ts';

/** How a raw client comes in; everything else is as `docs/reference/socket.md` says. */
export interface RawOptions {
  readonly client?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly transports?: string[];
  /** Lets a polling client change to WebSocket, as browsers do. */
  readonly upgrade?: boolean;
  /** Only looks on, in the viewers' namespace. */
  readonly viewer?: boolean;
  /** The version of the protocol that it claims to speak; the newest where nothing is said. */
  readonly protocol?: number;
}

/** A client of live boards that follows `docs/reference/socket.md` and nothing else, and remembers every byte it was told. */
export class RawClient {
  readonly socket: Socket<ServerToClientEvents, ClientToServerEvents>;
  readonly received: string[] = [];
  readonly frames: Frame[] = [];
  readonly privates: PrivateFrame[] = [];
  readonly refusals: Refused[] = [];
  readonly answers: EditAnswer[] = [];
  readonly cases = new Map<string, CaseView>();
  /** Pointers of others as this client was last told, by their number. */
  readonly pointers = new Map<number, Pointer>();
  joined: Joined | null = null;
  ended: Refused | null = null;
  /** Why this client did not even get a socket. */
  failure: string | null = null;
  /** How often the server told this client to begin its view anew. */
  resyncs = 0;
  readonly #shared = new SharedFollower();
  #own = new ViewModel();
  readonly #person: HttpPerson;
  readonly #client: string;
  readonly #isViewer: boolean;
  readonly #protocol: number;
  #seq = 0;

  constructor(person: HttpPerson, options: RawOptions = {}) {
    this.#person = person;
    this.#client = options.client ?? `raw-${crypto.randomUUID().slice(0, 18)}`;
    this.#isViewer = options.viewer === true;
    this.#protocol = options.protocol ?? protocolVersion;
    this.socket = io(person.url + (this.#isViewer ? viewerNamespace : boardNamespace), {
      transports: options.transports ?? ['websocket'],
      upgrade: options.upgrade ?? false,
      forceNew: true,
      reconnection: false,
      extraHeaders: { cookie: person.cookie, origin: person.url, ...options.headers },
    });
    this.socket.onAny((...message: unknown[]) => this.received.push(JSON.stringify(message)));
    this.socket.on('connect_error', ({ message }) => (this.failure = message));
    this.socket.on('joined', (message) => (this.joined = message));
    this.socket.on('frame', (message) => this.#onFrame(message));
    this.socket.on('private', (message) => this.#onPrivate(message));
    this.socket.on('refused', (message) => this.refusals.push(message));
    this.socket.on('ended', (message) => (this.ended = message));
    this.socket.on('resync', () => void this.#onResync());
  }

  /** Joins a board and takes its snapshot; where that is not to be, `ended` or `failure` says why. */
  async join(board: string): Promise<this> {
    this.askToJoin(board);
    await until(() => this.joined ?? this.ended ?? this.failure, 'the answer to join');
    if (!this.joined || this.ended) return this;
    await this.#takeSnapshot(board);
    if (!this.#isViewer) await until(() => this.privates.length > 0, 'the first private frame');
    return this;
  }

  /** Says which board it is for, and waits for nothing. */
  askToJoin(board: string): void {
    this.socket.emit('join', { protocol: this.#protocol, board, client: this.#client });
  }

  /** Sends an edit and resolves with its answer, once it is durable. */
  async edit(...ops: Op[]): Promise<EditAnswer> {
    this.#seq += 1;
    return this.send({ seq: this.#seq, ops });
  }

  /** The same under a number of one's own. Rejects where the edit is refused as a whole or the socket is ended, with the code. */
  async send(message: { seq: number; ops: unknown[]; late?: true }): Promise<EditAnswer> {
    const [answered, refused] = [this.answers.length, this.refusals.length];
    this.socket.emit('edit', { client: this.#client, ...message });
    const outcome = await until(
      () =>
        this.answers.slice(answered).find(({ seq, client }) => seq === message.seq && client === this.#client) ??
        this.refusals.slice(refused).find(({ seq }) => seq === message.seq) ??
        this.ended,
      `the answer to edit ${message.seq}`,
    );
    if ('code' in outcome) throw new Error(`edit ${message.seq} was refused: ${outcome.code}`);
    return outcome;
  }

  /** Writes a Socket.IO packet as it stands, past everything a client library would check. */
  write(packet: string | Uint8Array): void {
    this.socket.io.engine.write(packet as string);
  }

  /** Takes nothing from the network until the returned function is called. WebSocket only. */
  stopReading(): () => void {
    const webSocket = (this.socket.io.engine.transport as unknown as { ws: { _socket: Pausable } }).ws;
    const connection = webSocket['_socket'];
    connection.pause();
    return () => connection.resume();
  }

  /** What this person sees: the shared view with the private part over it. */
  seen(): Map<string, BoardRecord> {
    return this.#own.over(this.#shared.model.records());
  }

  /** Whether the shared view has it; quicker than `seen`. */
  isShared(id: string): boolean {
    return this.#shared.model.items().has(id);
  }

  async close(): Promise<void> {
    this.socket.disconnect();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #takeSnapshot(board: string): Promise<void> {
    const answer = await this.#person.get(`/api/boards/${board}/snapshot`);
    this.received.push(answer.text);
    const snapshot: Snapshot = answer.json;
    this.#noteCases(snapshot.shared);
    this.#shared.begin(snapshot);
  }

  async #onResync(): Promise<void> {
    this.resyncs += 1;
    this.#shared.waitForSnapshot();
    const board = this.joined?.board.id;
    if (board !== undefined) await this.#takeSnapshot(board);
  }

  #onFrame(frame: Frame): void {
    this.frames.push(frame);
    this.#noteCases(frame.patch);
    for (const pointer of frame.pointers ?? []) this.pointers.set(pointer.n, pointer);
    const moves = frame.moves ?? [];
    for (let at = 0; at < moves.length; at += 3) {
      const [n = 0, dx = 0, dy = 0] = moves.slice(at, at + 3);
      const known = this.pointers.get(n);
      if (known) this.pointers.set(n, { ...known, x: known.x + dx, y: known.y + dy });
    }
    for (const n of frame.gone ?? []) this.pointers.delete(n);
    // A frame before the answer to join is of no use: the snapshot, or what follows it, has it too.
    if (this.joined) this.#shared.take(frame);
  }

  #onPrivate(message: PrivateFrame): void {
    this.privates.push(message);
    if (message.reset) this.#own = new ViewModel();
    this.#own.applyPrivate({ own: message.own ?? {}, hide: message.hide ?? [] });
    this.#noteCases(message.own);
    if (message.pointers) this.pointers.clear();
    for (const pointer of message.pointers ?? []) this.pointers.set(pointer.n, pointer);
    this.answers.push(...(message.answers ?? []));
  }

  #noteCases(patch: Patch | undefined): void {
    for (const one of patch?.cases ?? []) this.cases.set(one.id, one);
  }
}

interface Pausable {
  pause(): void;
  resume(): void;
}

/** The shared view of one client: a snapshot, and the frames after it in their order. */
class SharedFollower {
  model = new ViewModel();
  #at: number | null = null;
  #early: Frame[] = [];

  begin(snapshot: Snapshot): void {
    this.model = new ViewModel();
    this.model.apply(snapshot.shared);
    this.#at = snapshot.viewSeq;
    for (const frame of this.#early.splice(0)) this.take(frame);
  }

  waitForSnapshot(): void {
    this.#at = null;
    this.#early = [];
  }

  take(frame: Frame): void {
    if (this.#at === null) this.#early.push(frame);
    else if (frame.seq !== undefined && frame.seq > this.#at) {
      if (frame.seq !== this.#at + 1) throw new Error(`frame ${frame.seq} came after ${this.#at}`);
      this.#at = frame.seq;
      this.model.apply(frame.patch ?? {});
    }
  }
}

/** Waits for something to become true; fails after twenty seconds, naming what did not come. */
export async function until<T>(look: () => T | null | undefined | false, what: string): Promise<T> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > deadline) throw new Error(`did not come: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
