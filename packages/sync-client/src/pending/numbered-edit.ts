import type { AppendOp } from '@bridgeboard/protocol';

import type { WholeOp } from './whole-op.ts';

/** A numbered edit: from its first sending on what it does never changes, so that the server can tell a repetition. */
export interface NumberedEdit {
  readonly client: string;
  readonly seq: number;
  /** What the person did, in whole fields: that is what is laid over the confirmed view, and kept if it is refused. */
  readonly ops: readonly WholeOp[];
  /** What travels as points in place of a whole stroke, by its place in `ops`. */
  readonly growths?: Readonly<Record<number, AppendOp>>;
  readonly late?: true;
  /** When it was numbered, in ms by this device's clock. */
  readonly at?: number;
}
