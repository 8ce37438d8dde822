import type { ErrorCode, JournalEntry } from '@bridgeboard/protocol';

import { actingAs } from '../board/board-rules.ts';
import type { BoardState, Member, Slot } from '../board/board-state.ts';
import { reopenCases } from '../edit/bring-back.ts';
import { settleGroups } from '../edit/settle-groups.ts';
import { refusalWhileStopped } from '../moderation/who-may.ts';
import { stayWithout } from '../edit/stay-without.ts';
import { EntryDraft, type Actor } from '../journal/entry-draft.ts';
import { Left, type Attempt } from './attempt.ts';
import { bringBack, endOf, leaveInBin } from './bring-back.ts';
import { changedRecords, countOf, type RewindCount } from './count.ts';
import { leaveFaults } from './find-faults.ts';
import { isSeenAt, partOf } from './parts.ts';
import type { RecordStory } from './record-story.ts';
import { putInstead, setBack } from './set-back.ts';
import { settleOrder } from './settle-order.ts';
import type { Span } from './span.ts';
import { takeOffMade } from './take-off-made.ts';
import { rewindActions, tellStories, type Past } from './tell-stories.ts';
import { wishesOf, type Wish } from './wish.ts';

/** Who rewinds whom, over which time, on what past. */
export interface RewindInput extends Span {
  readonly actor: Actor;
  readonly past: Past;
  readonly now: number;
}

/** An entry to keep and what it comes to, or why nothing of it happens. */
export type RewindOutcome =
  | { readonly entry: JournalEntry; readonly count: RewindCount }
  | { readonly refused: ErrorCode };

/**
 * P26: takes back what one person drew in a stretch of time, as one new edit, and keeps everybody else's later work. CHANGED
 * where nothing of it is left to take back, NOT_FOUND and FORBIDDEN where it is not the actor's to do.
 */
export function rewindPerson(state: BoardState, input: RewindInput): RewindOutcome {
  const { actor, person } = input;
  const refused = refusalFor(state, input);
  if (refused) return { refused };
  const { act, count } = attemptRewind(state, input);
  const changed = changedRecords(act);
  // Where it would change only what the actor does not see, the answer must not tell that there is any (P23).
  if (changed.length === 0) return { refused: 'CHANGED' };
  const action = input.others ? rewindActions.board : rewindActions.person;
  act.draft.audit({ action, by: actor.person, subjects: [person, ...changed] });
  return { entry: act.draft.seal({ kind: 'edit', actor, client: undefined }), count };
}

/** What a rewind would come to now; the board stays as it is. */
export function previewRewind(state: BoardState, input: RewindInput): RewindCount | { readonly refused: ErrorCode } {
  const refused = refusalFor(state, input);
  return refused ? { refused } : attemptRewind(state, input).count;
}

/** Staff rewind themselves and the pupils of their own school; people of other schools are nobody here (P23). */
function refusalFor(state: BoardState, { actor, person, others = new Set() }: RewindInput): ErrorCode | null {
  const member = state.members.get(person);
  if (refusalWhileStopped(state, actor)) return 'STOPPED';
  const isStaff = actingAs(state, actor)?.role === 'staff';
  if (!isStaff) return 'NOT_FOUND';
  // Staff may act on a board that they have not opened themselves.
  if (person !== actor.person && member?.school !== actor.school) return 'NOT_FOUND';
  if ([...others].some((one) => !isOwnPupil(state, actor, one))) return 'NOT_FOUND';
  return person === actor.person || isUnderStaff(member) ? null : 'FORBIDDEN';
}

function isOwnPupil(state: BoardState, { school }: Actor, person: string): boolean {
  const member = state.members.get(person);
  return isUnderStaff(member) && member?.school === school;
}

/** Pupils, and guests, whose work is answered for by staff of the school that asked them in (BP8). */
function isUnderStaff(member: Member | undefined): boolean {
  return member !== undefined && member.role !== 'staff';
}

/**
 * P26: what bringing the whole board back to a moment is about: all that the actor and the pupils of the actor's school did after
 * it. Colleagues' and other schools' work stays.
 */
