import {
  acceptRecords,
  casesOn,
  decideCase,
  decideEdit,
  Differences,
  govern,
  hideRecord,
  joinBoard,
  newAssetsIn,
  restorePage,
  rulesOf,
  takeBackAccepted,
  takeTouched,
  undoDecision,
  viewerKey,
  withDependents,
  type ActOutcome,
  type Actor,
  type BoardState,
  type GovernEvent,
} from '@bridgeboard/domain';
import type {
  BoardRules,
  EditAnswer,
  EditMessage,
  JoinMessage,
  Joined,
  OpRefusal,
  ViewerJoinMessage,
} from '@bridgeboard/protocol';

import { actingPerson, actorOf } from './acting-person.ts';
import type { BoardActs } from './board-acts.ts';
import { CommitQueue } from './commit-queue.ts';
import type { EditResult, LiveBoard, Participant, Person, Refusal } from './live-board.ts';
import { PeopleNames } from './people-names.ts';
import { PersonActs } from './person-acts.ts';
import { RoomGuests } from './room-guests.ts';
import type { RoomDeps } from './room-deps.ts';
import { RoomCharter } from './room-charter.ts';
import { RoomReader } from './room-reader.ts';
import { sharedViewerOf, type Coming } from './room-session.ts';
import { RoomSessions } from './room-sessions.ts';
import { RoomViews } from './room-views.ts';
import { tickMsFor, tickSlackMs } from './tick-pace.ts';

type DecideAct<Act> = (draft: BoardState, act: Act & { actor: Actor; now: number }) => ActOutcome;

/** A live board: authorise → gate → hold → apply → keep → answer → fan out, in this order for every edit (D1). */
export class Room implements BoardActs {
  readonly id: string;
  readonly reader: LiveBoard;
  #state: BoardState;
  readonly #deps: RoomDeps;
  readonly #names: PeopleNames;
  readonly #queue: CommitQueue;
  readonly #views: RoomViews;
  readonly sessions: RoomSessions;
  readonly charter: RoomCharter;
  readonly people: PersonActs;
  #emptySince: number;
  #toldAt = -Infinity;
  #rulesSaid: string;
  #saidFor = '';
  readonly #guests: RoomGuests;

