import {
  areCursorsOff,
  authorKey,
  clientKey,
  isOutOfSight,
  lostPages,
  modeTowards,
  rulesOf,
  standingOf,
  viewerKey,
  type BoardState,
  type OpensAt,
} from '@bridgeboard/domain';
import type {
  Author,
  ErrorCode,
  Frame,
  JoinMessage,
  Joined,
  MoveMessage,
  PresenceMessage,
  Refused,
  SchoolBrief,
  ViewerJoinMessage,
} from '@bridgeboard/protocol';

import { actingPerson } from './acting-person.ts';
import type { FanOut } from './fan-out.ts';
import type { Person } from './live-board.ts';
import type { PeopleNames } from './people-names.ts';
import { Presence } from './presence.ts';
import { RoomSession, sharedViewerOf, type Coming } from './room-session.ts';
import type { RoomGuests } from './room-guests.ts';
import type { RoomViews } from './room-views.ts';
import type { Dirty, SharedView } from './shared-view.ts';

interface Deps {
  readonly board: { id: string; title: string; schools: readonly SchoolBrief[] };
  readonly state: () => BoardState;
  readonly opensAt: OpensAt;
  readonly guests: RoomGuests;
  readonly views: RoomViews;
  readonly names: PeopleNames;
  readonly fanOut: FanOut;
  readonly now: () => number;
  readonly newId: () => string;
  readonly refusal: (code: ErrorCode) => Refused;
}

/** Where a browser says it stands, if it has been here before. */
type Resume = JoinMessage['resume'];

