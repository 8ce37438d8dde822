import * as z from 'zod/mini';
import { json } from '../model/board-record.ts';
import { recordId } from '../model/ids.ts';

/** Puts a new record on the board. */
export const createOp = z.object({
  op: z.literal('create'),
  record: z.record(z.string(), json),
});

/** Changes whole fields of a record: `x`, or one key of its props as `props.color`. */
export const updateOp = z.object({
  op: z.literal('update'),
  id: recordId,
  set: z.record(z.string(), json),
});

/** Takes a record off the board. */
export const deleteOp = z.object({ op: z.literal('delete'), id: recordId });

/**
 * Grows a stroke (a `draw` or `highlight` shape). `at`: how many points the whole stroke has before, as the sender sees it.
 * `points`: three integers a point (x, y, z in hundredths), each relative to the point before it, the first to the stroke's
 * last. They join the last segment.
 */
export const appendOp = z.object({
  op: z.literal('append'),
  id: recordId,
  at: z.int().check(z.positive()),
  points: z.array(z.int()).check(z.minLength(3), z.maxLength(1_800)),
});

export const op = z.discriminatedUnion('op', [createOp, updateOp, deleteOp, appendOp]);
export type CreateOp = z.infer<typeof createOp>;
export type UpdateOp = z.infer<typeof updateOp>;
export type DeleteOp = z.infer<typeof deleteOp>;
export type AppendOp = z.infer<typeof appendOp>;
export type Op = z.infer<typeof op>;
