import { StorageDamaged } from './ports/errors.ts';

/** What is asked of a schema of the protocol here. */
export interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } };
}

interface Issue {
  readonly path: readonly PropertyKey[];
}

/** The text that is kept for a value. */
export function toJson<T>(schema: Schema<T>, value: T): string {
  return JSON.stringify(checkGiven(schema, value));
}

/** Throws a RangeError for what could not be read back, before it can spoil a list. */
export function checkGiven<T>(schema: Schema<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new RangeError(`not to be kept: ${unreadable(result.error)}`);
}

/** The value behind a kept text; `place` names it in the error ("school abc"). */
export function fromJson<T>(schema: Schema<T>, text: unknown, place: string): T {
  return checkStored(schema, parse(text, place), place);
}

/** Checks what a store gave back against the protocol. */
export function checkStored<T>(schema: Schema<T>, value: unknown, place: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new StorageDamaged(`${place}: ${unreadable(result.error)}`);
}

/** Says where, never what: the value may be a child's work. */
function unreadable({ issues }: { issues: readonly Issue[] }): string {
  return `unreadable at "${issues[0]?.path.join('.') ?? ''}"`;
}

function parse(text: unknown, place: string): unknown {
  if (typeof text !== 'string') throw new StorageDamaged(`${place}: missing`);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which is a child's work: it must not travel on into a log.
    throw new StorageDamaged(`${place}: not JSON`);
  }
}
