import type { Change, ChangeContent, Fields } from '@bridgeboard/protocol';
import { layerOf } from '../board/apply-change.ts';
import type { BoardState } from '../board/board-state.ts';
import { fieldOf } from '../board/fields.ts';
import { growthOf, segmentsField } from '../board/strokes.ts';

interface Step {
  readonly change: Change;
  readonly content: ChangeContent;
}

/**
 * A step as the journal keeps it: where a stroke only grew, its new points in place of the whole of it. A pen that is being
 * drawn with says twenty times a second where it is; to keep the whole line each time would be more than anybody reads.
 */
export function withGrowth(state: BoardState, step: Step): Step[] {
  const { change, content } = step;
  if (change.kind !== 'set-base' && change.kind !== 'set-layer') return [step];
  if (!content || Array.isArray(content)) return [step];
  const { [segmentsField]: segments, ...rest } = content;
  const line = segments === undefined ? null : growthOf(segmentsBefore(state, change), segments);
  if (!line) return [step];
  const growth: Step = { change: growthIn(change), content: { points: line } };
  const isAll = Object.keys(rest).length === 0 && !('unset' in change);
  return isAll ? [growth] : [growth, { change, content: rest }];
}

type FieldChange = Extract<Change, { kind: 'set-base' | 'set-layer' }>;

function growthIn(change: FieldChange): Change {
  const { id } = change;
  if (change.kind === 'set-base') return { kind: 'grow', id };
  const { author, reach, case: ofCase } = change;
  return { kind: 'grow', id, layer: { author, reach, case: ofCase } };
}

function segmentsBefore(state: BoardState, change: FieldChange): Fields[string] | undefined {
  const slot = state.slots.get(change.id);
  if (!slot) return undefined;
  if (change.kind === 'set-base') return slot.base ? fieldOf(slot.base, segmentsField) : undefined;
  return layerOf(slot, change)?.fields[segmentsField];
}
