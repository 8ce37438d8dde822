import * as z from 'zod/mini';
import { recordId } from '../model/ids.ts';

const coordinate = z.number().check(z.minimum(-100_000), z.maximum(100_000));

/** Where this person's pointer is. Never stored; the newest value wins; what others get of it is decided by P31. */
export const presence = z.object({
  page: recordId,
  x: coordinate,
  y: coordinate,
  /** Pointer is down on a drawing tool, or a text is being typed: other schools' view of a pupil rests. */
  busy: z.boolean(),
  selection: z.array(recordId).check(z.maxLength(50)),
});
export type PresenceMessage = z.infer<typeof presence>;

/** One person's cursor as one view may see it. `selection` is there within the own school only. */
export const cursor = z.object({
  key: z.string(),
  by: z.string(),
  page: recordId,
  x: z.number(),
  y: z.number(),
  selection: z.optional(z.array(recordId)),
});
export type Cursor = z.infer<typeof cursor>;
