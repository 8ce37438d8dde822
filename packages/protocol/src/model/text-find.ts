import * as z from 'zod/mini';

/** What a text check can find in a pupil's words. */
export const textKind = z.enum(['words', 'phone', 'email', 'link', 'handle', 'address']);
export type TextKind = z.infer<typeof textKind>;

/**
 * Something that staff should look at, from place `from` up to `to` of a text. `list` says whose word it is: that of a language
 * (`en`), or `own` of the school's own.
 */
export const textFind = z.object({ kind: textKind, from: z.int(), to: z.int(), list: z.optional(z.string()) });
export type TextFind = z.infer<typeof textFind>;
