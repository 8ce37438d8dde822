import type { BoardMode, ErrorCode, PupilLevel, Reach, BoardRole } from '@bridgeboard/protocol';

/*
 * Who sees what, where work goes, and who may decide: the tables of docs/spec/decision-tables.md as data. The engine reads them
 * here and nowhere else; a test holds them against that page and against what the engine does (SG-07).
 */

/** Somebody as seen from one pupil's work. */
export type Onlooker = 'author' | 'own staff' | 'own pupils' | 'other staff' | 'other pupils' | 'guests';

/** P2, P22: whether an onlooker sees work that has come so far; `putAway` whether also while it is put away. */
export const sight: Readonly<Record<Onlooker, Readonly<Record<Reach | 'putAway', boolean>>>> = {
  author: { held: true, school: true, board: true, putAway: false },
  'own staff': { held: true, school: true, board: true, putAway: true },
  'own pupils': { held: false, school: true, board: true, putAway: false },
  'other staff': { held: false, school: false, board: true, putAway: false },
  'other pupils': { held: false, school: false, board: true, putAway: false },
  guests: { held: false, school: false, board: true, putAway: false },
};

/** Where a change goes, or why it is not taken. */
export type Landing = Reach | 'FORBIDDEN' | 'NOT_YOURS';

/** What counts for where a change goes: the mode of the school, or what stands above it. */
export type LandingMode = BoardMode | 'late' | 'marked';

/** What decides where a change goes. Work that is `late`, or in which the text check found something, goes where that column says, whatever the mode. */
export interface LandingRow {
  readonly role: BoardRole;
  readonly level: PupilLevel;
  /** A remark is a comment or a reaction; pieces are all else. */
  readonly what: 'piece' | 'remark';
  readonly whose: 'own' | 'others';
  readonly lands: Readonly<Record<LandingMode, Landing>>;
}

const everywhere = (landing: Landing): LandingRow['lands'] => ({
  held: landing,
  'own-school': landing,
  open: landing,
  late: landing,
  marked: landing,
});

/** By the mode of the pupil's school. */
const byMode: LandingRow['lands'] = {
  held: 'held',
  'own-school': 'school',
  open: 'board',
  late: 'held',
  marked: 'held',
};
const byModeNotBase: LandingRow['lands'] = { ...byMode, open: 'school' };

/** P3, P4, P6, CO4, CO5: where changes of a record go before anything that lies on it or that it points to has a say. */
export const landings: readonly LandingRow[] = [
  { role: 'pupil', level: 'view', what: 'piece', whose: 'own', lands: everywhere('FORBIDDEN') },
  { role: 'pupil', level: 'view', what: 'piece', whose: 'others', lands: everywhere('FORBIDDEN') },
  { role: 'pupil', level: 'view', what: 'remark', whose: 'own', lands: everywhere('FORBIDDEN') },
  { role: 'pupil', level: 'view', what: 'remark', whose: 'others', lands: everywhere('FORBIDDEN') },
  { role: 'pupil', level: 'comment', what: 'piece', whose: 'own', lands: everywhere('FORBIDDEN') },
  { role: 'pupil', level: 'comment', what: 'piece', whose: 'others', lands: everywhere('FORBIDDEN') },
  { role: 'pupil', level: 'comment', what: 'remark', whose: 'own', lands: byMode },
  { role: 'pupil', level: 'comment', what: 'remark', whose: 'others', lands: everywhere('NOT_YOURS') },
  { role: 'pupil', level: 'own', what: 'piece', whose: 'own', lands: byMode },
  { role: 'pupil', level: 'own', what: 'piece', whose: 'others', lands: everywhere('NOT_YOURS') },
  { role: 'pupil', level: 'own', what: 'remark', whose: 'own', lands: byMode },
  { role: 'pupil', level: 'own', what: 'remark', whose: 'others', lands: everywhere('NOT_YOURS') },
  { role: 'pupil', level: 'all', what: 'piece', whose: 'own', lands: byMode },
  { role: 'pupil', level: 'all', what: 'piece', whose: 'others', lands: byModeNotBase },
  { role: 'pupil', level: 'all', what: 'remark', whose: 'own', lands: byMode },
  { role: 'pupil', level: 'all', what: 'remark', whose: 'others', lands: everywhere('NOT_YOURS') },
  { role: 'guest', level: 'view', what: 'piece', whose: 'own', lands: everywhere('FORBIDDEN') },
  { role: 'guest', level: 'view', what: 'piece', whose: 'others', lands: everywhere('FORBIDDEN') },
  { role: 'guest', level: 'own', what: 'piece', whose: 'own', lands: everywhere('held') },
  { role: 'guest', level: 'own', what: 'piece', whose: 'others', lands: everywhere('NOT_YOURS') },
  { role: 'staff', level: 'all', what: 'piece', whose: 'own', lands: everywhere('board') },
  { role: 'staff', level: 'all', what: 'piece', whose: 'others', lands: everywhere('board') },
  { role: 'staff', level: 'all', what: 'remark', whose: 'own', lands: everywhere('board') },
  { role: 'staff', level: 'all', what: 'remark', whose: 'others', lands: everywhere('NOT_YOURS') },
];

