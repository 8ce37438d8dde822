import type {
  GovernEvent,
  PastView,
  PieceOfWork,
  ReportedPiece,
  RewindCount,
  Span,
  Showing,
  TimelineMoment,
  WorkOf,
} from '@bridgeboard/domain';
import type {
  Author,
  BoardRecord,
  BoardRole,
  BoardRules,
  CaseView,
  DeletedPage,
  EditAnswer,
  EditMessage,
  ErrorCode,
  Role,
  TrustKind,
  Verdict,
  ViewItem,
} from '@bridgeboard/protocol';

import type { SchoolPupil } from '../pupil-trust.ts';
import type { BoardPermissions } from './board-permissions.ts';
import type { RoomGuests } from './room-guests.ts';
import type { ViewSnapshot } from './view-snapshot.ts';

/** Somebody who works on a board, as the engine knows them. */
export interface Participant {
  readonly id: string;
  readonly name: string;
  readonly role: BoardRole;
  readonly school: string;
  /** The class of a pupil. */
  readonly classId?: string;
}

/** Somebody signed in. */
export interface Person extends Participant {
  readonly role: Role;
}

/** A coded refusal of an act on a board; everything else went through and is durable. */
export interface Refusal {
  readonly refused: ErrorCode;
}

/** A review case with what is needed to judge it. */
export interface CaseInPlace {
  readonly case: CaseView;
  /** Person id of the author. */
  readonly author: string;
  /** True where others already see an earlier approved version of something in it. */
  readonly changesApproved: boolean;
  /** Whether there is a picture in what it would let out. */
  readonly showsPicture: boolean;
  readonly kinds: readonly TrustKind[];
}

/** A record as it was released to the board, with the person it belongs to. */
export interface ReleasedRecord {
  readonly record: BoardRecord;
  readonly author: string;
  readonly school: string;
  readonly role: Role;
}

/** A record that a school looks at first, whose it is as that school may know them, and the hash that accepting must name. */
export interface LookedAt {
  readonly record: string;
  readonly author: Author;
  readonly hash: string;
}

/**
 * How an edit was answered: durable with its refusals; not taken because ones before it are missing (send again from there);
 * or not taken as a whole for now, and then its number is not used up.
 */
export type EditResult = { readonly answer: EditAnswer } | { readonly resendFrom: number } | Refusal;

/** What guests see, and a name for it that changes with it. */
export interface GuestView {
  readonly version: string;
  readonly items: ReadonlyMap<string, ViewItem>;
}

/** Somebody of the staff takes back what a person drew in a stretch of time (P26). */
export interface RewindAct extends Span {
  readonly by: Person;
}

/** Somebody of the staff brings the whole board back to a moment, as far as that is theirs to do (HIST7). */
export interface BringBackAct {
  readonly by: Person;
  /** What was done by then stays, in ms since 1970. */
  readonly moment: number;
}

/** What a rewind came to, and when it was: a rewind of whoever did it, of that very moment, undoes it. */
export interface Rewound {
  readonly count: RewindCount;
  readonly at: number;
}

/** Somebody of the staff puts away all that a person has on the board, or brings back what is named of it (P40). */
export interface HideAct {
  readonly by: Person;
  readonly person: string;
  readonly bringBack: readonly string[] | null;
}

/** Ids of what is otherwise now. */
export interface Hidden {
  readonly records: string[];
}

/** What staff do about everything that one person has on a board. */
export interface ActsOnPeople {
  rewind(act: RewindAct): Promise<Rewound | Refusal>;
  previewRewind(act: RewindAct): Promise<RewindCount | Refusal>;
  bringBack(act: BringBackAct): Promise<Rewound | Refusal>;
  previewBringBack(act: BringBackAct): Promise<RewindCount | Refusal>;
  hide(act: HideAct): Promise<Hidden | Refusal>;
}

/** A stretch of a board's past, as staff of one school are told of it (HIST6). */
export interface PastMoment extends Omit<TimelineMoment, 'by'> {
  readonly by: readonly { readonly author: Author; readonly count: number }[];
}

/** A board's past, as somebody may see it today. */
export interface LookingBack {
  moments(person: Person): Promise<PastMoment[] | Refusal>;
  viewAt(person: Person, at: number): Promise<PastView | Refusal>;
  /** To which schools a piece of the person's own has been shown. */
  showings(person: Person, record: string): Promise<Showing[] | Refusal>;
  /** What of a pupil's has been shown to other schools; for staff of the pupil's own. */
  disclosures(pupil: SchoolPupil): Promise<Showing[]>;
}

