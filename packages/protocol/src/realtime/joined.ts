import * as z from 'zod/mini';
import { entityId } from '../model/ids.ts';
import { author, schoolBrief } from '../model/people.ts';
import { pens } from './patch.ts';
import { boardRules } from './rules.ts';

/**
 * Answer to `join`. With `resume: "frames"` the missed frames follow on the socket; with `"unchanged"` the browser keeps what
 * it has and goes on from here; with `"snapshot"` it fetches `GET /api/boards/:board/snapshot` and applies only frames newer
 * than it. A full private frame follows in each case.
 */
export const joined = z.object({
  board: z.object({ id: entityId, title: z.string(), schools: z.array(schoolBrief) }),
  you: author,
  /** Key of this session's own cursor, so that the browser leaves it out. */
  cursor: z.string(),
  epoch: z.string(),
  /** Which moment the board was last set back to from a backup, ms since 1970; absent where that never happened. */
  restoredTo: z.optional(z.number()),
  viewRun: z.string(),
  viewSeq: z.int(),
  resume: z.enum(['frames', 'unchanged', 'snapshot']),
  /** With `unchanged`: the numbers that growing strokes have in this run, and the board's rules. */
  pens: z.optional(pens),
  rules: z.optional(boardRules),
  /** The last edit of this client that is durable; whatever is newer must be sent again. */
  takenSeq: z.int(),
});
export type Joined = z.infer<typeof joined>;
