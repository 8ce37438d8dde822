import {
  authorKey,
  clientKey,
  decideCase,
  decideEdit,
  hideRecord,
  joinBoard,
  takeTouched,
  undoDecision,
  withDependents,
  type ActOutcome,
  type BoardState,
  type EditInput,
} from '@bridgeboard/domain';
import type {
  Author,
  EditAnswer,
  EditMessage,
  ErrorCode,
  JournalEntry,
  JoinMessage,
  Joined,
  OpRefusal,
  PresenceMessage,
  Refused,
  SchoolBrief,
} from '@bridgeboard/protocol';

import type { BoardActs } from './board-acts.ts';
import { CommitQueue } from './commit-queue.ts';
import type { FanOut } from './fan-out.ts';
import type { EditResult, LiveBoard, Person, Refusal } from './live-board.ts';
import { PeopleNames } from './people-names.ts';
import { Presence } from './presence.ts';
import { RoomReader } from './room-reader.ts';
import { RoomSession } from './room-session.ts';
import { RoomViews } from './room-views.ts';

/** What a room needs of the world around it. */
export interface RoomDeps {
  readonly board: { id: string; title: string; schools: readonly SchoolBrief[] };
  readonly load: () => Promise<BoardState>;
  readonly append: (entries: readonly JournalEntry[]) => Promise<void>;
  readonly onKept: (state: BoardState, entries: readonly JournalEntry[]) => void;
  readonly fanOut: FanOut;
  readonly now: () => number;
  readonly newId: () => string;
  /** 0 ≤ random < 1. */
  readonly random: () => number;
  readonly check: EditInput['check'];
  readonly schema: unknown;
  readonly refusal: (code: ErrorCode) => Refused;
}

/** A live board: authorise → gate → hold → apply → keep → answer → fan out, in this order for every edit (D1). */
export class Room implements BoardActs {
  readonly id: string;
  readonly reader: LiveBoard;
  #state: BoardState;
  readonly #deps: RoomDeps;
  readonly #names: PeopleNames;
  readonly #queue: CommitQueue;
  readonly #sessions = new Map<string, RoomSession>();
  readonly #views: RoomViews;
  readonly #presence = new Presence();
  #emptySince: number;

  constructor(deps: RoomDeps, state: BoardState, names: ReadonlyMap<string, string>) {
    this.id = deps.board.id;
    this.#deps = deps;
    this.#state = state;
    this.#emptySince = deps.now();
    this.#names = new PeopleNames({ state: () => this.#state, schools: deps.board.schools });
    for (const [person, name] of names) this.#names.learn(person, name);
    this.#views = new RoomViews({ ...deps, state: () => this.#state, names: this.#names });
    this.#queue = new CommitQueue({
      state: () => this.#state,
      append: deps.append,
      onKept: (entries) => deps.onKept(this.#state, entries),
      reload: () => this.#reload(),
    });
    this.reader = new RoomReader({ ...deps, room: this, views: this.#views, state: () => this.#state });
  }

  /** Decides an edit, keeps it, and only then answers; the tick that follows lets others see what is theirs to see. */
  async edit(by: Person, message: EditMessage): Promise<EditResult> {
    await this.#becomeMember(by);
    const outcome = await this.#queue.submit((draft) => {
      const { now, newId, check } = this.#deps;
      const decided = decideEdit(draft, { ...message, actor: actorOf(by), now: now(), newId, check });
      return { entry: decided.kind === 'entry' ? decided.entry : null, answer: decided };
    });
    if (outcome.kind === 'resend') return { resendFrom: outcome.from };
    const whose = outcome.kind === 'entry' ? outcome.whose : new Map<number, string>();
    const refused = outcome.refused.map((refusal) => this.#withOwner(refusal, whose.get(refusal.op), by));
    const answer: EditAnswer = { client: message.client, seq: message.seq };
    if (refused.length > 0) answer.refused = refused;
    return { answer };
  }

  decide(act: Parameters<BoardActs['decide']>[0]): Promise<Refusal | null> {
    return this.#act((draft) => decideCase(draft, { ...act, actor: actorOf(act.by), now: this.#deps.now() }));
  }

  undoDecision(act: { by: Person; case: string }): Promise<Refusal | null> {
    return this.#act((draft) => undoDecision(draft, { ...act, actor: actorOf(act.by), now: this.#deps.now() }));
  }

  hide(act: { by: Person; record: string; hidden: boolean }): Promise<Refusal | null> {
    return this.#act((draft) => hideRecord(draft, { ...act, actor: actorOf(act.by), now: this.#deps.now() }));
  }

