import type { BoardRecord, ErrorCode } from '@bridgeboard/protocol';
import type { Slot } from '../board/board-state.ts';
import type { RecordCheck } from '../gate/gate-record.ts';
import type { Actor, EntryDraft } from '../journal/entry-draft.ts';
import { RecordProjector } from '../view/project-record.ts';
import { viewerOf, type Viewer } from '../view/viewer.ts';

/** What one operation came to: taken, taken without effect of its own, or refused. */
export type Verdict = { readonly code: ErrorCode; readonly whose?: string } | 'taken';

/** One edit being decided: who does it, the entry it is becoming, and what its operations have to know of each other. */
export interface EditAct {
  readonly actor: Actor;
  readonly viewer: Viewer;
  readonly draft: EntryDraft;
  readonly check: RecordCheck;
  readonly newId: () => string;
  /** Ids this edit asks to delete, for containers (P16) and for what rides along with a delete (P12). */
  readonly deletes: ReadonlySet<string>;
  /** Arrows and bindings at shapes that this edit may and does delete: the server itself sets their ends. */
  readonly ridesAlong: Set<string>;
  /** Ends of arrows that this edit has set itself. */
  readonly endsSet: Set<string>;
  /** Ids of refused creations: what needs them is refused with DEPENDS (P34). */
  readonly refused: Set<string>;
  /** Which case each page's new work joins in this edit, and what it adds to each case. */
  readonly caseOfPage: Map<string, string>;
  readonly caseRecords: Map<string, { page: string; records: Set<string>; anew: boolean }>;
}

export interface EditInput {
  readonly actor: Actor;
  readonly client: string;
  readonly seq: number;
  readonly ops: readonly unknown[];
  readonly now: number;
  readonly newId: () => string;
  readonly check: RecordCheck;
}

/** The answer to an operation on something this person does not see: the same whether it exists or not (P23). */
export const unseen: Verdict = { code: 'NO_SUCH_RECORD' };

/** A record as it stands in this person's view right now, with its slot, or null. */
export function seen(act: EditAct, id: string): { slot: Slot; version: BoardRecord } | null {
  const { state } = act.draft;
  const slot = state.slots.get(id);
  const version = slot && new RecordProjector(state, act.viewer).record(id);
  return slot && version ? { slot, version } : null;
}

/** Whether the person may change this record at all; null means yes. */
export function refusalToTouch(act: EditAct, slot: Slot): Verdict | null {
  if (act.actor.role === 'staff') return null;
  if (slot.base?.typeName === 'page' || slot.base?.typeName === 'document') return { code: 'FORBIDDEN' };
  if (slot.author !== act.actor.person) return { code: 'NOT_YOURS', whose: slot.author };
  return null;
}

/** Whether the person may take this record off: seen, theirs to touch, and not locked by staff. */
export function mayDelete(act: EditAct, id: string): boolean {
  const found = seen(act, id);
  if (!found || refusalToTouch(act, found.slot)) return false;
  return act.actor.role === 'staff' || found.version['isLocked'] !== true;
}

/** P22: the author of something put away learns that, nobody else that it exists. */
export function refusalOfUnseen(act: EditAct, id: string): Verdict {
  if (act.refused.has(id)) return { code: 'DEPENDS' };
  const slot = act.draft.state.slots.get(id);
  return slot?.hidden && slot.author === act.actor.person ? { code: 'PUT_AWAY' } : unseen;
}

/** The view and empty books for one edit. */
export function startAct(draft: EntryDraft, input: EditInput, deletes: ReadonlySet<string>): EditAct {
  return {
    deletes,
    actor: input.actor,
    viewer: viewerOf(input.actor),
    draft,
    check: input.check,
    newId: input.newId,
    ridesAlong: new Set(),
    endsSet: new Set(),
    refused: new Set(),
    caseOfPage: new Map(),
    caseRecords: new Map(),
  };
}