/** Who is at a board right now: sessions that take part, and viewers that only look on. */
export class RoomSessions {
  readonly #deps: Deps;
  readonly #sessions = new Map<string, RoomSession>();
  readonly #viewers = new Map<string, SharedView>();
  /** Everybody of both kinds as they came, whatever role they have here. */
  readonly #came = new Map<string, Person>();
  readonly #presence: Presence;
  #isOver = false;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#presence = new Presence({
      modeFor: (viewer, school) => modeTowards(deps.state(), viewer, school),
      areOff: () => areCursorsOff(deps.state()),
      isOut: (school) => isOutOfSight(deps.state(), school),
    });
  }

  get size(): number {
    return this.#sessions.size;
  }

  get isEmpty(): boolean {
    return this.#sessions.size === 0 && this.#viewers.size === 0;
  }

  get(id: string): RoomSession | undefined {
    return this.#sessions.get(id);
  }

  /** Ids of everything that this person has open here, to take part or to look on. */
  idsOf(person: string): string[] {
    return [...this.#came].flatMap(([id, came]) => (came.id === person ? [id] : []));
  }

  all(): Iterable<RoomSession> {
    return this.#sessions.values();
  }

  /** Whether staff of a school take part right now. */
  hasStaffOf(school: string): boolean {
    return [...this.#sessions.values()].some(({ person }) => person.role === 'staff' && person.school === school);
  }

  /** Lets somebody in: where this browser stands and how it catches up, then everything that is its own. */
  join(who: Coming, message: JoinMessage): Joined | null {
    const { fanOut, newId } = this.#deps;
    const state = this.#deps.state();
    const person = actingPerson(state, who.person);
    if (!person || this.#isOver) return this.#turnAway(who.id);
    const session = new RoomSession({ ...message, ...who, person, cursor: newId() });
    const view = this.#deps.views.of(session.viewer);
    this.#sessions.set(session.id, session);
    this.#came.set(session.id, who.person);
    this.#presence.enter(session, authorKey(state, who.person.id));
    const takenSeq = state.clients.get(clientKey(who.person.id, message.client))?.seq ?? 0;
    const caughtUp = this.#catchUp(view, message.resume);
    const joined = { ...this.#place(who.person, view), ...caughtUp.place, cursor: session.cursor, takenSeq };
    fanOut.toSession(session.id, 'joined', joined);
    this.#sendFrames(session.id, caughtUp.frames);
    this.#sendFirst(session);
    return joined;
  }

  /** Lets somebody look on: the same view without pointers and without anything of their own. */
  look(who: { id: string; person: Person }, message: ViewerJoinMessage): Joined | null {
    const person = actingPerson(this.#deps.state(), who.person);
    if (!person || this.#isOver) return this.#turnAway(who.id);
    const view = this.#deps.views.of(sharedViewerOf(person));
    this.#viewers.set(who.id, view);
    this.#came.set(who.id, who.person);
    const caughtUp = this.#catchUp(view, message.resume);
    const joined = { ...this.#place(who.person, view), ...caughtUp.place, cursor: '', takenSeq: 0 };
    this.#deps.fanOut.toSession(who.id, 'joined', joined);
    this.#sendFrames(who.id, caughtUp.frames);
    return joined;
  }

  /** Sends everybody away for good, and whoever still comes in: somebody else goes on with this board. */
  endAll(codeFor: (person: Person) => ErrorCode): void {
    this.#isOver = true;
    for (const [id, person] of this.#came) this.#turnAway(id, codeFor(person));
  }

  /** Takes somebody out; unknown ids are nobody's. */
  leave(id: string): void {
    this.#viewers.delete(id);
    this.#came.delete(id);
    const session = this.#sessions.get(id);
    if (session) this.#presence.leave(session);
    this.#sessions.delete(id);
  }

  point(id: string, message: PresenceMessage): void {
    const session = this.#sessions.get(id);
    // A page that is none would be 21 letters of the sender's own choosing on another school's screens.
    const isPage = this.#deps.state().slots.get(message.page)?.base?.typeName === 'page';
    if (!session) return;
    if (isPage) this.#presence.place(session, message, this.#deps.now());
    else this.#presence.lose(session);
  }

  move(id: string, message: MoveMessage): void {
    const session = this.#sessions.get(id);
    if (session) this.#presence.move(session, message);
  }

  /** A session's hand is at work: a pointer would draw what others may not see. */
  work(id: string): void {
    const session = this.#sessions.get(id);
    if (session) this.#presence.work(session, this.#deps.now());
  }

  /** A reader too slow for the board is sent nothing until it has caught up. */
  pause(id: string): void {
    const session = this.#sessions.get(id);
    if (session) session.paused = true;
  }

  /** It has caught up: the view and the own part begin anew for it. */
  resume(id: string): void {
    const session = this.#sessions.get(id);
    if (session) session.paused = false;
    this.#restart(id);
  }

  /** It missed some moves of pointers only. */
  refreshPointers(id: string): void {
    const session = this.#sessions.get(id);
    if (!session || session.paused) return;
    const frame = session.pointersFrame(this.#presence.table(session.view));
    if (frame) this.#deps.fanOut.toSession(id, 'private', frame);
  }

  /** One tick: a frame for each view, then what concerns single sessions. */
  tell(dirty: Dirty): void {
    const state = this.#deps.state();
    if (dirty.standings) this.#endWhoChanged(state);
    const watched = new Set([...this.#sessions.values()].map(({ view }) => view));
    for (const view of this.#viewers.values()) watched.add(view.key);
    // Also of views that began anew since: what was told of a pointer may be about what is gone.
    this.#presence.forgetAllBut(watched);
    this.#deps.views.flush(dirty, { watched, presence: this.#presence });
    const lost = touchesPages(dirty) ? lostPages(state, dirty.now) : null;
    for (const session of this.#sessions.values()) {
      if (session.paused) continue;
      const { id } = session.person;
      const you = dirty.standings ? standingOf(state, id) : null;
      const frame = session.nextFrame(state, dirty, { you, lost: lost && (lost.get(id) ?? []) });
      if (frame) this.#deps.fanOut.toSession(session.id, 'private', frame);
    }
  }

  /** Every view begins a new run, and everybody fetches it: what was sent before no longer counts. */
  restartAll(): void {
    this.#deps.views.restart();
    for (const id of [...this.#sessions.keys(), ...this.#viewers.keys()]) this.#restart(id);
  }

  #restart(id: string): void {
    const session = this.#sessions.get(id);
    if (session?.paused) return;
    const viewer = session?.viewer ?? this.#viewers.get(id)?.viewer;
    if (!viewer) return;
    const view = this.#deps.views.of(viewer);
    if (this.#viewers.has(id)) this.#viewers.set(id, view);
    const caughtUp = this.#catchUp(view, undefined);
    const { viewRun, viewSeq } = caughtUp.place;
    this.#deps.fanOut.toSession(id, 'resync', { epoch: this.#deps.state().epoch, viewRun, viewSeq });
    this.#sendFrames(id, caughtUp.frames);
    if (session) this.#sendFirst(session);
  }

  /**
   * Who has left the board is sent away; whose role is another now has to come in anew, because the view they look at is no
   * longer theirs.
   */
  #endWhoChanged(state: BoardState): void {
    for (const [id, person] of this.#came) {
      const acting = actingPerson(state, person);
      const viewer = this.#sessions.get(id)?.viewer ?? this.#viewers.get(id)?.viewer;
      if (!acting) this.#turnAway(id);
      else if (viewer && viewerKey(sharedViewerOf(acting)) !== viewerKey(viewer)) {
        this.#deps.fanOut.end(id, this.#deps.refusal('BUSY'));
      }
    }
  }

  #turnAway(id: string, code: ErrorCode = this.#isOver ? 'SERVER_RESTARTING' : 'FORBIDDEN'): null {
    this.#deps.fanOut.end(id, this.#deps.refusal(code));
    return null;
  }

  #sendFrames(id: string, frames: readonly Frame[]): void {
    for (const frame of frames) this.#deps.fanOut.toSession(id, 'frame', frame);
  }

  #sendFirst(session: RoomSession): void {
    const state = this.#deps.state();
    const pointers = this.#presence.table(session.view);
    const { id } = session.person;
    const now = this.#deps.now();
    const besides = { pointers, you: standingOf(state, id), lost: lostPages(state, now).get(id) ?? [] };
    this.#deps.fanOut.toSession(session.id, 'private', session.firstFrame(state, now, besides));
  }

  /** What brings somebody up to date (P29): missed frames, nothing, or a snapshot and the frames after it. */
  #catchUp(
    view: SharedView,
    resume: Resume,
  ): {
    place: Pick<Joined, 'epoch' | 'restoredTo' | 'viewRun' | 'viewSeq' | 'resume' | 'pens' | 'rules'>;
    frames: Frame[];
  } {
    const { epoch, restoredTo } = this.#deps.state();
    const restored = restoredTo === null ? {} : { restoredTo };
    const place = { epoch, ...restored, viewRun: view.run, viewSeq: view.seq };
    if (resume?.epoch === epoch) {
      const missed = view.frameSince(resume);
      if (missed) return { place: { ...place, resume: 'frames' }, frames: missed };
      if (resume.check !== undefined && resume.check === view.digest()) {
        const rules = rulesOf(this.#deps.state(), this.#deps.opensAt, this.#deps.guests.names());
        return { place: { ...place, resume: 'unchanged', pens: view.pens, rules }, frames: [] };
      }
    }
    const viewSeq = view.snapshotSeq(this.#deps.now());
    return { place: { ...place, viewSeq, resume: 'snapshot' }, frames: view.framesAfter(viewSeq) };
  }

  #place(person: Person, view: SharedView): Pick<Joined, 'board' | 'you'> {
    const { board, names } = this.#deps;
    const you: Author = names.author(person.id, view.viewer) ?? {
      key: '',
      label: person.name,
      school: person.school,
      role: person.role,
    };
    return { board: { ...board, schools: [...board.schools] }, you };
  }
}

/** Whether a page may have come or gone, and with it somebody's work. */
function touchesPages({ records }: Dirty): boolean {
  for (const id of records) if (id.startsWith('page:')) return true;
  return false;
}
