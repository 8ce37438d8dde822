import * as z from 'zod/mini';
import { author } from '../model/people.ts';
import { endpoint } from './endpoint.ts';

/** A page that was deleted with work of the own school on it, in the last 30 days. */
export const deletedPage = z.object({
  /** Id of its record. */
  page: z.string(),
  name: z.string(),
  deletedAt: z.number(),
  /** Who deleted it, as this school may know them. */
  by: z.nullable(author),
  /** How many things on it these staff saw. */
  things: z.int(),
});
export type DeletedPage = z.infer<typeof deletedPage>;

const pages = z.object({ pages: z.array(deletedPage) });

export const getDeletedPages = endpoint({
  method: 'GET',
  path: '/api/boards/:board/deleted-pages',
  action: 'run a lesson',
  status: 200,
  summary: 'Pages that were deleted with work of the own school on them and can be restored, newest first.',
  answer: pages,
});

export const postRestorePage = endpoint({
  method: 'POST',
  path: '/api/boards/:board/deleted-pages/:record/restore',
  action: 'run a lesson',
  status: 200,
  summary: 'Brings a deleted page back with all that went with it, and answers the pages that are still deleted.',
  answer: pages,
});
