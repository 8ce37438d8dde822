import * as z from 'zod/mini';

const minute = z.int().check(z.minimum(0), z.maximum(1_440));

/** When a school's safeguarding lead works, by the clock on the school's wall, and how many minutes of that an answer takes at most. */
export const deskHours = z
  .object({
    /** 1 for Monday to 7 for Sunday. */
    days: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.minLength(1), z.maxLength(7)),
    from: minute,
    to: minute,
    answerMinutes: z.int().check(z.minimum(15), z.maximum(2_400)),
  })
  .check(z.refine(({ from, to }) => to - from >= 30, { path: ['to'] }));
export type DeskHours = z.infer<typeof deskHours>;

/** Of a school that has not said anything else. */
export const usualDesk: DeskHours = { days: [1, 2, 3, 4, 5], from: 480, to: 960, answerMinutes: 240 };