export function spanSince(state: BoardState, actor: Actor, about: { moment: number; now: number }): Span {
  const pupils = [...state.members.entries()].flatMap(([person]) => (isOwnPupil(state, actor, person) ? [person] : []));
  return { person: actor.person, others: new Set(pupils), from: about.moment + 1, to: about.now };
}

function attemptRewind(state: BoardState, input: RewindInput): { act: Attempt; count: RewindCount } {
  const { actor, now } = input;
  const told = tellStories(input.past, input, { state, school: actor.school });
  const { wishes, movedOn } = wishesOf(told, state, actor.school);
  const left = new Left();
  for (;;) {
    const draft = new EntryDraft(state, { at: now, by: actor.person });
    const act: Attempt = { state, actor, draft, wishes, left, placed: new Set(), mustYield: false, fields: 0 };
    leaveWhatStays(act, told.stories);
    carryOut(act);
    if (!leaveFaults(act) && !act.mustYield) return { act, count: countOf(act, { stories: told.stories, movedOn }) };
  }
}

/** What others have built on stays whole; so does a page, which may carry what the actor cannot see (P17). */
function leaveWhatStays(act: Attempt, stories: ReadonlyMap<string, RecordStory>): void {
  for (const wish of act.wishes) {
    if (isToStay(wish)) act.left.record(wish.id);
    const slot = wish.being === 'back' ? act.state.bin.get(wish.id)?.slot : undefined;
    const end = slot && endOf(slot);
    if (end && isMoved(act, slot, { field: end.field, story: stories.get(end.arrow) })) leaveInBin(act, wish.id);
  }
}

/** Whether somebody has moved an arrow's end since; of a binding that the actor sees, as far as the actor sees that (P23). */
function isMoved(act: Attempt, binding: Slot, of: { field: string; story: RecordStory | undefined }): boolean {
  const isSeen = (part: string): boolean => isSeenAt(act.state, act.actor.school, part);
  const isSeenBinding = binding.base !== null || binding.layers.some((layer) => isSeen(partOf(layer)));
  return [...(of.story?.overwritten ?? [])].some(
    ({ part, field }) => field === of.field && (isSeen(part) || !isSeenBinding),
  );
}

function isToStay({ id, being, instead, story }: Wish): boolean {
  const isMade = being === 'off' || instead !== null;
  return isMade && (story.coming?.isBuiltOn === true || id.startsWith('page:'));
}

function carryOut(act: Attempt): void {
  const wanted = act.wishes.filter(({ id }) => !act.left.hasRecord(id));
  for (const wish of wanted) if (wish.being === 'back') bringBack(act, wish);
  for (const wish of wanted) {
    if (wish.being === 'off' || act.left.hasRecord(wish.id)) continue;
    if (wish.being === 'stay' && wish.instead) putInstead(act, wish.id, wish.instead);
    setBack(act, wish);
  }
  takeOffMade(act);
  settleOrder(act);
  for (const { id } of wanted) giveWay(act, id);
  for (const { id, being, instead } of wanted) waitAgain(act, { id, isBack: being === 'back' || instead !== null });
  settleGroups(act.draft);
}

/** Held work that is back on the board waits again, in the case that its going had taken it out of (P5, P7). */
function waitAgain(act: Attempt, about: { id: string; isBack: boolean }): void {
  const slot = act.draft.state.slots.get(about.id);
  if (!slot || act.left.hasRecord(about.id)) return;
  const known = new Set(act.state.slots.get(about.id)?.layers.map(partOf));
  const layers = slot.layers.filter((layer) => !known.has(partOf(layer)));
  const { check: _, ...unchecked } = slot;
  if (about.isBack) reopenCases(act.draft, slot);
  else if (layers.length > 0) reopenCases(act.draft, { ...unchecked, layers });
}

/** A change that only moved a record to where nothing can stand any more is undone. */
function giveWay({ draft, left }: Attempt, id: string): void {
  const slot = draft.state.slots.get(id);
  for (const layer of slot?.layers ?? []) {
    const { parentId } = layer.fields;
    if (slot && left.hasMove(id, partOf(layer))) stayWithout(draft, slot, String(parentId));
  }
}
