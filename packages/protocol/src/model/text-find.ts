import * as z from 'zod/mini';

/** What a text check can find in a pupil's words. */
export const textKind = z.enum(['words', 'phone', 'email', 'link', 'handle', 'address']);
export type TextKind = z.infer<typeof textKind>;
