import { countPoints, growthOf, segmentsField } from '@bridgeboard/domain';
import type { AppendOp, BoardRecord, EditMessage, Json, Op } from '@bridgeboard/protocol';

import { segmentsOf } from '../view/patch-lines.ts';
import { layOps } from './lay-ops.ts';
import { targetOf } from './op-order.ts';
import type { NumberedEdit } from './numbered-edit.ts';
import type { WholeOp } from './whole-op.ts';

/** What the server has of a record, as far as this browser knows for certain; null where it may not. */
export type KnownRecord = (id: string) => BoardRecord | null;

/** An operation as it travels, with its place among those that the person did. */
interface WireOp {
  readonly op: Op;
  readonly place: number;
}

/**
 * Which operations only add points to a stroke that the server has: the points, by the operation's place. Said as points a
 * stroke costs what is new of it, twenty times a second, in place of all of it.
 * @param room how many operations the edit may have besides
 */
export function growthsIn(ops: readonly WholeOp[], known: KnownRecord, room: number): Record<number, AppendOp> {
  const growths: Record<number, AppendOp> = {};
  let left = room;
  for (const [place, op] of ops.entries()) {
    if (op.op !== 'update' || !(segmentsField in op.set)) continue;
    const id = targetOf(op);
    const before = ops.slice(0, place).filter((one) => targetOf(one) === id);
    const append = growthIn(id, segmentsOf(layOps(known(id), before)), op.set[segmentsField]);
    const cost = Object.keys(op.set).length > 1 ? 1 : 0;
    if (!append || cost > left) continue;
    growths[place] = append;
    left -= cost;
  }
  return growths;
}

function growthIn(id: string, before: Json | undefined, after: Json | undefined): AppendOp | null {
  const points = growthOf(before, after);
  return points ? { op: 'append', id, at: countPoints(before), points } : null;
}

/** The edit as it travels. From its first sending on it is the same each time, but for being late. */
export function wireEdit(edit: NumberedEdit): EditMessage {
  const { client, seq, late } = edit;
  return { client, seq, ...(late ? { late } : {}), ops: wireOps(edit).map(({ op }) => op) };
}

/** The place among what the person did of the operation that an answer names. */
export function placeInEdit(edit: NumberedEdit, wirePlace: number): number {
  return wireOps(edit)[wirePlace]?.place ?? -1;
}

function wireOps({ ops, growths = {} }: NumberedEdit): WireOp[] {
  return ops.flatMap((op, place) => {
    const append = growths[place];
    if (!append || op.op !== 'update') return [{ op, place }];
    const { [segmentsField]: _segments, ...set } = op.set;
    const rest: WireOp[] = Object.keys(set).length > 0 ? [{ op: { ...op, set }, place }] : [];
    return [...rest, { op: append, place }];
  });
}
