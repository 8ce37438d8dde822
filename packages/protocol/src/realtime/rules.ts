import * as z from 'zod/mini';

/**
 * What becomes of a school's pupils' work: `held` waits for their teacher, `own-school` is seen by their school at once,
 * `open` by everybody at once (P3).
 */
export const boardMode = z.enum(['held', 'own-school', 'open']);
export type BoardMode = z.infer<typeof boardMode>;

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
    }),
  ),
  /** Nobody's pointer is told to anybody, because the staff of some school want it so (P31). */
  cursorsOff: z.boolean(),
});
export type BoardRules = z.infer<typeof boardRules>;

/** What a pupil may do on a board: look, add own things, or change everybody's. */
export const pupilLevel = z.enum(['view', 'own', 'all']);
export type PupilLevel = z.infer<typeof pupilLevel>;

/** How one person stands on a board. */
export const standing = z.object({ frozen: z.boolean(), level: pupilLevel });
export type Standing = z.infer<typeof standing>;
