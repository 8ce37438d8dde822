import type { Viewer } from '@bridgeboard/domain';
import type { Board, BreachQuestion, Pupil, StaffMember } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import { allBoards } from '../all-boards.ts';
import { linesOf } from '../audit-lines.ts';
import type { OpenBoard } from './seen-on-board.ts';

type Parts = Pick<Storage, 'audit' | 'catalogue' | 'directory'>;

/** What was open to whoever had the account, or saw the board. */
export interface Open {
  readonly kind: 'staff' | 'pupil' | 'board' | 'guest';
  /** The account, where it is one. */
  readonly account: string | null;
  /** False for an account that had been ended before. */
  readonly isInTime: boolean;
  readonly boards: readonly OpenBoard[];
}

/** BRE1: null where the school has no such account or board. */
export async function whatWasOpen(parts: Parts, school: string, question: BreachQuestion): Promise<Open | null> {
  const { of } = question;
  if (of.kind === 'board') {
    const board = await parts.catalogue.board(of.id);
    return board && isShownTo(school, board) ? openAs(of.as, { board, school, question }) : null;
  }
  const [member, pupil] = [await parts.directory.staff(of.id), await parts.directory.pupil(of.id)];
  if (member?.school === school) return openToStaff(parts, member, question);
  const schoolClass = pupil && (await parts.directory.schoolClass(pupil.classId));
  return pupil && schoolClass?.school === school ? openToPupil(parts, { pupil, school }, question) : null;
}

/** One that stays for a report alone is gone for everybody (KE4). */
function isShownTo(school: string, { schools, archived }: Board): boolean {
  return schools.includes(school) && !archived?.heldAt;
}

function openAs(as: 'staff' | 'guest', about: { board: Board; school: string; question: BreachQuestion }): Open {
  const { board, school, question } = about;
  const viewer: Viewer = as === 'staff' ? { kind: 'staff', school } : { kind: 'guests' };
  const { from, until } = question;
  const eyes = { viewer, own: school, withBin: false };
  return {
    kind: as === 'staff' ? 'board' : 'guest',
    account: null,
    isInTime: true,
    boards: [{ board, eyes, from, until }],
  };
}

/** Every board of the school, also those that it has left since: until then the other schools' work was before its staff. */
async function openToStaff(
  parts: Parts,
  { id, school, endedAt }: StaffMember,
  question: BreachQuestion,
): Promise<Open> {
  const { from, until } = question;
  const all = endedAt !== null && endedAt < from ? [] : await allBoards(parts);
  const eyes = { viewer: { kind: 'staff', school }, own: school, withBin: true } as const;
  const boards = all
    .filter((board) => isShownTo(school, board) || (board.left ?? []).some((one) => one.school === school))
    .map((board) => ({ board, eyes, from, until: Math.min(until, endedAt ?? until) }));
  return { kind: 'staff', account: id, isInTime: endedAt === null || endedAt >= from, boards };
}

/** The boards that staff had let the pupil in to, for as long as they had. */
async function openToPupil(
  parts: Parts,
  { pupil, school }: { pupil: Pupil; school: string },
  { from, until }: BreachQuestion,
): Promise<Open> {
  const viewer: Viewer = { kind: 'pupil', school, person: pupil.id };
  const eyes = { viewer, own: school, withBin: false };
  const wish = { school, person: pupil.id, until: until + 1, acts: ['pupil.admit', 'pupil.dismiss'] } as const;
  const lines = (await linesOf(parts.audit, wish)).toReversed();
  const boards: OpenBoard[] = [];
  for (const board of (await allBoards(parts)).filter((one) => isShownTo(school, one))) {
    const own = lines.filter((line) => line.board === board.id);
    const admission = await parts.catalogue.admission(board.id, pupil.id);
    const came = own.find(({ act }) => act === 'pupil.admit')?.at ?? admission?.at;
    if (came === undefined || came > until) continue;
    const last = own.at(-1);
    const went = last?.act === 'pupil.dismiss' ? last.at : until;
    if (went >= from) boards.push({ board, eyes, from: Math.max(from, came), until: went });
  }
  return { kind: 'pupil', account: pupil.id, isInTime: true, boards };
}
