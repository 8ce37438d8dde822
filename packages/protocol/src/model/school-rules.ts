import * as z from 'zod/mini';

const minute = z.int().check(z.minimum(0), z.maximum(1_440));

/** Between two minutes of a school's own day; it never goes past midnight. */
export const openHours = z
  .object({ from: minute, to: minute })
  .check(z.refine(({ from, to }) => from < to, { path: ['to'] }));
export type OpenHours = z.infer<typeof openHours>;

/** What holds for a school's pupils wherever they work; in a partnership the stricter rule of each school wins. */
export const schoolRules = z.object({
  /** How people of other schools know this school's pupils: by place and number, or by the name at their own school. */
  names: z.enum(['pseudonym', 'nickname']),
  /** Whether staff look at pupils' work before partners see it, or may let it be seen at once. */
  check: z.enum(['before', 'after']),
  photos: z.enum(['never', 'with-consent']),
  /** When pupils may work, in the school's own time zone; null is any time. */
  hours: z.nullable(openHours),
  /** What families may see. */
  families: z.enum(['nothing', 'published']),
  /** After how many months without a change pupils' work goes. */
  keepMonths: z.int().check(z.minimum(1), z.maximum(36)),
});
export type SchoolRules = z.infer<typeof schoolRules>;

/** The rules of a school that has not chosen any: the strictest that still let a lesson happen. */
export const strictRules: SchoolRules = {
  names: 'pseudonym',
  check: 'before',
  photos: 'never',
  hours: { from: 480, to: 1_080 },
  families: 'published',
  keepMonths: 12,
};

/** What held everywhere before schools had rules, and goes on where one was kept since then: any hour, and pictures. */
export const earlierRules: SchoolRules = { ...strictRules, photos: 'with-consent', hours: null };

/** How good a school's way to the internet is, as its administrator says. */
export const linkQuality = z.enum(['weak', 'good']);
export type LinkQuality = z.infer<typeof linkQuality>;
