import type { BoardRecord, ErrorCode } from '@bridgeboard/protocol';
import { hashOfVersion, isForFirstLook, isWithheld, looksFirst } from '../board/first-look.ts';
import { hashOf } from '../board/canonical.ts';
import type { BoardState, Slot } from '../board/board-state.ts';
import { EntryDraft, type Actor } from '../journal/entry-draft.ts';
import { RecordProjector } from '../view/project-record.ts';
import { viewerOf } from '../view/viewer.ts';
import type { ActOutcome } from './decide-case.ts';
import { powerOver } from './who-may.ts';

/** Released work of another school's pupil that a school has not let its own pupils see yet. */
export interface FirstLookItem {
  readonly record: string;
  readonly author: string;
  /** Names what is there to be looked at; accepting must repeat it (SEC-40). */
  readonly hash: string;
}

/** What waits until the staff of a school have looked at it, in the order of ids; nothing where the school does not look first (P36). */
export function waitingForLook(state: BoardState, actor: Actor): FirstLookItem[] {
  return lookedAt(state, actor, true);
}

/** What its pupils see because its staff have accepted it, as it stands; the same otherwise. */
export function acceptedWork(state: BoardState, actor: Actor): FirstLookItem[] {
  return lookedAt(state, actor, false);
}

function lookedAt(state: BoardState, actor: Actor, isWaiting: boolean): FirstLookItem[] {
  const { school } = actor;
  if (!looksFirst(state, school) || !mayAccept(state, actor)) return [];
  const seen = new RecordProjector(state, viewerOf(actor));
  const items = [...state.slots.entries()].flatMap(([record, slot]): FirstLookItem[] => {
    if (!isItem(state, slot, school) || !seen.record(record)) return [];
    const parts = partsOf(state, slot, school);
    if (parts.some((part) => isWithheld(state, part, school)) !== isWaiting) return [];
    return [{ record, author: slot.author, hash: hashOfParts(parts) }];
  });
  return items.toSorted((a, b) => (a.record < b.record ? -1 : 1));
}

/** What a member of staff lets the pupils of their own school see, each as it was looked at. */
export interface Acceptance {
  readonly actor: Actor;
  readonly records: readonly { readonly record: string; readonly hash: string }[];
  readonly now: number;
}

/**
 * P37: lets the pupils of the own school see these records of another school's pupils, all or none: CHANGED_SINCE_REVIEW where one
 * is not any more what was looked at, NOT_FOUND where one is not seen, FORBIDDEN where one is nothing that is looked at first.
 */
export function acceptRecords(state: BoardState, { actor, records, now }: Acceptance): ActOutcome {
  const refused = firstRefusal(state, actor, records);
  if (refused) return { refused };
  return keepAct(state, { actor, now, action: 'record.accept', ids: records.map(({ record }) => record) });
}

/** P37: takes that back: the pupils of the own school do not see these records until they are accepted anew. */
export function takeBackAccepted(
  state: BoardState,
  { actor, records, now }: { readonly actor: Actor; readonly records: readonly string[]; readonly now: number },
): ActOutcome {
  const refused = firstRefusal(
    state,
    actor,
    records.map((record) => ({ record })),
  );
  if (refused) return { refused };
  return keepAct(state, { actor, now, action: 'record.unaccept', ids: records });
}

function keepAct(
  state: BoardState,
  act: {
    readonly actor: Actor;
    readonly now: number;
    readonly action: 'record.accept' | 'record.unaccept';
    readonly ids: readonly string[];
  },
): ActOutcome {
  const { actor, now, action } = act;
  const { school, person } = actor;
  const ids = [...new Set(act.ids)];
  const draft = new EntryDraft(state, { at: now, by: person });
  for (const slot of ids.flatMap((id) => partsOf(state, state.slots.get(id), school))) {
    const hash = action === 'record.accept' && slot.base ? hashOfVersion(slot.base) : null;
    if (hash !== (slot.accepted?.[school] ?? null)) draft.add({ kind: 'accept', id: slot.id, school, hash });
  }
  draft.audit({ action, by: person, subjects: ids });
  return { entry: draft.seal({ kind: 'accept', actor, client: undefined }) };
}

function firstRefusal(
  state: BoardState,
  actor: Actor,
  asked: readonly { readonly record: string; readonly hash?: string }[],
): ErrorCode | null {
  const { school } = actor;
  if (!mayAccept(state, actor)) return 'NOT_FOUND';
  const seen = new RecordProjector(state, viewerOf(actor));
  for (const { record, hash } of asked) {
    const slot = seen.record(record) && state.slots.get(record);
    if (!slot) return 'NOT_FOUND';
    if (!looksFirst(state, school) || !isItem(state, slot, school)) return 'FORBIDDEN';
    if (hash !== undefined && hash !== hashOfParts(partsOf(state, slot, school))) return 'CHANGED_SINCE_REVIEW';
  }
  return null;
}

/** Staff, for the pupils of their own school. */
function mayAccept(state: BoardState, actor: Actor): boolean {
  return powerOver(state, actor, { act: 'accept', school: actor.school }) === 'yes';
}

/** P12: a binding is no item of its own, it goes with its arrow. */
function isItem(state: BoardState, slot: Slot, school: string): boolean {
  return slot.base !== null && slot.base.typeName !== 'binding' && isForFirstLook(state, slot, school);
}

/** A record with the bindings that it holds others by, in the order of ids. */
function partsOf(state: BoardState, slot: Slot | undefined, school: string): Slot[] {
  if (!slot) return [];
  const bindings = [...state.referrers.of(slot.id)].toSorted().flatMap((id) => {
    const binding = id.startsWith('binding:') ? state.slots.get(id) : undefined;
    const isHeld = binding?.base?.['fromId'] === slot.id && isForFirstLook(state, binding, school);
    return binding && isHeld ? [binding] : [];
  });
  return [slot, ...bindings];
}

function hashOfParts(parts: readonly Slot[]): string {
  const versions = parts.flatMap(({ base }): BoardRecord[] => (base ? [base] : []));
  return hashOf(versions.map(hashOfVersion));
}
