import * as z from 'zod/mini';
import { entityId } from './ids.ts';

/**
 * A pupil whose work is to be gone for good, by id alone. Kept for ever: a backup from before is put in place without that
 * work (ER4). `doneAt` is null until this store has nothing of it any more.
 */
export const erasure = z.object({ id: entityId, askedAt: z.number(), doneAt: z.nullable(z.number()) });
export type Erasure = z.infer<typeof erasure>;
