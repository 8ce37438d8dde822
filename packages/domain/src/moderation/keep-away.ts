import type { BoardState, Slot } from '../board/board-state.ts';
import { fixEndsAt } from '../edit/fix-ends.ts';
import { EntryDraft } from '../journal/entry-draft.ts';
import type { ActOutcome } from './decide-case.ts';
import { withAllInside } from './put-away.ts';

/**
 * P38: keeps a reported piece from everybody but its school's staff, with all that is put away with it. Nobody does this, and no line
 * for the audit log stands here: who reads that log must not learn from it that there was a report.
 */
export function keepAway(state: BoardState, input: { record: string; now: number }): ActOutcome {
  const slot = slotOf(state, input.record);
  if (!slot) return { refused: 'NOT_FOUND' };
  // P17: pages and the document are in every view, always; pictures and bindings go with what shows or holds them.
  if (!isPiece(slot.id)) return { refused: 'FORBIDDEN' };
  const all = state.slots.get(slot.id) ? withAllInside(state, slot) : [slot];
  const draft = new EntryDraft(state, { at: input.now, by: '' });
  for (const { id } of all) fixEndsAt(draft, id);
  for (const { id, school, kept } of all) {
    if (school === slot.school && !kept) draft.add({ kind: 'hide', id, hidden: true, kept: true });
  }
  return { entry: draft.seal({ kind: 'hide', actor: null, client: undefined }) };
}

/** What is kept away together with a record, itself first. */
export function keptWith(state: BoardState, record: string): string[] {
  const slot = slotOf(state, record);
  if (!slot) return [];
  const inside = state.slots.get(record) ? withAllInside(state, slot) : [];
  return [slot, ...inside.filter(({ id }) => id !== record)].flatMap(({ id, kept }) => (kept ? [id] : []));
}

/** P38: lets these be again as they would be without the report, with what stands in them. */
export function letBack(state: BoardState, input: { records: readonly string[]; now: number }): ActOutcome {
  const draft = new EntryDraft(state, { at: input.now, by: '' });
  const known = input.records.flatMap((id) => slotOf(state, id) ?? []);
  const all = new Map(known.map((slot) => [slot.id, slot]));
  for (const slot of known) for (const inside of withAllInside(state, slot)) all.set(inside.id, inside);
  for (const { id, kept } of all.values()) {
    if (kept) draft.add({ kind: 'hide', id, hidden: false, kept: true });
  }
  return { entry: draft.seal({ kind: 'hide', actor: null, client: undefined }) };
}

/** Whether a record is something that people look at by itself. */
export function isPiece(id: string): boolean {
  return !/^(?:page|document|asset|binding):/.test(id);
}

function slotOf(state: BoardState, id: string): Slot | undefined {
  return state.slots.get(id) ?? state.bin.get(id)?.slot;
}
