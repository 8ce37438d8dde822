import * as z from 'zod/mini';
import { errorCodes, type ErrorCode } from '../errors.ts';
import { author } from '../model/people.ts';
import { patch } from './patch.ts';
import { pointer } from './presence.ts';
import { standing } from './rules.ts';

export const errorCode = z.enum(errorCodes as [ErrorCode, ...ErrorCode[]]);

/** Why one operation of an edit was not taken. `op` is its place in the edit, from 0. */
export const opRefusal = z.object({
  op: z.int(),
  code: errorCode,
  /** Whose record it was, as the sender may know them (NOT_YOURS). */
  whose: z.optional(author),
});
export type OpRefusal = z.infer<typeof opRefusal>;

/** The answer to one edit: it is durable now. Operations not listed in `refused` took effect. */
export const editAnswer = z.object({
  client: z.string(),
  seq: z.int(),
  refused: z.optional(z.array(opRefusal)),
});
export type EditAnswer = z.infer<typeof editAnswer>;

/** A page that somebody else deleted with work of this person on it, and that can still be restored (P17). */
export const lostPage = z.object({ page: z.string(), name: z.string(), at: z.number() });
export type LostPage = z.infer<typeof lostPage>;

/**
 * What concerns one session alone: its own unreleased versions (laid over the shared view; `remove` uncovers the shared
 * version again, `hide` takes the record out of this person's view), own review cases, and answers to its edits.
 * `reset` says: forget the own part first, this is the whole of it.
 */
export const privateFrame = z.object({
  seq: z.int(),
  reset: z.optional(z.boolean()),
  own: z.optional(patch),
  hide: z.optional(z.array(z.string())),
  answers: z.optional(z.array(editAnswer)),
  /** Digest of the own part right after this frame (P30). */
  check: z.optional(z.string()),
  /** With `reset`: every pointer this session's view has been told of, in place of what was known. */
  pointers: z.optional(z.array(pointer)),
  /** How this person stands on the board, whenever it changed. */
  you: z.optional(standing),
  /** All pages lost so, whenever they are others than before; with `reset`, none where it is absent. */
  lost: z.optional(z.array(lostPage)),
});
export type PrivateFrame = z.infer<typeof privateFrame>;
