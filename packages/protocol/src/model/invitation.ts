import * as z from 'zod/mini';
import { entityId } from './ids.ts';
import { staffRole } from './people.ts';

/** A place on a school's staff that somebody was offered. Whoever has the link takes it, once, before it runs out. */
export const invitation = z.object({
  id: entityId,
  school: entityId,
  /** As the member of staff will be called. */
  name: z.string(),
  roles: z.array(staffRole).check(z.minLength(1)),
  /** SHA-256 of the link's secret, which is random and nowhere else. */
  secretHash: z.string(),
  /** The administrator who made it. */
  by: entityId,
  expiresAt: z.number(),
});
export type Invitation = z.infer<typeof invitation>;
