import * as z from 'zod/mini';
import { entityId } from '../model/ids.ts';
import { boardMode, boardRules, openingHours } from '../realtime/rules.ts';
import { endpoint } from './endpoint.ts';

export const getRules = endpoint({
  method: 'GET',
  path: '/api/boards/:board/rules',
  action: 'look at a board',
  status: 200,
  summary: 'The rules that hold on a board for the pupils of each school.',
  answer: boardRules,
});

export const postFreeze = endpoint({
  method: 'POST',
  path: '/api/boards/:board/freeze',
  action: 'run a lesson',
  status: 200,
  summary: "Stops the writing of all pupils, of one school's, or of one pupil (by author key), or lets it go on.",
  body: z.object({
    whom: z.union([
      z.object({ all: z.literal(true) }),
      z.object({ school: entityId }),
      z.object({ author: z.string().check(z.maxLength(20)) }),
    ]),
    frozen: z.boolean(),
  }),
  answer: boardRules,
});

export const postStop = endpoint({
  method: 'POST',
  path: '/api/boards/:board/stop',
  action: 'run a lesson',
  status: 200,
  summary:
    'Stops everything on a board: no pupil writes, and the other schools see nothing of it until the same school lets it go on.',
  body: z.object({ stopped: z.boolean() }),
  answer: boardRules,
});

export const postSchoolRules = endpoint({
  method: 'POST',
  path: '/api/boards/:board/school-rules',
  action: 'run a lesson',
  status: 200,
  summary:
    "Sets what becomes of the own pupils' work (`open` where the charters of all schools allow it), when they may write and whether only while a teacher is there, and whether own staff look at other schools' work before they see it.",
  body: z.object({
    mode: z.optional(boardMode),
    needsTeacher: z.optional(z.boolean()),
    looksFirst: z.optional(z.boolean()),
    hours: z.optional(z.nullable(openingHours)),
  }),
  answer: boardRules,
});

export const postCursors = endpoint({
  method: 'POST',
  path: '/api/boards/:board/cursors',
  action: 'run a lesson',
  status: 200,
  summary: "Wants pointers shown on a board, or not: they are not while any school's staff want it so.",
  body: z.object({ shown: z.boolean() }),
  answer: boardRules,
});
