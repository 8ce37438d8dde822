import * as z from 'zod/mini';

/** A plain JSON value as it travels and is stored. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** One field of a record: a top-level key (`x`), or one key of its props (`props.richText`). */
export type FieldName = string;
export type Fields = Record<FieldName, Json>;

/**
 * A thing on a board in tldraw 3.15's record format. Only what the engine reads is named here;
 * the server's gate and tldraw's own schema check the rest before a record is ever stored.
 */
export interface BoardRecord {
  id: string;
  typeName: string;
  [field: string]: Json;
}

export const json: z.ZodMiniType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(json), z.record(z.string(), json)]),
);
