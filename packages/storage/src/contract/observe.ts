import { pools, type Step } from './histories.ts';
import type { Storage } from '../ports/storage.ts';

const statuses = ['open', 'returned', 'approved', 'rejected', 'withdrawn'] as const;

/** What a caller sees of a call: its answer, or the kind of its error. */
async function outcome(call: Promise<unknown>): Promise<unknown> {
  try {
    return { answer: (await call) ?? null };
  } catch (error) {
    return { error: error instanceof Error ? error.name : error };
  }
}

/** Runs groups of writes, those of a group at once, and tells what each caller saw and what all reads say in the end. */
export async function traceOf(storage: Storage, groups: readonly (readonly Step[])[]): Promise<unknown> {
  const outcomes: unknown[] = [];
  for (const group of groups) {
    outcomes.push(
      await Promise.all(group.map(({ name, run }) => outcome(run(storage)).then((seen) => ({ name, seen })))),
    );
  }
  return { outcomes, everything: await readEverything(storage) };
}

async function readEverything({ journal, directory, catalogue, queue, publications }: Storage): Promise<unknown> {
  const boards = pools.board.map(async (board) => [
    await journal.lastSeq(board),
    await journal.read(board, 1, 1000),
    await journal.read(board, 3, 2),
    await journal.latestCheckpoint(board),
    await catalogue.board(board),
    await catalogue.admissionsOf(board),
    await queue.appliedSeq(board),
    await publications.publicationsOf(board),
  ]);
  const schools = pools.school.map(async (school) => [
    await directory.school(school),
    await directory.partnershipsOf(school),
    await directory.staffOf(school),
    await directory.classesOf(school),
    await catalogue.boardsOf(school),
    await queue.openOf(school),
    await Promise.all(statuses.map((status) => queue.countSince(school, status, 3))),
  ]);
  const things = pools.thing.map(async (id) => [
    await directory.staff(id),
    await directory.schoolClass(id),
    await directory.pupil(id),
    await directory.pupilsOf(id),
    await publications.publication(id),
    await catalogue.admission(pools.board[0], id),
  ]);
  const lists = [directory.schools(), directory.classesByCode('AAAA')];
  return {
    boards: await Promise.all(boards),
    schools: await Promise.all(schools),
    things: await Promise.all(things),
    lists: await Promise.all(lists),
  };
}
