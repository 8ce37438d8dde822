import {
  acceptedWork,
  caseItem,
  deletedPages,
  isAssetId,
  itemOf,
  keepAway,
  keptWith,
  letBack,
  ownCase,
  piecesOf,
  refusalToAdd,
  reportedPiece,
  rulesOf,
  seesAsset,
  showsPicture,
  statusOf,
  trustKindsOf,
  viewerOf,
  visibleCase,
  waitingForLook,
  workOf,
  type BoardState,
  type OpensAt,
  type PieceOfWork,
  type ReportedPiece,
  type ReviewCase,
  type Viewer,
  type WorkOf,
} from '@bridgeboard/domain';
import {
  isRemarkId,
  type BoardRules,
  type CaseView,
  type DeletedPage,
  type EditMessage,
  type ErrorCode,
  type Refused,
  type SchoolBrief,
  type Verdict,
  type ViewItem,
} from '@bridgeboard/protocol';

import { actingPerson, actorOf } from './acting-person.ts';
import type { BoardActs } from './board-acts.ts';
import type { BoardPast } from './board-past.ts';
import { permissionsOf, type BoardPermissions } from './board-permissions.ts';
import type { FanOut } from './fan-out.ts';
import type {
  CaseInPlace,
  EditResult,
  GuestView,
  LiveBoard,
  LookedAt,
  LookingBack,
  Participant,
  Person,
  Refusal,
  ReleasedRecord,
} from './live-board.ts';
import { RoomPast } from './room-past.ts';
import type { RoomGuests } from './room-guests.ts';
import { sharedViewerOf } from './room-session.ts';
import type { PeopleNames } from './people-names.ts';
import type { RoomViews } from './room-views.ts';
import type { ViewSnapshot } from './view-snapshot.ts';

interface Deps {
  readonly board: { id: string; schools: readonly SchoolBrief[] };
  readonly past: BoardPast;
  readonly room: BoardActs;
  readonly views: RoomViews;
  readonly names: PeopleNames;
  readonly state: () => BoardState;
  readonly opensAt: OpensAt;
  readonly guests: RoomGuests;
  readonly fanOut: FanOut;
  readonly now: () => number;
  readonly schema: unknown;
  readonly refusal: (code: ErrorCode) => Refused;
}

