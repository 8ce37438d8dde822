import { schoolsEraser, takeSchoolsOff, type BoardState, type ContentEraser } from '@bridgeboard/domain';
import type { Board, BoardLeave } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import { loadBoard } from '../rooms/load-board.ts';
import { queueLinesOf } from '../rooms/queue-lines.ts';
import { rewriteBoard } from '../rooms/rewrite-board.ts';
import { copyJournal } from './copy-journal.ts';

export interface PartingParts {
  readonly storage: Pick<Storage, 'assets' | 'catalogue' | 'journal' | 'publications' | 'queue'>;
  /** tldraw's serialised schema, for checkpoints. */
  readonly schema: unknown;
  readonly now: number;
}

/**
 * Parts a board from a school that left, while nobody has it open (CH17). First the school gets its own, whole and listed, then its work
 * goes from here: cut off anywhere, it is done again, and nothing is gone that is not kept elsewhere. Answers the school's board, or null
 * where nobody of it has ever been on this one.
 */
export async function partBoard(parts: PartingParts, board: Board, leave: BoardLeave): Promise<string | null> {
  const { catalogue } = parts.storage;
  const copy = leave.copy !== null && (await wasHere(parts, board, leave.school)) ? leave.copy : null;
  if (copy !== null && (await catalogue.board(copy)) === null) await makeOwnBoard(parts, { board, leave, copy });
  await takeOffHere(parts, board, leave);
  return copy;
}

async function wasHere({ storage }: PartingParts, board: Board, school: string): Promise<boolean> {
  const { members } = await loadBoard(storage.journal, { board: board.id, schools: board.schools });
  return [...members.entries()].some(([, member]) => member.school === school);
}

/** The school's own board: the same journal without everybody else's work, its pictures, and its pupils let in. */
async function makeOwnBoard(
  parts: PartingParts,
  { board, leave, copy }: { board: Board; leave: BoardLeave; copy: string },
): Promise<void> {
  const { assets, catalogue, journal, queue } = parts.storage;
  const { school, by, at } = leave;
  await copyJournal(journal, { from: board.id, to: copy });
  const others = (state: BoardState): string[] => schoolsOn(state).filter((one) => one !== school);
  const { state } = await takeOff(parts, { id: copy, schools: [school] }, others);
  for (const { id, school: whose } of await assets.assetsOf(board.id)) {
    if (whose === school) await assets.moveTo(id, copy);
  }
  for (const admission of await catalogue.admissionsOf(board.id)) {
    if (admission.school === school) await catalogue.admit({ ...admission, board: copy });
  }
  const lines = queueLinesOf(state, new Set([...state.cases.entries()].map(([id]) => id)));
  await queue.apply(
    copy,
    state.seq,
    lines.filter((line) => line.school === school),
  );
  // Listed last: what is listed is whole.
  const left = board.schools.map((one): BoardLeave => ({ school: one, by, at, copy: null, done: true }));
  const { title, createdAt, changedAt } = board;
  const own = { id: copy, partnership: null, schools: [school], host: school, createdBy: by, doorOpenUntil: 0, left };
  const knownGuests = board.knownGuests?.filter((guest) => guest.school === school);
  const members = board.members?.filter((one) => one.school === school);
  const facts = { ...(members ? { members } : {}), ...(knownGuests ? { knownGuests } : {}) };
  await catalogue.create({ ...own, title, createdAt, changedAt, ...facts });
}

async function takeOffHere(parts: PartingParts, board: Board, { school, by, at }: BoardLeave): Promise<void> {
  const { catalogue, publications, queue } = parts.storage;
  const { state, eraser } = await takeOff(parts, board, () => [school]);
  for (const { id, parts: all } of await publications.publicationsOf(board.id)) {
    for (const part of all) {
      const records = part.school === school ? [] : part.records.filter((item) => !eraser.isIn(item));
      if (records.length < part.records.length) await publications.replacePart(id, { ...part, records });
    }
    // A page of theirs alone has nothing on it any more.
    if (all.every((part) => part.school === school)) await publications.withdraw(id, by, at);
  }
  for (const admission of await catalogue.admissionsOf(board.id)) {
    if (admission.school === school) await catalogue.dismiss(board.id, admission.pupil);
  }
  // Asked anew: another school may have left a moment ago.
  const knownGuests = (await catalogue.board(board.id))?.knownGuests?.filter((guest) => guest.school !== school);
  if (knownGuests) await catalogue.update(board.id, { knownGuests });
  await queue.apply(board.id, state.seq, queueLinesOf(state, new Set([...state.cases.entries()].map(([id]) => id))));
}

function takeOff(
  { storage, schema, now }: PartingParts,
  { id, schools }: Pick<Board, 'id' | 'schools'>,
  going: (before: BoardState) => readonly string[],
): Promise<{ state: BoardState; eraser: ContentEraser }> {
  const about = (before: BoardState) => ({ schools: going(before), now });
  return rewriteBoard(
    { journal: storage.journal, schema },
    { board: id, schools },
    {
      entry: (before) => takeSchoolsOff(before, about(before)),
      eraser: (before) => schoolsEraser(before, about(before)),
      now,
    },
  );
}

/** Every school that is on a board or has ever been. */
function schoolsOn(state: BoardState): string[] {
  return [...new Set([...state.schools, ...[...state.members.entries()].map(([, { school }]) => school)])];
}
