import {
  acceptRecords,
  applyEntry,
  casesOn,
  createBoardState,
  decideCase,
  decideEdit,
  deletedPages,
  entriesOf,
  foundBoard,
  govern,
  hideRecord,
  joinBoard,
  PrivatePart,
  restorePage,
  takeBackAccepted,
  takeTouched,
  TrackedView,
  undoDecision,
  visibleCase,
  waitingForLook,
  withDependents,
  type ActOutcome,
  type Actor,
  type BoardState,
  type DeletedPage,
  type EditOutcome,
  type EntryLimit,
  type FirstLookItem,
  type GovernEvent,
  type PrivatePatch,
  type Viewer,
} from '@bridgeboard/domain';
import type {
  BoardRecord,
  CaseView,
  ErrorCode,
  JournalEntry,
  Op,
  Patch,
  UploadedAsset,
  Verdict,
} from '@bridgeboard/protocol';
import { Gates } from './gates.ts';
import { opensInUtc } from './opens-in-utc.ts';
import { recordIdOf } from './records.ts';
import { ViewModel } from './view-model.ts';

export const reed: Actor = { person: 'reed', school: 'north', role: 'staff' };
export const bello: Actor = { person: 'bello', school: 'south', role: 'staff' };
export const oliver: Actor = { person: 'oliver', school: 'north', role: 'pupil' };
export const zainab: Actor = { person: 'zainab', school: 'north', role: 'pupil' };
export const aisha: Actor = { person: 'aisha', school: 'south', role: 'pupil' };
export const cole: Actor = { person: 'cole', school: 'north', role: 'guest' };
export const everybody: readonly Actor[] = [reed, bello, oliver, zainab, aisha];

export const sharedViewers: readonly Viewer[] = [
  { kind: 'staff', school: 'north' },
  { kind: 'staff', school: 'south' },
  { kind: 'pupils', school: 'north' },
  { kind: 'pupils', school: 'south' },
  { kind: 'guests' },
];

/** A quiet moment after which every burst is closed, in ms. */
const afterBurst = 61_000;

/** What a view, or a pupil's private part, was told and in which round of the history. */
interface Told<T> {
  readonly round: number;
  readonly patch: T;
}

/** A board of two schools run by the real engine, with every view of it kept the way browsers keep theirs. */
export class BoardWorld {
  readonly state: BoardState = createBoardState({ board: 'board', schools: ['north', 'south'], epoch: 'epoch' });
  readonly journal: JournalEntry[] = [];
  readonly gates = new Gates();
  now = 1_000_000;
  /** Counted by whoever tells the history; every patch remembers it. */
  round = 0;
  /** Schools whose staff have the board open; all, where nobody says otherwise. */
  teachersHere: readonly string[] = ['north', 'south'];
  readonly views: readonly { viewer: Viewer; tracked: TrackedView; model: ViewModel; patches: Told<Patch>[] }[];
  readonly privates: readonly { actor: Actor; part: PrivatePart; model: ViewModel; patches: Told<PrivatePatch>[] }[];
  readonly #counts = new Map<string, number>();
  readonly #uploads = new Map<string, Map<string, UploadedAsset>>();
  /** Acts that are larger than this are kept in parts. */
  readonly #entryLimit: EntryLimit | undefined;

  constructor(about: { entryLimit?: EntryLimit } = {}) {
    this.#entryLimit = about.entryLimit;
    this.keep(foundBoard(this.state, { now: this.now, pageName: '1' }));
    [...everybody, cole].forEach((actor, i) => {
      const joined = joinBoard(this.state, { actor, now: this.now, random: (i + 1) / 10 });
      if (joined) this.keep(joined);
    });
    takeTouched(this.state);
    this.views = sharedViewers.map((viewer) => {
      const tracked = new TrackedView(viewer, this.state, this.now);
      const model = new ViewModel();
      model.apply({ put: [...tracked.items.values()] });
      return { viewer, tracked, model, patches: [] };
    });
    this.privates = everybody.flatMap((actor) => {
      if (actor.role === 'staff') return [];
      const part = new PrivatePart({ kind: 'pupil', school: actor.school, person: actor.person });
      return [{ actor, part, model: new ViewModel(), patches: [] }];
    });
  }

