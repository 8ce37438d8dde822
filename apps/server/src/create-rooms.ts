import { setImmediate as nextTurn } from 'node:timers/promises';

import type { BoardState } from '@bridgeboard/domain';
import type { ErrorCode, QueueLine, Refused, TrustMark } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import { AuditFeed } from './audit/audit-feed.ts';
import { createCharterOf } from './charter-of.ts';
import { Leavings } from './leaving/leavings.ts';
import { QueueFeed } from './moderation/queue-feed.ts';
import { meteredJournal } from './observability/metered-journal.ts';
import type { Meters } from './observability/meters.ts';
import { knownUploads } from './pictures/known-uploads.ts';
import type { FanOut } from './rooms/fan-out.ts';
import { queueLinesOf } from './rooms/queue-lines.ts';
import { RoomRegistry } from './rooms/room-registry.ts';
import { PupilTrustBook, type SchoolPupil } from './pupil-trust.ts';
import { TextChecks } from './text-checks.ts';
import { newId } from './time-and-chance.ts';
import type { Clock, Random } from './time-and-chance.ts';

export interface RoomParts {
  readonly storage: Storage;
  readonly meters?: Meters;
  readonly clock: Clock;
  readonly random: Random;
  readonly fanOut: FanOut;
  readonly refusal: (code: ErrorCode) => Refused;
  readonly onError: (what: string, reason: unknown) => void;
  /** Something of a pupil's was put away, and they are trusted with less from now on (TL3). */
  readonly onFallen?: (pupil: SchoolPupil, mark: TrustMark) => Promise<void>;
  /** Somebody ticks the rooms; without that they keep each act at once. */
  readonly isPaced?: boolean;
}

/** The boards of this process, and what follows their journals: the queue's index and the audit log. */
export interface Rooms {
  readonly boards: RoomRegistry;
  readonly feed: QueueFeed;
  readonly audit: AuditFeed;
  /** What each school's pupils' words are held against. */
  readonly textChecks: TextChecks;
  readonly leavings: Leavings;
  readonly trust: PupilTrustBook;
  /** Lets everything that was asked be kept, then ends all sessions. */
  close(): Promise<void>;
}

/**
 * tldraw's schema, which a server without an open board does not need in memory. A board that opens asks for it once it has been read
 * and before its first views are made: three pieces of work, which others must not have to wait for as one.
 */
async function records() {
  await nextTurn();
  const { checkRecord, serializedSchema } = await import('@bridgeboard/domain/schema-check');
  await nextTurn();
  return { check: checkRecord, schema: serializedSchema };
}

/** The lines of all cases of a board. */
function linesOfBoard(state: BoardState): { seq: number; lines: QueueLine[] } {
  return { seq: state.seq, lines: queueLinesOf(state, new Set([...state.cases.entries()].map(([id]) => id))) };
}

/** The queue's index behind the journals. */
function createQueueFeed(
  { storage, onError }: RoomParts,
  journal: Storage['journal'],
  boards: () => RoomRegistry,
): QueueFeed {
  return new QueueFeed({
    queue: storage.queue,
    journal,
    onError,
    allLines: async (board) => linesOfBoard((await boards().room(board)).state),
  });
}

function createLeavings({ storage, clock, random, onError }: RoomParts, boards: () => RoomRegistry): Leavings {
  return new Leavings({
    storage,
    reopen: (board) => boards().reopen(board),
    open: (board) => boards().open(board),
    schema: async () => (await records()).schema,
    newId: () => newId(random),
    now: () => clock.now(),
    onError,
  });
}

/** What follows from boards' entries, and stands behind the next ones: the queue's index, and what pupils are trusted with. */
function followedBy(about: Pick<Rooms, 'feed' | 'trust'> & Pick<RoomParts, 'onError' | 'onFallen'>) {
  const { feed, trust, onError, onFallen } = about;
  async function markPutAway(pupil: SchoolPupil, mark: TrustMark): Promise<void> {
    const before = await trust.mark(pupil, mark);
    // What the board keeps away by itself was reported: no general log tells of that (P38).
    if (before !== mark.level && mark.by !== '') await onFallen?.(pupil, mark);
  }
  return {
    trustOf: (pupil: SchoolPupil) => trust.levelsOf(pupil),
    onPutAway(pupil: SchoolPupil, mark: TrustMark): void {
      markPutAway(pupil, mark).catch((reason: unknown) => onError('trust', reason));
    },
    onQueue(board: string, seq: number, lines: QueueLine[]): void {
      feed.after(board, seq, lines);
      for (const line of lines) trust.heard(line);
    },
  };
}

/** Opens no board yet. */
export function createRooms(parts: RoomParts): Rooms {
  const { storage, meters, clock, random, fanOut, refusal, onError, isPaced = false } = parts;
  const { catalogue, directory, assets } = storage;
  const journal = meters === undefined ? storage.journal : meteredJournal(storage.journal, meters);
  const audit = new AuditFeed({ storage, onError });
  const feed = createQueueFeed(parts, journal, () => boards);
  const now = (): number => clock.now();
  const leavings = createLeavings(parts, () => boards);
  const kept = { journal, catalogue, directory, charterOf: createCharterOf(directory) };
  const textChecks = new TextChecks(directory);
  const trust = new PupilTrustBook({ storage, upToNow: () => feed.upToNow() });
  const boards: RoomRegistry = new RoomRegistry({
    ...kept,
    settle: (board) => leavings.settle(board),
    fanOut,
    uploadsOf: knownUploads({ assets, clock }),
    finderOf: (school) => textChecks.finderOf(school),
    ...followedBy({ ...parts, feed, trust }),
    onAudited: (board) => audit.after(board),
    now,
    newId: () => newId(random),
    random: () => random.bytes(4).readUInt32BE() / 2 ** 32,
    records,
    refusal,
    onError,
    isPaced,
  });
  return {
    boards,
    feed,
    audit,
    textChecks,
    leavings,
    trust,
    async close() {
      await boards.close();
      await Promise.all([feed.settled(), audit.carryOn()]);
    },
  };
}
