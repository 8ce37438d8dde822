import type {
  AuditAct,
  BreachFindings,
  BreachPupil,
  BreachQuestion,
  ConcernPerson,
  PupilData,
} from '@bridgeboard/protocol';
import { pupilData } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import { linesOf } from '../audit-lines.ts';
import { whatWasOpen, type Open } from './open-to.ts';
import { lookAlong, type SeenOnBoard } from './seen-on-board.ts';
import { whatWasDone, type Done } from './what-was-done.ts';
import { workOfPupils, type SeenWork } from './work-of-pupils.ts';

/** Pupils whom the reports of concern named that an account could look at, and which of its lines of the log may be told. */
interface ReportsOpenTo {
  readonly pupils: readonly ConcernPerson[];
  readonly mayTell: (concern: string) => boolean;
}

export interface BreachParts {
  readonly storage: Pick<Storage, 'audit' | 'catalogue' | 'directory' | 'journal'>;
  /** Null where whoever asks is not told of reports of concern (SGD5). */
  readonly reportsOpenTo: (account: string, question: BreachQuestion) => Promise<ReportsOpenTo | null>;
  readonly onBoard?: (looked: number, boards: number) => void;
}

/** What was found for a school; other schools' pupils by id, which leave only for whoever runs the server. */
export interface Found extends Omit<BreachFindings, 'others'> {
  readonly others: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What staff can look at of every pupil of their school. */
const inRegister: PupilData[] = ['name', 'class', 'consent', 'trust', 'code', 'activity'];
const order = Object.keys(pupilData) as PupilData[];

/** SG-35: who of a school is affected, with what. Null where the school has no such account or board. */
export async function findBreach(parts: BreachParts, school: string, question: BreachQuestion): Promise<Found | null> {
  const { storage, reportsOpenTo, onBoard } = parts;
  const open = await whatWasOpen(storage, school, question);
  if (open === null) return null;
  const seen: SeenOnBoard[] = [];
  for (const one of open.boards) {
    onBoard?.(seen.length, open.boards.length);
    seen.push(await lookAlong(storage.journal, one));
  }
  const reports = open.account === null ? null : await reportsOpenTo(open.account, question);
  const lines = await linesBy(storage, open, { school, question, reports });
  const work = workOfPupils(seen, school, open.kind === 'guest');
  const done = whatWasDone(lines, seen);
  const all = { open, question, seen, work, done, reports };
  const titled = seen.filter(({ open: { board } }) => board.schools.includes(school));
  return {
    pupils: await pupilsOf(storage, school, all),
    boards: titled.map(({ open: { board } }) => ({
      id: board.id,
      title: board.title,
      did: [...(done.onBoard.get(board.id) ?? [])],
    })),
    others: withReported(work.others, reports, school),
    gone: await goneSince(storage, school, question.from),
    signedIn: lines.flatMap(({ act, at }) => (act === 'session.begin' ? [at] : [])).toReversed(),
    lines: lines.length,
    knowsReports: reports !== null,
  };
}

/** A report about another school's pupil is that school's too. */
function withReported(others: SeenWork['others'], reports: ReportsOpenTo | null, own: string): SeenWork['others'] {
  const all = new Map([...others].map(([school, pupils]) => [school, new Set(pupils)]));
  for (const { person, school } of reports?.pupils ?? []) {
    if (school !== own) all.set(school, (all.get(school) ?? new Set()).add(person));
  }
  return all;
}

interface About {
  readonly open: Open;
  readonly question: BreachQuestion;
  readonly seen: readonly SeenOnBoard[];
  readonly work: SeenWork;
  readonly done: Done;
  readonly reports: ReportsOpenTo | null;
}

async function linesBy(
  { audit }: Pick<Storage, 'audit'>,
  { account }: Open,
  about: { school: string; question: BreachQuestion; reports: ReportsOpenTo | null },
) {
  if (account === null) return [];
  const { school, question, reports } = about;
  const span = { since: question.from, until: question.until + 1 };
  const lines = await linesOf(audit, { school, person: account, ...span });
  const mayTell = (id: string): boolean => reports?.mayTell(id) ?? false;
  return lines.filter(
    ({ by, subjects }) => by?.person === account && subjects.every(({ kind, id }) => kind !== 'concern' || mayTell(id)),
  );
}

/** In the order of their classes. */
async function pupilsOf(
  { directory }: Pick<Storage, 'directory'>,
  school: string,
  about: About,
): Promise<BreachPupil[]> {
  const { done, work, question } = about;
  const found: BreachPupil[] = [];
  const besides = dataBy(about);
  // A day is all that is kept of when a pupil came.
  const lastDay = new Date(question.until).toISOString().slice(0, 10);
  for (const { id: classId, name: className } of await directory.classesOf(school)) {
    for (const { id, nickname: name, createdDay } of await directory.pupilsOf(classId)) {
      const did = [...new Set([...(done.toPupil.get(id) ?? []), ...(done.inClass.get(classId) ?? [])])];
      const own = createdDay > lastDay ? [] : [...(work.own.get(id) ?? [])];
      const kinds = new Set([...(createdDay > lastDay ? [] : besides(id)), ...own.flatMap((one) => one.kinds)]);
      if (kinds.size + did.length === 0) continue;
      const could = order.filter((kind) => kinds.has(kind));
      found.push({ id, name, class: className, could, work: own, did });
    }
  }
  return found;
}

/** BRE1: of whom what could be seen, besides their work. */
function dataBy({ open, seen, reports }: About): (pupil: string) => ReadonlySet<PupilData> {
  const { kind, account, isInTime } = open;
  const on = (some: 'judged' | 'named'): Set<string> => new Set(seen.flatMap((one) => [...one[some]]));
  const [judged, named] = [on('judged'), on('named')];
  const reported = new Set(reports?.pupils.map(({ person }) => person));
  return (pupil) => {
    if (!isInTime) return new Set();
    const isSelf = account === pupil;
    const kinds: PupilData[][] = [
      kind === 'staff' ? inRegister : [],
      isSelf ? ['name', 'class'] : [],
      kind !== 'guest' && named.has(pupil) ? ['name'] : [],
      (kind === 'staff' || isSelf) && judged.has(pupil) ? ['decisions'] : [],
      reported.has(pupil) ? ['reports'] : [],
    ];
    return new Set(kinds.flat());
  };
}

/** BRE4: what was there perhaps and cannot be told any more. A board that stays for a report alone counts as gone, as for everybody (KE4). */
async function goneSince(
  { audit, catalogue, directory }: Pick<Storage, 'audit' | 'catalogue' | 'directory'>,
  school: string,
  since: number,
): Promise<BreachFindings['gone']> {
  const acts: AuditAct[] = ['pupil.remove', 'class.remove', 'board.delete'];
  const lines = await linesOf(audit, { school, since, acts });
  const pupils = new Set<string>();
  const boards = new Set(lines.flatMap(({ act, board }) => (act === 'board.delete' && board !== null ? [board] : [])));
  for (const { kind, id } of lines.flatMap(({ subjects }) => subjects)) {
    if (kind === 'person' && (await directory.pupil(id)) === null) pupils.add(id);
  }
  const kept = (await catalogue.boardsOf(school)).filter(({ archived }) => archived?.heldAt);
  for (const { id } of kept) boards.add(id);
  return { pupils: pupils.size, boards: boards.size };
}
