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

/** What was found, without the place: its kind, and of a word the list that it stands in (`words:en`); lines from before that was noted say `words`. */
export const textMark = z.union([textKind, z.templateLiteral(['words:', z.string().check(z.regex(/^[a-z]{2,8}$/))])]);
export type TextMark = z.infer<typeof textMark>;

/** What a find comes to where its place does not matter. */
export function markOf({ kind, list }: Pick<TextFind, 'kind' | 'list'>): TextMark {
  return kind === 'words' && list !== undefined ? `words:${list}` : kind;
}

/** Kind and list of a mark. */
export function readMark(mark: TextMark): Pick<TextFind, 'kind' | 'list'> {
  const [kind, list] = mark.split(':') as [TextKind, string | undefined];
  return list === undefined ? { kind } : { kind, list };
}
