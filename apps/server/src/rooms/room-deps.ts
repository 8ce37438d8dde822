import type { BoardState, EditInput, EntryLimit, FindInText, TrustLevels, Uploads } from '@bridgeboard/domain';
import type { CharterHolds, ErrorCode, JournalEntry, Refused, SchoolBrief } from '@bridgeboard/protocol';

import type { SchoolPupil } from '../pupil-trust.ts';
import type { BoardPast } from './board-past.ts';
import type { FanOut } from './fan-out.ts';

/** What a room needs of the world around it. */
export interface RoomDeps {
  readonly board: { id: string; title: string; schools: readonly SchoolBrief[] };
  /** What the charter says when the room opens. */
  readonly charter: CharterHolds;
  readonly load: () => Promise<BoardState>;
  /** What the journal says of the past. */
  readonly past: BoardPast;
  /** Which of these pictures somebody has uploaded to this board. */
  readonly uploadsOf: (person: string, ids: readonly string[]) => Promise<Uploads>;
  /** What the words of a school's pupils are held against. */
  readonly finderOf: (school: string) => Promise<FindInText>;
  /** What a pupil is trusted with now. */
  readonly trustOf: (pupil: SchoolPupil) => Promise<TrustLevels>;
  readonly append: (entries: readonly JournalEntry[]) => Promise<void>;
  /** Rejects where somebody else has gone on with the board's journal. */
  readonly checkOwner: () => Promise<void>;
  readonly onKept: (state: BoardState, entries: readonly JournalEntry[]) => void;
  readonly fanOut: FanOut;
  readonly now: () => number;
  readonly newId: () => string;
  /** 0 ≤ random < 1. */
  readonly random: () => number;
  readonly check: EditInput['check'];
  readonly schema: unknown;
  readonly refusal: (code: ErrorCode) => Refused;
  /** Told when a tick broke off; the room has not said anything then. */
  readonly onFault: (reason: unknown) => void;
  /** Acts wait for the next tick, so that one append keeps all of them; somebody has to call `tick` then. */
  readonly isPaced: boolean;
  /** For tests: acts are kept in parts from here on. */
  readonly entryLimit?: EntryLimit | undefined;
}
