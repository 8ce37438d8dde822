import * as z from 'zod/mini';

/** What a school's text check looks for besides the lists that come with the product, and which of those it leaves out. */
export const schoolWords = z.object({
  /** Words, stems (`word*`) and runs of words. */
  own: z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(40))).check(z.maxLength(300)),
  /** Entries of the built-in lists that are switched off, as `en:word`. */
  off: z.array(z.string().check(z.regex(/^[a-z]{2}:.{1,40}$/u))).check(z.maxLength(1_000)),
});
export type SchoolWords = z.infer<typeof schoolWords>;

/** What a school looks for that has not said anything: all that comes with the product. */
export const usualWords: SchoolWords = { own: [], off: [] };
