/** A stretch of a school year in which an account is in wrong hands for two days. Moments are ms since 1970. */
const dayMs = 86_400_000;
const start = Date.UTC(2026, 9, 5, 6);
export const incident = {
  from: start + 10 * dayMs,
  until: start + 12 * dayMs,
  /** When schools, classes and pupils came. */
  day: '2026-10-01',
  /** A day after the end. */
  laterDay: '2026-10-19',
} as const;

/** What became of a piece: when it was made, and from when until when it stood at a reach. */
interface Fate {
  readonly made: number;
  readonly letOut?: { readonly at: number; readonly to: 'board' | 'school' };
  readonly putAway?: number;
  readonly deleted?: number;
}

const before = (day: number): number => start + day * dayMs;
const within = (hours: number): number => incident.from + hours * 3_600_000;
const after = (hours: number): number => incident.until + hours * 3_600_000;

/** Each way there is for a piece to lie before, in and after the time. Minutes apart on a board: no two acts fall together. */
const fates: readonly Fate[] = [
  { made: before(1) },
  { made: before(1), letOut: { at: before(2), to: 'board' } },
  { made: before(1), letOut: { at: before(2), to: 'board' }, putAway: before(3) },
  { made: before(1), letOut: { at: within(5), to: 'board' } },
  { made: before(1), letOut: { at: after(5), to: 'board' } },
  { made: within(1) },
  { made: within(1), letOut: { at: within(7), to: 'board' } },
  { made: after(1) },
  { made: before(1), letOut: { at: before(2), to: 'board' }, deleted: before(4) },
  { made: before(1), letOut: { at: before(2), to: 'school' } },
  { made: before(1), letOut: { at: before(2), to: 'board' }, putAway: within(9) },
];

/** A piece of a pupil's on a board, as the plan of the incident has it. */
export interface PlannedPiece extends Fate {
  readonly pupil: string;
  readonly school: string;
  readonly board: string;
  readonly record: string;
  readonly kind: 'work' | 'pictures';
}

const minuteMs = 60_000;

/** Moves a fate by the place of its piece on the board, so that all acts of a board have moments of their own. */
function fateOf(number: number, place: number): Fate {
  const fate = fates[number % fates.length] ?? { made: 0 };
  const later = (at: number): number => at + place * 2 * minuteMs;
  return {
    made: later(fate.made),
    ...(fate.letOut && { letOut: { ...fate.letOut, at: later(fate.letOut.at) } }),
    ...(fate.putAway !== undefined && { putAway: later(fate.putAway) }),
    ...(fate.deleted !== undefined && { deleted: later(fate.deleted) }),
  };
}

/** A pupil of the plan. */
interface PlannedPupil {
  readonly id: string;
  readonly name: string;
  readonly school: string;
  readonly classId: string;
  readonly createdDay: string;
}

/** A board of the plan: of one school's class, or of two. */
export interface PlannedBoard {
  readonly id: string;
  readonly schools: readonly string[];
  readonly pupils: readonly PlannedPupil[];
  readonly pieces: readonly PlannedPiece[];
}

export interface Plan {
  readonly schools: readonly string[];
  readonly pupils: readonly PlannedPupil[];
  readonly boards: readonly PlannedBoard[];
  /** Staff of the first school: whose account it was, and a colleague. */
  readonly account: string;
  readonly colleague: string;
}

/** An id as the store has them, from a readable name. */
export function idOf(name: string): string {
  return name.padEnd(22, '-');
}

const pupilsPerClass = 20;
const piecesPerPupil = 3;

/** So many pupils: six in ten of the school with the account, three of its partner, one of a school that has nothing to do with it. */
export function planIncident(count: number): Plan {
  const schools = ['school-a', 'school-b', 'school-c'].map(idOf);
  const [a = '', b = '', c = ''] = schools;
  const share = (school: string, tenths: number): PlannedPupil[] =>
    Array.from({ length: Math.round((count * tenths) / 10) }, (_, i) => ({
      id: idOf(`pupil-${school.slice(7, 8)}-${i}`),
      name: `Name ${school.slice(7, 8)} ${i}`,
      school,
      classId: idOf(`class-${school.slice(7, 8)}-${Math.floor(i / pupilsPerClass)}`),
      // The last one comes when it is over.
      createdDay: i === Math.round((count * tenths) / 10) - 1 ? incident.laterDay : incident.day,
    }));
  const pupils = [...share(a, 6), ...share(b, 3), ...share(c, 1)];
  const classes = Map.groupBy(pupils, ({ classId }) => classId);
  const of = (school: string, place: number): readonly PlannedPupil[] =>
    classes.get(idOf(`class-${school.slice(7, 8)}-${place}`)) ?? [];
  const boards: PlannedBoard[] = [];
  for (let place = 0; of(a, place).length > 0; place += 1) {
    const partner = of(b, place);
    const on = [...of(a, place), ...partner];
    boards.push(boardOf(`board-a-${place}`, partner.length > 0 ? [a, b] : [a], on));
  }
  for (let place = 0; of(c, place).length > 0; place += 1) boards.push(boardOf(`board-c-${place}`, [c], of(c, place)));
  return { schools, pupils, boards, account: idOf('staff-account'), colleague: idOf('staff-colleague') };
}

function boardOf(name: string, schools: readonly string[], pupils: readonly PlannedPupil[]): PlannedBoard {
  const board = idOf(name);
  const there = pupils.filter(({ createdDay }) => createdDay === incident.day);
  const pieces = there.flatMap(({ id: pupil, school }, i) =>
    Array.from({ length: piecesPerPupil }, (_, k): PlannedPiece => {
      const record = `shape:${`${pupil.replaceAll('-', '')}${k}`.padEnd(21, '_')}`;
      const kind = (i + k) % 5 === 0 ? 'pictures' : 'work';
      return { pupil, school, board, record, kind, ...fateOf(i * 7 + k * 3, i * piecesPerPupil + k) };
    }),
  );
  return { id: board, schools, pupils: there, pieces };
}
