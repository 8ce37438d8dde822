import * as z from 'zod/mini';

/**
 * What becomes of a school's pupils' work: `held` waits for their teacher, `own-school` is seen by their school at once,
 * `open` by everybody at once (P3).
 */
export const boardMode = z.enum(['held', 'own-school', 'open']);
export type BoardMode = z.infer<typeof boardMode>;

/** What a pupil may do on a board: look, add own things, or change everybody's. */
export const pupilLevel = z.enum(['view', 'comment', 'own', 'all']);
export type PupilLevel = z.infer<typeof pupilLevel>;

const minuteOfDay = z.int().check(z.minimum(0), z.maximum(1440));

/** Shorter than this nothing is opened for: in minutes. */
export const shortestOpening = 15;

/**
 * When a school's pupils may write, by the clocks of their own school: days from 1 (Monday) to 7, minutes after midnight; `to` is no
 * longer open.
 */
export const openingHours = z
  .object({
    days: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.minLength(1), z.maxLength(7)),
    from: minuteOfDay,
    to: minuteOfDay,
  })
  .check(z.refine(({ from, to }) => to - from >= shortestOpening));
export type OpeningHours = z.infer<typeof openingHours>;

/** The rules that hold on a board at this moment, for each of its schools. */
export const boardRules = z.object({
  schools: z.array(
    z.object({
      school: z.string(),
      mode: boardMode,
      /** Pupils of this school may not write for now. */
      frozen: z.boolean(),
      /** Pupils of this school write only while one of their teachers is on the board. */
      needsTeacher: z.boolean(),
      /** Pupils of this school see other schools' pupils' work only once their own staff have looked at it. */
      looksFirst: z.boolean(),
      /** When pupils of this school may write; null stands for any time. */
      hours: z.nullable(openingHours),
      /** When they may write again by those hours and by the charter, ms since 1970; null where they may now. */
      opensAt: z.nullable(z.number()),
      /** The schools whose hours in the charter keep them from it now; empty where it is the board's own hours. */
      closedBy: z.array(z.string()),
    }),
  ),
  /** Schools whose staff have stopped everything: no pupil writes, and all other schools see nothing of the board (P39). */
  stoppedBy: z.array(z.string()),
  /** Nobody's pointer is told to anybody, because the staff of some school want it so (P31). */
  cursorsOff: z.boolean(),
  /** Pages that only staff change. */
  staffPages: z.array(z.string()),
  /** Names of guests who look on right now: everybody is told. */
  guests: z.array(z.string()),
});
export type BoardRules = z.infer<typeof boardRules>;

/** How one person stands on a board. */
export const standing = z.object({ frozen: z.boolean(), level: pupilLevel });
export type Standing = z.infer<typeof standing>;