  constructor(deps: RoomDeps, state: BoardState, names: ReadonlyMap<string, string>) {
    this.id = deps.board.id;
    this.#deps = deps;
    this.#state = state;
    this.#emptySince = deps.now();
    this.charter = new RoomCharter({
      holds: deps.charter,
      schools: deps.board.schools,
      state: () => this.#state,
      now: deps.now,
      onRenamed: () => this.startViewsAnew(),
      allowOpen: (allowed) => this.govern({ by: null, event: { kind: 'allow-open', allowed } }),
    });
    this.#names = new PeopleNames({
      state: () => this.#state,
      schools: deps.board.schools,
      elsewhere: () => this.charter.names,
    });
    for (const [person, name] of names) this.#names.learn(person, name);
    this.#guests = new RoomGuests({ now: deps.now, state: () => this.#state });
    const known = { names: this.#names, guests: this.#guests, opensAt: this.charter.opensAt };
    const around = { ...deps, ...known, state: () => this.#state };
    this.#views = new RoomViews(around);
    this.sessions = new RoomSessions({ ...around, views: this.#views });
    this.#rulesSaid = JSON.stringify(rulesOf(state, this.charter.opensAt));
    this.#queue = new CommitQueue({
      state: () => this.#state,
      append: deps.append,
      onKept: (entries) => deps.onKept(this.#state, entries),
      reload: () => this.#reload(),
      isPaced: deps.isPaced,
      now: deps.now,
      entryLimit: deps.entryLimit,
    });
    this.people = new PersonActs({ state: () => this.#state, queue: this.#queue, past: deps.past, now: deps.now });
    this.reader = new RoomReader({ ...around, room: this, views: this.#views });
  }

  /** Decides an edit, keeps it, and only then answers; the tick that follows lets others see what is theirs to see. */
  async edit(by: Participant, message: EditMessage): Promise<EditResult> {
    await this.#becomeMember(by);
    const { now, newId, check } = this.#deps;
    const named = newAssetsIn(this.#state, message.ops);
    const mayShow = named.length > 0 && this.charter.takesPictures;
    const uploads = mayShow ? await this.#deps.uploadsOf(by.id, named) : undefined;
    const findIn = await this.#deps.finderOf(by.school);
    const trust = by.role === 'pupil' ? await this.#deps.trustOf(by) : undefined;
    const outcome = await this.#queue.submit((draft) => {
      const teacherHere = (school: string): boolean => this.sessions.hasStaffOf(school);
      const world = { now: now(), newId, check, teacherHere, opensAt: this.charter.opensAt, uploads, findIn, trust };
      const decided = decideEdit(draft, { ...message, actor: actorOf(by), ...world });
      return { entry: decided.kind === 'entry' ? decided.entry : null, answer: decided };
    });
    if (outcome.kind === 'resend') return this.#deps.checkOwner().then(() => ({ resendFrom: outcome.from }));
    if (outcome.kind === 'refused') return { refused: outcome.code };
    const whose = outcome.kind === 'entry' ? outcome.whose : new Map<number, string>();
    const refused = outcome.refused.map((refusal) => this.#withOwner(refusal, whose.get(refusal.op), by));
    const answer: EditAnswer = { client: message.client, seq: message.seq };
    if (refused.length > 0) answer.refused = refused;
    return { answer };
  }

  async decide(act: Parameters<BoardActs['decide']>[0]): Promise<Refusal | null> {
    return this.charter.refusalToDecide(act) ?? this.#actBy(act, decideCase);
  }

  undoDecision(act: { by: Person; case: string }): Promise<Refusal | null> {
    return this.#actBy(act, undoDecision);
  }

  hide(act: { by: Person; record: string; hidden: boolean }): Promise<Refusal | null> {
    return this.#actBy(act, hideRecord);
  }

  /** Brings a deleted page back with all that went with it (P17). */
  restorePage(act: { by: Person; page: string }): Promise<Refusal | null> {
    return this.#actBy(act, restorePage);
  }

  accept(act: Parameters<BoardActs['accept']>[0]): Promise<Refusal | null> {
    return this.#actBy(act, acceptRecords);
  }

  takeBackAccepted(act: Parameters<BoardActs['takeBackAccepted']>[0]): Promise<Refusal | null> {
    return this.#actBy(act, takeBackAccepted);
  }

  /** Changes the board's rules, or how somebody stands on it; without a person it is the board itself that does. */
  govern(act: { by: Person | null; event: GovernEvent }): Promise<Refusal | null> {
    const actor = act.by && actorOf(act.by);
    return this.act((draft) => govern(draft, { actor, event: act.event, now: this.#deps.now() }));
  }

  /**
   * Erases somebody: `work` takes what they made out of the journal while no act is kept. The room then has forgotten them,
   * and all its views begin anew (ER5).
   */
  async erase(person: string, work: () => Promise<void>): Promise<void> {
    await this.#queue.apart(work);
    this.#names.forget(person);
  }

  /** Somebody is called otherwise from now on: others hear it with the next frame, they themselves by coming in again. */
  rename(person: string, name: string): void {
    this.#names.learn(person, name);
    this.#views.rename(person);
    this.reader.end(person, 'SERVER_RESTARTING');
  }

  /** Begins a session: membership first, then where this browser stands and how it catches up. Null for who is away. */
  async join(session: Coming, message: JoinMessage): Promise<Joined | null> {
    await this.#becomeMember(session.person);
    return this.sessions.join(session, message);
  }

  /** Lets somebody look on without taking part. Null for who is away. */
  joinViewer(viewer: { id: string; person: Person }, message: ViewerJoinMessage): Joined | null {
    return this.sessions.look(viewer, message);
  }

  /** Names the shared view in which this person takes part or looks on. */
  viewOf(person: Person): string {
    return viewerKey(sharedViewerOf(actingPerson(this.#state, person) ?? person));
  }

  /** Hands an answer to the session that asked; it leaves with the next tick. */
  answer(sessionId: string, answer: EditAnswer): void {
    this.sessions.get(sessionId)?.answer(answer);
  }

  leave(sessionId: string): void {
    this.sessions.leave(sessionId);
    if (this.sessions.isEmpty) this.#emptySince = this.#deps.now();
  }

  /**
   * Room-wide tick (D4), asked for often and taken when it is due: what waits is kept in one append, then each shared view
   * gets one frame and each session what concerns it alone. Nothing new, nothing sent.
   */
  tick(): void {
    const now = this.#deps.now();
    if (now - this.#toldAt < tickMsFor(this.sessions.size) - tickSlackMs) return;
    this.#toldAt = now;
    // While the store is slow with an earlier tick's work, what it has already is told, removals first of all (REL-07).
    if (!this.#queue.isWaiting || this.#queue.isDraining) return this.#tell();
    this.#queue.drain().then(
      () => this.#tell(),
      (reason: unknown) => this.#deps.onFault(reason),
    );
  }

  /** Every view begins a new run, and every session fetches it: what was sent before no longer counts. */
  startViewsAnew(): void {
    this.sessions.restartAll();
  }

  /** Since when nobody has been here, or null while somebody is. */
  emptySince(): number | null {
    return this.sessions.isEmpty ? this.#emptySince : null;
  }

  /** Resolves when everything submitted is kept or refused. */
  settled(): Promise<void> {
    return this.#queue.settled();
  }

  get state(): BoardState {
    return this.#state;
  }

  #tell(): void {
    const now = this.#deps.now();
    const touched = takeTouched(this.#state);
    const records = withDependents(this.#state, touched.records);
    const cases = new Set([...touched.cases, ...this.#views.drawing(), ...casesOn(this.#state, records)]);
    const minute = Math.floor(now / 60_000);
    const saidFor = [minute, this.charter.revision, ...this.#guests.names()].join('\n');
    const rules = touched.rules || saidFor !== this.#saidFor ? this.#newRules() : null;
    this.#saidFor = saidFor;
    this.sessions.tell({ records, cases, rules, standings: touched.rules, differences: new Differences(), now });
  }

  #newRules(): BoardRules | null {
    const rules = rulesOf(this.#state, this.charter.opensAt, this.#guests.names());
    const said = JSON.stringify(rules);
    if (said === this.#rulesSaid) return null;
    this.#rulesSaid = said;
    return rules;
  }

  #actBy<Act extends { by: Person }>(act: Act, decide: DecideAct<Act>): Promise<Refusal | null> {
    return this.act((draft) => decide(draft, { ...act, actor: actorOf(act.by), now: this.#deps.now() }));
  }

  async act(decide: (draft: BoardState) => ActOutcome): Promise<Refusal | null> {
    return this.#queue.submit<Refusal | null>((draft) => {
      const outcome = decide(draft);
      return 'entry' in outcome ? { entry: outcome.entry, answer: null } : { entry: null, answer: outcome };
    });
  }

  async #becomeMember(person: Participant): Promise<void> {
    this.#names.learn(person.id, person.name);
    if (this.#state.members.get(person.id)) return;
    await this.#queue.submit((draft) => {
      const { classId } = person;
      const join = { actor: actorOf(person), classId, now: this.#deps.now(), random: this.#deps.random() };
      return { entry: joinBoard(draft, join), answer: null };
    });
  }

  #withOwner(refusal: OpRefusal, owner: string | undefined, asker: Participant): OpRefusal {
    const whose = owner === undefined ? null : this.#names.author(owner, sharedViewerOf(asker));
    return whose ? { ...refusal, whose } : refusal;
  }

  /** Nobody knows what a failed append left behind: the journal is read again. */
  async #reload(): Promise<void> {
    this.#state = await this.#deps.load();
    this.startViewsAnew();
  }
}
