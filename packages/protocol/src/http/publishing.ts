import * as z from 'zod/mini';
import { entityId } from '../model/ids.ts';
import { schoolBrief } from '../model/people.ts';
import { endpoint } from './endpoint.ts';

/** A publication as staff of its schools see it. The public page is at `/p/:id`. */
export const publicationLine = z.object({
  id: entityId,
  title: z.string(),
  createdAt: z.number(),
  withdrawnAt: z.nullable(z.number()),
  parts: z.array(
    z.object({
      school: schoolBrief,
      agreed: z.boolean(),
      agreedAt: z.nullable(z.number()),
      pieces: z.int(),
      heldBackByConsent: z.int(),
    }),
  ),
});
export type PublicationLine = z.infer<typeof publicationLine>;

const lines = z.object({ publications: z.array(publicationLine) });

export const getPublications = endpoint({
  method: 'GET',
  path: '/api/boards/:board/publications',
  action: 'publish a board',
  status: 200,
  summary: 'Publications of a board, newest first.',
  answer: lines,
});

export const postPublication = endpoint({
  method: 'POST',
  path: '/api/boards/:board/publications',
  action: 'publish a board',
  status: 201,
  summary: "Publishes the own school's approved records and asks the other schools for theirs.",
  answer: publicationLine,
});

export const postAgree = endpoint({
  method: 'POST',
  path: '/api/publications/:publication/agree',
  action: 'publish a board',
  status: 200,
  summary: "Adds the own school's approved records, as they are now.",
  answer: publicationLine,
});

export const postWithdraw = endpoint({
  method: 'POST',
  path: '/api/publications/:publication/withdraw',
  action: 'publish a board',
  status: 200,
  summary: 'Ends the public page at once. Staff of any of its schools can.',
  answer: publicationLine,
});
