import * as z from 'zod/mini';
import { entityId, recordId } from '../model/ids.ts';
import { endpoint } from './endpoint.ts';

/** Most ids in one request: as many as fit into the 64 KiB that a body may have. */
export const mostRecordsNamed = 1_500;

export const postHidePerson = endpoint({
  method: 'POST',
  path: '/api/boards/:board/authors/:author/hide',
  action: 'moderate a board',
  status: 200,
  summary:
    'Puts everything away that a pupil of the own school has on the board, or brings back what of it is named; answers what became otherwise.',
  body: z.object({ bringBack: z.nullable(z.array(recordId).check(z.maxLength(mostRecordsNamed))) }),
  answer: z.object({ records: z.array(z.string()) }),
});

/** The last so many minutes, or a stretch of time by the server's clock; up to now where no end is named. */
const rewindSpan = z.union([
  z.object({ minutes: z.int().check(z.minimum(1), z.maximum(1_440)) }),
  z.object({ from: z.number(), to: z.optional(z.number()) }),
]);

/** What a rewind comes to, of what staff see: what is taken off, what comes back, what is set back, what has to stay. */
export const rewindCounts = z.object({ added: z.int(), erased: z.int(), changed: z.int(), skipped: z.int() });
export type RewindCounts = z.infer<typeof rewindCounts>;

export const postRewindPreview = endpoint({
  method: 'POST',
  path: '/api/boards/:board/authors/:author/rewind/preview',
  action: 'moderate a board',
  status: 200,
  summary: 'Counts what taking back the work of a person of the own school would come to; nothing happens.',
  body: rewindSpan,
  answer: rewindCounts,
});

export const postRewind = endpoint({
  method: 'POST',
  path: '/api/boards/:board/authors/:author/rewind',
  action: 'moderate a board',
  status: 200,
  summary:
    "Takes back what a pupil of the own school drew in a stretch of time, or what one did oneself, and nobody's later work. A rewind of oneself from and to `at` undoes it.",
  body: rewindSpan,
  answer: z.object({ counts: rewindCounts, at: z.number() }),
});

export const postSuspend = endpoint({
  method: 'POST',
  path: '/api/boards/:board/authors/:author/suspend',
  action: 'moderate a board',
  status: 200,
  summary: 'Keeps a pupil of the own school off all boards from now on, or lets them come again.',
  body: z.object({ suspended: z.boolean() }),
  /** The pupil's id as the own school's lists have it. */
  answer: z.object({ pupil: entityId, suspended: z.boolean() }),
});
