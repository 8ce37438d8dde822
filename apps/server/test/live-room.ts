import { createBoardState, foundBoard, whatHolds } from '@bridgeboard/domain';
import { checkRecord, serializedSchema } from '@bridgeboard/domain/schema-check';
import type {
  BoardRecord,
  EditMessage,
  ErrorCode,
  JoinMessage,
  JournalEntry,
  Op,
  SchoolBrief,
  ServerToClientEvents,
} from '@bridgeboard/protocol';
import { StorageUnavailable } from '@bridgeboard/storage';
import { openMemoryStorage } from '@bridgeboard/storage/memory';

import { pastIn } from '../src/rooms/board-past.ts';
import type { FanOut } from '../src/rooms/fan-out.ts';
import type { Person } from '../src/rooms/live-board.ts';
import { loadBoard } from '../src/rooms/load-board.ts';
import { Room } from '../src/rooms/room.ts';

const school = (id: string, place: string, mark: 'a' | 'b'): SchoolBrief => ({
  id,
  name: place,
  shortName: place,
  place,
  country: 'GB',
  timeZone: 'UTC',
  mark,
});
const schools = [school('north', 'Leeds', 'a'), school('south', 'Kano', 'b')];

export const reed: Person = { id: 'reed', name: 'Ms Reed', role: 'staff', school: 'north' };
export const bello: Person = { id: 'bello', name: 'Mr Bello', role: 'staff', school: 'south' };
export const oliver: Person = { id: 'oliver', name: 'Oliver', role: 'pupil', school: 'north' };
export const zainab: Person = { id: 'zainab', name: 'Zainab', role: 'pupil', school: 'north' };
export const aisha: Person = { id: 'aisha', name: 'Aisha', role: 'pupil', school: 'south' };

/** One message as it left the room: to a view or to one session. */
export interface Sent {
  readonly to: string;
  readonly event: keyof ServerToClientEvents | 'end';
  readonly payload: unknown;
}

/** Writes down what a room says, instead of carrying it. */
class Notebook implements FanOut {
  readonly sent: Sent[] = [];

  toView: FanOut['toView'] = (to, { full }) => {
    this.sent.push({ to: to.view, event: 'frame', payload: structuredClone(full) });
  };

  toSession: FanOut['toSession'] = (session, event, payload) => {
    this.sent.push({ to: session, event, payload: structuredClone(payload) });
  };

  end: FanOut['end'] = (session, reason) => {
    this.sent.push({ to: session, event: 'end', payload: reason });
  };
}

/** How the journal behaves from now on: keeps, refuses before it kept, or refuses after it kept (nobody can tell). */
export type JournalMood = 'keeps' | 'refuses' | 'keeps and refuses';

/** A real room over a real journal in memory, with a clock that stands still and a notebook for sockets. */
export class LiveRoom {
  readonly room: Room;
  readonly #notebook: Notebook;
  readonly #weather: { now: number; mood: JournalMood; gate: Promise<void> | null };
  readonly #seqs = new Map<string, number>();
  readonly appended: number[];

  private constructor(parts: {
    room: Room;
    notebook: Notebook;
    weather: { now: number; mood: JournalMood; gate: Promise<void> | null };
    appended: number[];
  }) {
    this.room = parts.room;
    this.#notebook = parts.notebook;
    this.#weather = parts.weather;
    this.appended = parts.appended;
  }

  static async open(): Promise<LiveRoom> {
    const { journal } = await openMemoryStorage();
    const notebook = new Notebook();
    const weather: { now: number; mood: JournalMood; gate: Promise<void> | null } = {
      now: 1_000_000,
      mood: 'keeps',
      gate: null,
    };
    const appended: number[] = [];
    const empty = createBoardState({ board: 'board', schools: ['north', 'south'], epoch: 'epoch' });
    await journal.append([foundBoard(empty, { now: weather.now, pageName: '1' })]);
    const load = (): ReturnType<typeof loadBoard> =>
      loadBoard(journal, { board: 'board', schools: ['north', 'south'] });
    let ids = 0;
    const room = new Room(
      {
        board: { id: 'board', title: 'Rain', schools },
        load,
        charter: whatHolds([]),
        uploadsOf: async () => new Map(),
        finderOf: async () => () => [],
        trustOf: async () => ({}),
        past: pastIn(journal),
        append: async (entries: readonly JournalEntry[]) => {
          await weather.gate;
          appended.push(entries.length);
          if (weather.mood === 'refuses') throw new StorageUnavailable('DB_DOWN', null);
          await journal.append(entries);
          if (weather.mood === 'keeps and refuses') throw new StorageUnavailable('DB_DOWN', null);
        },
        checkOwner: async () => undefined,
        onKept: () => undefined,
        fanOut: notebook,
        now: () => weather.now,
        newId: () => `id-${(ids += 1)}`,
        random: () => 0.5,
        check: checkRecord,
        schema: serializedSchema,
        onFault: (reason) => {
          throw reason;
        },
        isPaced: false,
        refusal: (code: ErrorCode) => ({ code, message: code, retryable: false, requestId: 'r' }),
      },
      await load(),
      new Map(),
    );
    return new LiveRoom({ room, notebook, weather, appended });
  }

  get now(): number {
    return this.#weather.now;
  }

  /** Lets time pass, then ticks. */
  wait(ms: number): void {
    this.#weather.now += ms;
    this.room.tick();
  }

  set mood(mood: JournalMood) {
    this.#weather.mood = mood;
  }

  /** Holds every append until the returned function is called. */
  holdAppends(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#weather.gate = promise;
    return resolve;
  }

  /** Joins as a person; the session's id is the person's with a number. */
  async join(person: Person, resume?: JoinMessage['resume']): Promise<string> {
    const id = `${person.id}-${this.#count(`session ${person.id}`)}`;
    const message = { protocol: 2, board: 'board', client: `${person.id}-browser-000` };
    await this.room.join({ id, person }, resume ? { ...message, resume } : message);
    return id;
  }

  /** The next edit of this person's browser. */
  edit(person: Person, ...ops: readonly Op[]): ReturnType<Room['edit']> {
    return this.room.edit(person, this.message(person, ...ops));
  }

  message(person: Person, ...ops: readonly Op[]): EditMessage {
    return { client: `${person.id}-browser-000`, seq: this.#count(person.id), ops: [...ops] };
  }

  /** What was said since this was asked last, to this receiver or to all. */
  heard(to?: string): Sent[] {
    const all = this.#notebook.sent.splice(0);
    return to === undefined ? all : all.filter((one) => one.to === to);
  }

  /** Ids of what this person sees. */
  seenBy(person: Person): string[] {
    return [...this.room.reader.viewFor(person).keys()].filter((id) => id.startsWith('shape:'));
  }

  #count(name: string): number {
    const next = (this.#seqs.get(name) ?? 0) + 1;
    this.#seqs.set(name, next);
    return next;
  }
}

/** An operation that puts this record on the board. */
export function put(record: BoardRecord): Op {
  return { op: 'create', record: { ...record } };
}
