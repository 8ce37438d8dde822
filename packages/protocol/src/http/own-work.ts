import * as z from 'zod/mini';
import type { BoardRecord } from '../model/board-record.ts';
import { reactionSigns } from '../model/remark.ts';
import { endpoint } from './endpoint.ts';
import { svg } from './pictures.ts';

const box = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() });
const record = z.custom<BoardRecord>((value) => typeof value === 'object' && value !== null);

/** Something that a pupil made, and what became of it. Its picture is at `/api/boards/:board/authors/:author/work/:case/picture.svg`. */
export const workPiece = z.object({
  case: z.string(),
  status: z.enum(['waiting', 'returned', 'rejected', 'approved']),
  page: z.string(),
  changedAt: z.number(),
  /** What staff wrote to it. */
  note: z.optional(z.string()),
  /** The beginning of what is written in it. */
  words: z.string(),
  /** Signs that were given in it. */
  signs: z.array(z.enum(reactionSigns)),
  /** It is put away: then nothing of it stands here. */
  isPutAway: z.boolean(),
  /** Where it stands, or stood, on its page; null where there is nothing to be drawn. */
  place: z.nullable(box),
  /** What was not accepted, as it was, so that it can be used again; nothing of all else. */
  records: z.array(record),
});
export type WorkPiece = z.infer<typeof workPiece>;

export const getOwnWork = endpoint({
  method: 'GET',
  path: '/api/boards/:board/authors/:author/work',
  action: 'look at a board',
  status: 200,
  summary:
    'What a pupil has made on a board and what became of it, newest first: for that pupil and staff of the school.',
  answer: z.object({ pieces: z.array(workPiece) }),
});

export const getWorkPicture = endpoint({
  method: 'GET',
  path: '/api/boards/:board/authors/:author/work/:case/picture.svg',
  action: 'look at a board',
  status: 200,
  isPicture: true,
  summary: 'One of these pieces, alone. `?theme=dark` for the dark paper.',
  answer: svg,
});
