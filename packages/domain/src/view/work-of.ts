import type { Fields } from '@bridgeboard/protocol';
import type { BoardState, Slot } from '../board/board-state.ts';
import { allVersions, type KnownVersion } from './all-versions.ts';

/** Something that a person made, on the board or in its bin. */
interface OwnPiece {
  readonly isDeleted: boolean;
  readonly isPutAway: boolean;
  readonly versions: readonly KnownVersion[];
}

/** What a person changed of somebody else's piece and nobody has let out: the changed fields alone, because the rest is the other's. */
interface OwnChange {
  readonly id: string;
  readonly at: number;
  readonly fields: Fields;
}

/** What was said to a person about work of theirs. */
interface ToldOf {
  readonly state: string;
  readonly openedAt: number;
  readonly changedAt: number;
  readonly note: string | null;
}

/** All that a board has of one person and of nobody else (SG-20). */
export interface WorkOf {
  readonly pieces: readonly OwnPiece[];
  readonly changes: readonly OwnChange[];
  readonly cases: readonly ToldOf[];
}

export function workOf(state: BoardState, person: string): WorkOf {
  const pieces: OwnPiece[] = [];
  const changes: OwnChange[] = [];
  const note = (slot: Slot, isDeleted: boolean): void => {
    if (slot.author === person) {
      // What others changed of it and is not let out is theirs.
      const versions = allVersions(slot).filter(({ by }) => by === person);
      if (versions.length > 0) pieces.push({ isDeleted, isPutAway: slot.hidden, versions });
      return;
    }
    for (const { author, at, fields } of slot.layers) if (author === person) changes.push({ id: slot.id, at, fields });
  };
  for (const [, slot] of state.slots.entries()) note(slot, false);
  for (const [, { slot }] of state.bin.entries()) note(slot, true);
  const cases = [...state.cases.entries()]
    .filter(([, { author }]) => author === person)
    .map(([, { state: at, openedAt, changedAt, decision }]) => ({
      state: at,
      openedAt,
      changedAt,
      note: decision?.note ?? null,
    }));
  return { pieces, changes, cases };
}
