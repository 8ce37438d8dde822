import * as z from 'zod/mini';

const minute = z.int().check(z.minimum(0), z.maximum(1_440));
const workingMinutes = z.int().check(z.minimum(15), z.maximum(2_400));

/** When a school's safeguarding lead works, by the clock on the school's wall, and how many minutes of that things take at most. */
export const deskHours = z
  .object({
    /** 1 for Monday to 7 for Sunday. */
    days: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.minLength(1), z.maxLength(7)),
    from: minute,
    to: minute,
    /** An answer to a report. */
    answerMinutes: workingMinutes,
    /** Work of pupils that waits to be checked, before staff are told that it waits long. */
    waitMinutes: z._default(workingMinutes, 240),
  })
  .check(z.refine(({ from, to }) => to - from >= 30, { path: ['to'] }));
export type DeskHours = z.infer<typeof deskHours>;

/** Of a school that has not said anything else. */
export const usualDesk: DeskHours = { days: [1, 2, 3, 4, 5], from: 480, to: 960, answerMinutes: 240, waitMinutes: 240 };
