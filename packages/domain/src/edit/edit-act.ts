import {
  isRemarkId,
  type BoardRecord,
  type ErrorCode,
  type Op,
  type PupilLevel,
  type TextMark,
  type UploadedAsset,
} from '@bridgeboard/protocol';

import { schoolRulesOf, standingOf, type OpensAt } from '../board/board-rules.ts';
import type { Slot } from '../board/board-state.ts';
import { isAssetId } from '../board/assets.ts';
import { typeOf } from '../board/layers.ts';
import { standsWith } from '../board/stands-with.ts';
import type { RecordCheck } from '../gate/gate-record.ts';
import { limits } from '../gate/limits.ts';
import type { Actor, EntryDraft } from '../journal/entry-draft.ts';
import type { EntryLimit } from '../journal/entry-size.ts';
import type { LandingMode } from '../moderation/decision-tables.ts';
import type { TrustLevels } from '../trust/trust-modes.ts';
import { RecordProjector } from '../view/project-record.ts';
import { viewerOf, type Viewer } from '../view/viewer.ts';
import { kindOf, landsAt } from './lands-at.ts';

/** What one operation came to: taken, taken without effect of its own, or refused. */
export type Verdict = { readonly code: ErrorCode; readonly whose?: string } | 'taken';

/** One edit being decided: who does it, the entry it is becoming, and what its operations have to know of each other. */
export interface EditAct {
  readonly actor: Actor;
  readonly viewer: Viewer;
  readonly draft: EntryDraft;
  readonly check: RecordCheck;
  readonly findIn: FindInText;
  readonly newId: () => string;
  readonly uploads: Uploads;
  /** What holds for the sender now; what changes later touches later edits only (P11). */
  readonly level: PupilLevel;
  readonly mode: LandingMode;
  /** What the sender is trusted with (TL4). */
  readonly trust: TrustLevels;
  /** Ids this edit asks to delete, for containers (P16) and for what rides along with a delete (P12). */
  readonly deletes: ReadonlySet<string>;
  /** What this edit puts into each container, and all that it gives a new one: for groups, which come and go whole (P14). */
  readonly putInto: ReadonlyMap<string, readonly string[]>;
  readonly movedAway: ReadonlySet<string>;
  /** Arrows and bindings at shapes that this edit may and does delete: the server itself sets their ends. */
  readonly ridesAlong: Set<string>;
  /** Ends of arrows that this edit has set itself. */
  readonly endsSet: Set<string>;
  /** Ids of refused creations: what needs them is refused with DEPENDS (P34). */
  readonly refused: Set<string>;
  /** Which case each page's new work joins in this edit, and what it adds to each case. */
  readonly caseOfPage: Map<string, string>;
  readonly caseRecords: Map<string, CaseAddition>;
}

interface CaseAddition {
  readonly page: string;
  readonly records: Set<string>;
  readonly anew: boolean;
  readonly afterwards: boolean;
  /** What the text check found in the words that this edit brings. */
  readonly found: Set<TextMark>;
}

export interface EditInput {
  readonly actor: Actor;
  readonly client: string;
  readonly seq: number;
  readonly ops: readonly unknown[];
  readonly now: number;
  /** The browser kept this edit for a while: a pupil's goes into the held layer, whatever the mode. */
  readonly late?: boolean | undefined;
  /** Whether staff of a school have the board open, for schools that need it (SG-29); yes where nobody says. */
  readonly teacherHere?: ((school: string) => boolean) | undefined;
  /** When the pupils of a school may write again by its hours; without it they may not where there are any. */
  readonly opensAt?: OpensAt | undefined;
  readonly newId: () => string;
  readonly check: RecordCheck;
  /** The sender's levels of trust, which count for this edit alone, whatever they become. */
  readonly trust?: TrustLevels | undefined;
  /** Looks a pupil's words through for what their school wants to see first; nothing is found where nobody looks. */
  readonly findIn?: FindInText | undefined;
  /** What the sender has uploaded to this board and is kept; only pictures that this edit is the first to show matter. */
  readonly uploads?: Uploads | undefined;
  /** From where on a pupil's edit is more than is kept; the product's where nobody says otherwise. */
  readonly entryLimit?: EntryLimit | undefined;
}

/** What is found in a text, without places. What an edit came to stands in its entry, so that other lists change nothing of it later. */
export type FindInText = (words: string) => readonly TextMark[];

/** Uploaded pictures by the ids of their records. */
export type Uploads = ReadonlyMap<string, UploadedAsset>;

/** The answer to an operation on something this person does not see: the same whether it exists or not (P23). */
export const unseen: Verdict = { code: 'NO_SUCH_RECORD' };

/** A record as it stands in this person's view right now, with its slot, or null. */
export function seen(act: EditAct, id: string): { slot: Slot; version: BoardRecord } | null {
  const slot = act.draft.state.slots.get(id);
  const version = slot && asSeen(act).record(id);
  return slot && version ? { slot, version } : null;
}

/** This person's view as it stands right now, for several questions before the next change. */
export function asSeen(act: EditAct): RecordProjector {
  return new RecordProjector(act.draft.state, act.viewer, { isWhole: (group) => isWhole(act, group) });
}

/**
 * An edit takes groups apart and puts them together one step after the other: between two steps one that stood before, that has come
 * with this edit, or that is this person's own, still stands. What is left of it is settled when all steps are done (P14).
 */
