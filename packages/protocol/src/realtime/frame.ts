import * as z from 'zod/mini';
import { patch } from './patch.ts';
import { cursor } from './presence.ts';

/**
 * One tick of a shared view: encoded once, the same bytes for every session of that view. `seq` is there, one higher
 * than the last, only when there is a patch (P28). `cursors` replaces all cursors of those named; `gone` removes.
 */
export const frame = z.object({
  seq: z.optional(z.int()),
  patch: z.optional(patch),
  cursors: z.optional(z.array(cursor)),
  gone: z.optional(z.array(z.string())),
});
export type Frame = z.infer<typeof frame>;
