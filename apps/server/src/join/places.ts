import { takesPart } from '@bridgeboard/domain';
import type { Board } from '@bridgeboard/protocol';
import type { BoardCatalogue } from '@bridgeboard/storage';

import type { SignedIn } from '../http/signed-in.ts';
import type { Clock } from '../time-and-chance.ts';

/** Where a pupil stands: let in to a board, waiting at an open door, or before shut doors. */
export interface Place {
  readonly state: 'waiting' | 'admitted' | 'shut';
  readonly board: Board | null;
}

interface PlaceParts {
  readonly catalogue: Pick<BoardCatalogue, 'boardsOf' | 'admission'>;
  readonly clock: Clock;
}

/** Finds the boards of a school whose door is open now; the one that changed last comes first. */
export async function openDoors({ catalogue, clock }: PlaceParts, school: string): Promise<Board[]> {
  const now = clock.now();
  return (await catalogue.boardsOf(school)).filter(({ archived, doorOpenUntil }) => !archived && doorOpenUntil > now);
}

/**
 * An open door the pupil was let in through counts first, then one that let them in during this session and shut behind
 * them: a lesson goes on when the door is shut. An older admission never takes a pupil past a door that is open today.
 */
export async function placeOf(parts: PlaceParts, session: Pick<SignedIn, 'person' | 'startedAt'>): Promise<Place> {
  const { person, startedAt } = session;
  const now = parts.clock.now();
  const boards = (await parts.catalogue.boardsOf(person.school)).filter(
    (board) => !board.archived && takesPart(board, person),
  );
  const looked = await Promise.all(
    boards.map(async (board) => ({ board, at: (await parts.catalogue.admission(board.id, person.id))?.at ?? null })),
  );
  const admitted = looked
    .flatMap(({ board, at }) => (at === null ? [] : [{ board, at }]))
    .toSorted((one, other) => other.at - one.at);
  const isOpen = (board: Board): boolean => board.doorOpenUntil > now;
  const open = boards.filter(isOpen);
  const current =
    admitted.find(({ board }) => isOpen(board)) ??
    admitted.find(({ at }) => at >= startedAt) ??
    (open.length === 0 ? admitted[0] : undefined);
  if (current !== undefined) return { state: 'admitted', board: current.board };
  return open[0] === undefined ? { state: 'shut', board: null } : { state: 'waiting', board: open[0] };
}