/** What keeps a whole edit from being taken. */
export type Stop =
  | 'away'
  | 'outOfSight'
  | 'boardFrozen'
  | 'schoolFrozen'
  | 'personFrozen'
  | 'outsideHours'
  | 'noTeacher';

/** The answer to a whole edit under each stop, null where it makes no difference; the first that holds is given. */
export const stops: Readonly<Record<Stop, Readonly<Record<BoardRole, ErrorCode | null>>>> = {
  away: { pupil: 'FORBIDDEN', guest: 'FORBIDDEN', staff: 'FORBIDDEN' },
  outOfSight: { pupil: 'FROZEN', guest: 'FROZEN', staff: 'FROZEN' },
  boardFrozen: { pupil: 'FROZEN', guest: 'FROZEN', staff: null },
  schoolFrozen: { pupil: 'FROZEN', guest: 'FROZEN', staff: null },
  personFrozen: { pupil: 'FROZEN', guest: 'FROZEN', staff: null },
  outsideHours: { pupil: 'OUTSIDE_HOURS', guest: 'OUTSIDE_HOURS', staff: null },
  noTeacher: { pupil: 'WAIT_FOR_TEACHER', guest: 'WAIT_FOR_TEACHER', staff: null },
};

/** Somebody as seen from the school that an act is about; an act about the whole board is about every school's. */
export type Decider = 'own staff' | 'other staff' | 'pupil' | 'system';

/** `theirs`: of freezes, only the one that this decider's school set. */
export type Power = 'yes' | 'no' | 'theirs';

/** P8, P17, P22, P31, P36, SG-08, SG-30: who may do what to a school's pupils and their work. */
export const powers = {
  decide: { 'own staff': 'yes', 'other staff': 'no', pupil: 'no', system: 'no' },
  putAway: { 'own staff': 'yes', 'other staff': 'no', pupil: 'no', system: 'no' },
  restorePage: { 'own staff': 'yes', 'other staff': 'no', pupil: 'no', system: 'no' },
  setMode: { 'own staff': 'yes', 'other staff': 'no', pupil: 'no', system: 'yes' },
  allowOpen: { 'own staff': 'no', 'other staff': 'no', pupil: 'no', system: 'yes' },
  needTeacher: { 'own staff': 'yes', 'other staff': 'no', pupil: 'no', system: 'yes' },
  lookFirst: { 'own staff': 'yes', 'other staff': 'no', pupil: 'no', system: 'yes' },
  setLevel: { 'own staff': 'yes', 'other staff': 'no', pupil: 'no', system: 'yes' },
  setHours: { 'own staff': 'yes', 'other staff': 'no', pupil: 'no', system: 'yes' },
  accept: { 'own staff': 'yes', 'other staff': 'no', pupil: 'no', system: 'no' },
  freezeBoard: { 'own staff': 'yes', 'other staff': 'yes', pupil: 'no', system: 'yes' },
  unfreezeBoard: { 'own staff': 'theirs', 'other staff': 'theirs', pupil: 'no', system: 'yes' },
  freezeSchool: { 'own staff': 'yes', 'other staff': 'yes', pupil: 'no', system: 'yes' },
  unfreezeSchool: { 'own staff': 'yes', 'other staff': 'theirs', pupil: 'no', system: 'yes' },
  freezePerson: { 'own staff': 'yes', 'other staff': 'no', pupil: 'no', system: 'yes' },
  unfreezePerson: { 'own staff': 'yes', 'other staff': 'no', pupil: 'no', system: 'yes' },
  stopEverything: { 'own staff': 'yes', 'other staff': 'yes', pupil: 'no', system: 'no' },
  goOn: { 'own staff': 'theirs', 'other staff': 'theirs', pupil: 'no', system: 'yes' },
  cursorsOff: { 'own staff': 'yes', 'other staff': 'yes', pupil: 'no', system: 'yes' },
  cursorsOn: { 'own staff': 'theirs', 'other staff': 'theirs', pupil: 'no', system: 'yes' },
  staffPage: { 'own staff': 'yes', 'other staff': 'yes', pupil: 'no', system: 'yes' },
  changeMember: { 'own staff': 'yes', 'other staff': 'no', pupil: 'no', system: 'yes' },
} as const satisfies Readonly<Record<string, Readonly<Record<Decider, Power>>>>;
export type Act = keyof typeof powers;
