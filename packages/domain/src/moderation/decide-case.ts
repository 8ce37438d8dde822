import type { ErrorCode, Fields, JournalEntry, Verdict } from '@bridgeboard/protocol';
import { actingAs } from '../board/board-rules.ts';
import { isPutAway, type BoardState, type Layer, type ReviewCase, type Slot } from '../board/board-state.ts';
import { hasMade } from '../board/layers.ts';
import { settleGroups } from '../edit/settle-groups.ts';
import { settleDependents, type TakeOff } from '../edit/take-off.ts';
import { EntryDraft, type Actor } from '../journal/entry-draft.ts';
import { isClosedAt, versionAt } from '../view/closed-at.ts';
import { viewerAt, type Viewer } from '../view/viewer.ts';
import { statusOf, verdictsOn } from './burst.ts';
import { caseItem, isDropped, layersBy } from './case-item.ts';
import { powers } from './decision-tables.ts';
import { setHidden, withAllInside } from './put-away.ts';
import { refusalWhileStopped } from './who-may.ts';

/** A decision that was taken as an entry to keep, or why it was not. */
export type ActOutcome = { readonly entry: JournalEntry } | { readonly refused: ErrorCode };

export interface DecisionInput {
  readonly actor: Actor;
  readonly case: string;
  readonly verdict: Verdict;
  /** Names the exact content that was looked at (P8). */
  readonly hash: string;
  readonly note?: string | undefined;
  readonly now: number;
}

/** A case of the actor's own school, or null: the same whether it is foreign or never existed (P23). */
export function ownCase(state: BoardState, actor: Actor, id: string): ReviewCase | null {
  const found = state.cases.get(id);
  if (!found || actingAs(state, actor)?.role !== 'staff') return null;
  return powers.decide[found.school === actor.school ? 'own staff' : 'other staff'] === 'yes' ? found : null;
}

/** Decides a case: lets its layers out, sends it back, or drops it (P8, P9, P13, P18). */
export function decideCase(state: BoardState, input: DecisionInput): ActOutcome {
  const stopped = refusalWhileStopped(state, input.actor);
  if (stopped) return stopped;
  const found = ownCase(state, input.actor, input.case);
  if (!found) return { refused: 'NOT_FOUND' };
  if (statusOf(found, input.now) === 'drawing') return { refused: 'STILL_DRAWING' };
  const { verdict, actor } = input;
  if (!verdictsOn(found, input.now).includes(verdict)) {
    return { refused: found.afterwards && verdict === 'school' ? 'NOT_SUPPORTED' : 'CHANGED_SINCE_REVIEW' };
  }
  const { slots, hash } = caseItem(state, found);
  if (hash !== input.hash || slots.length === 0) return { refused: 'CHANGED_SINCE_REVIEW' };

  const draft = new EntryDraft(state, { at: input.now, by: actor.person });
  const refused = found.afterwards
    ? keepOrPutAway(draft, { found, slots, input })
    : judge(draft, { found, slots, input });
  if (refused) return { refused };
  draft.audit({ action: `case.${verdict}`, by: actor.person, subjects: [found.id, ...slots.map((slot) => slot.id)] });
  return { entry: draft.seal({ kind: 'decision', actor, client: undefined }) };
}

interface Judgement {
  readonly found: ReviewCase;
  readonly slots: readonly Slot[];
  readonly input: DecisionInput;
}

function judge(draft: EntryDraft, judgement: Judgement): ErrorCode | null {
  const { found, slots, input } = judgement;
  const { verdict } = input;
  if (verdict !== 'return') noteComeAlong(draft, found, slots);
  noteDecision(draft, judgement, []);
  if (verdict === 'reject') drop(draft, slots, found);
  if (verdict === 'board' || verdict === 'school') {
    if (!slots.every((slot) => isMadeAt(slot, { found, verdict }))) return 'NEEDS_OTHER_ITEM';
    for (const slot of slots) release(draft, slot, { found, to: verdict });
  }
  settleGroups(draft);
  const isLetOut = verdict === 'board' || verdict === 'school';
  const isClosed = slots.every((slot) => !isLetOut || isClosedAfter(draft.state, slot.id, { found, verdict }));
  return isClosed ? null : 'NEEDS_OTHER_ITEM';
}

