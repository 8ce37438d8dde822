import * as z from 'zod/mini';
import { entityId } from '../model/ids.ts';
import { schoolBrief } from '../model/people.ts';
import { boardMode, boardRules, openingHours, pupilLevel } from '../realtime/rules.ts';
import { endpoint } from './endpoint.ts';

/** A pupil of the own school who has been on the board. */
const boardPupil = z.object({
  /** Author key on this board. */
  author: z.string(),
  name: z.string(),
  level: pupilLevel,
  frozen: z.boolean(),
});

/** A class of the own school, and what who comes of it may do. */
const boardClass = z.object({
  id: entityId,
  name: z.string(),
  size: z.int(),
  level: pupilLevel,
  pupils: z.array(boardPupil),
});

/** One school on a board. Of another school no class and no pupil is named. */
const boardSchool = z.object({
  school: schoolBrief,
  isOwn: z.boolean(),
  staff: z.array(z.string()),
  /** How many pupils have been on the board and are not away. */
  pupils: z.int(),
  mode: boardMode,
  level: pupilLevel,
  needsTeacher: z.boolean(),
  looksFirst: z.boolean(),
  /** Whether the drawing of this school alone is stopped. */
  frozen: z.boolean(),
  hours: z.nullable(openingHours),
  opensAt: z.nullable(z.number()),
  classes: z.array(boardClass),
});
export type BoardSchool = z.infer<typeof boardSchool>;

export const boardPeople = z.object({
  title: z.string(),
  schools: z.array(boardSchool),
  /** Schools that the board was parted from when one of them left its partnership (SG-37). */
  left: z.array(z.object({ school: schoolBrief, at: z.number() })),
  cursorsOff: z.boolean(),
  /** Whether the drawing of all pupils is stopped. */
  frozen: z.boolean(),
  /** Whether the charters of all schools let families see what is published. */
  familiesSee: z.boolean(),
  /** Whether mode `open` may be set: the charters of all schools allow it. */
  openAllowed: z.boolean(),
  /** Short names of the schools whose rule it is that work is looked at first; empty where mode `open` may be set. */
  checkedBy: z.array(z.string()),
  pages: z.array(z.object({ id: z.string(), name: z.string(), staffOnly: z.boolean() })),
  /** Shapes by how far they have come; held and school those of the own school, as its staff may know no others. */
  counts: z.object({ held: z.int(), school: z.int(), board: z.int() }),
});
export type BoardPeople = z.infer<typeof boardPeople>;

export const getPeople = endpoint({
  method: 'GET',
  path: '/api/boards/:board/people',
  action: 'run a lesson',
  status: 200,
  summary:
    'Who may do what on a board: schools, own classes and pupils with their levels, pages for staff, and how much is seen by whom.',
  answer: boardPeople,
});

export const postLevel = endpoint({
  method: 'POST',
  path: '/api/boards/:board/levels',
  action: 'run a lesson',
  status: 200,
  summary: "Says what the own school's pupils may do on a board: all of them, one class, or one pupil (by author key).",
  body: z.object({
    whom: z.union([
      z.object({ school: z.literal('own') }),
      z.object({ class: entityId }),
      z.object({ author: z.string().check(z.maxLength(20)) }),
    ]),
    level: pupilLevel,
  }),
  answer: boardRules,
});

export const postStaffPage = endpoint({
  method: 'POST',
  path: '/api/boards/:board/staff-pages',
  action: 'run a lesson',
  status: 200,
  summary: 'Keeps a page of a board for staff to change, or lets pupils change it again.',
  body: z.object({ page: z.string().check(z.maxLength(60)), staffOnly: z.boolean() }),
  answer: boardRules,
});
