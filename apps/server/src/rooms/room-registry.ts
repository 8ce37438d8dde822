import { createBoardState, foundBoard, type BoardState } from '@bridgeboard/domain';
import { schoolBrief } from '@bridgeboard/protocol';
import type { Board, ErrorCode, JournalEntry, SchoolBrief } from '@bridgeboard/protocol';
import { JournalConflict } from '@bridgeboard/storage';

import { pastIn } from './board-past.ts';
import { Checkpoints } from './checkpoints.ts';
import type { LiveBoard, LiveBoards } from './live-board.ts';
import { ListsFeed } from './lists-feed.ts';
import { loadBoard } from './load-board.ts';
import { peopleOf } from './people-of.ts';
import { PutAwayRecords } from './put-away-records.ts';
import { putAwayIn } from './put-away-in.ts';
import type { RegistryDeps } from './registry-deps.ts';
import { Room } from './room.ts';
import { alignSuspended, suspendOn } from './suspensions.ts';

/** A room that has been empty for so long leaves memory. */
const idleMs = 60_000;

/** Opens each board at most once, ticks it while somebody is there, and closes it when it has been empty for a while. */
export class RoomRegistry implements LiveBoards {
  readonly #deps: RegistryDeps;
  readonly #rooms = new Map<string, Promise<Room>>();
  readonly #open = new Map<string, Room>();
  readonly #checkpoints: Checkpoints;
  /** When somebody last asked for a room: who holds one must not find it closed under an act. */
  readonly #askedAt = new Map<string, number>();
  /** Rooms whose boards somebody else has gone on with. */
  readonly #steppedDown = new WeakSet<Room>();
  readonly #lists: ListsFeed;
  readonly #putAway: PutAwayRecords;

  constructor(deps: RegistryDeps) {
    this.#deps = deps;
    this.#checkpoints = new Checkpoints(deps);
    this.#lists = new ListsFeed(deps);
    this.#putAway = new PutAwayRecords({ ...deps, live: (id) => this.#open.get(id)?.state ?? null });
  }

