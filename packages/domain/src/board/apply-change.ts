import type { Change, ChangeContent, Fields } from '@bridgeboard/protocol';
import { applyFields, equalJson, fieldOf, joinFields } from './fields.ts';
import { countKeys, type BoardState, type Layer, type ReviewCase, type Slot } from './board-state.ts';
import { applyCaseChange, putCase } from './apply-case-change.ts';
import type { Moment } from './moment.ts';
import { moveReferences } from './references.ts';

/**
 * Takes one step. The same function runs on a draft before the journal has the step, on the state after it, and at each
 * replay, so what was shown and what is kept cannot differ.
 */
export function applyChange(state: BoardState, step: { change: Change; content: ChangeContent }, moment: Moment): void {
  const { change } = step;
  const fields = fieldsOf(step.content);
  switch (change.kind) {
    case 'member':
      state.members.set(change.person, change);
      return;
    case 'create':
      return create(state, { change, fields }, moment);
    case 'set-base':
      return edit(state, { id: change.id, seq: moment.seq }, (slot) => ({
        ...slot,
        base: applyFields(slot.base ?? { id: slot.id, typeName: '' }, fields),
        baseAt: moment.at,
      }));
    case 'set-layer':
      return edit(state, { id: change.id, seq: moment.seq }, (slot) =>
        setLayer(state, slot, { change, fields, moment }),
      );
    case 'release':
      return edit(state, { id: change.id, seq: moment.seq }, (slot) => release(slot, { change, fields, moment }));
    case 'drop-layer':
      return dropLayer(state, change, moment);
    case 'recall':
      return recall(state, { change, content: step.content }, moment);
    case 'bin':
      return bin(state, change.id, moment);
    case 'unbin': {
      const binned = state.bin.get(change.id);
      state.bin.delete(change.id);
      if (binned) write(state, { ...binned.slot, seq: moment.seq });
      return;
    }
    case 'hide':
      return edit(state, { id: change.id, seq: moment.seq }, (slot) => ({ ...slot, hidden: change.hidden }));
    default:
      return applyCaseChange(state, { change, fields }, moment);
  }
}

function fieldsOf(content: ChangeContent): Fields {
  return content && !Array.isArray(content) ? content : {};
}

/** The layer of this author and reach, if there is one. */
export function layerOf(slot: Slot, key: { author: string; reach: 'held' | 'school' }): Layer | undefined {
  return slot.layers.find((layer) => layer.author === key.author && layer.reach === key.reach);
}

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

function create(state: BoardState, step: { change: Of<'create'>; fields: Fields }, moment: Moment): void {
  const { id, author, school, reach } = step.change;
  state.bin.delete(id);
  const empty = { id, author, school, baseAt: moment.at, hidden: false, seq: moment.seq };
  if (reach === 'board') return write(state, { ...empty, base: joinFields(step.fields), layers: [] });
  const { seq, at } = moment;
  const layer = { author, school, reach, fields: step.fields, case: step.change.case ?? '', seq, at };
  write(state, { ...empty, base: null, layers: [layer] });
}

function setLayer(
  state: BoardState,
  slot: Slot,
  step: { change: Of<'set-layer'>; fields: Fields; moment: Moment },
): Slot {
  const { change } = step;
  const { seq, at } = step.moment;
  const old = layerOf(slot, change);
  const fields = { ...old?.fields, ...step.fields };
  for (const name of change.unset ?? []) delete fields[name];
  const school = old?.school ?? state.members.get(change.author)?.school ?? slot.school;
  const { author, reach } = change;
  const layer: Layer = { author, school, reach, fields, case: change.case, seq, at };
  return { ...slot, layers: ordered([...slot.layers.filter((other) => other !== old), layer]) };
}

function release(slot: Slot, step: { change: Of<'release'>; fields: Fields; moment: Moment }): Slot {
  const { change } = step;
  const { seq, at } = step.moment;
  const layer = layerOf(slot, change);
  if (!layer) return slot;
  const fields = { ...layer.fields, ...step.fields };
  const rest = slot.layers.filter((other) => other !== layer);
  if (change.to === 'board') {
    const base = slot.base ? applyFields(slot.base, fields) : joinFields(fields);
    return { ...slot, base, baseAt: at, layers: rest };
  }
  const below = rest.find((other) => other.author === layer.author && other.reach === 'school');
  const merged: Layer = { ...layer, seq, at, reach: 'school', fields: { ...below?.fields, ...fields } };
  return { ...slot, layers: ordered([...rest.filter((other) => other !== below), merged]) };
}

