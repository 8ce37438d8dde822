import * as z from 'zod/mini';
import { recordId } from '../model/ids.ts';

const coordinate = z.number().check(z.minimum(-100_000), z.maximum(100_000));

const wholeCoordinate = z.int().check(z.minimum(-100_000), z.maximum(100_000));
const extent = z.int().check(z.minimum(1), z.maximum(200_000));

/** What of a page somebody has on their screen: x and y of its top left corner, width and height, in whole pixels of the page. */
const viewport = z.tuple([wholeCoordinate, wholeCoordinate, extent, extent]);
export type Viewport = z.infer<typeof viewport>;

/** Where this person's pointer is. Never stored; the newest value wins; what others get of it is decided by P31. */
export const presence = z.object({
  page: recordId,
  x: coordinate,
  y: coordinate,
  /** Pointer is down on a drawing tool, or a text is being typed: other schools' view of a pupil rests. */
  busy: z.boolean(),
  selection: z.array(recordId).check(z.maxLength(50)),
  /** Where it is missing, what was said last of this page still holds. */
  viewport: z.optional(viewport),
});
export type PresenceMessage = z.infer<typeof presence>;

/** The pointer moved; page, selection and the rest are as in the last `presence`. */
export const move = z.tuple([coordinate, coordinate]);
export type MoveMessage = z.infer<typeof move>;

/**
 * One person's pointer as one view may see it: who is new, or is on another page, has selected something else, or
 * looks at another part of it. `n` stands for it in `moves` and `gone`; `selection` and `viewport` are there within the own
 * school only.
 */
export const pointer = z.object({
  n: z.int(),
  key: z.string(),
  by: z.string(),
  page: recordId,
  x: z.int(),
  y: z.int(),
  selection: z.optional(z.array(recordId)),
  viewport: z.optional(viewport),
});
export type Pointer = z.infer<typeof pointer>;