/** Rejecting what is on the board already puts it away, with all that has to go with it (P22): base is never withdrawn. */
function keepOrPutAway(draft: EntryDraft, judgement: Judgement): null {
  const { found, slots, input } = judgement;
  const going = input.verdict === 'reject' ? slots.flatMap((slot) => withAllInside(draft.state, slot)) : [];
  const ids = new Set(going.filter((slot) => slot.school === found.school && !isPutAway(slot)).map((slot) => slot.id));
  const others = [...ids].filter((id) => !found.records.includes(id));
  noteDecision(draft, judgement, others);
  setHidden(draft, ids, true);
  return null;
}

function noteDecision(draft: EntryDraft, judgement: Judgement, others: readonly string[]): void {
  const { actor, verdict, hash, note } = judgement.input;
  const decided = { kind: 'case-decided' as const, case: judgement.found.id, by: actor.person, verdict, hash };
  draft.add(others.length === 0 ? decided : { ...decided, with: [...others] }, note === undefined ? null : { note });
}

/** What came along because release is closed is the case's from now on, so that undo finds it. */
function noteComeAlong(draft: EntryDraft, found: ReviewCase, slots: readonly Slot[]): void {
  const records = slots.map((slot) => slot.id).filter((id) => !found.records.includes(id));
  if (records.length === 0) return;
  const { author, school, page } = found;
  draft.add({ kind: 'case-edited', case: found.id, author, school, page, records, anew: false });
}

/**
 * P9: drops what was not let out by a decision. P11: what was stays there. Where nothing of a record remains it leaves the board
 * like a deleted one: what hangs on it must not hang in the air.
 */
function drop(draft: EntryDraft, slots: readonly Slot[], found: ReviewCase): void {
  const isGoing = (layer: Layer): boolean => isDropped(layer, found);
  const dropped = new Map(slots.filter((slot) => slot.layers.some(isGoing)).map((slot) => [slot.id, slot]));
  const leavesNothing = (slot: Slot): boolean =>
    !slot.base && !slot.layers.some((layer) => hasMade(layer) && !isGoing(layer));
  const goesToo = (slot: Slot): boolean => dropped.has(slot.id) && leavesNothing(slot);
  const how: TakeOff = { draft, goesToo, endsSet: new Set(), leaving: new Set() };
  for (const { id } of dropped.values()) {
    const slot = draft.state.slots.get(id);
    if (!slot) continue;
    how.leaving.add(id);
    if (leavesNothing(slot)) settleDependents(how, slot);
    for (const { author, reach } of slot.layers.filter(isGoing).toReversed()) {
      draft.add({ kind: 'drop-layer', id, author, reach });
    }
  }
}

function release(draft: EntryDraft, slot: Slot, how: { found: ReviewCase; to: 'board' | 'school' }): void {
  const { found, to } = how;
  for (const { author, reach, fields, case: of } of layersBy(slot, found.author)) {
    if (to === 'school' && reach === 'school') continue;
    const placed = newIndex(draft, slot, { fields, viewer: viewerAt(to, found.school) });
    const change = { kind: 'release' as const, id: slot.id, author, reach, to };
    draft.add(of === found.id ? change : { ...change, case: found.id }, Object.keys(placed).length > 0 ? placed : null);
  }
}

/** P18: a key that was made in sight of held work goes no further than the layer. */
function newIndex(draft: EntryDraft, slot: Slot, to: { fields: Fields; viewer: Viewer }): Fields {
  const { fields, viewer } = to;
  if (!('index' in fields) && !('parentId' in fields)) return {};
  const before = versionAt(draft.state.slots.get(slot.id), viewer);
  const key = fields['index'] ?? before?.['index'];
  const parent = fields['parentId'] ?? before?.['parentId'];
  if (typeof key !== 'string' || typeof parent !== 'string') return {};
  return { index: draft.orderKeys(viewer).place({ parent, key, id: slot.id }) };
}

/** A change of what somebody else made goes no further than the thing itself (P6). */
function isMadeAt(slot: Slot, how: { found: ReviewCase; verdict: 'board' | 'school' }): boolean {
  const made = slot.layers.find(hasMade);
  if (slot.base || !made || made.author === how.found.author) return true;
  return how.verdict === 'school' && made.reach === 'school' && made.school === how.found.school;
}

/** P13: parents and bound shapes of what is let out are visible at that reach, or have gone with it. */
function isClosedAfter(
  state: BoardState,
  id: string,
  how: { found: ReviewCase; verdict: 'board' | 'school' },
): boolean {
  const slot = state.slots.get(id);
  return slot !== undefined && isClosedAt(state, slot, viewerAt(how.verdict, how.found.school));
}
