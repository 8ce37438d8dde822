import type { EditInput, EntryLimit, Uploads } from '@bridgeboard/domain';
import type { Board, ErrorCode, QueueLine, Refused, TrustMark } from '@bridgeboard/protocol';
import type { BoardCatalogue, BoardJournal, Directory } from '@bridgeboard/storage';

import type { CharterOf } from '../charter-of.ts';
import type { SchoolPupil } from '../pupil-trust.ts';
import type { FanOut } from './fan-out.ts';
import type { RoomDeps } from './room-deps.ts';

/** What a record must be like, and the form that it is kept in. */
interface RecordSchema {
  readonly check: EditInput['check'];
  readonly schema: unknown;
}

/** What all rooms of a process share. */
export interface RegistryDeps extends Pick<RoomDeps, 'finderOf' | 'trustOf'> {
  readonly journal: BoardJournal;
  readonly catalogue: BoardCatalogue;
  readonly directory: Directory;
  readonly charterOf: CharterOf;
  /** Does what has to be done to a board before anybody opens it, and answers its facts as they are then. */
  readonly settle: (board: Board) => Promise<Board>;
  readonly fanOut: FanOut;
  /** Which of these pictures somebody has uploaded to a board. */
  readonly uploadsOf: (about: { board: string; person: string; ids: readonly string[] }) => Promise<Uploads>;
  /** Something of a pupil's was put away. */
  readonly onPutAway: (pupil: SchoolPupil, mark: TrustMark) => void;
  /** Brings the cross-board queue up to date after entries have been kept (D18). */
  readonly onQueue: (board: string, seq: number, lines: QueueLine[]) => void;
  /** The journal of a board has something new for the audit log. */
  readonly onAudited: (board: string) => void;
  readonly now: () => number;
  readonly newId: () => string;
  readonly random: () => number;
  /** Asked with each board that is opened: a server without any does not need tldraw's schema in memory. */
  readonly records: () => Promise<RecordSchema>;
  readonly refusal: (code: ErrorCode) => Refused;
  /** Acts wait for the next tick: somebody calls `tick` often. */
  readonly isPaced: boolean;
  /** For tests: acts are kept in parts from here on. */
  readonly entryLimit?: EntryLimit | undefined;
  readonly onError: (what: string, reason: unknown) => void;
}
