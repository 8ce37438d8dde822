import { whatHolds, type EntryLimit, type TrustLevels, type Viewer } from '@bridgeboard/domain';
import { checkRecord, serializedSchema } from '@bridgeboard/domain/schema-check';
import { errorRules, type EditMessage, type ErrorCode, type Refused } from '@bridgeboard/protocol';

import { Outboxes } from '../../../../../apps/server/src/realtime/outbox/outboxes.ts';
import { outboxLimits } from '../../../../../apps/server/src/realtime/outbox/outbox-limits.ts';
import type { FanOut } from '../../../../../apps/server/src/rooms/fan-out.ts';
import type { Person } from '../../../../../apps/server/src/rooms/live-board.ts';
import { RoomRegistry } from '../../../../../apps/server/src/rooms/room-registry.ts';
import type { Room } from '../../../../../apps/server/src/rooms/room.ts';
import { findGloop } from '../../engine/gates.ts';
import { board, schools } from '../cast.ts';
import type { Connection } from '../network/connection.ts';
import type { HttpAnswer } from '../network/http-call.ts';
import type { VirtualTime } from '../virtual-time.ts';
import type { CrashStore } from './crash-store.ts';
import { ServerPages, type Drawn } from './server-pages.ts';
import { ServerSocket } from './server-socket.ts';
import { uploadedBy } from './uploaded-pictures.ts';

/** Something the server said, before it travels: encoded once for everybody it is for. */
export interface Said {
  readonly to: readonly ServerSocket[];
  /** For whom it may hold what: a shared view, or one person's own. */
  readonly viewer: Viewer;
  readonly event: string;
  readonly payload: unknown;
  readonly text: string;
}

interface ProcessParts {
  readonly time: VirtualTime;
  readonly store: CrashStore;
  readonly newId: () => string;
  readonly random: () => number;
  /** Acts wait for the tick, as in the product, or are taken at once. */
  readonly isPaced: boolean;
  readonly mayOpen: (person: Person) => boolean;
  readonly trustOf: (pupil: string) => TrustLevels;
  readonly onSaid: (said: Said) => void;
  readonly onEdit: (socket: ServerSocket, message: EditMessage) => void;
  readonly onDrawn: (drawn: Drawn) => void;
  readonly onError: (what: string, reason: unknown) => void;
  readonly onDeath: () => void;
}

/** Smaller than the product's, so that a few messages make a slow reader. */
const outboxesHere = {
  ...outboxLimits,
  still: { ...outboxLimits.still, packets: 6 },
  paused: { ...outboxLimits.paused, packets: 14 },
};

/** Much smaller than the product's: much of what people do is kept in parts (P32). */
const entryLimit: EntryLimit = { bytes: 1_200, unweighedSteps: 0 };

/** One run of the server: the real rooms over the store, from its start to its end, however that comes. */
export class ServerProcess {
  readonly rooms: RoomRegistry;
  readonly pages: ServerPages;
  readonly #parts: ProcessParts;
  readonly #sockets = new Map<string, ServerSocket>();
  readonly #outboxes = new Outboxes(outboxesHere);
  readonly #mourners = new Set<() => void>();
  #isAlive = true;
  #room: Room | null = null;

