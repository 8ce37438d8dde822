import * as z from 'zod/mini';
import type { BoardRecord } from './board-record.ts';
import { entityId } from './ids.ts';

/** One school's approved records as they were when a teacher of that school agreed (D19). */
export const publicationPart = z.object({
  school: entityId,
  agreedBy: entityId,
  agreedAt: z.number(),
  records: z.array(
    z.object({
      record: z.custom<BoardRecord>((value) => typeof value === 'object' && value !== null),
      /** Person id; consent is asked again at each reading. */
      author: z.string(),
      role: z.enum(['staff', 'pupil']),
    }),
  ),
});
export type PublicationPart = z.infer<typeof publicationPart>;

/** An immutable copy of approved records of a board, for parents and the public. Ends by withdrawal. */
export const publication = z.object({
  id: entityId,
  board: entityId,
  title: z.string(),
  schools: z.array(entityId),
  proposedBy: entityId,
  createdAt: z.number(),
  parts: z.array(publicationPart),
  withdrawnAt: z.nullable(z.number()),
  withdrawnBy: z.nullable(entityId),
});
export type Publication = z.infer<typeof publication>;
