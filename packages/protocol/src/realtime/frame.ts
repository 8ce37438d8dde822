import * as z from 'zod/mini';
import { patch } from './patch.ts';
import { pointer } from './presence.ts';

/**
 * One tick of a shared view: encoded once, the same bytes for every session of that view. With a patch, `seq` is one higher
 * than the last (P28); without one there is no `seq`, or the last one again where only `check` is said of it.
 */
export const frame = z.object({
  seq: z.optional(z.int()),
  /** This frame brings everything after this number at once, to somebody who comes back. */
  since: z.optional(z.int()),
  patch: z.optional(patch),
  /** Digest of the whole shared view right after `seq` (P30). */
  check: z.optional(z.string()),
  pointers: z.optional(z.array(pointer)),
  /** Three integers a pointer: its `n`, and how far it moved since this view was last told, in pixels. */
  moves: z.optional(z.array(z.int())),
  /** Pointers that are gone, by `n`. */
  gone: z.optional(z.array(z.int())),
});
export type Frame = z.infer<typeof frame>;