  constructor(parts: ProcessParts) {
    this.#parts = parts;
    const { store, time } = parts;
    const { catalogue, directory } = store.storage;
    const user = { isAlive: () => this.#isAlive, die: () => this.die() };
    this.rooms = new RoomRegistry({
      journal: store.journalFor(user),
      catalogue,
      directory,
      charterOf: async () => whatHolds(schools.map(({ id, timeZone, rules }) => ({ school: id, timeZone, rules }))),
      settle: (known) => Promise.resolve(known),
      fanOut: this.#fanOut(),
      uploadsOf: async ({ person, ids }) => uploadedBy(person, ids),
      finderOf: async () => findGloop,
      trustOf: async ({ id }) => parts.trustOf(id),
      onPutAway: () => undefined,
      onQueue: (...about) => this.pages.onQueue(...about),
      onAudited: () => undefined,
      now: () => time.now(),
      newId: parts.newId,
      random: parts.random,
      records: () => Promise.resolve({ check: checkRecord, schema: serializedSchema }),
      refusal: (code) => this.#refusal(code),
      onError: parts.onError,
      isPaced: parts.isPaced,
      entryLimit,
    });
    const { onDrawn, onError } = parts;
    this.pages = new ServerPages({
      storage: store.storage,
      boards: this.rooms,
      now: () => time.now(),
      onDrawn,
      onError,
    });
    this.pages.catchUp().catch((reason: unknown) => onError('queue index', reason));
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** The room as it stands in memory, if it is open. */
  get room(): Room | null {
    return this.#isAlive && this.#room && this.rooms.peek(board.id) === this.#room.reader ? this.#room : null;
  }

  get sockets(): Iterable<ServerSocket> {
    return this.#sockets.values();
  }

  /** Opens the board, as the first who asks for it does. */
  async open(): Promise<Room> {
    this.#room = await this.rooms.room(board.id);
    return this.#room;
  }

  accept(connection: Connection, person: Person): void {
    const { mayOpen, onEdit, onError, newId } = this.#parts;
    const socket = new ServerSocket({
      person,
      connection,
      outboxes: this.#outboxes,
      openRoom: () => this.open(),
      isAlive: () => this.#isAlive,
      mayOpen,
      newId,
      onEdit,
      onError,
      say: (to, event, payload) => this.#say([to], { viewer: to.viewer, event, payload }),
      onClosed: (closed) => this.#sockets.delete(closed.id),
    });
    this.#sockets.set(socket.id, socket);
    connection.serve(socket);
  }

  /** One HTTP request of this person about the board. Rejects where the process dies over it. */
  request(person: Person, answer: (room: Room) => Promise<unknown>): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const die = (): void => reject(new Error('the server is gone'));
      if (!this.#isAlive) return die();
      this.#mourners.add(die);
      return void this.#answer(person, answer)
        .then(resolve)
        .catch(die)
        .finally(() => this.#mourners.delete(die));
    });
  }

  tick(): void {
    if (this.#isAlive) this.rooms.tick();
  }

  /** Looks at what waits for slow readers; called on a timer. */
  beat(): void {
    if (this.#isAlive) this.#outboxes.beat(this.#parts.time.now());
  }

  /** The process is gone at once, with everything that was not in the store. */
  die(): void {
    if (!this.#isAlive) return;
    this.#isAlive = false;
    for (const mourn of this.#mourners) mourn();
    for (const { connection } of this.#sockets.values()) connection.serverDied();
    this.#parts.onDeath();
  }

  async #answer(person: Person, answer: (room: Room) => Promise<unknown>): Promise<HttpAnswer> {
    if (!this.#parts.mayOpen(person)) return refusalOver('NOT_FOUND');
    try {
      const said = await answer(await this.open());
      return { status: 200, text: typeof said === 'string' ? said : JSON.stringify(said ?? null) };
    } catch (reason) {
      this.#parts.onError('request', reason);
      return refusalOver('DB_DOWN');
    }
  }

  #fanOut(): FanOut {
    return {
      toView: ({ view }, { full, still }) => {
        const readers = [...this.#sockets.values()].filter((socket) => socket.view === view);
        const viewer = viewerNamed(view);
        const sayFrame = (flow: ServerSocket['flow'], payload: unknown): void => {
          const to = readers.filter((socket) => socket.flow === flow);
          if (to.length > 0) this.#say(to, { viewer, event: 'frame', payload });
        };
        sayFrame('all', full);
        if (still) sayFrame('still', still);
      },
      toSession: (session, event, payload) => {
        const socket = this.#sockets.get(session);
        if (socket) this.#say([socket], { viewer: socket.viewer, event, payload });
      },
      end: (session, reason) => this.#sockets.get(session)?.endWith(reason),
    };
  }

  #say(to: readonly ServerSocket[], about: Pick<Said, 'viewer' | 'event' | 'payload'>): void {
    if (!this.#isAlive) return;
    const said = { ...about, to, text: JSON.stringify([about.event, about.payload]) };
    this.#parts.onSaid(said);
    for (const { connection } of to) connection.fromServer(said.text);
  }

  #refusal(code: ErrorCode): Refused {
    return { code, message: code, retryable: errorRules[code].retryable, requestId: this.#parts.newId() };
  }
}

function refusalOver(code: ErrorCode): HttpAnswer {
  const { status, retryable } = errorRules[code];
  return { status, text: JSON.stringify({ code, message: code, retryable, requestId: 'request' }) };
}

function viewerNamed(view: string): Viewer {
  const [kind, school = ''] = view.split(':');
  if (kind === 'staff' || kind === 'pupils') return { kind, school };
  return { kind: 'guests' };
}
