import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';

/** One act is about so many records at most. */
const mostRecords = 200;

const recordId = z.string().check(z.maxLength(60));
const stillWaiting = z.object({ waiting: z.int() });

/** Released work of another school's pupil that the own pupils do not see yet. */
export const firstLookLine = z.object({
  record: z.string(),
  /** Author key, as stamps have it. */
  author: z.string(),
  /** Content hash that accepting must name (SEC-40). */
  hash: z.string(),
});
export type FirstLookLine = z.infer<typeof firstLookLine>;

export const getFirstLook = endpoint({
  method: 'GET',
  path: '/api/boards/:board/first-look',
  action: 'moderate a board',
  status: 200,
  summary:
    "Other schools' work that the own pupils do not see before own staff accept it; nothing where the school does not look first.",
  answer: z.object({ items: z.array(firstLookLine) }),
});

export const postAccept = endpoint({
  method: 'POST',
  path: '/api/boards/:board/first-look/accept',
  action: 'moderate a board',
  status: 200,
  summary:
    'Lets the own pupils see these records, all or none; CHANGED_SINCE_REVIEW where one is not what was looked at any more.',
  body: z.object({
    records: z
      .array(z.object({ record: recordId, hash: z.string().check(z.maxLength(64)) }))
      .check(z.minLength(1), z.maxLength(mostRecords)),
  }),
  answer: stillWaiting,
});

export const postTakeBackAccepted = endpoint({
  method: 'POST',
  path: '/api/boards/:board/first-look/take-back',
  action: 'moderate a board',
  status: 200,
  summary: 'Takes that back: the own pupils do not see these records until they are accepted anew.',
  body: z.object({ records: z.array(recordId).check(z.minLength(1), z.maxLength(mostRecords)) }),
  answer: stillWaiting,
});
