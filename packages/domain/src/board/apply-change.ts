import type { Change, ChangeContent, Fields } from '@bridgeboard/protocol';
import { applyFields, equalJson, fieldOf, joinFields } from './fields.ts';
import type { BoardState, Layer, Slot } from './board-state.ts';
import { applyCaseChange } from './apply-case-change.ts';
import { eraseFrom } from './erase-from.ts';
import { leaveBoard } from './leave-board.ts';
import { applyRules } from './apply-rules.ts';
import { hasMade, inOrder, withoutEqualFields } from './layers.ts';
import type { Moment } from './moment.ts';
import { grownBy, segmentsField } from './strokes.ts';
import { binSlot, leaveCases, writeSlot } from './write-slot.ts';

/**
 * Takes one step. The same function runs on a draft before the journal has the step, on the state after it, and at each
 * replay, so what was shown and what is kept cannot differ.
 */
export function applyChange(state: BoardState, step: { change: Change; content: ChangeContent }, moment: Moment): void {
  const { change, content } = step;
  switch (change.kind) {
    case 'member':
    case 'member-changed':
    case 'board-rules':
    case 'school-rules':
      return applyRules(state, change);
    case 'case-edited':
    case 'case-decided':
    case 'case-reopened':
      return applyCaseChange(state, { change, fields: fieldsOf(content) }, moment);
    case 'erase':
      return eraseFrom(state, ({ author }) => author === change.person, moment.seq);
    case 'school-left':
      return leaveBoard(state, change.school, moment.seq);
    case 'restore':
      state.restoredTo = change.to;
      return;
    default:
      return applyRecordChange(state, { change, content }, moment);
  }
}

/** What comes onto the board, leaves it or comes back. */
function applyRecordChange(
  state: BoardState,
  step: { change: RecordChange; content: ChangeContent },
  moment: Moment,
): void {
  const { change, content } = step;
  switch (change.kind) {
    case 'create':
      return create(state, { change, fields: fieldsOf(content) }, moment);
    case 'accept':
      return accept(state, change);
    case 'drop-layer':
      return dropLayer(state, change, moment);
    case 'recall':
      return recall(state, { change, content }, moment);
    case 'bin':
      return binSlot(state, change.id, change.itself ? { ...moment, by: '' } : moment);
    case 'unbin': {
      const binned = state.bin.get(change.id);
      state.bin.delete(change.id);
      if (binned) writeSlot(state, withSeq(binned.slot, { seq: moment.seq }));
      return;
    }
    case 'hide': {
      const binned = state.bin.get(change.id);
      // What comes back from the bin must not come past a report.
      if (binned) state.bin.set(change.id, { ...binned, slot: hide(binned.slot, change) });
      return applyVersionChange(state, { change, fields: {} }, moment);
    }
    default:
      return applyVersionChange(state, { change, fields: fieldsOf(content) }, moment);
  }
}

/** What becomes of a record that is there. */
function applyVersionChange(state: BoardState, step: { change: VersionChange; fields: Fields }, moment: Moment): void {
  const { change, fields } = step;
  const at = { id: change.id, seq: moment.seq, school: schoolFor(state, change) };
  return edit(state, at, (slot) => {
    switch (change.kind) {
      case 'set-base': {
        const base = applyFields(slot.base ?? { id: slot.id, typeName: '' }, fields);
        return { ...slot, base, baseAt: moment.at };
      }
      case 'set-layer':
        return setLayer(state, slot, { change, fields, moment });
      case 'grow':
        return grow(slot, { change, fields, moment });
      case 'release':
        return release(slot, { change, fields, moment });
      case 'hide':
        return hide(slot, change);
    }
  });
}

type VersionChange = Of<'set-base' | 'set-layer' | 'grow' | 'release' | 'hide'>;
type RecordChange = VersionChange | Of<'create' | 'accept' | 'drop-layer' | 'recall' | 'bin' | 'unbin'>;

/** The one school whose people see this change at all, where it is one of a layer. */
function schoolFor(state: BoardState, change: VersionChange): string | undefined {
  if (change.kind === 'set-layer') return schoolOf(state, change);
  if (change.kind === 'release') return change.to === 'school' ? schoolOf(state, change) : undefined;
  return change.kind === 'grow' && change.layer ? schoolOf(state, { id: change.id, ...change.layer }) : undefined;
}

/** Whose layer this is, or is going to be. */
function schoolOf(state: BoardState, key: { id: string; author: string; reach: 'held' | 'school' }): string {
  const slot = state.slots.get(key.id);
  const layer = slot && layerOf(slot, key);
  return layer?.school ?? state.members.get(key.author)?.school ?? slot?.school ?? '';
}

