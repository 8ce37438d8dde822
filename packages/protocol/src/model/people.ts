import * as z from 'zod/mini';
import { entityId } from './ids.ts';

export const role = z.enum(['staff', 'pupil']);
export type Role = z.infer<typeof role>;

/** As what somebody works on a board: signed in as one of the two, or as a guest of one lesson, who is nobody to everything else. */
export const boardRole = z.enum(['staff', 'pupil', 'guest']);
export type BoardRole = z.infer<typeof boardRole>;

/** What a member of staff is at their school: who teaches, who runs the school's place here, who is told of concerns. */
export const staffRole = z.enum(['teacher', 'administrator', 'lead']);
export type StaffRole = z.infer<typeof staffRole>;

/** How far a version of a record has been let out. */
export const reach = z.enum(['held', 'school', 'board']);
export type Reach = z.infer<typeof reach>;

/** A school's place in a partnership decides its colour and pattern: a stripes, b dots, c waves, d checks. */
export const schoolMark = z.enum(['a', 'b', 'c', 'd']);
export type SchoolMark = z.infer<typeof schoolMark>;

/** A school as anybody who shares a board with it may know it. */
export const schoolBrief = z.object({
  id: entityId,
  name: z.string(),
  shortName: z.string(),
  place: z.string(),
  country: z.string(),
  timeZone: z.string(),
  mark: schoolMark,
});
export type SchoolBrief = z.infer<typeof schoolBrief>;

/**
 * Somebody who made something or is present, as this viewer may know them: the own school's people by name,
 * another school's pupils only by place and alias number ("Kano 7"), a guest by name where staff look and by no name elsewhere.
 */
export const author = z.object({
  key: z.string(),
  label: z.string(),
  school: entityId,
  role: boardRole,
  /** Not on the board any more, for whatever reason: nobody is told more of it (P25). */
  away: z.optional(z.literal(true)),
});
export type Author = z.infer<typeof author>;