/** A board in memory, as the HTTP features use it. One process owns it. */
export interface LiveBoard {
  readonly id: string;
  /**
   * What `GET /api/boards/:board/snapshot` answers this person, encoded once a view: current to the last tick, or at least as
   * new as the `viewSeq` that is named.
   */
  snapshotFor(person: Person, atLeast: number | null): ViewSnapshot;
  /** Everything on the board that this person may see, own unreleased work included. */
  viewFor(person: Person): ReadonlyMap<string, ViewItem>;
  /** What guests see: what is let out to the board, and nothing else. */
  guestView(): GuestView;
  /** What pupils of a school see, but for what is one pupil's own. */
  pupilsView(school: string): ReadonlyMap<string, ViewItem>;
  /** Guests who look on right now, and what they have made. */
  readonly guests: RoomGuests;
  /** Open cases of a school (drawing, waiting, returned), longest waiting first. */
  openCases(school: string): CaseInPlace[];
  /** Decides and keeps an edit, as a browser's; rejects when it could not be kept, and then it did not happen. */
  edit(by: Participant, message: EditMessage): Promise<EditResult>;
  /** One case of a school in any state, or null: the same for one that never existed (P23). */
  caseOf(school: string, id: string): CaseInPlace | null;
  decide(act: {
    by: Person;
    case: string;
    verdict: Verdict;
    hash: string;
    note?: string | undefined;
  }): Promise<CaseView | Refusal>;
  undoDecision(act: { by: Person; case: string }): Promise<CaseView | Refusal>;
  hide(act: { by: Person; record: string; hidden: boolean }): Promise<{ hidden: boolean } | Refusal>;
  /** What a report of concern is about, on the board or in its bin; null for what never was on it. */
  reportedPiece(record: string): ReportedPiece | null;
  /** All that the board has of one person, and of nobody else (SG-20). */
  workOf(person: string): WorkOf;
  /** What the pupil whom an author key stands for has made here, and what became of it; null where that is nothing to whoever asks (MW1). */
  piecesOf(asker: Person, author: string): PieceOfWork[] | null;
  /** Number of the journal's last entry: the moment that something is reported at. */
  readonly seq: number;
  /** Keeps a piece away because of a report, or ends that; answers the records that are concerned (P38). */
  keepAway(record: string): Promise<string[] | Refusal>;
  letBack(records: readonly string[]): Promise<Refusal | null>;
  readonly past: LookingBack;
  /** What is done about all that one person has here. */
  readonly people: ActsOnPeople;
  /** Deleted pages that this person may restore, newest first. */
  deletedPages(person: Person): DeletedPage[];
  /** Brings one back; answers those that are still deleted. */
  restorePage(act: { by: Person; page: string }): Promise<DeletedPage[] | Refusal>;
  /** Other schools' work that waits until staff of this person's school have looked at it, or that they have accepted (P36). */
  lookedAt(person: Person, which: 'waiting' | 'accepted'): LookedAt[];
  /** Lets the pupils of the own school see these records, or takes that back; null when that is durable. */
  accept(act: {
    by: Person;
    records: readonly { readonly record: string; readonly hash: string }[];
  }): Promise<Refusal | null>;
  takeBackAccepted(act: { by: Person; records: readonly string[] }): Promise<Refusal | null>;
  /** Changes the board's rules, or how somebody stands on it; null when that is durable. */
  govern(act: { by: Person | null; event: GovernEvent }): Promise<Refusal | null>;
  /** Why nothing that this person adds could be taken at this moment, or null. */
  refusalToWrite(person: Participant): ErrorCode | null;
  /** Whether a picture may be given to this person now (P19). `id` is that of its record. */
  seesAsset(person: Person, asset: { id: string; isUploader: boolean }): boolean;
  /** Whether any image of this board has ever shown a picture. */
  hasAsset(id: string): boolean;
  /** Who may do what, for the page that says it. */
  permissions(school: string): BoardPermissions;
  /** The rules that hold now. */
  rules(): BoardRules;
  /** The person that an author key stands for on this board, or null. */
  personOf(author: string): string | null;
  /** Base versions of everything that is not put away nor a guest's (BP10), for a publication (D19). */
  releasedRecords(): ReleasedRecord[];
  /** Ids of people with a live socket. */
  present(): ReadonlySet<string>;
  /** Ends all sockets of a person with this code. */
  end(person: string, code: ErrorCode): void;
}

/** All boards of this process; the only place that may open one. */
export interface LiveBoards {
  /** Writes the first journal entry of a new board: its first page. */
  found(board: { id: string; schools: readonly string[]; title: string }): Promise<void>;
  /** The live board, opened from its journal if it is not in memory. Rejects when its journal cannot be read. */
  open(id: string): Promise<LiveBoard>;
  /** The live board if it is in memory. */
  peek(id: string): LiveBoard | null;
  /** Ids of what is put away on a board, which need not be in memory for it. Rejects when its journal cannot be read. */
  putAway(id: string): Promise<ReadonlySet<string>>;
  /** Somebody is called otherwise from now on, on all boards that are in memory. */
  rename(person: string, name: string): void;
  /** The charter of a board has changed: what it says holds on it from here on. */
  renewCharter(id: string): Promise<void>;
  /** A pupil's own school keeps them off all boards from now on, or lets them come again: told to all boards that are in memory. */
  suspend(person: string, isSuspended: boolean): Promise<void>;
  /** Ends all sockets of a person on all boards: after sign-out, or when a session is ended. */
  endEverywhere(person: string, code: ErrorCode): void;
  /** Flushes and closes all rooms; new messages are answered SERVER_RESTARTING. */
  close(): Promise<void>;
}
