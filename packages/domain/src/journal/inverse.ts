import type { BoardRecord, Change, ChangeContent, Fields, Inverse } from '@bridgeboard/protocol';
import { layerOf } from '../board/apply-change.ts';
import { fieldOf, splitFields } from '../board/fields.ts';
import type { BoardState } from '../board/board-state.ts';

/** Former values larger than this, in characters of JSON, are named by where they stand instead of copied (P32). */
const largestCopy = 512;

/** What would take a change back, seen from the state before it; null for changes that nothing takes back. */
export function inverseOf(state: BoardState, change: Change, content: ChangeContent): Inverse | null {
  const names = namesIn(content);
  const asBefore = 'id' in change ? { asOf: state.seq, id: change.id } : null;
  switch (change.kind) {
    case 'create':
    case 'unbin':
      return { change: { kind: 'bin', id: change.id }, content: null };
    case 'set-base':
      return orPlace(inverseOfBase(state, change, names), asBefore);
    case 'set-layer':
      return orPlace(inverseOfLayer(state, change, names), asBefore);
    case 'bin':
      return { change: { kind: 'unbin', id: change.id }, content: null };
    case 'hide':
      return { change: { ...change, hidden: !change.hidden }, content: null };
    case 'accept':
      return { change: { ...change, hash: acceptedBefore(state, change) }, content: null };
    default:
      return asBefore;
  }
}

function acceptedBefore(state: BoardState, { id, school }: Extract<Change, { kind: 'accept' }>): string | null {
  return state.slots.get(id)?.accepted?.[school] ?? null;
}

function namesIn(content: ChangeContent): string[] {
  return content && !Array.isArray(content) ? Object.keys(content) : [];
}

function inverseOfBase(
  state: BoardState,
  change: Extract<Change, { kind: 'set-base' }>,
  names: readonly string[],
): Inverse | null {
  const base = state.slots.get(change.id)?.base;
  return base ? { change, content: formerFields(base, names) } : null;
}

function inverseOfLayer(
  state: BoardState,
  change: Extract<Change, { kind: 'set-layer' }>,
  names: readonly string[],
): Inverse | null {
  const slot = state.slots.get(change.id);
  const layer = slot && layerOf(slot, change);
  if (!layer) {
    const { id, author, reach } = change;
    return { change: { kind: 'drop-layer', id, author, reach }, content: null };
  }
  const content: Fields = {};
  for (const name of names) if (name in layer.fields) content[name] = layer.fields[name] ?? null;
  return { change: { ...change, unset: names.filter((name) => !(name in layer.fields)) }, content };
}

function formerFields(base: BoardRecord, names: readonly string[]): Fields {
  const known = splitFields(base);
  return Object.fromEntries(names.filter((name) => name in known).map((name) => [name, fieldOf(base, name) ?? null]));
}

function orPlace(inverse: Inverse | null, place: Inverse | null): Inverse | null {
  return inverse === null || JSON.stringify(inverse).length > largestCopy ? place : inverse;
}
