import type { AuditAct, BreachQuestion, PupilData } from '@bridgeboard/protocol';

import { deciderOf } from './draw-board.ts';
import { incident, type Plan, type PlannedPiece } from './incident.ts';
import { loggedBy } from './seed-incident.ts';

/** What has to be found, worked out from the plan alone: nothing of the product is asked. */
export interface Expected {
  readonly pupils: Readonly<Record<string, ExpectedPupil>>;
  readonly others: Readonly<Record<string, readonly string[]>>;
}

interface ExpectedPupil {
  readonly could: readonly PupilData[];
  readonly did: readonly AuditAct[];
  /** By board: how many pieces of which kinds, and since when. */
  readonly work: Readonly<Record<string, { pieces: number; kinds: readonly PupilData[]; since: number }>>;
}

type Sees = (piece: PlannedPiece) => number | null;

const { from, until } = incident;

/** Since when a piece stood for everybody on the board, where it did at any time between the two moments. */
const forAll: Sees = ({ letOut, putAway = Infinity, deleted = Infinity }) => {
  const isIn = letOut?.to === 'board' && letOut.at <= until && Math.min(putAway, deleted) >= from;
  return isIn ? letOut.at : null;
};
/** The same for pupils of the own school. */
const forClass: Sees = ({ letOut, putAway = Infinity, deleted = Infinity }) =>
  letOut && letOut.at <= until && Math.min(putAway, deleted) >= from ? letOut.at : null;
/** What staff take out with a pupil's file: all that had been made by then. */
const ofFile: Sees = ({ made }) => (made <= until ? made : null);
/** What stands on the board for its staff: waiting and put away too. */
const forStaff: Sees = ({ made, deleted = Infinity }) => (made <= until && deleted >= from ? made : null);
const forAuthor: Sees = ({ made, putAway = Infinity, deleted = Infinity }) =>
  made <= until && Math.min(putAway, deleted) >= from ? made : null;

interface Eyes {
  readonly own: (piece: PlannedPiece) => Sees;
  readonly boards: (board: string) => boolean;
  readonly besides: (pupil: string) => readonly PupilData[];
}

function eyesOf(plan: Plan, { of }: BreachQuestion): Eyes {
  const isOn = (pupil: string, board: string): boolean =>
    plan.boards.find(({ id }) => id === board)?.pupils.some(({ id }) => id === pupil) === true;
  if (of.kind === 'board') {
    const boards = (id: string): boolean => id === of.id;
    if (of.as === 'guest') return { own: () => forAll, boards, besides: () => [] };
    return { own: () => forStaff, boards, besides: (pupil) => (isOn(pupil, of.id) ? ['name'] : []) };
  }
  if (of.id === plan.account) {
    const { reports } = loggedBy(plan);
    const reported = new Set(reports.flatMap(({ isIn, about, by }) => (isIn ? [about, by] : [])));
    const judged = new Set(
      plan.boards.flatMap(({ pieces }) => pieces).map(({ pupil, made }) => (made <= until ? pupil : '')),
    );
    const besides = (pupil: string): PupilData[] => [
      ...(['name', 'consent', 'trust', 'class', 'code'] as const),
      ...(judged.has(pupil) ? (['decisions'] as const) : []),
      ...(reported.has(pupil) ? (['reports'] as const) : []),
      'activity',
    ];
    return { own: () => ofFile, boards: () => true, besides };
  }
  const boards = (id: string): boolean => isOn(of.id, id);
  const near = new Set(plan.boards.filter(({ id }) => boards(id)).flatMap(({ pupils }) => pupils.map(({ id }) => id)));
  return {
    own: ({ pupil }) => (pupil === of.id ? forAuthor : forClass),
    boards,
    besides: (pupil) => (pupil === of.id ? ['name', 'class', 'decisions'] : near.has(pupil) ? ['name'] : []),
  };
}

/** What the account did, for pupils by id. */
function doneBy(plan: Plan, account: string): Map<string, Set<AuditAct>> {
  const { exports, codes } = loggedBy(plan);
  const inClass = new Set(codes.flatMap(({ by, class: id }) => (by === account ? [id] : [])));
  const decided = plan.boards
    .flatMap(({ pieces }) => pieces)
    .filter((piece) => deciderOf(plan, piece) === account)
    .flatMap(({ pupil, letOut, putAway }): Act[] => [
      { pupil, act: letOut?.to === 'school' ? 'case.school' : 'case.board', at: letOut?.at },
      { pupil, act: 'record.hide', at: putAway },
    ]);
  const acts: Act[] = [
    ...exports.filter(({ by }) => by === account).map(({ pupil, at }) => ({ pupil, act: 'pupil.export' as const, at })),
    ...plan.pupils.flatMap(({ id, classId }): Act[] =>
      inClass.has(classId) ? [{ pupil: id, act: 'class.code', at: from }] : [],
    ),
    ...decided,
  ];
  const within = acts.filter(({ at = 0 }) => at >= from && at <= until);
  const byPupil = Map.groupBy(within, ({ pupil }) => pupil);
  return new Map([...byPupil].map(([pupil, some]) => [pupil, new Set(some.map(({ act }) => act))]));
}

interface Act {
  readonly pupil: string;
  readonly act: AuditAct;
  readonly at: number | undefined;
}

/** What has to be found for the first school of the plan. */
export function expectedOf(plan: Plan, question: BreachQuestion): Expected {
  const eyes = eyesOf(plan, question);
  const [own = ''] = plan.schools;
  const done = question.of.kind === 'account' ? doneBy(plan, question.of.id) : new Map<string, Set<AuditAct>>();
  const onBoards = plan.boards.filter(({ id, schools }) => eyes.boards(id) && schools.includes(own));
  const pieces = onBoards.flatMap((board) => board.pieces);
  const work = workOf(
    pieces.filter(({ school }) => school === own),
    eyes,
  );
  const others: Record<string, string[]> = {};
  for (const { pupil, school } of pieces.filter((piece) => piece.school !== own && forAll(piece) !== null)) {
    others[school] = [...new Set([...(others[school] ?? []), pupil])].toSorted();
  }
  const pupils: Record<string, ExpectedPupil> = {};
  for (const { id, createdDay } of plan.pupils.filter(({ school }) => school === own)) {
    const boards = work.get(id) ?? {};
    const seen = createdDay === incident.day ? eyes.besides(id) : [];
    const could = [...new Set([...seen, ...Object.values(boards).flatMap(({ kinds }) => kinds)])].toSorted();
    const did = [...(done.get(id) ?? [])].toSorted();
    if (could.length + did.length > 0) pupils[id] = { could, did, work: boards };
  }
  return { pupils, others };
}

/** By pupil and board. */
function workOf(pieces: readonly PlannedPiece[], eyes: Eyes): Map<string, ExpectedPupil['work']> {
  const work = new Map<string, ExpectedPupil['work']>();
  for (const piece of pieces) {
    const { pupil, board, kind } = piece;
    const since = eyes.own(piece)(piece);
    if (since === null) continue;
    const boards = work.get(pupil) ?? {};
    const known = boards[board] ?? { pieces: 0, kinds: [], since };
    const kinds = [...new Set([...known.kinds, kind])].toSorted();
    const more = { pieces: known.pieces + 1, kinds, since: Math.min(known.since, since) };
    work.set(pupil, { ...boards, [board]: more });
  }
  return work;
}