/** A room as the HTTP features use it: questions about the board, and acts whose answers are read back from it. */
export class RoomReader implements LiveBoard {
  readonly id: string;
  readonly past: LookingBack;
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.id = deps.board.id;
    this.#deps = deps;
    this.past = new RoomPast(deps);
  }

  snapshotFor(person: Person, atLeast: number | null): ViewSnapshot {
    const state = this.#deps.state();
    const view = this.#deps.views.of(sharedViewerOf(actingPerson(state, person) ?? person));
    const { epoch } = state;
    const now = this.#deps.now();
    return view.snapshot({ epoch, schema: this.#deps.schema, atLeast: Math.min(atLeast ?? view.seq, view.seq), now });
  }

  viewFor(person: Person): ReadonlyMap<string, ViewItem> {
    const state = this.#deps.state();
    return this.#itemsFor(viewerOf(actorOf(actingPerson(state, person) ?? person)));
  }

  guestView(): GuestView {
    const view = this.#deps.views.of({ kind: 'guests' });
    return { version: `${view.run}.${view.seq}`, items: this.#itemsFor(view.viewer) };
  }

  pupilsView(school: string): ReadonlyMap<string, ViewItem> {
    return this.#itemsFor({ kind: 'pupils', school });
  }

  get guests(): RoomGuests {
    return this.#deps.guests;
  }

  get people(): BoardActs['people'] {
    return this.#deps.room.people;
  }

  #itemsFor(viewer: Viewer): Map<string, ViewItem> {
    const state = this.#deps.state();
    const items = new Map<string, ViewItem>();
    for (const [id, record] of this.#deps.views.records(viewer)) {
      const slot = state.slots.get(id);
      if (slot) items.set(id, itemOf(state, slot, { record, viewer }));
    }
    return items;
  }

  openCases(school: string): CaseInPlace[] {
    const open: CaseInPlace[] = [];
    for (const [, found] of this.#deps.state().cases.entries()) {
      if (found.school !== school || (found.state !== 'open' && found.state !== 'returned')) continue;
      const shown = this.#inPlace(found);
      if (shown) open.push(shown);
    }
    return open.toSorted((a, b) => a.case.openedAt - b.case.openedAt);
  }

  caseOf(school: string, id: string): CaseInPlace | null {
    const found = this.#deps.state().cases.get(id);
    return found?.school === school ? this.#inPlace(found) : null;
  }

  async decide(act: {
    by: Person;
    case: string;
    verdict: Verdict;
    hash: string;
    note?: string | undefined;
  }): Promise<CaseView | Refusal> {
    return (await this.#deps.room.decide(act)) ?? this.#caseFor(act);
  }

  async undoDecision(act: { by: Person; case: string }): Promise<CaseView | Refusal> {
    return (await this.#deps.room.undoDecision(act)) ?? this.#caseFor(act);
  }

  async hide(act: { by: Person; record: string; hidden: boolean }): Promise<{ hidden: boolean } | Refusal> {
    return (await this.#deps.room.hide(act)) ?? { hidden: act.hidden };
  }

  reportedPiece(record: string): ReportedPiece | null {
    return reportedPiece(this.#deps.state(), record);
  }

  workOf(person: string): WorkOf {
    return workOf(this.#deps.state(), person);
  }

  piecesOf(asker: Person, author: string): PieceOfWork[] | null {
    const state = this.#deps.state();
    const viewer = viewerOf(actorOf(actingPerson(state, asker) ?? asker));
    const person = this.personOf(author);
    return person === null ? null : piecesOf(state, { person, viewer, now: this.#deps.now() });
  }

  get seq(): number {
    return this.#deps.state().seq;
  }

  async keepAway(record: string): Promise<string[] | Refusal> {
    const refused = await this.#deps.room.act((draft) => keepAway(draft, { record, now: this.#deps.now() }));
    return refused ?? keptWith(this.#deps.state(), record);
  }

  letBack(records: readonly string[]): Promise<Refusal | null> {
    return this.#deps.room.act((draft) => letBack(draft, { records, now: this.#deps.now() }));
  }

  lookedAt(person: Person, which: 'waiting' | 'accepted'): LookedAt[] {
    const ask = which === 'waiting' ? waitingForLook : acceptedWork;
    return ask(this.#deps.state(), actorOf(person)).flatMap((item) => {
      const author = this.#deps.names.author(item.author, sharedViewerOf(person));
      return author ? [{ ...item, author }] : [];
    });
  }

  accept(act: Parameters<BoardActs['accept']>[0]): Promise<Refusal | null> {
    return this.#deps.room.accept(act);
  }

  takeBackAccepted(act: Parameters<BoardActs['takeBackAccepted']>[0]): Promise<Refusal | null> {
    return this.#deps.room.takeBackAccepted(act);
  }

  edit(by: Participant, message: EditMessage): Promise<EditResult> {
    return this.#deps.room.edit(by, message);
  }

  deletedPages(person: Person): DeletedPage[] {
    const viewer = sharedViewerOf(person);
    const people = this.#deps.names.byKey();
    return deletedPages(this.#deps.state(), actorOf(person), this.#deps.now()).map((line) => ({
      ...line,
      by: this.#deps.names.author(people.get(line.by) ?? '', viewer),
    }));
  }

  async restorePage(act: { by: Person; page: string }): Promise<DeletedPage[] | Refusal> {
    return (await this.#deps.room.restorePage(act)) ?? this.deletedPages(act.by);
  }

  govern(act: Parameters<BoardActs['govern']>[0]): Promise<Refusal | null> {
    return this.#deps.room.govern(act);
  }

  refusalToWrite(person: Participant): ErrorCode | null {
    const { sessions } = this.#deps.room;
    const teacherHere = (school: string): boolean => sessions.hasStaffOf(school);
    return refusalToAdd(this.#deps.state(), { actor: actorOf(person), teacherHere, opensAt: this.#deps.opensAt });
  }

  seesAsset(person: Person, asset: { id: string; isUploader: boolean }): boolean {
    const state = this.#deps.state();
    const acting = actingPerson(state, person) ?? person;
    return seesAsset(state, asset.id, { viewer: viewerOf(actorOf(acting)), isUploader: asset.isUploader });
  }

  hasAsset(id: string): boolean {
    return this.#deps.state().slots.get(id) !== undefined;
  }

  permissions(school: string): BoardPermissions {
    return permissionsOf(this.#deps.state(), school);
  }

  rules(): BoardRules {
    return rulesOf(this.#deps.state(), this.#deps.opensAt, this.#deps.guests.names());
  }

  personOf(author: string): string | null {
    return this.#deps.names.byKey().get(author) ?? null;
  }

  releasedRecords(): ReleasedRecord[] {
    const state = this.#deps.state();
    const released: ReleasedRecord[] = [];
    const guests = { viewer: { kind: 'guests' }, isUploader: false } as const;
    for (const [id, { base, hidden, author, school }] of state.slots.entries()) {
      // A picture is out only with an image that shows it; what is said on the board stays there (CO8).
      const isOut = base && !hidden && !isRemarkId(id) && (!isAssetId(id) || seesAsset(state, id, guests));
      const role = state.members.get(author)?.role ?? 'staff';
      if (isOut && role !== 'guest') released.push({ record: base, author, school, role });
    }
    return released;
  }

  present(): ReadonlySet<string> {
    return new Set([...this.#deps.room.sessions.all()].map((session) => session.person.id));
  }

  end(person: string, code: ErrorCode): void {
    for (const id of this.#deps.room.sessions.idsOf(person)) this.#deps.fanOut.end(id, this.#deps.refusal(code));
  }

  #caseFor(act: { by: Person; case: string }): CaseView | Refusal {
    const found = ownCase(this.#deps.state(), actorOf(act.by), act.case);
    return (found && this.#inPlace(found)?.case) ?? { refused: 'NOT_FOUND' };
  }

  #inPlace(found: ReviewCase): CaseInPlace | null {
    const state = this.#deps.state();
    const now = this.#deps.now();
    const view = visibleCase(state, { id: found.id, viewer: { kind: 'staff', school: found.school }, now });
    if (!view) return null;
    const isOpen = statusOf(found, now) === 'waiting' || found.state === 'returned';
    const changesApproved = isOpen && caseItem(state, found).changesApproved;
    const about = { showsPicture: showsPicture(state, found.id), kinds: trustKindsOf(state, found) };
    return { case: view, author: found.author, changesApproved, ...about };
  }
}