function isWhole(act: EditAct, group: string): boolean {
  const { before, state } = act.draft;
  if (state.slots.get(group)?.author === act.actor.person || !before.slots.get(group)) return true;
  return new RecordProjector(before, act.viewer).record(group) !== null;
}

/** Whether the person may do anything at all with records like this one: level `view` is for looking, `comment` for remarks besides. */
export function mayWrite(act: EditAct, id: string): boolean {
  const { role } = act.actor;
  return landsAt({ role, level: act.level, what: kindOf(id), whose: 'own', mode: act.mode }) !== 'FORBIDDEN';
}

/**
 * Whether the person may change fields of this record at all; null means yes. Level `all` (P6) is for what shapes look like, and a
 * group looks like nothing: whoever made a record takes it off, locks it and says what it stands in.
 */
export function refusalToTouch(act: EditAct, slot: Slot): Verdict | null {
  const { actor } = act;
  // CO4: words stay those of whoever wrote them; staff take them off, or put them away.
  if (isRemarkId(slot.id) && actor.role === 'staff' && slot.author !== actor.person) {
    return { code: 'NOT_YOURS', whose: slot.author };
  }
  const isPlain = slot.id.startsWith('shape:') && typeOf(slot) !== 'group';
  return isPlain ? refusalFor(act, slot, act.level) : refusalToOwn(act, slot);
}

/** Whether the person may do with this record as with an own one; null means yes. */
export function refusalToOwn(act: EditAct, slot: Slot): Verdict | null {
  return refusalFor(act, slot, act.level === 'all' && act.actor.role === 'pupil' ? 'own' : act.level);
}

function refusalFor(act: EditAct, slot: Slot, level: PupilLevel): Verdict | null {
  const { role, person } = act.actor;
  if (isAssetId(slot.id)) return { code: 'FORBIDDEN' };
  if (role === 'staff') return null;
  if (slot.base?.typeName === 'page' || slot.base?.typeName === 'document') return { code: 'FORBIDDEN' };
  const whose = slot.author === person ? 'own' : 'others';
  const landing = landsAt({ role, level, what: kindOf(slot.id), whose, mode: act.mode });
  if (landing === 'NOT_YOURS') return { code: landing, whose: slot.author };
  return landing === 'FORBIDDEN' ? { code: landing } : null;
}

/**
 * BP5: whether this is for staff alone to change: it is locked, stands in something that is, or on a page that only staff change. By
 * what the person sees of it, so that the answer tells nothing.
 */
export function isLocked(act: EditAct, version: BoardRecord): boolean {
  if (act.actor.role === 'staff') return false;
  const view = asSeen(act);
  // CO6: what is said about a piece does not change it.
  const isChange = !isRemarkId(version.id);
  let at: BoardRecord | null = version;
  for (let level = 0; at && level <= limits.both.parentDepth + 1; level += 1) {
    if (isChange && at['isLocked'] === true) return true;
    if (at.typeName === 'page') return act.draft.state.whole.staffPages.includes(at.id);
    at = view.record(String(standsWith(at)));
  }
  return false;
}

/** Whether the person may take this record off: seen, theirs to take off, and not locked by staff. */
export function mayDelete(act: EditAct, id: string): boolean {
  const found = seen(act, id);
  if (!found || refusalToOwn(act, found.slot)) return false;
  return !isLocked(act, found.version);
}

/** P22: the author of something put away learns that, nobody else that it exists. */
export function refusalOfUnseen(act: EditAct, id: string): Verdict {
  if (act.refused.has(id)) return { code: 'DEPENDS' };
  const slot = act.draft.state.slots.get(id);
  return slot?.hidden && slot.author === act.actor.person ? { code: 'PUT_AWAY' } : unseen;
}

/** The view and empty books for one edit. */
export function startAct(draft: EntryDraft, input: EditInput, ops: readonly Op[]): EditAct {
  const { actor } = input;
  const { mode } = schoolRulesOf(draft.state, actor.school);
  return {
    ...plansOf(ops),
    actor,
    viewer: viewerOf(actor),
    draft,
    check: input.check,
    findIn: input.findIn ?? (() => []),
    newId: input.newId,
    uploads: input.uploads ?? new Map(),
    level: actor.role === 'staff' ? 'all' : standingOf(draft.state, actor.person).level,
    mode: input.late ? 'late' : mode,
    trust: input.trust ?? {},
    ridesAlong: new Set(),
    endsSet: new Set(),
    refused: new Set(),
    caseOfPage: new Map(),
    caseRecords: new Map(),
  };
}

function plansOf(ops: readonly Op[]): Pick<EditAct, 'deletes' | 'putInto' | 'movedAway'> {
  const [deletes, movedAway] = [new Set<string>(), new Set<string>()];
  const putInto = new Map<string, string[]>();
  for (const op of ops) {
    if (op.op === 'delete') deletes.add(op.id);
    if (op.op !== 'update' || !('parentId' in op.set)) continue;
    movedAway.add(op.id);
    const parent = op.set['parentId'];
    // Nothing has been through the gate yet: it may be anything.
    if (typeof parent === 'string') putInto.set(parent, [...(putInto.get(parent) ?? []), op.id]);
  }
  return { deletes, movedAway, putInto };
}
