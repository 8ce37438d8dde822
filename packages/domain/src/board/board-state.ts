import type {
  BoardMode,
  BoardRecord,
  BoardRole,
  Fields,
  JournalEntry,
  OpeningHours,
  OpRefusal,
  PupilLevel,
  TextMark,
  Verdict,
} from '@bridgeboard/protocol';
import { OverlayMap, type WritableMap } from './overlay-map.ts';
import { ReferrerIndex } from './referrers.ts';

/**
 * Somebody who has been on the board. The alias number is what another school knows a pupil by. Who is away keeps school,
 * alias and work (P25).
 */
export interface Member {
  readonly person: string;
  readonly school: string;
  readonly role: BoardRole;
  readonly alias: number;
  readonly level: PupilLevel;
  readonly frozen: boolean;
  readonly away: 'left' | 'suspended' | null;
}

/** What somebody is who has just come: pupils change their own records, and nothing keeps them from it. */
export const newMember = { level: 'own', frozen: false, away: null } as const;

/** Rules of the whole board. A freeze stands as long as any of those who set it has not lifted it (SG-08). */
export interface WholeRules {
  readonly frozenBy: readonly string[];
  /** Schools whose staff have stopped everything; it goes on when none is left (P39). */
  readonly stoppedBy: readonly string[];
  readonly openAllowed: boolean;
  /** Schools whose staff want no pointers here; they are shown again when none is left (P31). */
  readonly cursorsOffBy: readonly string[];
  /** Pages that only staff change. */
  readonly staffPages: readonly string[];
}

/** Rules for the pupils of one school. */
export interface SchoolRules {
  readonly mode: BoardMode;
  readonly frozenBy: readonly string[];
  readonly needsTeacher: boolean;
  /** Whether staff look at other schools' work before these pupils see it (P36). */
  readonly looksFirst: boolean;
  /** What pupils who come may do: of some classes, and of all others. */
  readonly level: PupilLevel;
  readonly classLevels: Readonly<Record<string, PupilLevel>>;
  /** When they may write, by the clocks of their school; null stands for any time. */
  readonly hours: OpeningHours | null;
}

/** What holds where nobody has said anything else. */
export const defaultRules: { readonly whole: WholeRules; readonly school: SchoolRules } = {
  whole: { frozenBy: [], stoppedBy: [], openAllowed: false, cursorsOffBy: [], staffPages: [] },
  school: {
    mode: 'held',
    frozenBy: [],
    needsTeacher: false,
    looksFirst: false,
    level: 'own',
    classLevels: {},
    hours: null,
  },
};

/** What one author changed of a record and has not been released to the board (P1). */
export interface Layer {
  readonly author: string;
  readonly school: string;
  readonly reach: 'held' | 'school';
  readonly fields: Fields;
  readonly case: string;
  /** Journal entry and moment of its last edit. */
  readonly seq: number;
  readonly at: number;
}

/** Journal entries that changed a record last: for everybody, and for those of one school alone, by school. */
interface SlotSeqs {
  readonly all: number;
  readonly of: Readonly<Record<string, number>>;
}

/** A record with all its versions: a released base, and layers in the order of their last edit. */
export interface Slot {
  readonly id: string;
  readonly author: string;
  readonly school: string;
  readonly base: BoardRecord | null;
  readonly baseAt: number;
  readonly layers: readonly Layer[];
  readonly hidden: boolean;
  /** A report keeps it put away (P38), and whether it is so besides, by what staff said. */
  readonly kept?: { readonly hidden: boolean };
  /** By school, the hash of the base that its staff have accepted for their pupils (P36). */
  readonly accepted?: Readonly<Record<string, string>>;
  /** The newest case in which what went to base unseen by staff is looked at afterwards (mode `open`). */
  readonly check?: string;
  /** Journal entry that changed it last; for whom it did is in `seqs`. */
  readonly seq: number;
  readonly seqs?: SlotSeqs;
}

/** What staff decided on a case, and what the records were before it, for undo (P10). */
export interface CaseDecision {
  readonly by: string;
  readonly verdict: Verdict;
  readonly note: string | undefined;
  readonly at: number;
  readonly seq: number;
  readonly before: readonly Slot[];
}

/** One burst of one author on one page that staff judge as one item. */
export interface ReviewCase {
  readonly id: string;
  readonly author: string;
  readonly school: string;
  readonly page: string;
  readonly records: readonly string[];
  readonly openedAt: number;
  /** When the burst that is being drawn, or was drawn last, began and was last edited. */
  readonly burstAt: number;
  readonly changedAt: number;
  readonly state: 'open' | 'returned' | 'approved' | 'rejected' | 'withdrawn';
  readonly decision: CaseDecision | null;
  /** True where the work is on the board already, and what is decided is whether it stays. */
  readonly afterwards?: boolean;
  /** What the text check found in what is judged here, when it was written; not there where that was nothing. */
  readonly found?: readonly TextMark[];
}

/** The last edit taken of one browser's outbox, with its answer, so that each is taken at most once (P33). */
interface ClientMark {
  readonly seq: number;
  readonly at: number;
  readonly refused: readonly OpRefusal[];
}