  /** Begins a session: membership first, then where this browser stands and how it catches up. */
  async join(session: { id: string; person: Person }, message: JoinMessage): Promise<Joined> {
    await this.#becomeMember(session.person);
    const joining = new RoomSession({ ...session, client: message.client, cursor: this.#deps.newId() });
    const view = this.#views.of(joining.viewer);
    const missed = message.resume?.epoch === this.#state.epoch ? view.framesAfter(message.resume) : null;
    this.#sessions.set(joining.id, joining);
    this.#presence.enter(joining, authorKey(this.#state, session.person.id));
    this.#presence.refresh(view.key);
    const you = this.#names.author(session.person.id, joining.viewer) ?? unknownAuthor(session.person);
    const joined: Joined = {
      board: { ...this.#deps.board, schools: [...this.#deps.board.schools] },
      you,
      cursor: joining.cursor,
      epoch: this.#state.epoch,
      viewRun: view.run,
      viewSeq: view.seq,
      resume: missed ? 'frames' : 'snapshot',
      takenSeq: this.#state.clients.get(clientKey(session.person.id, message.client))?.seq ?? 0,
    };
    this.#deps.fanOut.toSession(joining.id, 'joined', joined);
    for (const frame of missed ?? []) this.#deps.fanOut.toSession(joining.id, 'frame', frame);
    this.#deps.fanOut.toSession(joining.id, 'private', joining.firstFrame(this.#state, this.#deps.now()));
    return joined;
  }

  move(sessionId: string, message: PresenceMessage): void {
    const session = this.#sessions.get(sessionId);
    // A page that is none would be 21 letters of the sender's own choosing on another school's screens.
    const isPage = this.#state.slots.get(message.page)?.base?.typeName === 'page';
    if (session && isPage) this.#presence.move(session, message, this.#deps.now());
  }

  leave(sessionId: string): void {
    const session = this.#sessions.get(sessionId);
    if (!session) return;
    this.#sessions.delete(sessionId);
    this.#presence.leave(session);
    if (this.#sessions.size === 0) this.#emptySince = this.#deps.now();
  }

  /** Hands an answer to the session that asked; it leaves with the next tick. */
  answer(sessionId: string, answer: EditAnswer): void {
    this.#sessions.get(sessionId)?.answer(answer);
  }

  sessions(): Iterable<RoomSession> {
    return this.#sessions.values();
  }

  /** Room-wide tick (D4): one frame a shared view, then what concerns single sessions. Nothing new, nothing sent. */
  tick(): void {
    const now = this.#deps.now();
    const touched = takeTouched(this.#state);
    const records = withDependents(this.#state, touched.records);
    const cases = new Set([...touched.cases, ...this.#views.drawing(), ...this.#casesOn(records)]);
    const dirty = { records, cases, now };
    const watched = new Set([...this.#sessions.values()].map((session) => session.view));
    this.#views.flush(dirty, { watched, presence: this.#presence });
    for (const session of this.#sessions.values()) {
      const frame = session.nextFrame(this.#state, dirty);
      if (frame) this.#deps.fanOut.toSession(session.id, 'private', frame);
    }
  }

  /** Every view begins a new run, and every session fetches it: what was sent before no longer counts. */
  startViewsAnew(): void {
    this.#views.restart();
    for (const session of this.#sessions.values()) {
      const view = this.#views.of(session.viewer);
      const { epoch } = this.#state;
      this.#presence.refresh(view.key);
      this.#deps.fanOut.toSession(session.id, 'resync', { epoch, viewRun: view.run, viewSeq: view.seq });
      this.#deps.fanOut.toSession(session.id, 'private', session.firstFrame(this.#state, this.#deps.now()));
    }
  }

  /** Since when nobody has been here, or null while somebody is. */
  emptySince(): number | null {
    return this.#sessions.size === 0 ? this.#emptySince : null;
  }

  /** Resolves when everything submitted is kept or refused. */
  settled(): Promise<void> {
    return this.#queue.settled();
  }

  get state(): BoardState {
    return this.#state;
  }

  #casesOn(records: ReadonlySet<string>): string[] {
    return [...records].flatMap((id) => this.#state.slots.get(id)?.layers.map((layer) => layer.case) ?? []);
  }

  async #act(decide: (draft: BoardState) => ActOutcome): Promise<Refusal | null> {
    return this.#queue.submit<Refusal | null>((draft) => {
      const outcome = decide(draft);
      return 'entry' in outcome ? { entry: outcome.entry, answer: null } : { entry: null, answer: outcome };
    });
  }

  async #becomeMember(person: Person): Promise<void> {
    this.#names.learn(person.id, person.name);
    if (this.#state.members.get(person.id)) return;
    await this.#queue.submit((draft) => {
      const join = { actor: actorOf(person), now: this.#deps.now(), random: this.#deps.random() };
      return { entry: joinBoard(draft, join), answer: null };
    });
  }

  #withOwner(refusal: OpRefusal, owner: string | undefined, asker: Person): OpRefusal {
    const viewer = asker.role === 'staff' ? ('staff' as const) : ('pupils' as const);
    const whose = owner === undefined ? null : this.#names.author(owner, { kind: viewer, school: asker.school });
    return whose ? { ...refusal, whose } : refusal;
  }

  /** Nobody knows what a failed append left behind: the journal is read again. */
  async #reload(): Promise<void> {
    this.#state = await this.#deps.load();
    this.startViewsAnew();
  }
}

function actorOf(person: Person): { person: string; school: string; role: Person['role'] } {
  return { person: person.id, school: person.school, role: person.role };
}

function unknownAuthor(person: Person): Author {
  return { key: '', label: person.name, school: person.school, role: person.role };
}
