import * as z from 'zod/mini';
import { entityId } from './ids.ts';

/** Lets a named guest look on at one board until a moment, and add notes where `adds` is there; token and session are kept as hashes only. */
const guestPass = z.object({
  id: entityId,
  school: entityId,
  by: entityId,
  name: z.string(),
  tokenHash: z.string(),
  /** Of the device that came in last; null while none has. */
  sessionHash: z.nullable(z.string()),
  endsAt: z.number(),
  adds: z.optional(z.literal(true)),
});
export type GuestPass = z.infer<typeof guestPass>;

/** What a guest is called who has made something on a board, by the id that the board's journal knows them by; it outlives the link. */
const knownGuest = z.object({ id: entityId, school: entityId, name: z.string() });
export type KnownGuest = z.infer<typeof knownGuest>;

/**
 * A school that was on a board and is not any more. Its work becomes the board `copy`, null where that is this one, or where it had none.
 * Until `done` the work is still in this board's journal, and nobody opens the board.
 */
const boardLeave = z.object({
  school: entityId,
  by: entityId,
  at: z.number(),
  copy: z.nullable(entityId),
  done: z.boolean(),
});
export type BoardLeave = z.infer<typeof boardLeave>;

/**
 * Nobody had worked on it for as long as its schools keep things (KE1). `goesAt` is the earliest moment at which it is deleted; `saidAt`
 * when its last week began, null before that; `heldAt` since when something stops the deletion (SG-24), null where nothing does.
 */
const boardArchive = z.object({
  at: z.number(),
  goesAt: z.number(),
  saidAt: z.nullable(z.number()),
  heldAt: z.nullable(z.number()),
});
export type BoardArchive = z.infer<typeof boardArchive>;

/**
 * Whom of a school a board is for: all pupils of these classes, and these single pupils of others. A school that has no such list takes part
 * as a whole; staff always do.
 */
const schoolMembers = z.object({ school: entityId, classes: z.array(entityId), pupils: z.array(entityId) });
export type SchoolMembers = z.infer<typeof schoolMembers>;

/** A board's own facts; what is on it stands in its journal. */
export const board = z.object({
  id: entityId,
  title: z.string(),
  partnership: z.nullable(entityId),
  schools: z.array(entityId),
  host: entityId,
  createdBy: entityId,
  createdAt: z.number(),
  /** When its content last changed, or when it was brought back from the archive. */
  changedAt: z.number(),
  /** Until when class codes open its lobby, ms since 1970; 0 when the door is shut. */
  doorOpenUntil: z.number(),
  /** Schools of which not everybody takes part; absent where there is none. */
  members: z.optional(z.array(schoolMembers)),
  /** Guests who may look on; absent where there was none. */
  guests: z.optional(z.array(guestPass)),
  /** Guests who have made something here; absent where there was none. */
  knownGuests: z.optional(z.array(knownGuest)),
  /** Schools that it was parted from, in the order in which they left; absent where there was none. */
  left: z.optional(z.array(boardLeave)),
  /** Null or absent: people work on it. */
  archived: z.optional(z.nullable(boardArchive)),
});
export type Board = z.infer<typeof board>;

/** A pupil was let in to a board by staff of the own school. */
export const admission = z.object({ board: entityId, pupil: entityId, school: entityId, by: entityId, at: z.number() });
export type Admission = z.infer<typeof admission>;