/** A record that has left the board, as it was, with the entry that took it off and who did that, "" if nobody did. */
export interface Binned {
  readonly slot: Slot;
  readonly at: number;
  readonly seq: number;
  readonly by: string;
}

/** A board as plain data. Slots, cases and the rest are never changed in place, only replaced. */
export interface BoardState {
  readonly board: string;
  /** Those whose people are on it; one that left is not among them any more (SG-37). */
  schools: readonly string[];
  epoch: string;
  /** Which moment a backup last set this board back to, ms since 1970 (P33); null where that never happened. */
  restoredTo: number | null;
  /** Number and chain hash of the last journal entry. */
  seq: number;
  chain: string;
  /** Parts of an act whose commit has not come: nothing of it is on the board (P32). */
  parts: readonly JournalEntry[];
  readonly slots: WritableMap<string, Slot>;
  readonly bin: WritableMap<string, Binned>;
  readonly cases: WritableMap<string, ReviewCase>;
  readonly members: WritableMap<string, Member>;
  whole: WholeRules;
  /** Only schools for which something else holds than `defaultRules`. */
  readonly schoolRules: WritableMap<string, SchoolRules>;
  readonly clients: WritableMap<string, ClientMark>;
  /** Who points to a record as parent or bound shape, in any version. */
  readonly referrers: ReferrerIndex;
  /** How many records are live, of an author and of a school (`countKeys`), and what a school's weigh (`bytesKey`). */
  readonly counts: WritableMap<string, number>;
  /** The newest case of an author on a page, work that is looked at afterwards apart. */
  readonly bursts: WritableMap<string, string>;
  /** What was replaced since somebody last took these sets: whose projections have to be made again. */
  touched: Touched;
}

export interface Touched {
  readonly records: Set<string>;
  readonly cases: Set<string>;
  /** Whether the board's rules, or how somebody stands on it, may have changed. */
  rules: boolean;
}

/** A board on which nothing has happened yet; its first page comes with the first journal entry. */
export function createBoardState(about: { board: string; schools: readonly string[]; epoch: string }): BoardState {
  return {
    ...about,
    restoredTo: null,
    seq: 0,
    chain: '',
    parts: [],
    slots: new Map(),
    bin: new Map(),
    cases: new Map(),
    members: new Map(),
    whole: defaultRules.whole,
    schoolRules: new Map(),
    clients: new Map(),
    referrers: new ReferrerIndex(),
    counts: new Map(),
    bursts: new Map(),
    touched: nothingTouched(),
  };
}

/** A state that can be changed while the given one stays as it is, so that a failed append needs no undo. */
export function draftOf(state: BoardState): BoardState {
  return {
    ...state,
    slots: new OverlayMap(state.slots),
    bin: new OverlayMap(state.bin),
    cases: new OverlayMap(state.cases),
    members: new OverlayMap(state.members),
    schoolRules: new OverlayMap(state.schoolRules),
    clients: new OverlayMap(state.clients),
    referrers: new ReferrerIndex(state.referrers),
    counts: new OverlayMap(state.counts),
    bursts: new OverlayMap(state.bursts),
    touched: nothingTouched(),
  };
}

function nothingTouched(): Touched {
  return { records: new Set(), cases: new Set(), rules: false };
}

/** What was replaced since the last call; the state starts counting anew. */
export function takeTouched(state: BoardState): Touched {
  const { touched } = state;
  state.touched = nothingTouched();
  return touched;
}

/** Where `bursts` keeps the newest case of an author on a page. */
export function burstKey(of: { author: string; page: string; afterwards: boolean }): string {
  return `${of.author} ${of.page}${of.afterwards ? ' afterwards' : ''}`;
}

/** Where `clients` keeps what was taken of an outbox; a client id counts only together with its person. */
export function clientKey(person: string, client: string): string {
  return `${person} ${client}`;
}

/** Where `counts` keeps how many records of an author, and of a school, are live. */
export function countKeys(of: { author: string; school: string }): { author: string; school: string } {
  return { author: `author ${of.author}`, school: `school ${of.school}` };
}

/** What a record counts towards. Pictures are counted in bytes, where they are kept: they stay when the image that shows them goes. */
export function countKeysOf(slot: Slot): string[] {
  return slot.id.startsWith('asset:') ? [] : Object.values(countKeys(slot));
}

/** Where `counts` keeps how long all versions of a school are as JSON, more or less (`moveWeight`). */
export function bytesKey(school: string): string {
  return `bytes ${school}`;
}

/** Whether staff have put it away, whatever a report does besides. */
export function isPutAway({ hidden, kept }: Slot): boolean {
  return (kept ?? { hidden }).hidden;
}

/** Whether a record has something that is judged in this case. */
export function waitsIn(slot: Slot | undefined, reviewCase: ReviewCase): boolean {
  if (!slot) return false;
  if (reviewCase.afterwards) return slot.check === reviewCase.id && slot.base !== null;
  return slot.layers.some((layer) => layer.case === reviewCase.id);
}

/** The last journal entry that changed something of a record which the staff of a school can see. */
export function seqFor(slot: Slot, school: string): number {
  return slot.seqs ? Math.max(slot.seqs.all, slot.seqs.of[school] ?? 0) : slot.seq;
}