  async found(board: { id: string; schools: readonly string[] }): Promise<void> {
    const state = createBoardState({ board: board.id, schools: board.schools, epoch: this.#deps.newId() });
    await this.#deps.journal.append([foundBoard(state, { now: this.#deps.now(), pageName: '1' })]);
  }

  async open(id: string): Promise<LiveBoard> {
    return (await this.room(id)).reader;
  }

  /** How many boards are in memory. */
  get size(): number {
    return this.#open.size;
  }

  peek(id: string): LiveBoard | null {
    return this.#open.get(id)?.reader ?? null;
  }

  putAway(id: string): Promise<ReadonlySet<string>> {
    return this.#putAway.of(id);
  }

  /** Erases somebody on a board by `work` on its journal, in the board's room: nobody else may write to it meanwhile. */
  async erase(id: string, person: string, work: () => Promise<void>): Promise<void> {
    await (await this.room(id)).erase(person, work);
  }

  async renewCharter(id: string): Promise<void> {
    const board = this.#rooms.has(id) ? await this.#deps.catalogue.board(id) : null;
    if (!board) return;
    const room = await this.room(id);
    await room.charter.holdTo(await this.#deps.charterOf(board));
  }

  /** The room itself, for the gateway. Rejects when the board is unknown or its journal cannot be read. */
  room(id: string): Promise<Room> {
    this.#askedAt.set(id, this.#deps.now());
    const known = this.#rooms.get(id);
    if (known) return known;
    const opening = this.#load(id);
    this.#hold(id, opening);
    return opening;
  }

  #hold(id: string, opening: Promise<Room>): void {
    this.#rooms.set(id, opening);
    opening.then(
      (room) => {
        this.#open.set(id, room);
        // What the charter became while nobody had the board open.
        room.charter.align().catch((reason: unknown) => this.#deps.onError('charter', reason));
      },
      // A board that failed to load is tried again by whoever asks next.
      () => this.#rooms.delete(id),
    );
  }

  /**
   * Reads a board again that is in memory, its facts too. What is on its way is kept first; sessions come in again, and those of
   * schools that are not on the board any more do not.
   */
  async reopen(id: string): Promise<void> {
    const before = await this.#rooms.get(id)?.catch(() => null);
    if (!before) return;
    const schools = (await this.#deps.catalogue.board(id))?.schools ?? [];
    this.#open.delete(id);
    const again = before.settled().then(() => {
      this.#steppedDown.add(before);
      return this.#load(id);
    });
    this.#hold(id, again);
    before.sessions.endAll(({ school }) => (schools.includes(school) ? 'SERVER_RESTARTING' : 'SCHOOL_LEFT'));
  }

  /** Lets go of a board that is not in the catalogue any more. When this resolves nothing more is written about it. */
  async letGo(id: string): Promise<void> {
    const room = await this.#rooms.get(id)?.catch(() => null);
    if (room) {
      await room.settled();
      this.#stepDown(room, 'NOT_FOUND');
      this.#checkpoints.closed(id);
    }
    this.#askedAt.delete(id);
    this.#lists.settleAll();
  }

  rename(person: string, name: string): void {
    for (const room of this.#open.values()) room.rename(person, name);
  }

  async suspend(person: string, isSuspended: boolean): Promise<void> {
    const boards = [...this.#rooms.keys()].map(async (id) => suspendOn(await this.room(id), person, isSuspended));
    await Promise.all(boards);
  }

  endEverywhere(person: string, code: ErrorCode): void {
    for (const room of this.#open.values()) room.reader.end(person, code);
  }

  /** One tick of every open room; called on a timer. */
  tick(): void {
    for (const [id, room] of this.#open) {
      this.#tickOne(room);
      if (this.#isIdle(id, room)) void this.#close(id, room);
    }
    this.#lists.tick(this.#deps.now());
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map((room) => room.settled()));
    this.#lists.settleAll();
    for (const room of this.#open.values()) {
      this.#tickOne(room);
      room.sessions.endAll(() => 'SERVER_RESTARTING');
    }
    await Promise.all([...this.#open.values()].map((room) => this.#checkpoints.leaving(room.state)));
  }

  /** One board's fault must not keep the others waiting, and a tick that broke off may have told only some of its views. */
  #tickOne(room: Room): void {
    try {
      room.tick();
    } catch (reason) {
      this.#onFault(room, reason);
    }
  }

  #onFault(room: Room | undefined, reason: unknown): void {
    this.#deps.onError('tick', reason);
    room?.startViewsAnew();
  }

  #isIdle(id: string, room: Room): boolean {
    const emptySince = room.emptySince();
    if (emptySince === null) return false;
    return this.#deps.now() - Math.max(emptySince, this.#askedAt.get(id) ?? 0) > idleMs;
  }

  async #close(id: string, room: Room): Promise<void> {
    this.#open.delete(id);
    await room.settled();
    await this.#checkpoints.leaving(room.state);
    if (this.#steppedDown.has(room)) return;
    // Somebody may have come in, or have asked for the room, while this was being kept.
    if (!this.#isIdle(id, room)) this.#open.set(id, room);
    else {
      this.#rooms.delete(id);
      this.#askedAt.delete(id);
      this.#checkpoints.closed(id);
    }
  }

  async #load(id: string): Promise<Room> {
    const found = await this.#deps.catalogue.board(id);
    if (!found) throw new Error('no such board');
    const board = await this.#deps.settle(found);
    const schools = await this.#schoolsOf(board);
    const load = (): Promise<BoardState> => loadBoard(this.#deps.journal, { board: id, schools: board.schools });
    const state = await load();
    const { names, suspended } = await peopleOf(state, { ...this.#deps, guests: board.knownGuests ?? [] });
    const { check, schema } = await this.#deps.records();
    this.#checkpoints.opened(state, schema);
    const room: Room = new Room(
      {
        ...this.#deps,
        check,
        schema,
        board: { id, title: board.title, schools },
        charter: await this.#deps.charterOf(board),
        load: () => this.#readAgain(room, load),
        uploadsOf: (person, ids) => this.#deps.uploadsOf({ board: id, person, ids }),
        past: pastIn(this.#deps.journal),
        append: (entries) => this.#append(room, entries),
        checkOwner: () => this.#checkOwner(room),
        onKept: (current, entries) => this.#onKept(current, entries),
        onFault: (reason) => this.#onFault(this.#open.get(id), reason),
      },
      state,
      names,
    );
    // What their schools did about them while nobody had the board open. Nobody is kept waiting for it: they cannot come in.
    alignSuspended(room, suspended).catch((reason: unknown) => this.#deps.onError('suspended people', reason));
    return room;
  }

  /** What an append kept that was answered as failed is passed on to whatever follows the journal, as all that is kept. */
  async #readAgain(room: Room, load: () => Promise<BoardState>): Promise<BoardState> {
    const known = room.state.seq;
    const state = await load();
    const count = state.seq - known;
    if (count > 0) this.#onKept(state, await this.#deps.journal.read(room.id, known + 1, count));
    return state;
  }

  async #append(room: Room, entries: readonly JournalEntry[]): Promise<void> {
    if (this.#steppedDown.has(room)) throw new JournalConflict('somebody else goes on with this board');
    try {
      await this.#deps.journal.append(entries);
    } catch (error) {
      if (error instanceof JournalConflict) this.#stepDown(room);
      throw error;
    }
  }

  /** A room that was overtaken knows fewer edits than were answered elsewhere, and must not ask a browser to count from there. */
  async #checkOwner(room: Room): Promise<void> {
    const last = await this.#deps.journal.lastSeq(room.id);
    // What this room itself had on its way to the journal is adopted by then.
    await room.settled();
    if (last <= room.state.seq) return;
    this.#stepDown(room);
    throw new JournalConflict('somebody else goes on with this board');
  }

  /** Another process has the board (D3): sessions come in again, with what they have not saved, and find it as it is by then. */
  #stepDown(room: Room, code: ErrorCode = 'SERVER_RESTARTING'): void {
    this.#steppedDown.add(room);
    this.#open.delete(room.id);
    this.#rooms.delete(room.id);
    room.sessions.endAll(() => code);
  }

  async #schoolsOf(board: Board): Promise<SchoolBrief[]> {
    const schools = await Promise.all(board.schools.map((id) => this.#deps.directory.school(id)));
    return schools.filter((school) => school !== null).map((school) => schoolBrief.parse(school));
  }

  #onKept(state: BoardState, entries: readonly JournalEntry[]): void {
    if (entries.some(({ audit }) => audit.length > 0)) this.#deps.onAudited(state.board);
    for (const { pupil, mark } of putAwayIn(state, entries)) this.#deps.onPutAway(pupil, mark);
    this.#lists.after(state, entries);
    this.#checkpoints.after(state);
  }
}
