import { createHash } from 'node:crypto';

import type { Board, QueueLine, SchoolBrief, WholeQueue } from '@bridgeboard/protocol';
import type { Directory, QueueIndex } from '@bridgeboard/storage';

import type { Person } from '../rooms/live-board.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import { caseAuthors } from './case-authors.ts';

interface WholeQueueParts {
  readonly queue: Pick<QueueIndex, 'openOf'>;
  readonly directory: Pick<Directory, 'pupil' | 'schoolClass'>;
  readonly schoolBrief: SchoolBriefs;
  /** The board, where this person decides on what waits there. */
  readonly boardFor: (person: Person, board: string) => Promise<Board | null>;
}

/** Names what the index says, so that a page that has it already need not be told again. */
function versionOf(lines: readonly QueueLine[]): string {
  const hash = createHash('sha256');
  for (const { board, case: id, changedAt } of lines) hash.update(`${board} ${id} ${changedAt}\n`);
  return hash.digest('base64url');
}

/** D18: what waits for a school over all boards, from the index alone: no board is opened for it. `queue` is null where `known` is still so. */
export async function wholeQueueFor(
  parts: WholeQueueParts,
  about: { person: Person; known: string },
): Promise<{ version: string; queue: WholeQueue | null }> {
  const { person, known } = about;
  const all = await parts.queue.openOf(person.school);
  const version = versionOf(all);
  if (known === version) return { version, queue: null };
  const { boards, facts } = await boardsOf(parts, { person, ids: new Set(all.map(({ board }) => board)) });
  const open = new Set(boards.map(({ id }) => id));
  const lines = all.filter(({ board }) => open.has(board));
  const people = [...new Set(lines.map(({ author }) => author))];
  const authors = await caseAuthors(parts.directory, facts, people);
  const places = new Map(people.map((id, at) => [id, at]));
  const queue = {
    boards,
    authors: people.map((id) => {
      const { author: name = '', className = '', isGuest } = authors.get(id) ?? {};
      return { name, className, ...(isGuest ? { isGuest } : {}) };
    }),
    lines: lines.map(({ case: id, board, author, kinds, found, openedAt, changedAt }) => {
      return { case: id, board, author: places.get(author) ?? 0, kinds, found, openedAt, changedAt };
    }),
  };
  return { version, queue };
}

async function boardsOf(
  { boardFor, schoolBrief }: WholeQueueParts,
  { person, ids }: { person: Person; ids: ReadonlySet<string> },
): Promise<{ boards: WholeQueue['boards']; facts: Board[] }> {
  const briefs = new Map<string, Promise<SchoolBrief>>();
  const briefOf = (school: string): Promise<SchoolBrief> => {
    const brief = briefs.get(school) ?? schoolBrief(school);
    briefs.set(school, brief);
    return brief;
  };
  const found = await Promise.all([...ids].map((id) => boardFor(person, id)));
  const facts = found.filter((board) => board !== null);
  const boards = await Promise.all(
    facts.map(async ({ id, title, schools }) => ({ id, title, schools: await Promise.all(schools.map(briefOf)) })),
  );
  return { boards, facts };
}
