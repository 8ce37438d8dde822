import * as z from 'zod/mini';
import { entityId } from './ids.ts';

/** Kinds of content for which a pupil is trusted apart. */
export const trustKind = z.enum(['words', 'drawing', 'picture']);
export type TrustKind = z.infer<typeof trustKind>;

/** `before`: staff look first, always · `after`: the own school sees it at once · `trusted`: all see it at once where charters allow. */
export const trustLevel = z.enum(['before', 'after', 'trusted']);
export type TrustLevel = z.infer<typeof trustLevel>;

/** Why a pupil stands where they stand: nothing yet, approvals in a row, a rejection, something put away, or a member of staff said so. */
export const trustCause = z.enum(['start', 'approvals', 'rejected', 'put-away', 'set']);
export type TrustCause = z.infer<typeof trustCause>;

/** What no review case tells: staff set a level (null: as the board says), or put something of the pupil's away. */
export const trustMark = z.object({
  kind: trustKind,
  level: z.nullable(trustLevel),
  cause: z.enum(['put-away', 'set']),
  by: z.string(),
  at: z.number(),
});
export type TrustMark = z.infer<typeof trustMark>;

/** The newest mark of each kind of one pupil, whose id it has. */
export const pupilTrust = z.object({ id: entityId, school: entityId, marks: z.array(trustMark) });
export type PupilTrust = z.infer<typeof pupilTrust>;

/** After how many approvals in a row a pupil's level rises by itself; null: never. */
export const trustAfter = z.nullable(z.int().check(z.minimum(1), z.maximum(100)));
export const usualTrustAfter = 10;
