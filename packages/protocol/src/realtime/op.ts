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

export const op = z.discriminatedUnion('op', [createOp, updateOp, deleteOp]);
export type CreateOp = z.infer<typeof createOp>;
export type UpdateOp = z.infer<typeof updateOp>;
export type DeleteOp = z.infer<typeof deleteOp>;
export type Op = z.infer<typeof op>;