/** A slot changed by an entry, for one school alone where one is named. */
function withSeq(slot: Slot, at: { seq: number; school?: string | undefined }): Slot {
  const { seq, school } = at;
  const { all, of } = slot.seqs ?? { all: slot.seq, of: {} };
  const seqs = school === undefined ? { all: seq, of } : { all, of: { ...of, [school]: seq } };
  return { ...slot, seq, seqs };
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
  if (reach === 'board') return writeSlot(state, { ...empty, base: joinFields(step.fields), layers: [] });
  const { seq, at } = moment;
  const layer = { author, school, reach, fields: step.fields, case: step.change.case ?? '', seq, at };
  writeSlot(state, { ...empty, base: null, layers: [layer] });
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
  const school = schoolOf(state, change);
  const { author, reach } = change;
  const layer: Layer = { author, school, reach, fields, case: change.case, seq, at };
  return { ...slot, layers: inOrder([...slot.layers.filter((other) => other !== old), layer]) };
}

/** The moment of a version stays: it tells when something was begun or let out, not when the pen moved last. */
function grow(slot: Slot, step: { change: Of<'grow'>; fields: Fields; moment: Moment }): Slot {
  const { layer: key } = step.change;
  const line = Array.isArray(step.fields['points']) ? step.fields['points'].map(Number) : [];
  if (!key) {
    const { base } = slot;
    if (!base) return slot;
    return { ...slot, base: applyFields(base, { [segmentsField]: grownBy(fieldOf(base, segmentsField), line) }) };
  }
  const layers = slot.layers.map((layer) => {
    if (layer.author !== key.author || layer.reach !== key.reach) return layer;
    const fields = { ...layer.fields, [segmentsField]: grownBy(layer.fields[segmentsField], line) };
    return { ...layer, fields, case: key.case, seq: step.moment.seq };
  });
  return { ...slot, layers: inOrder(layers) };
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
  const reviewCase = change.case ?? layer.case;
  const merged: Layer = {
    ...layer,
    seq,
    at,
    reach: 'school',
    case: reviewCase,
    fields: { ...below?.fields, ...fields },
  };
  return { ...slot, layers: inOrder([...rest.filter((other) => other !== below), merged]) };
}

/** P38: what staff say while a report keeps something away counts afterwards. */
function hide(slot: Slot, { hidden, kept: isReport }: Of<'hide'>): Slot {
  const { kept, ...rest } = slot;
  if (!isReport) return kept ? { ...slot, kept: { hidden } } : { ...slot, hidden };
  if (!hidden) return { ...rest, hidden: kept?.hidden ?? slot.hidden };
  return { ...rest, hidden: true, kept: kept ?? { hidden: slot.hidden } };
}

/** For the pupils of one school alone: to everybody else nothing has changed, so the entry is not one that changed the record. */
function accept(state: BoardState, { id, school, hash }: Of<'accept'>): void {
  const slot = state.slots.get(id);
  if (!slot) return;
  const { [school]: _, ...others } = slot.accepted ?? {};
  writeSlot(state, { ...slot, accepted: hash === null ? others : { ...others, [school]: hash } });
}

function dropLayer(state: BoardState, change: Of<'drop-layer'>, moment: Moment): void {
  const slot = state.slots.get(change.id);
  const layer = slot && layerOf(slot, change);
  if (!slot || !layer) return;
  const layers = slot.layers.filter((other) => other !== layer);
  // What remains has no creation any more: nothing is left to see, so the record goes to the bin whole.
  if (!slot.base && !layers.some((other) => 'typeName' in other.fields)) return binSlot(state, slot.id, moment);
  writeSlot(state, withSeq({ ...slot, layers }, { seq: moment.seq, school: layer.school }));
  leaveCases(state, [layer.case]);
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
    school: state.members.get(change.author)?.school ?? slot.school,
    reach,
    fields: layers[i] ?? {},
    case: change.cases?.[i] ?? change.case,
    seq,
    at,
  }));
  const others = slot.layers.filter((layer) => layer.author !== change.author);
  const made = base ? undefined : [...former, ...others].find(hasMade);
  // Whoever does not see the record any more has no change of it either: what becomes of it now is none of their business (P23).
  const kept = others.filter((layer) => !made || layer === made || seesMade(layer, made));
  const back = { ...slot, base: base ? joinFields(base) : null, layers: inOrder([...kept, ...former]) };
  const school = equalJson(slot.base, back.base) ? (former[0]?.school ?? slot.school) : undefined;
  writeSlot(state, withSeq(back, { seq, school }));
  leaveCases(
    state,
    others.filter((layer) => !kept.includes(layer)).map((layer) => layer.case),
  );
}

function seesMade(layer: Layer, made: Layer): boolean {
  return layer.author === made.author || (made.reach === 'school' && made.school === layer.school);
}

/** Where a school is named, the change is in a layer of that school: nobody else's staff see it. */
function edit(
  state: BoardState,
  at: { id: string; seq: number; school?: string | undefined },
  change: (slot: Slot) => Slot,
): void {
  const before = state.slots.get(at.id);
  if (!before) return;
  const after = withoutEqualFields(withSeq(change(before), at));
  writeSlot(state, after);
  const left = before.layers.filter((layer) => layerOf(after, layer)?.case !== layer.case);
  leaveCases(
    state,
    left.map((layer) => layer.case),
  );
}