function dropLayer(state: BoardState, change: Of<'drop-layer'>, moment: Moment): void {
  const slot = state.slots.get(change.id);
  const layer = slot && layerOf(slot, change);
  if (!slot || !layer) return;
  const layers = slot.layers.filter((other) => other !== layer);
  // What remains has no creation any more: nothing is left to see, so the record goes to the bin whole.
  if (!slot.base && !layers.some((other) => 'typeName' in other.fields)) return bin(state, slot.id, moment);
  write(state, { ...slot, layers, seq: moment.seq });
  leaveCases(state, [layer]);
}

function recall(state: BoardState, step: { change: Of<'recall'>; content: ChangeContent }, moment: Moment): void {
  const { change } = step;
  const { seq, at } = moment;
  const slot = state.slots.get(change.id) ?? state.bin.get(change.id)?.slot;
  const [base, ...layers] = Array.isArray(step.content) ? step.content : [];
  if (!slot) return;
  state.bin.delete(change.id);
  const former = change.layers.map((reach, i): Layer => ({
    author: change.author,
    school: slot.school,
    reach,
    fields: layers[i] ?? {},
    case: change.case,
    seq,
    at,
  }));
  const others = slot.layers.filter((layer) => layer.author !== change.author);
  write(state, {
    ...slot,
    base: base ? joinFields(base) : null,
    layers: ordered([...others, ...former]),
    seq,
  });
}

function bin(state: BoardState, id: string, moment: Moment): void {
  const slot = state.slots.get(id);
  if (!slot) return;
  const { seq, at, by } = moment;
  state.bin.set(id, { slot, at, seq, by });
  state.slots.delete(id);
  state.touched.records.add(id);
  count(state, slot, -1);
  moveReferences(state, slot, undefined);
  leaveCases(state, slot.layers);
}

function edit(state: BoardState, at: { id: string; seq: number }, change: (slot: Slot) => Slot): void {
  const before = state.slots.get(at.id);
  if (!before) return;
  const after = withoutEqualFields({ ...change(before), seq: at.seq });
  write(state, after);
  const isKept = (layer: Layer): boolean => layerOf(after, layer)?.case === layer.case;
  leaveCases(
    state,
    before.layers.filter((layer) => !isKept(layer)),
  );
}

function write(state: BoardState, slot: Slot): void {
  const before = state.slots.get(slot.id);
  if (!before) count(state, slot, 1);
  state.slots.set(slot.id, slot);
  state.touched.records.add(slot.id);
  moveReferences(state, before, slot);
}

function count(state: BoardState, slot: Slot, by: 1 | -1): void {
  for (const key of Object.values(countKeys(slot))) state.counts.set(key, (state.counts.get(key) ?? 0) + by);
}

/** P5: a layer field equal to base disappears, and a layer with nothing left with it. */
function withoutEqualFields(slot: Slot): Slot {
  const { base } = slot;
  if (slot.layers.length === 0) return slot;
  const layers = slot.layers.flatMap((layer) => {
    const names = Object.keys(layer.fields).filter(
      (name) => !base || !equalJson(layer.fields[name], fieldOf(base, name)),
    );
    if (names.length === Object.keys(layer.fields).length && names.length > 0) return [layer];
    const fields = Object.fromEntries(names.map((name) => [name, layer.fields[name] ?? null]));
    return names.length > 0 ? [{ ...layer, fields }] : [];
  });
  return { ...slot, layers };
}

/** P1: in the order of their last edit; of one author, who may have two, held above school. */
function ordered(layers: readonly Layer[]): Layer[] {
  const newest = new Map<string, number>();
  for (const { author, seq } of layers) newest.set(author, Math.max(seq, newest.get(author) ?? 0));
  return layers.toSorted((a, b) => {
    if (a.author === b.author) return Number(a.reach === 'held') - Number(b.reach === 'held');
    return (newest.get(a.author) ?? 0) - (newest.get(b.author) ?? 0) || (a.author < b.author ? -1 : 1);
  });
}

/** A case that loses its last record without a decision of its own is withdrawn (P5, P7, P13). */
function leaveCases(state: BoardState, layers: readonly Layer[]): void {
  for (const id of new Set(layers.map((layer) => layer.case))) {
    const found = state.cases.get(id);
    if (!found || (found.state !== 'open' && found.state !== 'returned')) continue;
    const records = found.records.filter((record) => waitsIn(state, record, found));
    putCase(state, { ...found, records, state: records.length > 0 ? found.state : 'withdrawn' });
  }
}

function waitsIn(state: BoardState, id: string, reviewCase: ReviewCase): boolean {
  const layers = state.slots.get(id)?.layers ?? [];
  return layers.some((layer) => layer.case === reviewCase.id && layer.reach === 'held');
}
