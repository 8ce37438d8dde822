import * as z from 'zod/mini';
import { author, schoolBrief } from '../model/people.ts';
import { textFind } from '../model/text-find.ts';
import { endpoint } from './endpoint.ts';
import { remark } from './moderation.ts';

/** One act is about so many records at most. */
const mostRecords = 200;

const recordId = z.string().check(z.maxLength(60));
const stillWaiting = z.object({ waiting: z.int() });

/** What one pupil of another school made at one time and the own staff look at together. Its picture is at `…/first-look/:record/picture.svg`. */
export const lookPiece = z.object({
  /** The first of its records names it. */
  records: z.array(
    z.object({
      record: z.string(),
      /** Content hash that accepting must name (SEC-40). */
      hash: z.string(),
    }),
  ),
  /** As the own school may know them. */
  author,
  school: schoolBrief,
  kind: z.enum(['drawing', 'note', 'text', 'picture', 'mixed']),
  marks: z.int(),
  words: z.string(),
  /** What the own school's text check finds in `words`. */
  found: z.array(textFind),
  remarks: z.array(remark),
  /** When it was let out. */
  at: z.number(),
});
export type LookPiece = z.infer<typeof lookPiece>;

export const getFirstLook = endpoint({
  method: 'GET',
  path: '/api/boards/:board/first-look',
  action: 'moderate a board',
  status: 200,
  summary:
    "Other schools' work that the own pupils do not see before own staff accept it, oldest first; nothing where the school does not look first. With `?accepted=true` what was accepted instead.",
  answer: z.object({ isOn: z.boolean(), pieces: z.array(lookPiece) }),
});

export const getFirstLookPicture = endpoint({
  method: 'GET',
  path: '/api/boards/:board/first-look/:record/picture.svg',
  action: 'moderate a board',
  status: 200,
  isPicture: true,
  summary: 'What such a piece looks like, by its first record; otherwise as the picture of a case.',
  answer: z.string(),
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
