import * as z from 'zod/mini';
import { json, type BoardRecord } from '../model/board-record.ts';
import { author, reach } from '../model/people.ts';
import { boardRules } from './rules.ts';

/** What the server knows about a record beside its content, as this view may know it. */
export const stamp = z.object({
  /** Key of the author in `authors`. */
  by: z.string(),
  /** How far the version that this view sees has been let out. */
  reach,
  /** When that version was made or let out, in ms since 1970, by the server's clock. */
  at: z.number(),
  /** It is put away, and only staff of its school see it (P22); told where it is so, and false where it no longer is. */
  putAway: z.optional(z.boolean()),
});
export type Stamp = z.infer<typeof stamp>;

/** A stamp with what changed of it. */
export function withStamp(known: Stamp, changed: { readonly [K in keyof Stamp]?: Stamp[K] | undefined } = {}): Stamp {
  const stamp = { by: changed.by ?? known.by, reach: changed.reach ?? known.reach, at: changed.at ?? known.at };
  return (changed.putAway ?? known.putAway) ? { ...stamp, putAway: true } : stamp;
}

/** A record with its stamp: one line of a view. */
export interface ViewItem {
  record: BoardRecord;
  stamp: Stamp;
}
const viewItem = z.object({
  record: z.custom<BoardRecord>((value) => typeof value === 'object' && value !== null),
  stamp,
});

export const caseStatus = z.enum(['drawing', 'waiting', 'returned', 'approved', 'rejected', 'withdrawn']);
export type CaseStatus = z.infer<typeof caseStatus>;

/**
 * A review case as its author or the staff of the author's school see it. `hash` names the exact content a decision is
 * about (P8) and is there for staff only.
 */
export const caseView = z.object({
  id: z.string(),
  by: z.string(),
  page: z.string(),
  records: z.array(z.string()),
  status: caseStatus,
  openedAt: z.number(),
  changedAt: z.number(),
  hash: z.optional(z.string()),
  note: z.optional(z.string()),
});
export type CaseView = z.infer<typeof caseView>;

/** Gives strokes a number that stands for their id for the rest of this run of the view. */
export const pens = z.array(z.tuple([z.int(), z.string()]));

/**
 * Points that joined strokes: the stroke's number or id, then three integers a point (x, y, z in hundredths), each relative
 * to the point before, the first to the stroke's last. They join the last segment.
 */
const grow = z.array(z.tuple([z.union([z.int(), z.string()])], z.int()));

/**
 * Changes of one view: apply `put`, then `set`, `pens`, `grow` and `remove`. Absent parts mean no change. In records and
 * fields the segments of strokes are packed: `line`, a text, in place of `points` (see packed-strokes.ts).
 */
export const patch = z.object({
  put: z.optional(z.array(viewItem)),
  set: z.optional(
    z.array(
      z.object({
        id: z.string(),
        fields: z.optional(z.record(z.string(), json)),
        unset: z.optional(z.array(z.string())),
        /** Only what changed of it. */
        stamp: z.optional(z.partial(stamp)),
      }),
    ),
  ),
  pens: z.optional(pens),
  grow: z.optional(grow),
  remove: z.optional(z.array(z.string())),
  cases: z.optional(z.array(caseView)),
  authors: z.optional(z.array(author)),
  /** The board's rules as a whole, whenever one of them changed. */
  rules: z.optional(boardRules),
});
export type Patch = z.infer<typeof patch>;
