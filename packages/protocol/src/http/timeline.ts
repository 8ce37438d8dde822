import * as z from 'zod/mini';

import { author, schoolBrief } from '../model/people.ts';
import { endpoint } from './endpoint.ts';
import { rewindCounts } from './person-acts.ts';

/** A stretch of a board's past in which something changed, as staff of one school saw it. */
const timelineMoment = z.object({
  from: z.number(),
  /** When its last change was; the board is looked at as right after it. */
  at: z.number(),
  by: z.array(z.object({ author, count: z.int() })),
  marks: z.array(z.enum(['taken-back', 'stopped', 'backup'])),
});
export type TimelineMoment = z.infer<typeof timelineMoment>;

export const getTimeline = endpoint({
  method: 'GET',
  path: '/api/boards/:board/timeline',
  action: 'moderate a board',
  status: 200,
  summary:
    'When what changed on a board in the eyes of the own staff, oldest first, and by whom; of what may not be seen today nothing.',
  answer: z.object({ moments: z.array(timelineMoment) }),
});

export const getPastView = endpoint({
  method: 'GET',
  path: '/api/boards/:board/timeline/view',
  action: 'moderate a board',
  status: 200,
  isPicture: true,
  summary:
    'A board as it stood at `?at=` (ms since 1970), as the own staff may see it today: its pages, what of it is missing, and a picture of `?page=`, else of the first. `?theme=dark` for the dark paper.',
  answer: z.object({
    pages: z.array(z.object({ id: z.string(), name: z.string() })),
    page: z.string(),
    /** Shapes that were seen then and are not shown. */
    missing: z.int(),
    /** An SVG drawing. */
    picture: z.string(),
  }),
});

export const getShowings = endpoint({
  method: 'GET',
  path: '/api/boards/:board/records/:record/showings',
  action: 'moderate a board',
  status: 200,
  summary:
    'To which schools a piece of the own school has been shown, and from when until when: to the own pupils, and to other schools as soon as their people could see it.',
  answer: z.object({
    showings: z.array(z.object({ school: schoolBrief, from: z.number(), until: z.nullable(z.number()) })),
  }),
});

const moment = z.object({ moment: z.number() });

export const postBackToMomentPreview = endpoint({
  method: 'POST',
  path: '/api/boards/:board/timeline/back/preview',
  action: 'moderate a board',
  status: 200,
  summary: 'Counts what bringing the board back to a moment would come to; nothing happens.',
  body: moment,
  answer: rewindCounts,
});

export const postBackToMoment = endpoint({
  method: 'POST',
  path: '/api/boards/:board/timeline/back',
  action: 'moderate a board',
  status: 200,
  summary:
    "Takes back what the own school's pupils and one oneself did since a moment, and nobody else's work; `undo` with its `at` takes that back.",
  body: z.union([moment, z.object({ undo: z.number() })]),
  answer: z.object({ counts: rewindCounts, at: z.number() }),
});
