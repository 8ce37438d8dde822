import * as z from 'zod/mini';
import { entityId } from './ids.ts';

/** A board's own facts; what is on it stands in its journal. */
export const board = z.object({
  id: entityId,
  title: z.string(),
  partnership: z.nullable(entityId),
  schools: z.array(entityId),
  host: entityId,
  createdBy: entityId,
  createdAt: z.number(),
  /** When its content last changed. */
  changedAt: z.number(),
  /** Until when class codes open its lobby, ms since 1970; 0 when the door is shut. */
  doorOpenUntil: z.number(),
});
export type Board = z.infer<typeof board>;

/** A pupil was let in to a board by staff of the own school. */
export const admission = z.object({ board: entityId, pupil: entityId, school: entityId, by: entityId, at: z.number() });
export type Admission = z.infer<typeof admission>;
