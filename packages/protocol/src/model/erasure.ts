import * as z from 'zod/mini';
import { entityId } from './ids.ts';

/**
 * A pupil whose work, or a board that, is to be gone for good, by id alone. Kept for ever: a backup from before is put in place without
 * it (ER4). `doneAt` is null until this store has nothing of it any more.
 */
export const erasure = z.object({
  id: entityId,
  /** Lists from before boards were deleted name people alone. */
  kind: z._default(z.enum(['person', 'board']), 'person'),
  askedAt: z.number(),
  doneAt: z.nullable(z.number()),
});
export type Erasure = z.infer<typeof erasure>;