  /** One edit, numbered as a browser numbers them. */
  edit(actor: Actor, ops: readonly unknown[], late = false): EditOutcome {
    const seq = (this.#counts.get(actor.person) ?? 0) + 1;
    const outcome = this.send(actor, { seq, ops, late });
    // What was refused whole has not used its number up.
    if (outcome.kind !== 'refused') this.#count(actor.person);
    return outcome;
  }

  /** Uploads a picture and answers the id of its record; equal names give equal ids. */
  upload(actor: Actor, name: string): string {
    const record = recordIdOf('asset', name);
    const picture = { id: record.slice('asset:'.length), mimeType: 'image/webp', width: 80, height: 60, bytes: 900 };
    const known = this.#uploads.get(actor.person) ?? new Map<string, UploadedAsset>();
    this.#uploads.set(actor.person, known.set(record, picture));
    return record;
  }

  /** Codes of the refused operations of one edit, by their place in it; empty when all were taken. */
  refusals(actor: Actor, ...ops: readonly (Op | Record<string, unknown>)[]): Record<number, ErrorCode> {
    const outcome = this.edit(actor, ops);
    if (outcome.kind !== 'entry') throw new Error(`the edit was not decided: ${outcome.kind}`);
    return Object.fromEntries(outcome.refused.map(({ op, code }) => [op, code]));
  }

  /** An edit that must be taken whole. */
  must(actor: Actor, ...ops: readonly Op[]): void {
    const refused = this.refusals(actor, ...ops);
    if (Object.keys(refused).length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
  }

  /** An edit with a number of one's own choosing. */
  send(actor: Actor, message: { seq: number; ops: readonly unknown[]; client?: string; late?: boolean }): EditOutcome {
    const outcome = decideEdit(this.state, {
      actor,
      ...message,
      client: message.client ?? `${actor.person}-browser-000`,
      teacherHere: (school) => this.teachersHere.includes(school),
      now: this.now,
      ...this.gates.of(actor.person),
      uploads: this.#uploads.get(actor.person),
      opensAt: opensInUtc(() => this.now),
      newId: () => `case-${actor.person}-${this.#count(`case ${actor.person}`)}`,
    });
    if (outcome.kind === 'entry') this.keep(outcome.entry);
    this.tick();
    return outcome;
  }

  decide(actor: Actor, act: { case: string; verdict: Verdict; hash?: string; note?: string }): ActOutcome {
    const hash = act.hash ?? this.caseFor(actor, act.case)?.hash ?? '';
    return this.#act(decideCase(this.state, { ...act, hash, actor, now: this.now }));
  }

  undo(actor: Actor, id: string): ActOutcome {
    return this.#act(undoDecision(this.state, { actor, case: id, now: this.now }));
  }

  hide(actor: Actor, record: string, hidden = true): ActOutcome {
    return this.#act(hideRecord(this.state, { actor, record, hidden, now: this.now }));
  }

  /** Ids of the pages that this person may restore, and how they are told of them. */
  deletedPages(actor: Actor): DeletedPage[] {
    return deletedPages(this.state, actor, this.now);
  }

  restorePage(actor: Actor, page: string): ActOutcome {
    return this.#act(restorePage(this.state, { actor, page, now: this.now }));
  }

  /** What waits until this member of staff's school has looked at it. */
  waitingForLook(actor: Actor): FirstLookItem[] {
    return waitingForLook(this.state, actor);
  }

  /** Lets the pupils of the actor's school see these, by the hashes of now where none is named. */
  accept(actor: Actor, ...records: readonly (string | { record: string; hash: string })[]): ActOutcome {
    const hashes = new Map(this.waitingForLook(actor).map(({ record, hash }) => [record, hash]));
    const named = records.map((one) => (typeof one === 'string' ? { record: one, hash: hashes.get(one) ?? '' } : one));
    return this.#act(acceptRecords(this.state, { actor, records: named, now: this.now }));
  }

  takeBackAccepted(actor: Actor, ...records: readonly string[]): ActOutcome {
    return this.#act(takeBackAccepted(this.state, { actor, records, now: this.now }));
  }

  /** Changes rules or people; the board itself where nobody does it. */
  govern(actor: Actor | null, event: GovernEvent): ActOutcome {
    return this.#act(govern(this.state, { actor, now: this.now, event }));
  }

  /** A change of rules or people that must be taken. */
  rule(actor: Actor | null, event: GovernEvent): void {
    const outcome = this.govern(actor, event);
    if ('refused' in outcome) throw new Error(`${event.kind} was refused: ${outcome.refused}`);
  }

  /** Lets time pass, so that bursts close. */
  wait(ms = afterBurst): void {
    this.now += ms;
    this.tick();
  }

  caseFor(actor: Actor, id: string): CaseView | null {
    return visibleCase(this.state, { id, viewer: { kind: 'staff', school: actor.school }, now: this.now });
  }

  /** A case as its author is told of it. */
  ownCase(actor: Actor, id: string): CaseView | null {
    const viewer: Viewer = { kind: 'pupil', school: actor.school, person: actor.person };
    return visibleCase(this.state, { id, viewer, now: this.now });
  }

  /** Ids of open cases of a school, oldest first. */
  openCases(school: string): string[] {
    return [...this.state.cases.entries()].flatMap(([id, one]) =>
      one.school === school && (one.state === 'open' || one.state === 'returned') ? [id] : [],
    );
  }

  /** Ids of cases on which this member of staff can decide something now or when the burst has closed. */
  decidableCases(actor: Actor): string[] {
    const viewer: Viewer = { kind: 'staff', school: actor.school };
    return [...this.state.cases.entries()].flatMap(([id]) => {
      const shown = visibleCase(this.state, { id, viewer, now: this.now });
      return shown && (shown.hash !== undefined || shown.status === 'drawing') ? [id] : [];
    });
  }

  /** What a person's browser holds: the shared view with their private part laid over it. */
  seenBy(actor: Actor): Map<string, BoardRecord> {
    const kind = actor.role === 'staff' ? 'staff' : 'pupils';
    const shared = this.views.find(({ viewer }) => viewer.kind === kind && viewer.school === actor.school)?.model;
    const own = this.privates.find((one) => one.actor === actor)?.model;
    return own ? own.over(shared?.records() ?? new Map()) : (shared?.records() ?? new Map());
  }

  /** What everybody sees, guests too. */
  seenByAll(): Map<string, BoardRecord> {
    return this.views.find(({ viewer }) => viewer.kind === 'guests')?.model.records() ?? new Map();
  }

  /** Projects what changed and hands it to the models, as a room's tick does. */
  tick(): void {
    const touched = takeTouched(this.state);
    const records = withDependents(this.state, touched.records);
    const drawing = this.views.flatMap(({ tracked }) => tracked.drawing());
    const dirty = {
      records,
      cases: new Set([...touched.cases, ...casesOn(this.state, records), ...drawing]),
      now: this.now,
    };
    for (const { tracked, model, patches } of this.views) {
      const patch = tracked.update(this.state, dirty);
      if (!patch) continue;
      patches.push({ round: this.round, patch });
      model.apply(patch);
    }
    for (const { part, model, patches } of this.privates) {
      const patch = part.update(this.state, dirty);
      if (Object.keys(patch.own).length === 0 && patch.hide.length === 0) continue;
      patches.push({ round: this.round, patch });
      model.applyPrivate(patch);
    }
  }

  /** Keeps what an act came to, whole or in parts. */
  keep(act: JournalEntry): void {
    for (const entry of entriesOf(act, this.state.chain, this.#entryLimit)) {
      // What a store gives back is what it was given as JSON; anything that does not survive that shows here.
      const kept = JSON.parse(JSON.stringify(entry)) as JournalEntry;
      this.journal.push(kept);
      applyEntry(this.state, kept);
    }
  }

  #count(name: string): number {
    const next = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, next);
    return next;
  }

  #act(outcome: ActOutcome): ActOutcome {
    if ('entry' in outcome) this.keep(outcome.entry);
    this.tick();
    return outcome;
  }
}
