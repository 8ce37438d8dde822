import type { TextKind } from '@bridgeboard/protocol';

/** Something that staff should look at, from place `from` up to `to` of a text; `list` names whose word it is. */
export interface TextFind {
  readonly kind: TextKind;
  readonly from: number;
  readonly to: number;
  readonly list?: string;
}
